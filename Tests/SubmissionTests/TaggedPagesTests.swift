import Documents
import Foundation
import Submission
import TestSupport
import Testing
import Typesetting

@Suite("The structure of the PDF") struct TaggedPagesTests {
  /// A cell as a reader of the structure meets it.
  private struct Cell: Equatable, CustomStringConvertible {
    let type: String
    let text: String
    let rows: Int
    let columns: Int
    let scope: String?

    var description: String { "\(type) \(rows)×\(columns) \(scope ?? "") “\(text)”" }

    init(_ element: PDFElement) {
      type = element.type
      text = element.text
      rows = element.attributes["RowSpan"].flatMap { Int($0) } ?? 1
      columns = element.attributes["ColSpan"].flatMap { Int($0) } ?? 1
      scope = element.attributes["Scope"]
    }

    init(_ cell: TableCell, isHeader: Bool, rows: Int? = nil) {
      let headsRows = cell.role == .side || cell.role == .group
      type = isHeader || headsRows ? "TH" : "TD"
      scope = isHeader ? "/Column" : headsRows ? "/Row" : nil
      text = cell.content.printed.filter { !$0.isWhitespace }
      self.rows = rows ?? cell.rowSpan
      columns = cell.columnSpan
    }
  }

  @Test("the table of a form or self-evaluation holds its cells in order, once, blank ones too")
  func cellsOfTheForms() throws {
    let sample = try SampleSubmission()
    let all = try structure().flatMap { $0.all("Table") }
    // Those of the text stand before the forms.
    let textTables = sample.document.blocks.count { if case .table = $0 { true } else { false } }
    #expect(all.count == textTables + sample.document.sheets.count)
    let tables = all.dropFirst(textTables)
    for (table, form) in zip(tables, sample.document.sheets) {
      #expect(table.children.allSatisfy { $0.type == "TR" }, "\(form.number)")
      let found = table.children.map { $0.children.map { Cell($0) } }
      let composed = form.table.sections.flatMap { rows(of: $0) }
      #expect(found.count == composed.count, "\(form.number)")
      for (row, pair) in zip(found, composed).enumerated() {
        #expect(pair.0 == pair.1, "\(form.number), row \(row + 1)")
      }
    }
    // The example has columns without a figure; were blanks left out, the rows would be shorter.
    #expect(tables.flatMap { $0.all("TD") }.count { $0.text.isEmpty } > 100)
  }

  @Test("each form begins with its title as a heading, and page numbers are no part of the text")
  func headings() throws {
    let sample = try SampleSubmission()
    let structure = try structure()
    #expect(structure.map(\.type) == ["Document"])
    let titles = sample.document.sheets.map { $0.title.filter { !$0.isWhitespace } }
    let headings = (1...6).flatMap { level in structure.flatMap { $0.all("H\(level)") } }
    #expect(headings.map(\.text).filter { titles.contains($0) } == titles)
    let numbers = sample.typeset.pages.flatMap(\.texts).filter { $0.part == .pageNumber }
      .map { $0.line.text.filter { !$0.isWhitespace } }
    #expect(numbers.count == sample.typeset.pages.compactMap(\.number).count)
    #expect(Set(structure.flatMap { texts(of: $0) }).isDisjoint(with: numbers))
  }

  /// The structure of what the build writes.
  private func structure() throws -> [PDFElement] {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      _ = try SampleSubmission.build(into: out)
      return try pdfStructure(out.appendingPathComponent("部门决算公开.pdf"))
    }
  }

  private func rows(of section: TableSection) -> [[Cell]] {
    let header = section.header.map { row in cells(of: row, isHeader: true) }
    let body = section.body.map { row in cells(of: row, isHeader: false) }
    var rows = header + body
    // What stands beside all rows is read before them; the example's sections take one page each.
    if let side = section.side, !rows.isEmpty {
      rows[0].insert(Cell(side, isHeader: false, rows: rows.count), at: 0)
    }
    return rows
  }

  private func cells(of row: TableRow, isHeader: Bool) -> [Cell] {
    row.cells.sorted { $0.column < $1.column }.map { Cell($0, isHeader: isHeader) }
  }

  private func texts(of element: PDFElement) -> [String] {
    [element.text] + element.children.flatMap { texts(of: $0) }
  }
}
