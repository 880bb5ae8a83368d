import Diagnostics
import Domain
import Exports
import Layouts
import SourceFiles
import TestSupport
import Testing

/// What is amiss in an export or a mapping is told where it stands, and no table comes of it.
@Suite("Faults in exports and mappings") struct PlantedFaultTests {
  /// The export that is spoilt: two rows of titles and head, ten of amounts, two 小计 and 合计.
  private static let grid = ExportShape.subtotals.grid
  private static let mapping = """
    表: 支出
    金额单位: 元
    表头:
      单位编码: 单位代码
      资金性质: 资金性质
      支出类型: 支出类别
      功能分类科目编码: 功能科目
      部门经济分类科目编码: 经济科目
      金额: 金额

    """

  /// A cell that is written over, and the finding that it is at.
  struct Plant: CustomTestStringConvertible {
    let code: String
    let row: Int
    let column: Int
    let text: String
    /// Where it is told; nil where it is planted.
    var told: String?

    var testDescription: String { "\(code) \(text)" }

    init(_ code: String, _ row: Int, _ column: Int, _ text: String, told: String? = nil) {
      (self.code, self.row, self.column, self.text, self.told) = (code, row, column, text, told)
    }
  }

  private static func read(
    _ grid: ExportGrid, _ mapping: String = mapping, year: Int? = nil
  ) throws -> ExportReading {
    let context = try ExportKnowledge.context(.expenditure)
    let read = ExportMapping.read(SourceText(file: "对照.yaml", text: mapping), for: context)
    let value = try #require(read.value, "\(read.findings.map(\.what))")
    return readExport(grid.sheet, named: "导出.xlsx", by: value, for: context, year: year)
  }

  private static func told(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.code) \($0.place.map(DiagnosticPrinter.text) ?? "")" }
  }

  @Test("the export is sound as long as nothing is planted")
  func sound() throws {
    let reading = try Self.read(Self.grid)
    #expect(reading.findings.isEmpty)
    #expect(reading.table?.rows.count == BookedRow.all.count)
  }

  @Test(
    "a planted fault is told at its cell, and stands in the way of the table",
    arguments: [
      Plant("K225", 3, 5, "约九十万"), Plant("K225", 3, 5, "12a"), Plant("K225", 3, 5, "12,34"),
      Plant("K224", 3, 5, "900000.005"), Plant("K225", 3, 5, "90万元"),
      Plant("K225", 3, 5, "99999999999999999"), Plant("K226", 3, 5, "70368744177000"),
      Plant("K233", 3, 5, "900000.01", told: "F9"), Plant("K233", 8, 5, "1", told: "F9"),
      Plant("K233", 13, 5, "7"), Plant("K230", 3, 0, "431009"), Plant("K230", 3, 1, "某种资金"),
      Plant("K231", 3, 1, "财政拨款"), Plant("K231", 3, 2, "运转类"), Plant("K230", 3, 3, "21301"),
      Plant("K230", 3, 3, "某项"), Plant("K232", 3, 4, "50101"), Plant("K230", 3, 4, "399"),
      Plant("K229", 3, 1, "", told: "A4"), Plant("K229", 3, 3, "", told: "A4"),
      Plant("K223", 0, 3, "1", told: "D1"), Plant("K220", 0, 0, "单位：万元"),
    ])
  func planted(plant: Plant) throws {
    var grid = Self.grid
    while grid.rows[plant.row].count <= plant.column { grid.rows[plant.row].append("") }
    grid.rows[plant.row][plant.column] = plant.text
    if plant.code == "K223" { grid.rows[0].append("2") }
    let reading = try Self.read(grid)
    #expect(reading.table == nil)
    let place =
      plant.told.map { "导出.xlsx 表!\($0)" }
      ?? DiagnosticPrinter.text(of: ExportGrid.place(plant.row, plant.column))
    #expect(
      Self.told(reading.findings).contains("\(plant.code) \(place)"),
      "\(Self.told(reading.findings))")
  }

  @Test("a parent that is not the sum of what stands below it")
  func parents() throws {
    var grid = ExportShape.tree.grid
    let row = try #require(grid.rows.firstIndex { $0.count > 3 && $0[3] == "213" })
    grid.rows[row][6] = "1.00"
    let text = Self.mapping.replacing("功能分类科目编码", with: "功能科目编码").replacing(
      "部门经济分类科目编码", with: "经济科目编码"
    ).replacing("  金额: 金额", with: "  支出数: 金额\n  功能科目名称: 不取")
    let reading = try Self.read(grid, text)
    #expect(reading.table == nil)
    #expect(Self.told(reading.findings) == ["K234 导出.xlsx 表!G\(row + 1)"])
  }

  @Test("a column that is not the sum of those beside it")
  func columns() throws {
    var grid = ExportShape.wideByKind.grid
    let text = """
      表: 支出
      金额单位: 元
      表头:
        预算单位: 单位代码
        资金性质: 资金性质
        支出功能分类: 功能科目
        部门经济分类: 经济科目
        本年支出/合计: 核对合计
        本年支出/基本支出: {取作: 金额, 支出类别: 基本支出}
        本年支出/项目支出: {取作: 金额, 支出类别: 项目支出}

      """
    #expect(try Self.read(grid, text).findings.isEmpty)
    grid.rows[4][4] = "5"
    #expect(try Self.told(Self.read(grid, text).findings) == ["K235 导出.xlsx 表!E5"])
  }

  @Test("columns that are new, or gone, are told; what is new comes with the line to paste")
  func otherColumns() throws {
    var grid = Self.grid
    grid.rows[1].append("核算项目")
    grid.rows[2].append("甲")
    let new = try Self.read(grid)
    #expect(Self.told(new.findings) == ["K221 导出.xlsx 表!G2"])
    #expect(new.findings.first?.paste == ["  核算项目: 待定"])
    let gone = try Self.read(Self.grid, Self.mapping + "  项目编码: 项目代码\n")
    #expect(Self.told(gone.findings) == ["K219 对照.yaml:10:3"])
    // A column that nothing was taken from may go.
    #expect(try Self.read(Self.grid, Self.mapping + "  备注: 不取\n").findings.isEmpty)
  }

  @Test("words that are new come with the lines to paste, each once with its count")
  func words() throws {
    var grid = Self.grid
    for row in 2..<5 { grid.rows[row][1] = "某种资金" }
    let findings = try Self.read(grid).findings
    #expect(Self.told(findings) == ["K230 导出.xlsx 表!B3"])
    #expect(findings.first?.what.contains("3 行") == true)
    #expect(findings.first?.paste == ["写法:", "  资金性质:", "    某种资金: 待定"])
  }

  @Test("no table but a warning or note: hidden rows, equal rows, another year")
  func warnings() throws {
    var grid = Self.grid
    grid.hidden = [2]
    #expect(try Self.told(Self.read(grid).findings) == ["K236 导出.xlsx 表!A3"])
    var equal = Self.grid
    equal.rows[4][4] = "30101"
    let reading = try Self.read(equal)
    #expect(reading.findings.map(\.code) == ["K239"])
    #expect(reading.table?.rows.count == BookedRow.all.count - 1)
    #expect(reading.table?.sum(of: .amount).fen == BookedRow.all.map(\.fen).reduce(0, +))
    var titled = Self.grid
    titled.rows[0][0] = "2022年支出 单位：元"
    #expect(try Self.read(titled, year: 2023).findings.map(\.code) == ["K240"])
    #expect(try Self.read(titled, year: 2022).findings.isEmpty)
  }

  @Test("no head, no amounts, nothing to take")
  func nothing() throws {
    #expect(
      try Self.read(ExportGrid(rows: [["甲", "乙"], ["1", "2"]])).findings.map(\.code) == ["K222"])
    let head = try Self.read(ExportGrid(rows: Array(Self.grid.rows.prefix(2))))
    #expect(head.findings.map(\.code) == ["K238"])
  }

  @Test(
    "faults of a mapping are told at their lines",
    arguments: [
      ("表: 支出", "表: 收入", "K211 1"), ("金额单位: 元", "金额单位: 角", "K006 2"),
      ("金额: 金额", "金额: 金鹅", "K006 9"), ("单位编码: 单位代码", "单位编码: 单位代", "K006 4"),
      ("支出类型: 支出类别", "支出类型: 功能科目", "K215 7"), ("金额: 金额", "金额: 不取", "K217 4"),
      ("金额: 金额", "金额: {取作: 金额, 支出类别: 基本开支}", "K006 9"),
      ("金额: 金额", "金额: {取作: 金额, 类别: 基本支出}", "K005 9"),
      ("金额: 金额", "金额:", "K007 9"), ("表头:", "固定值: {单位代码: \"431001\"}\n表头:", "K214 3"),
      ("表头:", "固定值: {功能科目: \"213\"}\n表头:", "K213 3"),
      ("表头:", "空白沿用上一行: [单位]\n表头:", "K216 3"), ("表头:", "表首:", "K003 1"),
      ("金额: 金额", "金额: 金额\n写法:\n  资金性质: {甲: 其他, 甲 : 其它}", "K002 11"),
      ("金额: 金额", "金额: 金额\n写法:\n  资金性质: {甲: 其他, \"甲 \": 其他}", "K212 11"),
    ])
  func mappings(written: String, spoilt: String, told: String) throws {
    let context = try ExportKnowledge.context(.expenditure)
    let text = Self.mapping.replacing(written, with: spoilt)
    #expect(text != Self.mapping)
    let read = ExportMapping.read(SourceText(file: "对照.yaml", text: text), for: context)
    #expect(read.value == nil)
    let found = read.findings.map { finding -> String in
      guard case .source(let place)? = finding.place else { return finding.code }
      return "\(finding.code) \(place.line)"
    }
    #expect(found.contains(told), "\(found)")
  }

  @Test("places that are left to people are told together, and are no fault of the input")
  func undecided() throws {
    let text = Self.mapping.replacing("金额: 金额", with: "金额: 待定")
      .replacing("金额单位: 元", with: "金额单位: 待定")
    let findings = try Self.read(Self.grid, text).findings
    #expect(Self.told(findings) == ["K210 对照.yaml:2:7"])
    #expect(findings.first?.related.count == 1)
    #expect(findings.outcome == .checksFailed)
  }

  @Test("a field that nothing gives")
  func missingField() throws {
    let text = Self.mapping.replacing("支出类型: 支出类别", with: "支出类型: 不取")
    #expect(try Self.told(Self.read(Self.grid, text).findings) == ["K218 对照.yaml:4:3"])
    let fixed = text.replacing("表头:", with: "固定值: {支出类别: 项目}\n表头:")
    #expect(
      try Self.read(Self.grid, fixed).table?.rows.allSatisfy { $0.fields[.kind] == "项目支出" } == true)
  }
}
