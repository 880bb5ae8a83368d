import Diagnostics
import Domain
import Figures
import Layouts
import TestSupport
import Testing

/// What a cell shows, once its row and its column are taken together.
@Suite("行与列合起来")
struct FormIndexTests {
  private let forms: [FormLayout]

  init() throws {
    let set = LayoutLibrary(root: Project.url("Tests/Fixtures/layouts")).load("sample")
    forms = try #require(set.value).forms
  }

  private func cell(_ number: String, _ row: String, _ column: String) throws -> ResolvedCell {
    let form = try #require(forms.first { $0.number == number })
    return try #require(form.cells[key(row, column)]).shows
  }

  private func key(_ row: String, _ column: String) -> CellKey {
    CellKey(row: row, column: column)
  }

  @Test("行的选择，由列缩小")
  func narrowing() throws {
    var income = Selection()
    income.measure = .income
    income.sources = [.publicService]
    #expect(try cell("01", "service", "income-amount") == .select(income))
    var wages = Selection()
    wages.measure = .expenditure
    wages.kinds = [.basic]
    wages.economics = [EconomicAccount(unchecked: "30101")]
    #expect(try cell("03", "30101", "staff-amount") == .select(wages))
  }

  @Test("空白行什么也不显示；不列数的行只收不印")
  func blankAndClosed() throws {
    #expect(try cell("01", "income-blank", "income-amount") == .blank)
    var closed = Selection()
    closed.measure = .expenditure
    closed.kinds = [.business]
    #expect(try cell("01", "business", "expenditure-amount") == .closed(closed))
    // The 类 above closed 款 takes nothing of its own.
    #expect(try cell("03", "309", "operation-amount") == .closed(nil))
  }

  @Test("合计加行；范围加其间各行；列表的类加它的款；列的合计加同一行的列")
  func sums() throws {
    #expect(
      try cell("01", "income-total", "income-amount")
        == .sum([key("fiscal", "income-amount"), key("service", "income-amount")]))
    #expect(
      try cell("03", "301", "staff-amount")
        == .sum([key("30101", "staff-amount"), key("30102", "staff-amount")]))
    #expect(
      try cell("02", "total", "total") == .sum([key("total", "basic"), key("total", "project")]))
    #expect(try cell("02", "total", "basic") == .sumOfLeaves)
    #expect(
      try cell("05", "data", "total-final") == .sum([key("data", "reception-final")]))
  }

  @Test("款在另一块的类也加得到它；那一块有几个数字列时说不清")
  func listAcrossBlocks() throws {
    var set = try SampleSet()
    try set.replace(#""301", "30101", "30102""#, in: "03", with: #""301", "30101""#)
    try set.replace(#""302", "30201""#, in: "03", with: #""302", "30201", "30102""#)
    let form = try #require(try set.load().set?.forms[2])
    #expect(
      form.cells[key("301", "staff-amount")]?.shows
        == .sum([key("30101", "staff-amount"), key("30102", "operation-amount")]))

    try set.replace(
      "  - {id: operation-amount, width: 25, show: 数", in: "03",
      with: "  - {id: operation-more, width: 25, show: 数, select: {kind: 项目支出}}\n"
        + "  - {id: operation-amount, width: 25, show: 数")
    try set.replace("科目名称, 决算数]", in: "03", with: "科目名称, 更多, 决算数]")
    try set.replace("{text: 公用经费合计, columns: 2}", in: "03", with: "{text: 合计, columns: 3}")
    #expect(try set.load().findings.contains { $0.code == "L174" && $0.what.contains("30102") })
  }

  @Test("事实")
  func facts() throws {
    #expect(try cell("04", "goods", "figure") == .fact(path: "政府采购.货物"))
    #expect(try cell("05", "data", "reception-budget") == .fact(path: "公务接待费.预算"))
  }

  @Test("列的名称：只属于它的最低一格；重名时带上级；没有表头的一段沿用上一段的")
  func columnKeys() throws {
    func keys(_ number: String, section: Int, earlier: [String] = []) throws -> [String] {
      let form = try #require(forms.first { $0.number == number })
      return form.sections[section]
        .columnKeys(columnCount: form.columns.count, earlier: earlier)
    }
    #expect(try keys("02", section: 0) == ["科目代码", "科目名称", "小计", "基本支出", "项目支出"])
    // Alike in two blocks is no matter: their rows are called differently.
    #expect(try keys("01", section: 0) == ["项目", "行次", "金额", "项目", "行次", "金额"])
    #expect(
      try keys("05", section: 0) == ["合计/预算数", "合计/决算数", "公务接待费/预算数", "公务接待费/决算数"])
    #expect(try keys("04", section: 1) == ["", "", ""])
    #expect(try keys("04", section: 1, earlier: ["甲", "乙", "丙"]) == ["甲", "乙", "丙"])
  }
}
