import Diagnostics
import Documents
import Figures
import Foundation
import TestSupport
import Testing

/// Self-evaluations as sheets of the document.
@Suite("自评表")
struct SelfEvaluationTests {
  private func sheets(_ evaluations: [SketchedEvaluation]) throws -> [FormSheet] {
    var books = Books.sample
    books.evaluate(evaluations)
    let composed = try books.compose()
    return try #require(composed.document, "\(composed.printed)").evaluations
  }

  private func sheet(_ evaluation: SketchedEvaluation) throws -> FormSheet {
    try #require(try sheets([evaluation]).first)
  }

  /// What the figures print, by row and column of their addresses.
  private func printed(_ sheet: FormSheet) -> [String: String] {
    Dictionary(
      sheet.figures.map { ("\($0.address.row).\($0.address.column)", $0.printed) },
      uniquingKeysWith: { first, _ in first })
  }

  @Test("总额、执行率、得分、总分由金额和分值算出")
  func derived() throws {
    let sheet = try sheet(
      SketchedEvaluation(
        funding: [["县级", "40", "40", "50", "25.500001"], ["上级", "0", "0", "0", "0"]],
        indicators: [["产出", "数量", "甲", "50.5", "50.25"], ["产出", "质量", "乙", "39.5", "39.5"]]))
    let figures = printed(sheet)
    #expect(figures["合计.预算"] == "50")
    #expect(figures["合计.执行"] == "25.500001")
    #expect(figures["合计.执行率"] == "51.00")
    #expect(figures["合计.得分"] == "5.1")
    // A source without a budget has no rate; this cell says otherwise than the form what that prints.
    #expect(figures["上级.预算"] == "0")
    #expect(figures["上级.执行率"] == "")
    #expect(figures["甲.分值"] == "50.5")
    #expect(figures["总分.得分"] == "94.85")
    #expect(Set(sheet.figures.map(\.address.form)) == ["自评-01"])
    let score = try #require(sheet.figures.first { $0.address.row == "总分" })
    #expect(score.sources.map(\.line) == [6, 7, 11, 12])
    #expect(Set(score.sources.map(\.file)) == ["evaluations/001.yaml"])
    #expect(score.exactUnit == "分")
  }

  @Test("没有预算的项目：执行率和得分印“——”")
  func withoutBudget() throws {
    let sheet = try sheet(SketchedEvaluation(funding: [["县级", "0", "0", "0", "0"]]))
    let figures = printed(sheet)
    #expect(figures["合计.预算"] == "0")
    #expect(figures["合计.执行率"] == "——")
    #expect(figures["合计.得分"] == "——")
    #expect(figures["总分.得分"] == "90")
  }

  @Test("相同的一级合成一格；隔开的不合")
  func groups() throws {
    let rows = [["产出", "数量", "甲"], ["产出", "数量", "乙"], ["效益", "社会", "丙"], ["产出", "数量", "丁"]]
    let sheet = try sheet(
      SketchedEvaluation(indicators: rows.map { $0 + ["22.5", "22.5"] }))
    let section = sheet.table.sections[3]
    #expect(section.side?.content == .text("指标"))
    let groups = section.body.flatMap(\.cells).filter { $0.role == .group }
    #expect(groups.map(\.content.printed) == ["产出数量", "效益社会", "产出数量"])
    #expect(groups.map(\.rowSpan) == [2, 1, 1])
    #expect(section.body.map { $0.cells.first?.column } == [1, 2, 1, 1, 1])
  }

  @Test("二级相同而一级不同：二级也不合成一格")
  func innerGroups() throws {
    var books = try Books.example()
    let rows = [["产出", "其他", "甲"], ["产出", "其他", "乙"], ["效益", "其他", "丙"]]
    books.evaluate([
      SketchedEvaluation(
        indicators: rows.map { $0 + ["30", "30"] }, analysis: SketchedEvaluation.shippedAnalysis)
    ])
    let sheet = try #require(try books.compose().document?.evaluations.first)
    let cells = sheet.table.sections[3].body.flatMap(\.cells).filter { $0.role == .group }
    #expect(cells.map(\.content.printed) == ["产出", "其他", "效益", "其他"])
    #expect(cells.map(\.rowSpan) == [2, 2, 1, 1])
  }

  @Test("题名不重复“项目”二字")
  func titles() throws {
    let sheets = try sheets([
      SketchedEvaluation(project: "技改"), SketchedEvaluation(project: "技改项目"),
    ])
    #expect(sheets.map(\.title) == ["技改项目绩效自评表", "技改项目绩效自评表"])
    #expect(sheets.map(\.number) == ["自评-01", "自评-02"])
    #expect(sheets.map(\.kind) == [.evaluation, .evaluation])
    #expect(sheets[0].sizes?.all.count == 2)
  }

  @Test("名称相同的行：用二级、一级、部分的名称区分，再相同的编号")
  func equalNames() throws {
    let sheet = try sheet(
      SketchedEvaluation(
        funding: [
          ["合计", "1", "1", "1", "1"], ["县级", "1", "1", "1", "1"], ["县级", "1", "1", "1", "1"],
        ],
        indicators: [
          ["产出", "数量", "总分", "20", "20"], ["产出", "数量", "户数", "20", "20"],
          ["产出", "质量", "户数", "20", "20"], ["效益", "数量", "户数", "10", "10"],
          ["效益", "数量", "户数", "20", "20"],
        ]))
    var rows: [String] = []
    for figure in sheet.figures where figure.address.row != rows.last {
      rows.append(figure.address.row)
    }
    #expect(
      rows == [
        "资金/合计", "资金/合计#2", "资金/县级", "资金/县级#2", "数量/总分", "产出/数量/户数", "质量/户数",
        "指标/效益/数量/户数", "指标/效益/数量/户数#2", "指标/总分",
      ])
    let addresses = sheet.figures.map(\.address.description)
    #expect(Set(addresses).count == addresses.count)
  }
}

// MARK: - Sheets

extension SelfEvaluationTests {
  private static let forbidden = ["[", "]", ":", "*", "?", "/", "\\"]

  @Test("工作表名：300 个项目、同名、200 字、只有不能用的字，都合 Excel 的规矩，各不相同")
  func sheetNames() throws {
    let hostile = [
      "[]:*?/\\", "'引号'", String(repeating: "长", count: 200), String(repeating: "长", count: 200),
      String(repeating: "𠮷", count: 40), "ABC", "abc", "History",
    ]
    let projects = hostile + (1...292).map { "项目\($0 % 7)" }
    // Names may be alike only in different units.
    let evaluations = projects.enumerated().map { offset, project in
      var evaluation = SketchedEvaluation(project: "\(project)")
      evaluation.unit = offset % 2 == 0 ? "431001" : "431002"
      if offset >= hostile.count { evaluation.project += "之\(offset / 14)" }
      return evaluation
    }
    let names = try sheets(evaluations).map(\.sheetName)
    #expect(names.count == 300)
    #expect(Set(names.map { $0.lowercased() }).count == 300)
    for name in names {
      #expect((1...31).contains(name.utf16.count), "\(name)")
      #expect(!Self.forbidden.contains { name.contains($0) }, "\(name)")
      #expect(!name.hasPrefix("'") && !name.hasSuffix("'"), "\(name)")
    }
    #expect(names[0] == "01 ［］：＊？／＼")
    #expect(names[99].hasPrefix("100 "))
    // What comes later changes nothing.
    #expect(try sheets(Array(evaluations.prefix(20))).map(\.sheetName) == Array(names.prefix(20)))
  }

  @Test("版式的工作表名里没有序号：同名的编号，没有可用的字时用地址的开头")
  func sheetNamesWithoutNumbers() throws {
    var books = Books.sample
    try books.replaceInSet(
      "sheet: \"{数序} {项目名称}\"", in: "evaluation.yaml", with: "sheet: \"{项目名称}\"")
    let long = String(repeating: "长", count: 40)
    var evaluations = ["技改", "技改", long, long, "'''", "自评-05"].map {
      SketchedEvaluation(project: $0)
    }
    evaluations[1].unit = "431002"
    evaluations[3].unit = "431002"
    books.evaluate(evaluations)
    let names = try #require(try books.compose().document).evaluations.map(\.sheetName)
    let ends = [String(repeating: "长", count: 31), String(repeating: "长", count: 28) + "（2）"]
    #expect(names == ["技改", "技改（2）"] + ends + ["自评-05", "自评-05（2）"])
  }
}
