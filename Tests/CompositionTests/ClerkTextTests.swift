import Diagnostics
import Documents
import TestSupport
import Testing

/// What clerks write: quoted figures, literal amounts, reasons, paragraphs of their own.
@Suite("单位写的文字")
struct ClerkTextTests {
  private func composed(_ facts: String, prior: String? = nil) throws -> Composed {
    var books = Books.sentences
    books.spend("1234500", "2050201")
    if let prior { books.append("收入总计,,,\(prior)", to: "prior-year.csv") }
    books.append(facts, to: "department.yaml")
    return try books.compose()
  }

  @Test(
    "引用：公开地址，或值的名称；零印成版式的写法",
    arguments: [
      ("教育支出{{05!205.合计}}万元", "教育支出123.45万元"), ("共{{ income }}万元", "共123.45万元"),
      ("{{05!2050201.项目支出}}、{{01!收入总计.决算数}}", "123.45、123.45"),
      ("基本支出{{05!合计.基本支出}}万元", "基本支出0.00万元"), ("增减：{{total_change}}", "增减：增加123.45万元，上年无此项支出"),
      ("单个{花括号}照印", "单个{花括号}照印"), ("&<>\"'照印", "&<>\"'照印"),
    ])
  func quotations(text: String, expected: String) throws {
    let composed = try composed("原因: {总体: 新设}\n职责: |\n  \(text)", prior: "0")
    #expect(composed.findings == [])
    #expect(composed.narrative.below("职责") == [expected])
  }

  @Test("写成标题的文字只是文字；空行和行首尾的空白不印")
  func headings() throws {
    let composed = try composed(
      "职责: |\n  # 标题\n\n  ## 又一个\n  {{income}}# 不是\n  　　缩进的一段  \n  \u{3000}")
    #expect(
      composed.narrative.below("职责") == ["# 标题", "## 又一个", "123.45# 不是", "缩进的一段"])
    let plain = try self.composed("职责: 略")
    #expect(Self.headings(of: composed) == Self.headings(of: plain))
  }

  @Test("名称和列表里写成模板的文字也只是文字")
  func names() throws {
    var books = Books.sentences
    try books.replace(
      "{代码: \"431\", 名称: 某局}", in: "department.yaml",
      with: "{代码: \"431\", 名称: \"# {{income}}{{#classes}}\"}")
    books.append(
      "职责: 略\n名词: [\"{{income}}：收入\", \"# 第二个\\n另一行\"]", to: "department.yaml")
    let composed = try books.compose()
    #expect(composed.findings == [])
    let text = composed.narrative
    #expect(text.line("部门")?.hasPrefix("# {{income}}{{#classes}}；") == true)
    #expect(
      text.below("名词解释") == [
        "一、0.00：收入", "二、# 第二个", "另一行", "全部：", "0.00：收入", "# 第二个", "另一行",
      ])
    #expect(Self.headings(of: composed) == Self.headings(of: try Books.sentences.compose()))
  }

  private static func headings(of composed: Composed) -> [String] {
    composed.narrative.lines.filter { $0.hasPrefix("§") && !$0.hasPrefix("§2 共") }
  }

  @Test(
    "引用错了：指到那一行，并提示相近的地址",
    arguments: [
      ("{{05!205.合记}}", "D210", 10), ("第一行\n{{incone}}", "D210", 11),
      ("{{}}", "D210", 10), ("{{income", "D211", 10), ("{{classes}}", "D210", 10),
      ("{{> part}}", "D210", 10), ("{{duties}}", "D210", 10),
    ])
  func faults(text: String, code: String, line: Int) throws {
    let lines = text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    let composed = try composed("职责: |\n" + lines)
    #expect(composed.findings.map(\.code) == [code])
    let isRefused = composed.document == nil
    #expect(isRefused)
    guard case .source(let place)? = composed.findings.first?.place else {
      Issue.record("no place")
      return
    }
    #expect(place.file == "department.yaml")
    #expect(place.line == line - 1)
  }

  @Test(
    "直接写的数：与公开的数相同的放过，不同的提醒",
    arguments: [
      ("支出123.45万元", []), ("支出1,234,500元", []), ("支出1234500.00元", []), ("支出123.4500万元", []),
      ("支出0.01亿元", []), ("占100%", []), ("占100.00%", []), ("2021年有19个项目", []),
      ("支出123.46万元", ["123.46万元"]), ("支出123.4万元", ["123.4万元"]), ("约123万元", ["123万元"]),
      ("增长7.5%，共1元", ["7.5%", "1元"]), ("0元", []),
      ("99999999999999999999万元", ["99999999999999999999万元"]),
      ("123.45 万元", []), ("支出{{income}}万元", []),
    ])
  func literals(text: String, strangers: [String]) throws {
    let composed = try composed("职责: \(text)")
    #expect(composed.findings.map(\.code) == strangers.map { _ in "D212" })
    #expect(composed.findings.allSatisfy { $0.severity == .warning })
    let said = composed.findings.inReadingOrder().map(\.what)
    for stranger in strangers {
      #expect(said.contains { $0.contains("“\(stranger)”") }, "\(said)")
    }
    let isComposed = composed.document != nil
    #expect(isComposed)
  }

  @Test("按单位的文字跟着各单位走；列表里的分隔在有条件的段里也对")
  func textsByUnit() throws {
    let both = try composed("单位职责: {\"431001\": 管全局。, \"431002\": 管中心；}").narrative
    #expect(both.line("各单位：") == "管全局；管中心。")
    #expect(both.lines("单位431002 ") == ["某中心（事业单位）车辆0.00辆，负责管中心。"])
    let one = try composed("单位职责: {\"431002\": 管中心}").narrative
    #expect(one.line("各单位：") == "管中心。")
    #expect(one.lines("单位431001 ") == ["某局（行政单位）车辆0.00辆。"])
  }

  @Test("代替一段，加上一段")
  func replacement() throws {
    let standing = try composed("职责: 略")
    #expect(standing.narrative.below("总体") == ["收入123.45万元。"])
    let added = try composed("补充: {总体: \"另有说明，共{{income}}万元。\"}")
    #expect(added.narrative.below("总体") == ["收入123.45万元。", "另有说明，共123.45万元。"])
    let replaced = try composed("改写:\n  总体: |\n    第一段。\n\n    第二段。\n补充: {总体: 第三段。}")
    #expect(replaced.narrative.below("总体") == ["第一段。", "第二段。", "第三段。"])
  }

  @Test(
    "原因：末尾的标点不重复，几行并成一句",
    arguments: [
      ("项目减少", "项目减少。"), ("项目减少。", "项目减少。"), ("\"项目减少；  \"", "项目减少。"),
      ("\"一是减少；\\n二是下降。\"", "一是减少；二是下降。"), ("项目减少！", "项目减少！。"),
    ])
  func reasons(text: String, expected: String) throws {
    let composed = try composed("原因: {总体: \(text)}", prior: "100")
    #expect(composed.narrative.below("总体") == ["收入123.45万元。主要原因是\(expected)"])
  }

  @Test("变动超过一成而没有原因：提醒填哪一项、属于哪一句；不编造")
  func missingReasons() throws {
    let composed = try composed("职责: 略", prior: "1000000")
    #expect(composed.narrative.below("总体") == ["收入123.45万元。"])
    #expect(composed.findings.map(\.code) == ["D213"])
    #expect(composed.printed.contains("变动较大，没有写原因：“收入123.45万元”"))
    #expect(composed.printed.contains("原因.总体"))
  }

  @Test(
    "不到一成不提醒，超过就提醒；上年没有数不提醒",
    arguments: [
      ("1122272.73", 0), ("1122272.72", 1), ("1371666.67", 1), ("1371666.66", 0), (nil, 0),
    ])
  func limit(prior: String?, count: Int) throws {
    let composed = try composed("职责: 略\n原因: {科目: {\"2050201\": 新增}}", prior: prior)
    #expect(composed.findings.map(\.code) == Array(repeating: "D213", count: count))
  }

  @Test("版式等着的文字没有写，也提醒")
  func expected() throws {
    let composed = try Books.sentences.compose()
    #expect(composed.findings.map(\.code) == ["D214"])
    #expect(composed.printed.contains("没有写“职责”"))
  }

  @Test("警告和错误的全文")
  func wording() throws {
    let wrong = try composed("职责: \"{{05!合计.合记}}万元，{{incone}}\"\n改写: {总体: \"{{没完\"}")
    let warned = try composed("职责: 共12.30万元、5%", prior: "1000000")
    Golden.check(wrong.printed + "\n" + warned.printed, against: "diagnostics/clerk-texts.txt")
  }
}
