import Documents
import Domain
import Foundation
import Geometry
import PDFOutput
import TestSupport
import Testing
import Typesetting

@Suite("The whole document as a PDF file")
struct ProsePDFTests {
  /// Writes a document and hands over file and pages.
  private func withFile(
    _ document: Document, _ body: (URL, TypesetDocument) throws -> Void
  ) throws {
    let set = try typesetSample(document)
    let metadata = PDFMetadata(
      title: document.title, author: document.author, subject: "部门决算公开", creator: "gongkai",
      date: document.date)
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("document.pdf")
      try Data(makePDF(set, metadata: metadata)).write(to: url)
      try body(url, set)
    }
  }

  /// The number at the foot of each page as it is read back; none on cover and contents.
  private func printedNumbers(_ texts: [String]) -> [Int?] {
    texts.map { text in
      guard text.hasSuffix("—") else { return nil }
      return Int(text.dropLast().suffix(while: { $0.isASCII && $0.isNumber }))
    }
  }

  /// The headings and entries of a document in reading order, without blanks.
  private func entries(_ document: Document) -> [(title: String, level: Int, onPage: String)] {
    document.blocks.compactMap { block in
      switch block {
      case .heading(let heading):
        let text = heading.text.filter { !$0.isWhitespace }
        return (text, heading.level, text)
      case .form(let form): return (form.entry, 2, form.title)
      case .cover, .contents, .paragraph, .table, .pageBreak, .orientation: return nil
      }
    }
  }

  @Test("The numbers in the contents are those of the pages on which the headings stand")
  func contentsNumbers() throws {
    let document = try proseDocument()
    try withFile(document) { url, _ in
      let texts = try pageTexts(url)
      let numbers = printedNumbers(texts)
      #expect(numbers == [nil, nil, nil, nil] + (1...(texts.count - 4)).map(Optional.init))
      var rest = texts[1...3].joined()[...]
      let entries = entries(document)
      #expect(entries.count > 50)
      for entry in entries {
        let start = try #require(rest.range(of: entry.title), "no entry \(entry.title)")
        // Dots, then the number; the next entry begins with no digit that could be taken for one.
        let tail = rest[start.upperBound...].drop { $0 == "…" }
        let page = try #require(
          (1...2).compactMap { count in Int(tail.prefix(count)) }.last { number in
            numbers.firstIndex(of: number).map { texts[$0].contains(entry.onPage) } ?? false
          }, "\(entry.title) is not on the page that the contents give: \(tail.prefix(3))")
        rest = tail.dropFirst(String(page).count)
      }
      #expect(rest.isEmpty, "left over: \(rest)")
    }
  }

  @Test("Every entry of the contents is a link to its heading, text and number alike")
  func links() throws {
    let document = try proseDocument()
    try withFile(document) { url, set in
      let navigation = try PDFNavigation(url)
      let texts = try pageTexts(url)
      let words = try pdfWords(url)
      let entries = entries(document)
      #expect(navigation.links.count == entries.count)
      #expect(navigation.links.map(\.page) == navigation.links.map(\.page).sorted())
      for (link, entry) in zip(navigation.links, entries) {
        let height = set.pages[link.page - 1].size.height.points
        let covered = words[link.page - 1].filter { word in
          word.isIn(
            left: link.area[0], top: height - link.area[3], right: link.area[2],
            bottom: height - link.area[1])
        }
        // Line by line and from left to right, whatever the reader makes of dots.
        let line = { (word: PDFWord) in
          Int((word.bottom + word.top) / 2 - (height - link.area[3])) / 29
        }
        let text = covered.sorted { (line($0), $0.left) < (line($1), $1.left) }
          .map(\.text).joined()
        #expect(text.hasPrefix(entry.title))
        #expect(text.hasSuffix("…\(navigation.labels[link.target - 1])"), "\(text)")
        #expect(texts[link.target - 1].contains(entry.onPage))
        // The destination is just above the heading.
        let sheet = set.pages[link.target - 1].size.height.points
        let below = words[link.target - 1].filter { $0.bottom > sheet - link.height }
        let start = entry.onPage.prefix(3)
        let heading = try #require(
          below.first { $0.text.hasPrefix(start) || start.hasPrefix($0.text) }, "\(entry)")
        #expect(heading.top - (sheet - link.height) < 60, "\(entry)")
      }
    }
  }

  @Test("The outline has the entries of the contents as a tree, each leading to its page")
  func outline() throws {
    let document = try proseDocument()
    try withFile(document) { url, _ in
      let navigation = try PDFNavigation(url)
      let entries = entries(document)
      let titles = navigation.outline.map { $0.title.filter { !$0.isWhitespace } }
      #expect(titles == entries.map(\.title))
      #expect(navigation.outline.map(\.level) == entries.map(\.level))
      #expect(navigation.outline.map(\.page) == navigation.links.map(\.target))
    }
  }

  @Test("Viewers call the pages as they are numbered, cover and contents by nothing")
  func labels() throws {
    try withFile(proseDocument()) { url, set in
      let labels = try PDFNavigation(url).labels.map { $0.filter { $0 != " " } }
      #expect(labels == set.pages.map { $0.number.map(String.init) ?? "" })
      #expect(labels.prefix(6) == ["", "", "", "", "1", "2"])
    }
  }

  @Test("A document of nothing but forms has neither labels nor links, and numbers from 1")
  func formsOnly() throws {
    try withFile(sampleDocument()) { url, set in
      let navigation = try PDFNavigation(url)
      #expect(navigation.links.isEmpty)
      #expect(navigation.labels == (1...set.pages.count).map(String.init))
      let bytes = try Data(contentsOf: url)
      for key in ["/PageLabels", "/Dests"] { #expect(bytes.range(of: Data(key.utf8)) == nil) }
    }
  }

  @Test("Lines that are spread to the right edge are read back without blanks within words")
  func blanks() throws {
    try withFile(proseDocument()) { url, set in
      let pages = try run("pdftotext", [url.path, "-"]).output.split(separator: "\u{0C}")
      let text = zip(pages, set.pages).filter { $1.form.isEmpty && $1.number != nil }.map(\.0)
        .joined(separator: "\n").split(separator: "\n")
      #expect(text.count > 300)
      for line in text {
        let characters = Array(line)
        for (before, after) in zip(characters, characters.dropFirst(2).indices) {
          // In the headings of the parts a blank is meant.
          guard characters[after - 1] == " ", !line.hasPrefix("第") else { continue }
          #expect(!isHan(before) || !isHan(characters[after]), "\(line)")
        }
      }
    }
  }

  private func isHan(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.properties.isIdeographic }
  }

  @Test("The file is sound, and written twice the bytes are the same")
  func sound() throws {
    try withFile(proseDocument()) { first, _ in
      let result = try run("qpdf", ["--check", first.path])
      #expect(result.status == 0, "\(result.output)\(result.errors)")
      try withFile(proseDocument()) { second, _ in
        let (one, two) = (try Data(contentsOf: first), try Data(contentsOf: second))
        #expect(one == two)
      }
    }
  }
}

extension StringProtocol {
  /// The characters at the end for which the condition holds.
  fileprivate func suffix(while condition: (Character) -> Bool) -> SubSequence {
    self[(lastIndex { !condition($0) }.map(index(after:)) ?? startIndex)...]
  }
}
