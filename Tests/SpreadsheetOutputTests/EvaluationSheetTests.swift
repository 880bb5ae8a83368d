import Documents
import Foundation
import Geometry
import SampleEvaluations
import TestSupport
import Testing

@testable import SpreadsheetOutput

@Suite("The workbook of self-evaluations")
struct EvaluationSheetTests {
  private static let extremes = EvaluationSample.extremes.map(\.name)

  private func form(_ name: String) throws -> FormSheet {
    try #require(EvaluationSample.extremes.first { $0.name == name }).sample.sheet
  }

  private func plan(_ form: FormSheet) throws -> SheetPlan {
    try FormSheetPlanner(
      style: Sample.style, measure: .fake, officialFont: Sample.officialFont
    ).plan(form)
  }

  @Test(
    "Every text stands once, in rows that hold it, none over Excel's tallest", arguments: extremes)
  func whole(name: String) throws {
    let form = try form(name)
    let plan = try plan(form)
    #expect(plan.rows.allSatisfy { $0 <= .pt(409.5) })
    let positions = plan.cells.flatMap(\.range.positions)
    #expect(Set(positions).count == positions.count)
    #expect(Set(positions) == Set(plan.area.positions))
    let texts = plan.cells.compactMap { if case .text(let text) = $0.content { text } else { nil } }
    let cells = form.table.sections.flatMap(\.cells).filter { $0.role != .figure }
    let composed = cells.map(\.content.printed) + [form.title, "（2023年度）"] + form.notes
    #expect(texts.map(\.withoutLineEnds).sorted() == composed.filter { !$0.isEmpty }.sorted())
    let room = TextRoom(measure: .fake)
    for cell in plan.cells {
      guard case .text(let text) = cell.content else { continue }
      let pixels = plan.columns[cell.range.columns].reduce(0, +)
      let style = TextStyle(role: "", size: .pt(cell.format.fontSize), lineHeight: 1.2)
      let needed = try room.height(text, style, pixels: pixels)
      #expect(plan.rows[cell.range.rows].sum() >= needed, "\(text.prefix(20))")
    }
  }

  @Test("A side cell is merged over header and rows, a group over its rows; in the form's own size")
  func merges() throws {
    let plan = try plan(EvaluationSample().sheet)
    func rows(_ text: String) throws -> Int {
      try #require(plan.cells.first { $0.text == text }).range.rows.count
    }
    #expect(try rows("项目资金预算安排及执行进度（万元）") == 4)
    #expect(try rows("绩效指标") == 10)
    #expect(try rows("产出指标") == 4)
    #expect(try rows("效益指标") == 3)
    let side = try #require(plan.cells.first { $0.text == "绩效指标" })
    #expect(side.range.columns == 0...0 && side.format.alignment == .centre)
    #expect(Set(plan.cells.filter(\.format.hasBorder).map(\.format.fontSize)) == [10])
  }

  @Test("A long list is printed on several pages, where tall cells begin at the top")
  func severalPages() throws {
    let common = try plan(EvaluationSample().sheet)
    #expect(common.print.fitsOnePage && common.cells.allSatisfy { !$0.format.beginsAtTop })
    let long = try plan(try form("one 一级 over three pages"))
    #expect(!long.print.fitsOnePage)
    let topped = long.cells.filter(\.format.beginsAtTop).map(\.text)
    #expect(topped == ["绩效指标", "产出指标", "数量指标"])
  }

  @Test("Read back: amounts and points are numbers as declared, pages are upright and one wide")
  func readBack() throws {
    let book = try read(EvaluationSample.extremes)
    #expect(book.sheets.count == EvaluationSample.extremes.count)
    for sheet in book.sheets {
      #expect(sheet.fact("paper") == "9 portrait")
      #expect(sheet.fact("fit")?.hasPrefix("1 wide") == true)
      let heights = sheet.lines.filter { $0[0] == "height" }.compactMap { Double($0[2]) }
      #expect(heights.allSatisfy { $0 <= 409.5 } && heights.count > 20)
    }
    let cells = try #require(book.sheets.first).lines.filter { $0[0] == "cell" }
    let numbers = cells.filter { $0[2] == "n" }
    #expect(
      numbers.prefix(7).map { $0[3] }
        == ["741.713", "741.713", "741.713", "649.625", "92.088", "87.58", "8.76"])
    #expect(Set(numbers.map { $0[4] }) == ["General"])
  }

  @Test("The forms of a document and its self-evaluations do not mix")
  func kinds() throws {
    let forms = [Sample.expenditure, EvaluationSample().sheet]
    #expect(try written(forms).sheets.map { $0.fact("sheet") } == ["公开05表"])
    let summary = try withTemporaryFolder { folder in
      try writeWorkbook(
        Sample.document(forms), of: .evaluation, measure: .fake,
        officialFont: Sample.officialFont, to: folder.appendingPathComponent("a.xlsx").path)
    }
    #expect(summary.sheets == 1)
    #expect(throws: SpreadsheetError(.noSheets, doing: "写入 /tmp/none.xlsx")) {
      try writeWorkbook(
        Sample.document([Sample.expenditure]), of: .evaluation, measure: .fake,
        officialFont: Sample.officialFont, to: "/tmp/none.xlsx")
    }
  }

  @Test("300 self-evaluations: as many sheets, the same bytes every time")
  func many() throws {
    let samples = (1...300).map { ordinal in
      var sample = EvaluationSample()
      sample.ordinal = ordinal
      return (name: "", sample: sample)
    }
    try withTemporaryFolder { folder in
      let files = try ["a", "b"].map { name in
        let file = folder.appendingPathComponent(name)
        #expect(try write(samples, to: file.path).sheets == 300)
        return try Data(contentsOf: file)
      }
      #expect(files[0] == files[1])
    }
  }

  @Test(
    "LibreOffice opens the sheets, and all values are there",
    .enabled(if: isInstalled("soffice"), "soffice is not installed"))
  func opens() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("own.xlsx")
      try write(EvaluationSample.extremes, to: file.path)
      let profile = "-env:UserInstallation=file://\(folder.path)/profile"
      let conversion = try run(
        "soffice",
        [profile, "--headless", "--convert-to", "xlsx", "--outdir", "theirs", "own.xlsx"],
        in: folder)
      try #require(conversion.status == 0, "\(conversion.errors)")
      let theirs = folder.appendingPathComponent("theirs/own.xlsx")
      #expect(try dump(["--values", theirs.path]) == dump(["--values", file.path]))
    }
  }

  private func read(
    _ samples: [(name: String, sample: EvaluationSample)]
  ) throws -> WorkbookDump {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("out.xlsx")
      try write(samples, to: file.path)
      return try WorkbookDump(file)
    }
  }

  /// Writes the samples under ordinals of their own, which keeps their sheets apart.
  @discardableResult
  private func write(
    _ samples: [(name: String, sample: EvaluationSample)], to path: String
  ) throws -> WorkbookSummary {
    let sheets = samples.enumerated().map { index, sample in
      var own = sample.sample
      own.ordinal = index + 1
      return own.sheet
    }
    return try writeWorkbook(
      Sample.document(sheets), of: .evaluation, measure: .fake,
      officialFont: Sample.officialFont, to: path)
  }
}

extension String {
  /// A heading without the line ends that the sheet puts between its words.
  var withoutLineEnds: String { filter { !$0.isNewline } }
}

extension PlannedCell {
  /// The text of the cell as the form has it; nil for blanks and numbers.
  fileprivate var text: String? {
    if case .text(let text) = content { text.withoutLineEnds } else { nil }
  }
}
