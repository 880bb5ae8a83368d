import Diagnostics
import Documents
import Domain
import Figures
import TestSupport
import Testing

/// Where figures come from and how they add up.
@Suite("数从哪里来")
struct FormReckoningTests {
  private static let example = Result { try Books.example().compose() }

  /// The numbers of the lines of a ledger file of the example that have all of the given fields.
  private func lines(of file: String, with fields: [String]) throws -> [Int] {
    let rows = try Project.text("Examples/xiangyuan-2023/\(file)").split(separator: "\n")
    return rows.indices.filter { index in
      let row = rows[index].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return index > 0 && fields.allSatisfy(row.contains)
    }.map { $0 + 1 }
  }

  private func sources(at address: String) throws -> [SourcePlace] {
    try #require(try Self.example.get().byAddress[address]).sources
  }

  @Test("05 的一格说得出它的账在哪几行，合计说得出全部")
  func sources() throws {
    let basic = ["一般公共预算财政拨款", "基本支出", "2010301"]
    let cell = try sources(at: "05!2010301.2")
    #expect(cell.map(\.line) == (try lines(of: "expenditure.csv", with: basic)))
    #expect(Set(cell.map(\.file)) == ["expenditure.csv"])
    #expect(cell.count > 5)
    let all = try lines(of: "expenditure.csv", with: ["一般公共预算财政拨款"])
    #expect(try sources(at: "05!合计.1").map(\.line) == all)
    #expect(all.count > 50)
  }

  @Test("几张表的来源合在一格时，按文件和行排列，每行一次")
  func mixedSources() throws {
    let places = try sources(at: "01!行31.1")
    #expect(places == places.sorted())
    #expect(Set(places).count == places.count)
    #expect(Set(places.map(\.file)) == ["balances.csv", "income.csv"])
    // The place is the amount's own cell.
    #expect(try sources(at: "01!行60.2").map(\.description) == ["balances.csv:2:32"])
    #expect(try sources(at: "10!行2.统计数").map(\.file) == ["department.yaml"])
    #expect(try sources(at: "01!行9.1") == [])
  }

  @Test("类、款正好等于它的项之和，合计等于全部的项", arguments: ["02", "03", "05", "07", "08"])
  func parents(number: String) throws {
    let form = try #require(try Self.example.get().form(number))
    let columns = Set(form.figures.map(\.address.column))
    for column in columns.sorted() {
      let cells = form.figures.filter { $0.address.column == column }
      func fen(_ figure: Figure) -> Int64 {
        if case .money(let money) = figure.value { money.fen } else { 0 }
      }
      let leaves = cells.filter { FunctionAccount($0.address.row)?.isLowestLevel == true }
      for cell in cells {
        let code = cell.address.row == "合计" ? "" : cell.address.row
        let below = leaves.filter { $0.address.row.hasPrefix(code) }
        #expect(fen(cell) == below.map(fen).reduce(0, +), "\(cell.address)")
      }
    }
  }

  @Test("上级科目加印出的数：类、款等于各项印出数之和，每一列都是；合计仍从准确数来")
  func printedParents() throws {
    var books = Books.sample
    try books.replaceInSet(
      "levels: [类, 款, 项]}", in: "forms/02.yaml", with: "levels: [类, 款, 项], parents: 印出数}")
    books.spend("50.00", "2010301")
    books.spend("149.99", "2010350", economic: "30101", kind: "基本支出")
    books.spend("50.00", "2010350")
    books.spend("50.00", "2120399")
    let composed = try books.compose()
    func printed(_ column: String) -> [String] {
      ["2010301", "2010350", "20103", "201", "2120399", "合计"].map {
        composed.printed(at: "02!\($0).\(column)") ?? ""
      }
    }
    #expect(printed("项目支出") == ["0.01", "0.01", "0.02", "0.02", "0.01", "0.02"])
    #expect(printed("基本支出") == ["", "0.01", "0.01", "0.01", "", "0.01"])
    // 249.99 元 would be 0.02.
    #expect(printed("小计") == ["0.01", "0.02", "0.03", "0.03", "0.01", "0.03"])
    #expect(composed.fen(at: "02!201.小计") == 300_00)
    #expect(composed.fen(at: "02!合计.小计") == 299_99)
    // All facts below are its sources as ever.
    #expect(composed.byAddress["02!201.小计"]?.sources.count == 3)
  }

  @Test("科目代码分成几列：每级一列，各印自己的一段；合计占满代码和名称")
  func partedCodes() throws {
    var books = Books.sample
    try books.replaceInSet(
      "  - {id: code, width: 20, show: 科目代码}", in: "forms/02.yaml",
      with: ["类", "款", "项"].enumerated().map {
        "  - {id: code-\($0.offset), width: 10, show: 科目代码, level: \($0.element)}"
      }.joined(separator: "\n"))
    try books.replaceInSet(
      "[{text: 项目, columns: 2}, ", in: "forms/02.yaml", with: "[{text: 项目, columns: 4}, ")
    try books.replaceInSet("[科目代码, ", in: "forms/02.yaml", with: "[类, 款, 项, ")
    books.spend("50.00", "2010301")
    let form = try #require(try books.compose().form("02"))
    let rows = form.table.sections[0].body
    #expect(
      rows.map { $0.cells.prefix(4).map(\.content.printed) }
        == [
          ["合计", "0.01", "", "0.01"], ["201", "", "", "一般公共服务支出"],
          ["201", "03", "", "政府办公厅（室）及相关机构事务"], ["201", "03", "01", "行政运行"],
        ])
    #expect(rows[0].cells[0].columnSpan == 4)
    #expect(rows[2].cells.prefix(4).map(\.role) == [.code, .code, .filler, .name])
  }

  @Test("先加后舍入：合计可以不等于各行印出的数之和，差额不修")
  func roundingResidual() throws {
    var books = Books.sample
    books.spend("50.00", "2010301")
    books.spend("50.00", "2010350")
    books.spend("50.00", "2120399")
    let composed = try books.compose()
    let rows = ["2010301", "2010350", "20103", "2120399", "合计"]
    #expect(
      rows.map { composed.printed(at: "02!\($0).项目支出") ?? "" }
        == ["0.01", "0.01", "0.01", "0.01", "0.02"])
  }

  @Test("互相抵销的科目仍有它的行")
  func netZeroRows() throws {
    var books = Books.sample
    books.spend("100.00", "2010301", economic: "30101", kind: "基本支出")
    books.spend("-100.00", "2010301", economic: "30102", kind: "基本支出")
    let composed = try books.compose()
    let rows = composed.form("02")?.figures.map(\.address.row) ?? []
    #expect(Array(Set(rows)).sorted() == ["201", "20103", "2010301", "合计"])
    #expect(composed.printed(at: "02!2010301.基本支出") == "")
    #expect(composed.byAddress["02!2010301.基本支出"]?.sources.map(\.line) == [2, 3])
  }

  @Test("表不管的账没有行")
  func rowsOfScope() throws {
    let composed = try Self.example.get()
    // 21208 was spent from the government fund alone.
    let rows = { (form: String) in
      Set(composed.form(form)?.figures.map(\.address.row) ?? [])
    }
    #expect(rows("03").contains("21208"))
    #expect(rows("07").contains("21208"))
    #expect(!rows("05").contains("21208"))
    #expect(rows("08") == ["合计"])
  }

  @Test("一格的选择里一个代码包含另一个，账也只列一次")
  func nestedCodes() throws {
    var books = Books.sample
    books.spend("300.00", "2010301")
    books.spend("100.00", "2120399")
    try books.replaceInSet(
      "select: {measure: 支出, kind: 项目支出}", in: "forms/01.yaml",
      with: #"select: {measure: 支出, kind: 项目支出, function: ["20103", "201", "212", "2010301"]}"#)
    let composed = try books.compose()
    #expect(composed.findings == [])
    #expect(composed.fen(at: "01!行6.金额") == 400_00)
    #expect(composed.byAddress["01!行6.金额"]?.sources.map(\.line) == [2, 3])
  }

  @Test("科目树只印版式要的级次，最低一级收下它以下的账")
  func levels() throws {
    var books = Books.sample
    books.spend("100.00", "2010301")
    books.spend("200.00", "2010350")
    try books.replaceInSet("levels: [类, 款, 项]", in: "forms/02.yaml", with: "levels: [款]")
    let composed = try books.compose()
    #expect(Set(composed.form("02")?.figures.map(\.address.row) ?? []) == ["20103", "合计"])
    #expect(composed.fen(at: "02!20103.小计") == 300_00)
    #expect(composed.fen(at: "02!合计.小计") == 300_00)
  }

  @Test("按单位填的事实加起来，来源是每个单位的那一行")
  func factsByUnit() throws {
    var books = Books.sample
    books.append("车辆: {\"431001\": 2, \"431002\": 3}", to: "department.yaml")
    books.append("政府采购: {货物: \"1,000.50\"}", to: "department.yaml")
    let composed = try books.compose()
    let figure = try #require(composed.byAddress["04!行4.统计数"])
    #expect(figure.value == .count(5))
    #expect(figure.printed == "5")
    #expect(figure.exactUnit == "辆")
    #expect(figure.sources.count == 2)
    #expect(composed.fen(at: "04!行1.统计数") == 1_000_50)
    #expect(composed.printed(at: "04!行1.统计数") == "0.10")
    #expect(composed.byAddress["04!行3.统计数"]?.value == nil)
  }

  @Test("本表无数据：只在没有不为零的数时注明")
  func emptyNote() throws {
    let note = "说明：本表无数据"
    let example = try Self.example.get()
    let noted = example.document?.forms.filter { $0.notes.contains(note) }.map(\.number)
    #expect(noted == ["08", "09"])

    var books = Books.sample
    #expect(try books.compose().form("02")?.notes == [note])
    // The text of the first form names the department.
    #expect(
      try books.compose().form("01")?.notes
        == ["注：本表反映某局的总收支。", "说明：某局2023年度没有收支，收入支出总表无数据。"])
    books.append("431001,一般公共预算财政拨款,项目支出,2010301,,0", to: "expenditure.csv")
    #expect(try books.compose().form("02")?.notes == [note])
    books.spend("0.01", "2010301")
    #expect(try books.compose().form("02")?.notes == [])
  }

  @Test("抵销为零的数也是数据，不注本表无数据")
  func emptyNoteWithNetZero() throws {
    var books = Books.sample
    books.spend("100.00", "2010301", economic: "30101", kind: "基本支出")
    books.spend("-100.00", "2010301", economic: "30102", kind: "基本支出")
    #expect(try books.compose().form("02")?.notes == [])
    // One key corrected to nothing is as good as nothing.
    var corrected = Books.sample
    corrected.spend("100.00", "2010301")
    corrected.spend("-100.00", "2010301")
    #expect(try corrected.compose().form("02")?.notes == ["说明：本表无数据"])
  }
}
