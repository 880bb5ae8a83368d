import Documents
import Foundation
import Geometry
import SampleEvaluations
import TestSupport
import Testing

@testable import SpreadsheetOutput

@Suite("Where the printed pages of a sheet end")
struct PageEndTests {
  private func plan(_ form: FormSheet, _ breaks: [RowBreak]?) throws -> SheetPlan {
    try FormSheetPlanner(
      style: Sample.style, measure: .fake, officialFont: Sample.officialFont
    ).plan(form, breaks: breaks)
  }

  /// A form of one section with a header of one row.
  private func list(rows: Int) -> FormSheet {
    let header = Sample.row(Sample.cell(0, "名称", .header), Sample.cell(1, "金额", .header))
    return Sample.small(
      columns: [Sample.column("a", 100), Sample.column("b", 70, figures: true)], header: [header],
      body: (1...rows).map { Sample.row(Sample.cell(0, "第\($0)", .label), Sample.figure(1, 100)) })
  }

  /// A self-evaluation of several pages, whose indicators are the rows of section 3.
  private var evaluation: FormSheet {
    var sample = EvaluationSample()
    sample.indicators = EvaluationSample.long(60) + EvaluationSample.usual
    return sample.sheet
  }

  /// What a page has between its margins.
  private var room: Length {
    let page = Sample.style.formPage
    return page.size.height - page.margins.top - page.margins.bottom
  }

  /// The height that the pages take of the paper at the scale that the sheet is printed at.
  private func heights(_ plan: SheetPlan) -> [Length] {
    let pages = SheetPages(
      ends: plan.print.pageEnds, repeated: plan.print.repeatedRows.map { Range($0) } ?? 0..<0)
    return pages.heights(plan.rows).map { $0 * (Double(plan.print.scale) / 100) }
  }

  @Test("Pages end below the rows that are named, and hold them when hardly reduced")
  func ends() throws {
    let plan = try plan(
      list(rows: 90), [RowBreak(section: 0, rows: 40), RowBreak(section: 0, rows: 85)])
    // Title and header stand above the rows.
    #expect(plan.print.pageEnds == [42, 87])
    #expect(plan.print.repeatedRows == 1...1 && !plan.print.fitsOnePage)
    #expect((90...100).contains(plan.print.scale))
    #expect(heights(plan).count == 3 && heights(plan).allSatisfy { $0 <= room })
  }

  @Test("Only a page that needs it is reduced, and then the columns are wider for it")
  func reduction() throws {
    let short = try plan(list(rows: 5), [])
    #expect(short.print.scale >= 99)
    let rows = Int((room.points * 1.05 / short.rows[4].points).rounded()) - 3
    let full = try plan(list(rows: rows), [])
    #expect((90...95).contains(full.print.scale) && full.print.pageEnds.isEmpty)
    #expect(heights(full).allSatisfy { $0 <= room })
    #expect(full.columns.reduce(0, +) > short.columns.reduce(0, +))
  }

  @Test("A page may end below a section, or below its header alone")
  func betweenSections() throws {
    let form = evaluation
    let first = form.table.sections[0]
    let head = 1 + form.head.count
    let funds = form.table.sections[1]
    let ends = try plan(
      form, [RowBreak(section: 0, rows: first.body.count), RowBreak(section: 1, rows: 0)]
    ).print.pageEnds
    let above = head + first.header.count + first.body.count
    #expect(ends == [above, above + funds.header.count])
  }

  @Test("No page of a self-evaluation ends within a merged cell; groups are named on each page")
  func groups() throws {
    let form = evaluation
    let plan = try plan(
      form, [RowBreak(section: 3, rows: 25), RowBreak(section: 3, rows: 55)])
    #expect(plan.print.pageEnds.count == 2)
    for end in plan.print.pageEnds {
      for cell in plan.cells {
        #expect(!(cell.range.rows.lowerBound < end && cell.range.rows.upperBound >= end))
      }
    }
    func rows(_ text: String) -> [ClosedRange<Int>] {
      plan.cells.filter { cell in
        if case .text(let own) = cell.content { own.filter { $0 != "\n" } == text } else { false }
      }.map(\.range.rows)
    }
    for name in ["绩效指标", "产出指标", "数量指标"] {
      let parts = rows(name).sorted { $0.lowerBound < $1.lowerBound }.prefix(3)
      #expect(parts.count == 3, "\(name)")
      #expect(parts.dropFirst().map(\.lowerBound) == plan.print.pageEnds, "\(name)")
    }
    // Nothing is said again but names, and no position is covered twice.
    let positions = plan.cells.flatMap(\.range.positions)
    #expect(Set(positions).count == positions.count)
    #expect(Set(positions) == Set(plan.area.positions))
    #expect(rows("第30项任务完成的数量").count == 1)
  }

  @Test("An end that would cut another cell is left to the program")
  func joinedRows() throws {
    let body = [
      Sample.row(Sample.cell(0, "甲", .label, rows: 2), Sample.figure(1, 100)),
      Sample.row(Sample.figure(1, 200)),
      Sample.row(Sample.cell(0, "乙", .label), Sample.figure(1, 300)),
    ]
    let plan = try plan(
      Sample.small(body: body), [RowBreak(section: 0, rows: 1), RowBreak(section: 0, rows: 2)])
    #expect(plan.print.pageEnds == [3])
  }

  @Test("Title and head lines are printed again where every page has room for them")
  func repeatedHead() throws {
    let breaks = [RowBreak(section: 3, rows: 20), RowBreak(section: 3, rows: 40)]
    #expect(try plan(evaluation, breaks).print.repeatedRows == 0...1)
  }

  @Test("A row higher than a page leaves the other ends as they are")
  func tallRow() throws {
    let tall = Sample.row(
      Sample.cell(0, String(repeating: "长", count: 2000), .label), Sample.figure(1, 100))
    let short = Sample.row(Sample.cell(0, "短", .label), Sample.figure(1, 100))
    let plan = try plan(
      Sample.small(body: [short, tall, short, short]), [RowBreak(section: 0, rows: 3)])
    let end = try #require(plan.print.pageEnds.first)
    #expect(plan.print.pageEnds == [plan.rows.count - 1] && end > 4)
  }

  @Test("Read back: page ends are set by hand, in a height that is fitted to no number of pages")
  func readBack() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("out.xlsx")
      try writeWorkbook(
        Sample.document([list(rows: 90)]), breaks: ["99": [RowBreak(section: 0, rows: 50)]],
        measure: .fake, officialFont: Sample.officialFont, to: file.path)
      let line = try dump(["--page-ends", file.path]).components(separatedBy: "\t")
      #expect(line[0] == "表一" && line[2] == "52\n")
      #expect((90...100).contains(try #require(Int(line[1]))))
      #expect(try WorkbookDump(file).sheet("表一").fact("fit") == "1 wide, 0 tall")
    }
  }

  @Test("Widths of columns are reckoned by the font of the figures")
  func normalFont() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("out.xlsx")
      try writeSample([Sample.small()], to: file.path)
      let font = """
        import openpyxl, sys
        font = openpyxl.load_workbook(sys.argv[1])._fonts[0]
        print(font.name, font.sz, font.scheme)
        """
      #expect(try python(["-c", font, file.path]).output == "Times New Roman 10.5 None\n")
    }
  }
}
