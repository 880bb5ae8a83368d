import Diagnostics
import Documents
import Geometry
import Testing

@testable import Typesetting

@Suite("Size of type, widths of columns, places of figures")
struct FormTypesetterTests {
  private func size(_ pages: [Page]) -> Length? {
    pages.first?.cells.flatMap(\.lines).first?.box.size.height
  }

  private func wideFigure(_ fen: Int64) -> [TableRow] {
    [Sample.row("201", "一般公共服务支出", Sample.money(fen, row: "201", at: 2))]
  }

  @Test("The largest size in which the figures fit their columns is taken")
  func largestSize() throws {
    // 1,234,567.89 is twelve half ems: 60 pt at 10 pt, and 4 pt of padding.
    for (width, expected) in [(64.0, 10.0), (63.0, 9.0), (57.9, 8.0)] {
      let table = Sample.table(widths: [60, 200, width], rows: wideFigure(1_234_567_890_000))
      let pages = try set(Sample.form(table)).pages
      #expect(size(pages) == .pt(expected), "column \(width) pt")
      #expect(columnWidths(pages) == [60, 200, width])
    }
  }

  @Test("At the smallest size a column is widened at the expense of text columns")
  func widening() throws {
    // The table fills the text area of 510.2 pt, so nothing is free.
    let table = Sample.table(widths: [60, 410.24, 40], rows: wideFigure(1_234_567_890_000))
    let pages = try set(Sample.form(table)).pages
    #expect(size(pages) == .pt(8))
    let widths = columnWidths(pages)
    #expect(widths[2] == 52)
    #expect(abs(widths.reduce(0, +) - 510.24) < 0.1)
  }

  @Test("Free space beside the table is used before other columns give way")
  func freeSpace() throws {
    let table = Sample.table(widths: [60, 200, 40], rows: wideFigure(1_234_567_890_000))
    #expect(columnWidths(try set(Sample.form(table)).pages) == [60, 200, 52])
  }

  @Test("A figure for which there is no room is a finding at its address")
  func noRoom() throws {
    let names = (0..<12).map { Sample.column("\($0)", 42.5, figures: true) }
    let cells = (0..<12).map {
      Sample.money(123_456_789_012_345, row: "合计", column: "\($0 + 1)", at: $0)
    }
    let table = Table(
      columns: names, sections: [TableSection(header: [], body: [TableRow(cells: cells)])])
    let result = try FormTypesetter(
      form: Sample.form(table), style: Sample.style(), measure: fakeMeasure
    ).typeset(firstNumber: 1)
    #expect(result.value == nil)
    #expect(Set(result.findings.map(\.code)) == ["X101"])
    #expect(
      result.findings.contains {
        $0.place == .figure(FigureAddress(form: "05", row: "合计", column: "1"))
      })
    #expect(result.findings.allSatisfy { $0.what.contains("123,456,789.01") })
  }

  @Test("A form that asks for it is set smaller until it fits on one page")
  func onePage() throws {
    let small = try set(Sample.form(table(rows: 43), fitsOnePage: true)).pages
    #expect((small.count, size(small)) == (1, .pt(9)))
  }

  @Test("A last page of a few rows is taken back by the next size, one of ten rows stays")
  func sparsePage() throws {
    let few = try set(Sample.form(table(rows: 43))).pages
    #expect((few.count, size(few)) == (1, .pt(9)))
    let many = try set(Sample.form(table(rows: 60))).pages
    #expect((many.count, size(many)) == (2, .pt(10)))
    #expect(many[1].cells.filter { $0.role == .figure }.count >= 10)
  }

  /// At 10 pt a row is 16.5 pt high, at 8 pt 14.
  private func table(rows: Int) -> Table {
    Sample.table(
      rows: (0..<rows).map { index in
        Sample.row("\(index)", "支出", Sample.money(100, row: "\(index)", at: 2))
      })
  }

  @Test("A form that no size puts on one page is set in the largest on several")
  func manyPages() throws {
    let pages = try set(Sample.form(Sample.table(rows: Sample.rows(160)), fitsOnePage: true)).pages
    #expect(size(pages) == .pt(10))
    #expect(pages.count > 1)
  }

  @Test(
    "Numbers of a column end at one line, counts and amounts alike; a dash stands in the middle")
  func rightEdges() throws {
    let rows = [
      Sample.row("1", "甲", Sample.money(1_234_567_890_000, row: "1", at: 2)),
      Sample.row("2", "乙", Sample.money(50_000, row: "2", at: 2)),
      Sample.row("3", "丙", Sample.count(12, row: "3", at: 2)),
      Sample.row("4", "丁", Sample.dash(row: "4", at: 2)),
      Sample.row("5", "戊", Sample.money(-1_234_500_000, row: "5", at: 2)),
    ]
    let style = Sample.style(figurePadding: .mm(1.5))
    let pages = try set(Sample.form(Sample.table(rows: rows)), style: style).pages
    let figures = pages.flatMap(\.cells).filter { $0.role == .figure }
    for cell in figures where cell.text != "——" {
      #expect(abs((cell.box.maxX - cell.lines[0].box.maxX - .mm(1.5)).points) < 0.01)
    }
    let dash = try #require(figures.first { $0.text == "——" })
    #expect(abs((centre(dash.lines[0].box) - centre(dash.box)).points) < 0.01)
  }

  @Test("Text is set by the role of its cell: codes left, headers and line numbers centred")
  func alignment() throws {
    let row = TableRow(cells: [
      Sample.cell("201", .code, at: 0), Sample.cell("合计", .totalLabel, at: 1),
      Sample.cell("31", .lineNumber, at: 2),
    ])
    let cells = try set(Sample.form(Sample.table(rows: [row]))).pages.flatMap(\.cells)
    for cell in cells where cell.role != .code {
      #expect(abs((centre(cell.lines[0].box) - centre(cell.box)).points) < 0.01, "\(cell.text)")
    }
    let code = try #require(cells.first { $0.role == .code })
    #expect(abs((code.lines[0].box.minX - code.box.minX - .pt(2)).points) < 0.01)
  }

  @Test("A long text wraps in its cell, the row grows, short neighbours stand in the middle")
  func wrapping() throws {
    let name = String(repeating: "长", count: 45)
    let row = Sample.row("201", name, Sample.money(100, row: "201", at: 2))
    let cells = try set(Sample.form(Sample.table(rows: [row]))).pages.flatMap(\.cells)
    let cell = try #require(cells.first { $0.role == .name })
    #expect(cell.lines.count == 3)
    #expect(cell.text == name)
    #expect(abs(cell.box.size.height.points - (3 * 12.5 + 4)) < 0.01)
    let code = try #require(cells.first { $0.role == .code })
    let middle = code.box.minY + code.box.size.height / 2
    #expect(abs((code.lines[0].box.minY + .pt(5) - middle).points) < 0.01)
  }

  @Test("Title and head lines stand on the first page only, table header and number on each")
  func repeatedParts() throws {
    let form = Sample.form(Sample.table(rows: Sample.rows(100)), notes: ["注：尾差。"])
    let pages = try set(form).pages
    #expect(pages.count > 2)
    for (index, page) in pages.enumerated() {
      let parts = page.texts.map(\.part)
      #expect(parts.contains(.title) == (index == 0))
      #expect(parts.contains(.head) == (index == 0))
      #expect(parts.contains(.note) == (index == pages.count - 1))
      #expect(page.texts.last?.line.text == "— \(index + 1) —")
      #expect(page.cells.filter(\.isHeader).map(\.text) == ["项目", "决算数", "科目代码", "科目名称"])
    }
  }

  @Test("Head texts that would run into one another stand on lines of their own")
  func longHead() throws {
    let form = FormSheet(
      number: "05", code: "", title: "表", sheetName: "05", orientation: .portrait,
      fitsOnePage: false,
      head: [
        HeadLine(
          left: "部门名称：" + String(repeating: "很长的名称", count: 6), middle: "2023年度",
          right: "金额单位：万元")
      ], table: Sample.table(rows: Sample.rows(1)), notes: [])
    let heads = try set(form).pages[0].texts.filter { $0.part == .head }
    #expect(heads.map(\.line.text).dropFirst() == ["2023年度", "金额单位：万元"])
    let heights = heads.map(\.line.origin.y)
    #expect(heights[0] < heights[1] && heights[1] == heights[2])
    let table = try #require(try set(form).pages[0].cells.first).box.minX
    #expect(heads.allSatisfy { $0.line.box.minX >= table - .pt(0.01) })
  }

  private func centre(_ box: Rectangle) -> Length { box.minX + box.size.width / 2 }

  /// The widths of the three columns, in hundredths of a point.
  private func columnWidths(_ pages: [Page]) -> [Double] {
    let body = pages.first?.cells.filter { !$0.isHeader && $0.rows == 0..<1 } ?? []
    return body.map { ($0.box.size.width.points * 100).rounded() / 100 }
  }
}
