import Foundation
import TestSupport
import Testing

@Suite("Two builds that differ by one booking") struct BookingTests {
  /// Another booking of expenditure, its money and its income: what is put in place of what.
  struct Booking: Sendable, CustomTestStringConvertible {
    let name: String
    /// By file.
    let edits: [(file: String, old: String, new: String)]
    var testDescription: String { name }
  }

  static let bookings = [
    Booking(
      name: "一笔基本支出",
      edits: [
        ("income.csv", "2010301,1348400.00", "2010301,1349634.56"),
        ("expenditure.csv", "2010301,30101,460696.00", "2010301,30101,461930.56"),
      ])
  ]

  /// The sentences of the paragraphs of a tagged PDF and the cells of the tables between them, as
  /// another program reads them; both as they end.
  private static func sentences(of document: URL) throws -> [String] {
    let read = try run("pdfinfo", ["-struct-text", document.path])
    try #require(read.status == 0, "\(read.errors)")
    var texts: [(isCell: Bool, text: String)] = []
    var type = ""
    var isBeforeForms = true
    for line in read.output.split(separator: "\n") {
      let text = line.drop(while: \.isWhitespace)
      guard text.hasPrefix("\"") else {
        type = String(text.prefix { $0 != " " })
        if type == "P" || type == "TD" && isBeforeForms { texts.append((type == "TD", "")) }
        continue
      }
      let content = text.dropFirst().dropLast()
      // The cells of forms are told by their addresses.
      if type == "H1", content.hasPrefix("第二部分") { isBeforeForms = false }
      if type == "P" || type == "TD" && isBeforeForms, let last = texts.indices.last {
        // One that goes on on the next page has a text for each.
        texts[last].text += content
      }
    }
    return texts.flatMap { isCell, text in
      isCell ? [text] : text.split(separator: "。").map { ended(String($0)) }
    }
  }

  @Test("one entry an address and one a sentence, the document first", arguments: bookings)
  func entries(booking: Booking) throws {
    let base = try ComparedBuilds.shared.get().base
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: Project.url(DossierWriting.example), to: dossier)
      for edit in booking.edits {
        try replace(edit.old, edit.new, in: dossier.appendingPathComponent(edit.file))
      }
      let changed = folder.appendingPathComponent("changed")
      try build(dossier, into: changed)
      let (old, new) = (try figures(in: base), try figures(in: changed))
      let addresses = Set(old.keys).union(new.keys)
        .filter { old[$0, default: ""] != new[$0, default: ""] }
      let document = ComparedBuilds.document
      let texts = (
        try Self.sentences(of: base.appendingPathComponent(document)),
        try Self.sentences(of: changed.appendingPathComponent(document))
      )
      try #require(texts.0.count == texts.1.count && texts.0.count > 100)
      let sentences = zip(texts.0, texts.1).filter { $0 != $1 }
      try #require(!addresses.isEmpty && !sentences.isEmpty)
      let report = try compared(base, changed)
      Self.check(report, addresses: Set(addresses), sentences: sentences)
    }
  }

  private static func check(
    _ report: ComparisonJSON, addresses: Set<String>, sentences: [(String, String)]
  ) {
    let told = report.differences.filter { $0.address != nil }
    let texts = report.differences.filter { $0.address == nil }
    #expect(told.count == addresses.count && Set(told.compactMap(\.address?.text)) == addresses)
    #expect(texts.map(\.left?.value) == sentences.map(\.0))
    #expect(texts.map(\.right?.value) == sentences.map(\.1))
    #expect(report.summary.different == addresses.count + sentences.count)
    // All stand in the document, and come in the order of its pages.
    #expect(report.differences.allSatisfy { $0.file == ComparedBuilds.document })
    let pages = report.differences.compactMap { $0.left?.at?.page }
    #expect(pages.count == report.differences.count && pages == pages.sorted())
    for difference in told {
      let files = (difference.also ?? []).map(\.file)
      #expect(files.prefix(2) == [ComparedBuilds.forms, "figures.csv"], "\(difference)")
      #expect(files.dropFirst(2).allSatisfy { $0 == ComparedBuilds.document })
      #expect(difference.words != nil && difference.right?.sources?.isEmpty == false)
    }
    // A sentence refers to the figures that it quotes, and they to it.
    let references = texts.flatMap { $0.quotes ?? [] }.map(\.text)
    #expect(!references.isEmpty && Set(references).isSubset(of: addresses))
    #expect(references.count == told.reduce(0) { $0 + ($1.also?.count ?? 0) - 2 })
    let whole = texts.filter { $0.left?.value.last.map { "。；：".contains($0) } == true }
    #expect(whole.count > 10 && whole.allSatisfy { $0.spans?.isEmpty == false })
  }

  /// The mark that ends it is part of a sentence; one that ends otherwise has it already.
  private static func ended(_ sentence: String) -> String {
    "；：".contains(sentence.last ?? " ") ? sentence : sentence + "。"
  }
}
