import Layouts
import Testing

@Suite("带占位的文字")
struct TextTemplateTests {
  /// What stands for each name.
  private static let values = [
    "部门名称": "某局", "年度": "2023", "表号": "公开05表", "表名": "收入决算表",
  ]

  private func template(_ text: String) throws -> TextTemplate {
    try TextTemplate(text, allowed: TextPlaceholder.allCases)
  }

  private func filled(_ text: String) throws -> String {
    try template(text).filled { Self.values[$0.rawValue] ?? "" }
  }

  @Test(
    "占位换成内容，其余照录",
    arguments: [
      ("", ""), ("金额单位：万元", "金额单位：万元"), ("{部门名称}", "某局"),
      ("部门名称：{部门名称}", "部门名称：某局"), ("{年度}年度{表名}", "2023年度收入决算表"),
      ("{表号}（{表号}）", "公开05表（公开05表）"), ("右花括号}照录", "右花括号}照录"),
    ])
  func filling(text: String, expected: String) throws {
    #expect(try filled(text) == expected)
  }

  @Test(
    "花括号里只能是认识的名称",
    arguments: [
      ("{部门}", "部门", true), ("{}", "", true), ("{ 年度 }", " 年度 ", true), ("{年度", "年度", false),
      ("{{年度}}", "{年度", true), ("{年度}{表", "表", false),
    ])
  func refusal(text: String, name: String, isClosed: Bool) throws {
    let fault = #expect(throws: UnknownPlaceholder.self) { try filled(text) }
    #expect(fault?.name == name)
    #expect(fault?.isClosed == isClosed)
  }

  @Test("不能用在这里的名称也不认识")
  func allowed() throws {
    #expect(throws: UnknownPlaceholder.self) {
      try TextTemplate("{表名}", allowed: [.departmentName])
    }
    #expect(throws: Never.self) { try TextTemplate("{部门名称}", allowed: [.departmentName]) }
  }

  @Test("内容里的花括号不再解释")
  func contentIsNoTemplate() throws {
    let text = try template("{部门名称}").filled { _ in "{年度}" }
    #expect(text == "{年度}")
    #expect(TextTemplate(text: "{随便}").filled { _ in "" } == "{随便}")
    #expect(TextTemplate(text: "").isEmpty)
    #expect(try !template("{年度}").isEmpty)
  }
}
