import Diagnostics
import Domain
import Figures
import Layouts
import Readings
import Recognition
import TestSupport
import Testing

/// What looks like a form and was not read is told, and never taken for another form.
@Suite("Forms that could not be read")
struct UnreadPartTests {
  private static func recognise(_ tables: ReadTable...) throws -> RecognisedFile {
    try Recognition.recognise(tables, in: "a.xlsx", by: ComposedForms.example.get().set)
  }

  /// Two sheets as one, the second below or beside the first.
  private static func joined(
    _ first: ReadTable, _ second: ReadTable, beside: Bool = false, dropping: Int = 0
  ) -> ReadTable {
    let rows = (first.cells.map { $0.row + $0.rowSpan }.max() ?? 0) + 1
    let columns = (first.cells.map { $0.column + $0.columnSpan }.max() ?? 0) + 1
    let moved = second.cells.filter { $0.row >= dropping }.map { cell in
      ReadCell(
        row: cell.row + (beside ? 0 : rows), column: cell.column + (beside ? columns : 0),
        rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, text: cell.text, place: cell.place)
    }
    let cells = (first.cells + moved).sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    return ReadTable(name: "表", head: [], cells: cells, notes: [])
  }

  @Test(
    "of two forms in one sheet the first is read, and the second named",
    arguments: [("01", "02"), ("05", "06"), ("03", "04"), ("02", "05")], [0, 3])
  func stacked(pair: (String, String), dropping: Int) throws {
    let composed = try ComposedForms.example.get()
    let (first, second) = (try composed.sheet(pair.0), try composed.sheet(pair.1))
    let found = try Self.recognise(Self.joined(first, second, dropping: dropping))
    #expect(found.forms.map(\.number) == [pair.0])
    #expect(found.unread.contains { $0.forms.contains(pair.1) })
    let alone = try Self.recognise(first)
    #expect(alone.unread.isEmpty)
    #expect(
      found.figures.map { "\($0.address) \($0.printed)" }
        == alone.figures.map { "\($0.address) \($0.printed)" })
  }

  @Test("two forms side by side are not read at all, and both are named")
  func besides() throws {
    let composed = try ComposedForms.example.get()
    let table = Self.joined(
      try composed.sheet("05"), try composed.sheet("03"), beside: true)
    let found = try Self.recognise(table)
    #expect(found.forms.isEmpty)
    #expect(Set(found.unread.flatMap(\.forms)) == ["03", "05"])
  }

  @Test("a form without its row of 栏次 has every figure", arguments: ["01", "02", "04"])
  func columnNumbers(number: String) throws {
    let composed = try ComposedForms.example.get()
    let sheet = try composed.sheet(number)
    let row = try #require(sheet.cell("栏次")?.row)
    let without = sheet.mapCells { cell in
      cell.row == row ? nil : cell.row > row ? cell.with(row: cell.row - 1) : cell
    }
    let (found, whole) = (try Self.recognise(without), try Self.recognise(sheet))
    #expect(
      found.figures.map { "\($0.address) \($0.printed)" }
        == whole.figures.map { "\($0.address) \($0.printed)" })
    #expect(found.unread.isEmpty)
  }

  @Test("a sheet of words alone is not missed; one with amounts is")
  func words() throws {
    func sheet(_ texts: String...) -> ReadTable {
      ReadTable(
        name: "附表", head: [],
        cells: texts.enumerated().map {
          ReadCell(
            row: $0, column: 0, text: $1, place: .cell(sheet: "附表", reference: "A\($0 + 1)"))
        }, notes: [])
    }
    #expect(try Self.recognise(sheet("某局", "2023", "年度决算")).unread.isEmpty)
    let found = try Self.recognise(sheet("项目", "合计", "12.50"))
    #expect(found.unread.map(\.isWithinForm) == [false])
    #expect(found.findings.map(\.code) == ["C061"])
  }

  /// The radicals by the characters that look like them.
  private static let radicals: [Character: Character] = {
    var radicals: [Character: Character] = [:]
    for value in UInt32(0x2F00)...0x2FD5 {
      let radical = Unicode.Scalar(value).map(Character.init)
      let typed = radical.flatMap { RadicalSpelling.typed(String($0)) }?.first
      if let radical, let typed { radicals[typed] = radical }
    }
    return radicals
  }()

  @Test("characters written as radicals are told as what they are")
  func radicals() throws {
    let composed = try ComposedForms.example.get()
    let sheet = try composed.sheet("02").mapCells { cell in
      cell.with(text: String(cell.text.map { Self.radicals[$0] ?? $0 }))
    }
    let found = try Self.recognise(sheet)
    #expect(found.forms.isEmpty)
    #expect(found.unread.map(\.forms) == [["02"]])
    #expect(found.findings.contains { $0.mend.contains("部首") })
  }

  @Test("another spelling is read and noted")
  func spellings() throws {
    let composed = try ComposedForms.example.get()
    let sheet = try composed.sheet("01").mapCells { cell in
      cell.with(text: cell.text == "栏次" ? "栏　次" : cell.text == "32" ? "３２" : cell.text)
    }
    let found = try Self.recognise(sheet)
    #expect(found.unread.isEmpty)
    #expect(found.findings.map(\.code) == ["C118"])
    #expect(found.findings.map(\.severity) == [.note])
  }

  /// A page without rules that shows what a form's page shows.
  private static func page(_ number: Int, _ rows: [[String]]) -> ReadPage {
    let lines = rows.enumerated().map { index, texts in
      let box = ReadBox(
        left: 10, top: Double(index * 20), right: 500, bottom: Double(index * 20 + 10))
      return ReadLine(
        text: texts.joined(separator: " "), box: box,
        words: texts.map { ReadWord(text: $0, box: box) })
    }
    return ReadPage(number: number, width: 595, height: 842, lines: lines)
  }

  @Test("pages without rules, on their side or without text are named; prose and contents are not")
  func pages() throws {
    let composed = try ComposedForms.example.get()
    let head = [["支出决算表"], ["公开03表"], ["项目", "本年支出合计", "基本支出", "项目支出"], ["科目代码", "科目名称"]]
    let rows = (1...5).map { ["201010\($0)", "某项", "1.00", "1.00"] }
    var turned = Self.page(4, [["1"], ["2"]])
    turned.turnedLines = [["收入决算表"], ["公开02表"], ["本年收入合计 财政拨款收入 上级补助收入 事业收入 经营收入"]].map { $0[0] }
    var scan = Self.page(6, [])
    scan.isPicture = true
    let pdf = PDFReading(
      file: "a.pdf",
      pages: [
        Self.page(1, [["目录"], ["一、收入支出决算总表", "……", "3"], ["三、支出决算表", "……", "5"]]),
        Self.page(2, head + rows), Self.page(3, rows), turned,
        Self.page(5, [["2023年度支出决算表的说明，支出合计5924.67万元，其中基本支出805.97万元。"]]), scan,
        Self.page(7, []),
      ])
    let found = Recognition.recognise(pdf: pdf, by: composed.set)
    #expect(found.unread.map(\.forms) == [["03"], ["02"], []])
    #expect(found.unread.map(\.pages) == [[2, 3], [4], [6]])
    #expect(found.findings.count { $0.code == "C116" } == 3)
  }
}
