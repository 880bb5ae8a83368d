import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// What a dossier that is right is read as.
@Suite("没有错误的卷宗")
struct ValidDossierTests {
  @Test("读出全部内容，没有提示")
  func sample() throws {
    let reading = try SampleDossier().read()
    #expect(reading.printed == "没有写出任何文件。\n")
    let accounts = try #require(reading.value)
    #expect(
      accounts.text == """
        431 某县工业和信息化局 2023 2024-09-20
        431001 某县工业和信息化局 行政单位
        431002 某县中小企业服务中心 事业单位
        收入 431001 一般公共预算财政拨款 一般公共预算财政拨款 - 2010301 - - = 1000.00 @ [income.csv:2:27]
        收入 431001 其他 其他收入 - 2159999 - - = 50.00 @ [income.csv:3:21]
        收入 431002 一般公共预算财政拨款 一般公共预算财政拨款 - 2010350 - - = 300.00 @ [income.csv:4:27]
        支出 431001 一般公共预算财政拨款 - 基本支出 2010301 30101 - = 700.00 @ [expenditure.csv:2:38]
        支出 431001 一般公共预算财政拨款 - 项目支出 2159999 - - = 300.00 @ [expenditure.csv:3:33]
        支出 431001 其他 - 项目支出 2159999 - - = 80.00 @ [expenditure.csv:4:25]
        支出 431002 一般公共预算财政拨款 - 基本支出 2010350 30201 - = 300.00 @ [expenditure.csv:5:38]
        年初结转和结余 431001 其他 - - 2159999 - - = 100.00 @ [balances.csv:2:19]
        使用非财政拨款结余和专用结余 431001 其他 - - 2159999 - - = 20.00 @ [balances.csv:2:26]
        结余分配 431001 其他 - - 2159999 - - = 30.00 @ [balances.csv:2:32]
        年末结转和结余 431001 其他 - - 2159999 - - = 60.00 @ [balances.csv:2:38]
        年初预算 - 一般公共预算财政拨款 - - 201 - - = 1200.00 @ [budget.csv:2:16]
        年初预算 - 一般公共预算财政拨款 - - 215 - - = 0.00 @ [budget.csv:3:16]
        上年 - - - - - - 收入总计 = 1500.00 @ [prior-year.csv:2:8]
        上年 - 一般公共预算财政拨款 - - 201 - 支出 = 900.00 @ [prior-year.csv:3:19]
        """)
  }

  @Test("申报的事项带着位置；金额、数量、文字、列表，按单位")
  func declaredFacts() throws {
    let facts = try #require(try SampleDossier().read().value).declaredFacts
    func value(_ path: String, unit: String? = nil) -> DeclaredValue? {
      facts.fact(path, unit: unit)?.value
    }
    #expect(value("三公经费.公务接待费.预算") == .money(Money(fen: 100_00)))
    #expect(value("三公经费.公务接待费.决算") == .money(Money(fen: 1_080_50)))
    #expect(value("三公经费.公务用车.保有量") == .count(2))
    #expect(value("职责") == .text("拟订并组织实施工业发展规划。"))
    #expect(value("机构") == .list(["办公室", "综合股"]))
    #expect(value("编制人数", unit: "431001") == .count(20))
    #expect(value("编制人数", unit: "431002") == .count(8))
    #expect(value("编制人数") == nil)
    #expect(facts.accounts(of: "原因") == ["201", "30101"])
    #expect(facts.fact("原因", account: "201")?.value == .text("行政运行减少。"))
    #expect(facts.fact("原因", account: "202") == nil)
    #expect(
      facts.fact("三公经费.公务接待费.预算")?.place
        == SourcePlace(file: "department.yaml", line: 9, column: 15))
  }

  @Test("选填的事项可以不写，也可以留空")
  func optionalFacts() throws {
    var dossier = SampleDossier()
    dossier.replace("机构: [办公室, 综合股]\n", in: "department.yaml", with: "")
    dossier.replace("职责: 拟订并组织实施工业发展规划。", in: "department.yaml", with: "职责:")
    let reading = try dossier.read()
    #expect(reading.codes == [])
    #expect(reading.value?.declaredFacts.fact("职责") == nil)
  }

  @Test("列的顺序随意，选填的列可有可无")
  func columnsInAnyOrder() throws {
    let usual = try #require(try SampleDossier().read().value)
    var dossier = SampleDossier()
    dossier.files["expenditure.csv"] = """
      摘要,金额（元）,经济科目,项目代码,功能科目,支出类别,资金性质,单位代码
      "工资,一至六月",700.00,30101,,2010301,基本支出,一般公共预算财政拨款,431001
      ,300.00,,P-01,2159999,项目支出,一般公共预算财政拨款,431001
      ,80.00,,,2159999,项目支出,其他,431001
      ,300.00,30201,,2010350,基本支出,一般公共预算财政拨款,431002

      """
    let reading = try dossier.read()
    #expect(reading.codes == [])
    let entries = try #require(reading.value).ledger.entries(of: .expenditure)
    let expected = usual.ledger.entries(of: .expenditure)
    #expect(entries.map(\.key) == expected.map(\.key))
    #expect(entries.map(\.amount) == expected.map(\.amount))
  }

  @Test("预算可以按单位填写")
  func budgetByUnit() throws {
    var dossier = SampleDossier()
    dossier.files["budget.csv"] = """
      单位代码,资金性质,功能科目,年初预算（元）
      431001,一般公共预算财政拨款,201,5
      431002,一般公共预算财政拨款,20103,6
      ,一般公共预算财政拨款,215,7

      """
    let reading = try dossier.read()
    #expect(reading.codes == [])
    let entries = try #require(reading.value).ledger.entries(of: .openingBudget)
    #expect(entries.map(\.key.unit) == ["431001", "431002", nil])
  }

  @Test("结余的空栏没有数，0 是一个为零的数")
  func emptyBalances() throws {
    var dossier = SampleDossier()
    dossier.append("431002,一般公共预算财政拨款,2010350,0,,,0.00", to: "balances.csv")
    dossier.append("431002,其他,2159999,,,,", to: "balances.csv")
    let reading = try dossier.read()
    #expect(reading.codes == [])
    let ledger = try #require(reading.value).ledger
    #expect(ledger.entries(of: .openingBalance).map(\.amount.fen) == [100_00, 0])
    #expect(ledger.entries(of: .surplusUsed).map(\.amount.fen) == [20_00])
    #expect(ledger.entries(of: .closingBalance).map(\.amount.fen) == [60_00, 0])
  }

  @Test("负数冲减同一科目，两笔合为一数")
  func corrections() throws {
    var dossier = SampleDossier()
    dossier.append("431002,一般公共预算财政拨款,2010350,\" －1,000.00 \"", to: "income.csv")
    dossier.append("431002,一般公共预算财政拨款,2010350,￥１０００", to: "income.csv")
    let reading = try dossier.read()
    #expect(reading.codes == [])
    let entry = try #require(
      reading.value?.ledger.entries(of: .income).first { $0.key.unit == "431002" })
    #expect(entry.amount == Money(fen: 300_00))
    #expect(entry.places.map(\.line) == [4, 5, 6])
  }

  @Test("accounts.csv 补充科目名称")
  func ownNames() throws {
    var dossier = SampleDossier()
    dossier.append("政府性基金预算财政拨款,22401,5", to: "budget.csv")
    dossier.files["accounts.csv"] = """
      科目名称,科目代码,科目类型
      灾害防治及应急管理支出,224,支出功能
      应急管理事务,22401,支出功能

      """
    let reading = try dossier.read()
    #expect(reading.codes == [])
    let names = try #require(reading.value).accountNames
    #expect(names.name(of: "22401", in: .function) == "应急管理事务")
    #expect(names.name(of: "30101", in: .economic) == "基本工资")
  }
}
