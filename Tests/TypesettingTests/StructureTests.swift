import Documents
import Geometry
import TestSupport
import Testing

@testable import Typesetting

@Suite("The structure that is marked in what is painted")
struct StructureTests {
  @Test("A form is a heading, its head lines, one table over all pages, its notes")
  func outermost() throws {
    let notes = ["注：一。", String(repeating: "很长的注。", count: 40)]
    let form = Sample.form(
      Sample.table(rows: Sample.rows(100)), title: String(repeating: "很长的标题", count: 12),
      notes: notes)
    let pages = try set(form).pages
    #expect(pages.count > 2)
    let root = try MarkedElement(pages)
    let expected: [(StructureTag, String)] =
      [(.heading(level: 1), form.title), (.paragraph, "部门名称：某某局")]
      + [(.paragraph, "2023年度"), (.paragraph, "金额单位：万元"), (.table, "")]
      + notes.map { (.paragraph, $0) }
    #expect(root.children.map(\.tag) == expected.map(\.0))
    let texts = root.children.filter { $0.tag != .table }.map(\.text)
    #expect(texts == expected.filter { $0.0 != .table }.map(\.1))
  }

  @Test("Rows hold the cells of the form in order; repeated headers and page numbers are outside")
  func cells() throws {
    var rows = Sample.rows(70)
    rows.insert(Sample.row("", "", Sample.money(nil, row: "空", at: 2)), at: 30)
    let form = Sample.form(Sample.table(rows: rows))
    let pages = try set(form).pages
    let root = try MarkedElement(pages)
    let table = try #require(root.children.first { $0.tag == .table })
    let section = form.table.sections[0]
    let composed = (section.header + section.body).map { $0.cells.map(\.content.printed) }
    #expect(table.children.map { $0.children.map(\.text) } == composed)
    #expect(table.children.allSatisfy { $0.tag == .row })
    let one = CellSpan(rows: 1, columns: 1)
    let header: [[StructureTag]] = [
      [.headerCell(CellSpan(rows: 1, columns: 2)), .headerCell(CellSpan(rows: 2, columns: 1))],
      [.headerCell(one), .headerCell(one)],
    ]
    #expect(Array(table.children.map { $0.children.map(\.tag) }.prefix(2)) == header)
    let body = table.children.dropFirst(2).flatMap(\.children)
    #expect(body.allSatisfy { $0.tag == .dataCell(one) })
    // What is painted and belongs to no heading, paragraph or cell.
    let repeated = section.header.flatMap(\.cells).map(\.content.printed).joined()
    let loose =
      String(repeating: repeated, count: pages.count - 1)
      + (1...pages.count).map { "— \($0) —" }.joined()
    #expect(root.looseText == loose)
  }

  @Test("Every section's header is marked where it first stands")
  func sections() throws {
    let header = { (text: String) in [TableRow(cells: [Sample.cell(text, .header, at: 0)])] }
    let body = { (count: Int) in
      (0..<count).map { TableRow(cells: [Sample.cell("\($0)", .label, at: 0)]) }
    }
    let table = Table(
      columns: [Sample.column("1", 100)],
      sections: [
        TableSection(header: header("甲"), body: body(60)),
        TableSection(header: header("乙"), body: body(60)),
        TableSection(header: [], body: body(3)),
      ])
    let root = try MarkedElement(try set(Sample.form(table)).pages)
    let rows = root.children.first { $0.tag == .table }?.children ?? []
    let numbers = { (count: Int) in (0..<count).map { "\($0)" } }
    #expect(
      rows.map { $0.children.map(\.text).joined() }
        == ["甲"] + numbers(60) + ["乙"] + numbers(60) + numbers(3))
  }

  @Test("A row that is split, a note that goes on: one element over all pages")
  func continuations() throws {
    let name = String(repeating: "很长的说明，", count: 260)
    let note = String(repeating: "很长的注。", count: 900)
    let rows =
      Sample.rows(2) + [Sample.row("999", name, Sample.money(1, row: "999", at: 2))]
    let pages = try set(Sample.form(Sample.table(rows: rows), notes: [note])).pages
    let root = try MarkedElement(pages)
    let table = try #require(root.children.first { $0.tag == .table })
    let parted = pages.flatMap(\.cells).filter { $0.columns == 1..<2 && $0.rows == 2..<3 }
    #expect(parted.count > 1)
    let rest = table.children.dropFirst(4)
    #expect(rest.map { $0.children.map(\.text) } == [["999", name, "0.00"]])
    #expect(pages.count { $0.texts.contains { $0.part == .note } } > 1)
    let notes = root.children.drop { $0.tag != .table }.dropFirst()
    #expect(notes.map(\.tag) == [.paragraph])
    #expect(notes.map(\.text) == [note])
  }

  @Test(
    "A span that a page divides is one cell over all of its rows; rows stay full",
    arguments: [2, 90])
  func dividedSpan(rows: Int) throws {
    let body = (0..<rows).map { index in
      var cells = [Sample.cell("\(index)", .label, at: 0), Sample.cell("二", .label, at: 2)]
      if index == 0 { cells.append(Sample.cell("跨行", .label, at: 1, rows: rows)) }
      return TableRow(cells: cells)
    }
    let pages = try set(Sample.form(Sample.table(rows: body))).pages
    let table = try #require(try MarkedElement(pages).children.first { $0.tag == .table })
    #expect(try table.gridWidths() == Array(repeating: 3, count: rows + 2))
    let spans = table.children.flatMap(\.children).compactMap { cell -> Int? in
      if case .dataCell(let span) = cell.tag, span.rows > 1 { span.rows } else { nil }
    }
    #expect(spans == [rows])
    #expect((pages.count > 1) == (rows > 50))
    // In reading order it stands between its neighbours.
    let wide = table.children.dropFirst(2).filter { $0.children.count == 3 }
    #expect(wide.map { $0.children.map(\.text) } == [["0", "跨行", "二"]])
  }

  @Test("A row in which no cell begins is a row")
  func coveredRow() throws {
    let body = [
      TableRow(cells: (0..<3).map { Sample.cell("\($0)", .label, at: $0, rows: 2) }),
      TableRow(cells: []),
      TableRow(cells: (0..<3).map { Sample.cell("\($0)", .label, at: $0) }),
    ]
    let pages = try set(Sample.form(Sample.table(rows: body))).pages
    let table = try #require(try MarkedElement(pages).children.first { $0.tag == .table })
    #expect(table.children.map(\.children.count) == [2, 2, 3, 0, 3])
    #expect(try table.gridWidths() == [3, 3, 3, 3, 3])
  }

  @Test("Random forms: marks nest, and the cells tile the grid", arguments: seeds(40))
  func random(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let table = RandomFormTests().randomTable(&random)
    let height = Length.pt(Double.random(in: 300...842, using: &random))
    let pages = try set(Sample.form(table), style: Sample.style(pageHeight: height)).pages
    let root = try MarkedElement(pages)
    let tables = root.children.filter { $0.tag == .table }
    #expect(tables.count == 1, "seed \(seed)")
    for table in tables {
      #expect(try table.gridWidths().allSatisfy { $0 == 4 }, "seed \(seed)")
      let printed = pages.flatMap(\.cells).filter { !$0.isRepeated }
      let cells = Set(
        printed.map { cell in
          [
            cell.section, cell.isHeader ? 0 : 1, cell.span.lowerBound, cell.columns.lowerBound,
          ]
        })
      #expect(table.children.flatMap(\.children).count == cells.count, "seed \(seed)")
      #expect(table.leafText.count == printed.map(\.text.count).reduce(0, +), "seed \(seed)")
    }
  }
}
