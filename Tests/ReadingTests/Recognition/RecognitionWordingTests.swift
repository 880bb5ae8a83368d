import Diagnostics
import Documents
import Figures
import Layouts
import Readings
import Recognition
import TestSupport
import Testing

/// What the clerk reads where a table is not as the layout set has it.
@Suite("Wording of the findings of recognition")
struct RecognitionWordingTests {
  @Test("each code once")
  func wording() throws {
    let composed = try ComposedForms.example.get()
    var text = ""
    var codes = Set<String>()
    let show = { (title: String, recognition: RecognisedFile) in
      codes.formUnion(recognition.findings.map(\.code))
      text += "## \(title)\n"
      for finding in recognition.findings { text += DiagnosticPrinter().text(of: finding) }
      text += "\n"
    }
    for (title, tables) in try Self.cases(composed) {
      show(title, recognise(tables, in: "决算公开表.xlsx", by: composed.set))
    }
    show("没有表的 PDF", recognise(pdf: PDFReading(file: "某局.pdf"), by: composed.set))
    #expect(codes.sorted() == (60...72).map { "C0\($0)" })
    Golden.check(text, against: "diagnostics/recognition.txt")
  }

  private static func cases(_ composed: ComposedForms) throws -> [(String, [ReadTable])] {
    let sheet = try composed.sheet("05")
    let lines = try composed.sheet("01")
    let without = { (table: ReadTable, texts: Set<String>) in
      table.mapCells { texts.contains($0.text) ? nil : $0 }
    }
    let renaming = { (table: ReadTable, old: String, new: String) in
      table.mapCells { $0.text == old ? $0.with(text: new) : $0 }
    }
    let row = lines.cell("五、事业收入")?.row
    let long = ReadTable(
      name: "明细账", head: [],
      cells: (0..<20_001).map {
        ReadCell(row: $0, column: 0, text: "1", place: .cell(sheet: "明细账", reference: "A\($0 + 1)"))
      }, notes: [])
    return [
      ("太大的表", [long]),
      ("表头不同", [without(sheet, ["小计", "基本支出", "项目支出", "1", "2", "3"])]),
      (
        "不是公开表",
        [ReadTable(name: "目录", head: [], cells: [sheet.cells[0].with(text: "目录")], notes: [])]
      ),
      ("表号不符", [renaming(sheet.renamed("一"), "公开05表", "公开08表")]),
      ("出现两次", [sheet, sheet.renamed("副本")]),
      ("缺一列", [sheet.mapCells { $0.column == 4 && $0.row > 3 ? nil : $0 }]),
      ("多一列", [renaming(sheet, "项目支出", "经营支出").mapCells { $0.text == "3" ? nil : $0 }]),
      ("缺一行", [lines.mapCells { $0.row == row ? nil : $0 }]),
      ("多一行、重复一行", [renaming(renaming(sheet, "2080501", "20805010"), "2080506", "2080505")]),
      ("行次不同", [renaming(lines, "5", "50")]),
      ("不是数", [renaming(sheet, "29.25", "见附注")]),
      ("缺一段表头", [without(try composed.sheet("10"), ["二、机关运行经费"])]),
    ]
  }
}
