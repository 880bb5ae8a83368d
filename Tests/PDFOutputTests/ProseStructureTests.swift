import Documents
import Foundation
import PDFOutput
import TestSupport
import Testing
import Typesetting

@Suite("The structure of a document with text")
struct ProseStructureTests {
  /// What the sample is made of, as a reader of the structure meets it; tables by their type only.
  private struct Piece: Equatable {
    let type: String
    let text: String

    init(_ type: String, _ text: String) {
      self.type = type
      self.text = text.filter { !$0.isWhitespace }
    }
  }

  @Test(
    "Headings, paragraphs, forms in order; a text that a page divides goes on in the next element")
  func order() throws {
    let document = try proseDocument()
    try withStructure(of: document) { url, structure in
      var found = structure.flatMap(\.children).filter { $0.type != "TOC" }
        .map { Piece($0.type, $0.text) }[...]
      for piece in document.blocks.flatMap(pieces) {
        let first = try #require(found.first)
        found = found.dropFirst()
        var text = first.text
        while text.count < piece.text.count, let next = found.first, next.type == piece.type {
          text += next.text
          found = found.dropFirst()
        }
        #expect(Piece(first.type, text) == piece)
      }
      #expect(found.isEmpty)
      #expect(try run("qpdf", ["--check", url.path]).status == 0)
    }
  }

  @Test("Each entry of the contents is one element with its link, its number, and no dots")
  func contents() throws {
    let document = try proseDocument()
    let set = try typesetSample(document)
    try withStructure(of: document) { _, structure in
      let entries = structure.flatMap { $0.all("TOCI") }
      let numbers = set.outline.map { set.pages[$0.page].number.map(String.init) ?? "" }
      let expected = zip(set.outline, numbers).map { Piece("TOCI", $0.title + $1) }
      #expect(entries.count == set.outline.count)
      let pages = set.pages.filter { $0.texts.contains { $0.part == .entryNumber } }
      #expect(structure.flatMap { $0.all("TOC") }.count == pages.count)
      let links = entries.flatMap { $0.all("Link") }
      #expect(links.map { Piece("TOCI", $0.text) } == expected)
      #expect(entries.allSatisfy { $0.children.map(\.type) == ["Link"] && $0.text.isEmpty })
    }
  }

  private func withStructure(
    of document: Document, _ body: (URL, [PDFElement]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("sample.pdf")
      try writePDF(try typesetSample(document), metadata: try sampleMetadata(), to: url)
      let structure = try pdfStructure(url)
      #expect(structure.map(\.type) == ["Document"])
      try body(url, structure)
    }
  }

  private func pieces(_ block: Block) -> [Piece] {
    switch block {
    case .cover(let cover):
      return [cover.issuer, cover.title, cover.foot].map { Piece("P", $0) }
    case .contents(let contents): return [Piece("H1", contents.title)]
    case .heading(let heading): return [Piece("H\(heading.level)", heading.text)]
    case .paragraph(let paragraph): return [Piece("P", paragraph.text)]
    case .form(let form):
      let heads = form.head.flatMap { [$0.left, $0.middle, $0.right] }
      return [Piece("H2", form.title)] + heads.map { Piece("P", $0) } + [Piece("Table", "")]
        + form.notes.map { Piece("P", $0) }
    }
  }
}
