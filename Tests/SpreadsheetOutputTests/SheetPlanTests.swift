import Documents
import Figures
import Geometry
import Testing

@testable import SpreadsheetOutput

@Suite("Plans of sheets")
struct SheetPlanTests {
  private func plan(_ form: FormSheet, mark: String? = nil) throws -> SheetPlan {
    try FormSheetPlanner(
      style: Sample.style, mark: mark, measure: .fake, officialFont: Sample.officialFont
    ).plan(form)
  }

  @Test("Millimetres become pixels of a screen with 96 dots per inch")
  func pixels() throws {
    let columns = [Sample.column("a", 25.4), Sample.column("b", 30, figures: true)]
    #expect(try plan(Sample.small(columns: columns)).columns == [96, 114])
  }

  @Test("Figures end a blank before the rule, names of accounts begin by their level")
  func blanks() throws {
    let table = TableStyle(
      headerRole: "表格标题", bodyRole: "表格", figureRole: "数字", strongRole: "表格加粗",
      levelIndent: .mm(2), sizes: TypeSizes(.pt(10)), lineHeight: 1.25,
      padding: Insets(top: .pt(2), right: .mm(1), bottom: .pt(2), left: .mm(1)),
      figurePadding: .mm(1.5), ruleWidth: .pt(0.5))
    let formats = FormFormats(
      style: table, size: .pt(10), vertical: .pt(2), officialFont: { _ in "宋体" })
    func name(_ level: Int, isStrong: Bool = false) -> CellFormat {
      formats.format(
        TableCell(
          column: 0, role: .name, content: .text("教育支出"), isStrong: isStrong, level: level))
    }
    // The text format itself, so that the name in the cell is the name alone.
    #expect([0, 1, 2].map { name($0).numberFormat } == [nil, "_ @", "_ _ @"])
    #expect(name(0, isStrong: true).isBold && !name(1).isBold)
    #expect(name(0, isStrong: true) != name(0))
    let figure = formats.format(Sample.figure(1, 1_234_500))
    #expect(figure.numberFormat == "#,##0.00_ " && figure.alignment == .right)
    // A dash stands in the middle, without a blank beside it.
    let dash = formats.format(Sample.figure(1, nil, none: .dash))
    #expect(dash.numberFormat == "#,##0.00" && dash.alignment == .centre)
  }

  @Test("A column is widened for its longest figure, and for nothing else")
  func widening() throws {
    let columns = [Sample.column("a", 10), Sample.column("b", 10, figures: true)]
    let body = [
      Sample.row(
        Sample.cell(0, "一个很长很长的名称", .label), Sample.figure(1, 1_234_567_890_123_400_00))
    ]
    let widths = try plan(Sample.small(columns: columns, body: body)).columns
    #expect(widths[0] == 38)
    // `123,456,789,012.34` has 18 half ems of 9 pt, 108 px; that is 94 % of 115, 5 are padding.
    #expect(widths[1] == 120)
  }

  @Test("A wrapped text makes its row taller; every row has a height in whole pixels")
  func wrappedText() throws {
    let short = try plan(Sample.small()).rows
    let text = String(repeating: "长", count: 30)
    let body = [Sample.row(Sample.cell(0, text, .label), Sample.figure(1, 1_000_000))]
    let tall = try plan(Sample.small(body: body)).rows
    // 30 mm are 114 px; 94 % of what is left of them holds eight characters of 9 pt: four lines.
    let line = 9 * 1.35
    let around = 2 * Length.mm(0.8).points
    #expect(short[1].points >= line + around && short[1].points < line + around + 0.75)
    #expect(tall[1].points >= 4 * line + around && tall[1].points < 4 * line + around + 0.75)
    for height in short + tall {
      #expect((height.points / 0.75).truncatingRemainder(dividingBy: 1) == 0)
    }
  }

  @Test("A tall cell over two rows makes the second one taller")
  func tallSpan() throws {
    let text = String(repeating: "长", count: 30)
    let body = [
      Sample.row(Sample.cell(0, text, .label, rows: 2), Sample.figure(1, 1_000_000)),
      Sample.row(Sample.figure(1, 1_000_000)),
    ]
    let rows = try plan(Sample.small(body: body)).rows
    let needed = 4 * 9 * 1.35 + 2 * Length.mm(0.8).points
    #expect(rows[1] < rows[2])
    #expect((rows[1] + rows[2]).points >= needed)
    #expect((rows[1] + rows[2]).points < needed + 1.5)
  }

  @Test("A row taller than Excel's tallest becomes several, with its cells merged over them")
  func tallestRow() throws {
    let text = String(repeating: "长", count: 8 * 50)
    let body = [
      Sample.row(Sample.cell(0, text, .label), Sample.figure(1, 1_000_000)),
      Sample.row(Sample.cell(0, "乙", .label), Sample.figure(1, 2_000_000)),
    ]
    let plan = try plan(Sample.small(body: body))
    #expect(plan.rows.count == 4)
    #expect(plan.rows.allSatisfy { $0 <= .pt(409.5) })
    #expect((plan.rows[1] + plan.rows[2]).points >= 50 * 9 * 1.35)
    #expect(plan.cells.map(\.range.description) == ["A1:B1", "A2:A3", "B2:B3", "A4", "B4"])
  }

  @Test("The cells of a plan lie inside its area and cover no position twice")
  func tiling() throws {
    for form in Sample.all {
      let plan = try plan(form)
      let positions = plan.cells.flatMap(\.range.positions)
      #expect(Set(positions).count == positions.count)
      #expect(Set(positions).isSubset(of: plan.area.positions))
      #expect(plan.rows.count == plan.area.rows.count)
    }
  }

  @Test("One section: its header stays in view and is printed again on every page")
  func pinnedHeader() throws {
    let plan = try plan(Sample.expenditure)
    #expect(plan.pinned == 0..<6)
    #expect(plan.print.repeatedRows == 3...5)
  }

  @Test("Several sections: only title and head lines stay")
  func pinnedHead() throws {
    let plan = try plan(Sample.statistics)
    let head = plan.cells.filter { !$0.format.hasBorder }
    #expect(plan.pinned == 0..<3)
    #expect(plan.print.repeatedRows == 0...2)
    #expect(!head.isEmpty && head.allSatisfy { $0.range.rows.upperBound < 3 })
  }

  @Test("Number formats in Excel's notation")
  func numberFormats() {
    func code(_ decimals: Int, _ grouping: Bool) -> String {
      NumberFormat(kind: .count(unit: ""), decimals: decimals, grouping: grouping).excelCode
    }
    #expect(code(2, true) == "#,##0.00")
    #expect(code(0, true) == "#,##0")
    #expect(code(0, false) == "0")
    #expect(code(6, false) == "0.000000")
  }

  @Test("The footer: the page number for its sign, ampersands doubled")
  func footer() {
    let style = TextStyle(role: "页码", size: .pt(14), lineHeight: 1)
    func code(before: String, after: String) -> String {
      footerCode(PageNumberLine(before: before, after: after), style, font: Sample.officialFont)
    }
    #expect(code(before: "— ", after: " —") == "&C&\"宋体,Regular\"&14— &P —")
    #expect(code(before: "A&B ", after: "&") == "&C&\"宋体,Regular\"&14A&&B &P&&")
    #expect(code(before: "2023-", after: "") == "&C&\"宋体,Regular\"&14 2023-&P")
    #expect(code(before: "", after: "") == "&C&\"宋体,Regular\"&14&P")
  }

  @Test("A mark stands in the header of every sheet, above the margin; without one there is none")
  func header() throws {
    for form in Sample.all {
      #expect(try plan(form).print.header == nil)
      let header = try #require(try plan(form, mark: "草稿").print.header)
      #expect(header.text == "&C&\"黑体,Regular\"&14草稿")
      #expect(header.margin + .pt(14) < Sample.style.formPage.margins.top)
    }
    let odd = PrintHeader("1&2", above: .mm(2), font: "宋体")
    #expect(odd == PrintHeader(text: "&C&\"宋体,Regular\"&14 1&&2", margin: .zero))
  }

  @Test("Cells are named as spreadsheets name them")
  func cellNames() {
    #expect(CellPosition(row: 0, column: 0).description == "A1")
    #expect(CellPosition(row: 11, column: 25).description == "Z12")
    #expect(CellPosition(row: 0, column: 26).description == "AA1")
    #expect(CellPosition(row: 0, column: 16_383).description == "XFD1")
  }
}
