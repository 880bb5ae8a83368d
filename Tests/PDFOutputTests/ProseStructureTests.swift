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
    "Headings, paragraphs, tables, forms in order, each once, on however many pages it stands")
  func order() throws {
    let document = try proseDocument()
    try withStructure(of: document) { url, structure in
      let found = structure.flatMap(\.children).filter { $0.type != "TOC" }
        .map { Piece($0.type, $0.text) }
      let pieces = document.blocks.flatMap(pieces)
      for (found, piece) in zip(found, pieces) { #expect(found == piece) }
      #expect(found.count == pieces.count)
      let check = try run("qpdf", ["--check", url.path])
      #expect(check.status == 0, "\(check.output)")
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
      #expect(pages.count > 1)
      #expect(structure.flatMap { $0.all("TOC") }.count == 1)
      let links = entries.flatMap { $0.all("Link") }
      #expect(links.map { Piece("TOCI", $0.text) } == expected)
      #expect(entries.allSatisfy { $0.children.map(\.type) == ["Link"] && $0.text.isEmpty })
    }
  }

  @Test("A table of the text has its header once and each row once, also one over several pages")
  func tables() throws {
    let document = try proseDocument()
    let tables = document.blocks.compactMap { block in
      if case .table(let table) = block { table.table } else { nil }
    }
    let set = try typesetSample(document)
    let parted = set.pages.filter { page in
      page.cells.contains { $0.block != nil && $0.span == 5..<6 && !$0.lines.isEmpty }
    }
    #expect(parted.count > 1)
    try withStructure(of: document) { _, structure in
      let found = structure.flatMap { $0.all("Table") }.suffix(tables.count)
      #expect(tables.count == 2)
      for (found, table) in zip(found, tables) {
        let rows = table.sections.flatMap { $0.header + $0.body }.map { row in
          row.cells.map { $0.content.printed.filter { !$0.isWhitespace } }
        }
        #expect(found.children.map { $0.children.map(\.text) } == rows)
        #expect(found.children.map { Set($0.children.map(\.type)) }.prefix(2) == [["TH"], ["TD"]])
      }
    }
  }

  private func withStructure(
    of document: Document, _ body: (URL, [PDFElement]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("sample.pdf")
      try Data(makePDF(typesetSample(document), metadata: sampleMetadata())).write(to: url)
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
    case .table(let table):
      let caption = table.caption.isEmpty ? [] : [Piece("P", table.caption)]
      return caption + [Piece("Table", "")]
    case .pageBreak, .orientation: return []
    case .form(let form):
      let heads = form.head.flatMap { [$0.left, $0.middle, $0.right] }
      return [Piece("H2", form.title)] + heads.map { Piece("P", $0) } + [Piece("Table", "")]
        + form.notes.map { Piece("P", $0) }
    }
  }
}
