import Documents
import Domain
import Foundation
import Geometry
import TestSupport
import Testing

@testable import SpreadsheetOutput

@Suite("Workbooks, read back by another program")
struct WorkbookFactsTests {
  @Test("Properties come from the document; the date is the document's")
  func properties() throws {
    let book = try written(Sample.all)
    #expect(book.properties["title"] == "某局2023年度部门决算")
    #expect(book.properties["author"] == "某局")
    #expect(book.properties["company"] == "某局")
    #expect(book.properties["created"] == "2024-09-20T00:00:00Z")
    #expect(book.properties["modified"] == "2024-09-20T00:00:00Z")
    #expect(book.sheets.map { $0.fact("sheet") } == ["公开05表", "公开01表", "公开10表"])
  }

  @Test("Title and head lines are merged over the table, without borders")
  func titleAndHead() throws {
    let sheet = try written(Sample.all).sheet("公开05表")
    let merges = sheet.facts("merge")
    #expect(merges.contains("A1:E1"))
    #expect(merges.contains("A2:E2"))
    let title = try sheet.cell("A1")
    #expect(title.value == "一般公共预算财政拨款支出决算表")
    #expect(title.font == "黑体 18")
    #expect(title.alignment == "center/center+wrap")
    #expect(title.borders == "none")
    #expect(try sheet.cell("A2").alignment == "right/center+wrap")
    #expect(try sheet.cell("A3").value == "部门名称：某局")
    #expect(try sheet.cell("A3").font == "宋体 10.5")
  }

  @Test("Header cells are merged by their spans, with borders on every position")
  func headers() throws {
    let sheet = try written(Sample.all).sheet("公开05表")
    let merges = sheet.facts("merge")
    #expect(merges.contains("A4:B4") && merges.contains("C4:E4") && merges.contains("A6:B6"))
    for address in ["A4", "B4", "C4", "D4", "E4", "A5", "C6", "A7", "B7"] {
      #expect(try sheet.cell(address).borders == "thin", "\(address)")
    }
    let number = try sheet.cell("C6")
    #expect((number.type, number.value) == ("s", "1"))
    #expect(number.alignment == "center/center+wrap")
  }

  @Test("Figures are exact numbers in their number format")
  func figures() throws {
    let sheet = try written(Sample.all).sheet("公开05表")
    let total = try sheet.cell("C7")
    #expect(
      total
        == CellDump(
          type: "n", value: "123456789012.34", format: "#,##0.00",
          alignment: "right/center", borders: "thin", font: "Times New Roman 9"))
    #expect(try sheet.cell("D7").value == "0")
    // -7,000 元 and 49.99 元 in 万元, each rounded once; 0.005 万元 is an exact half.
    #expect(try sheet.cell("C8").value == "-0.7")
    #expect(try sheet.cell("D8").value == "0")
    #expect(try sheet.cell("D9").value == "29.25")
    #expect(try sheet.cell("E9").value == "0.01")
    let count = try written(Sample.all).sheet("公开10表").cell("C8")
    #expect((count.type, count.value, count.format) == ("n", "1234", "0"))
  }

  @Test("Blank figures are bordered cells without a value, ready for a number")
  func blanks() throws {
    let book = try written(Sample.all)
    let blank = try book.sheet("公开05表").cell("E7")
    #expect((blank.type, blank.value, blank.borders) == ("-", "", "thin"))
    #expect(blank.format == "#,##0.00")
    let filler = try book.sheet("公开01表").cell("A6")
    #expect((filler.type, filler.borders) == ("-", "thin"))
  }

  @Test("—— is a text in the middle")
  func dash() throws {
    let dash = try written(Sample.all).sheet("公开05表").cell("E8")
    #expect((dash.type, dash.value) == ("s", "——"))
    #expect(dash.alignment == "center/center")
  }

  @Test("Codes and line numbers are texts, and Excel is told not to mark them")
  func codes() throws {
    let book = try written(Sample.all)
    let sheet = try book.sheet("公开05表")
    let code = try sheet.cell("A9")
    #expect((code.type, code.value, code.format) == ("s", "2080501", "@"))
    #expect(code.alignment == "left/center+wrap")
    let line = try book.sheet("公开01表").cell("E5")
    #expect((line.type, line.value) == ("s", "32"))
    #expect(line.alignment == "center/center")
    #expect(sheet.fact("ignored errors") == "A1:E11 numberStoredAsText")
  }

  @Test("Every row has a height; the wrapped name's is the tallest of the table")
  func heights() throws {
    let sheet = try written(Sample.all).sheet("公开05表")
    let heights = sheet.facts("height").map { $0.split(separator: " ").map { Double($0) ?? 0 } }
    #expect(heights.map { $0[0] } == (1...11).map(Double.init))
    #expect(heights.allSatisfy { $0[1] > 12 })
    #expect(heights[3..<9].max { $0[1] < $1[1] }?[0] == 9)
  }

  @Test("Print set-up: paper, orientation, fit, repeated rows, area, margins, page number")
  func printing() throws {
    let book = try written(Sample.all)
    let sheet = try book.sheet("公开05表")
    #expect(sheet.fact("paper") == "9 portrait")
    #expect(sheet.fact("fit") == "1 wide, 0 tall")
    #expect(sheet.fact("centred") == "horizontally")
    #expect(sheet.fact("repeated rows") == "$4:$6")
    #expect(sheet.fact("print area") == "'公开05表'!$A$1:$E$11")
    #expect(
      sheet.fact("margins")
        == "left=0.787 right=0.787 top=1 bottom=1 header=0.3 footer=0.5")
    #expect(sheet.fact("oddFooter") == "&C&\"宋体,Regular\"&14— &P —")
    #expect(sheet.fact("frozen") == "A7")
    let overview = try book.sheet("公开01表")
    #expect(overview.fact("paper") == "9 landscape")
    #expect(overview.fact("fit") == "1 wide, 1 tall")
  }

  @Test("A label over two rows is merged downwards")
  func rowSpans() throws {
    let sheet = try written(Sample.all).sheet("公开01表")
    #expect(sheet.facts("merge").contains("D5:D6"))
    #expect(try sheet.cell("D6").borders == "thin")
    #expect(try sheet.cell("E6").value == "33")
  }

  @Test("Notes stand below the table, merged over all columns")
  func notes() throws {
    let sheet = try written(Sample.all).sheet("公开05表")
    #expect(sheet.facts("merge").contains("A10:E10"))
    #expect(try sheet.cell("A11").value == "说明：金额转换为万元时，因四舍五入可能存在尾数误差。")
    #expect(try sheet.cell("A10").alignment == "left/center+wrap")
  }

  @Test("Rare characters, line breaks and leading spaces arrive as they are")
  func texts() throws {
    let text = "  𠀀𬭚\n“引号”<&>"
    let body = [Sample.row(Sample.cell(0, text, .label), Sample.figure(1, nil))]
    let cell = try written([Sample.small(body: body)]).sheet("表一").cell("A2")
    #expect(cell.value == "  𠀀𬭚\\n“引号”<&>")
  }

  @Test("The summary counts what was written")
  func summary() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("out.xlsx").path
      let summary = try writeSample([Sample.small()], to: path)
      #expect((summary.sheets, summary.cells, summary.numbers) == (1, 3, 1))
    }
  }

  @Test("The short form of the dump: sheet, cell, type and value")
  func values() throws {
    try withTemporaryFolder { folder in
      let path = folder.appendingPathComponent("out.xlsx").path
      try writeSample([Sample.small()], to: path)
      #expect(
        try dump(["--values", path]) == "表一\tA1\ts\t表\n表一\tA2\ts\t甲\n表一\tB2\tn\t1\n")
    }
  }
}
