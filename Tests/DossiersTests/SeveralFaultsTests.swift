import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// Faults of several files, and what they must not be the cause of.
@Suite("多处错误")
struct SeveralFaultsTests {
  @Test("所有文件的错误一次报全，按文件和行排列")
  func allAtOnce() throws {
    var dossier = SampleDossier()
    dossier.replace("2024-09-20", in: "department.yaml", with: "2024年9月")
    dossier.replace("保有量: 2", in: "department.yaml", with: "保有量: 两")
    dossier.replace("1000.00", in: "income.csv", with: "一千")
    dossier.replace("其他收入,2159999", in: "income.csv", with: "其它收入,215")
    dossier.replace("60.00", in: "balances.csv", with: "60.001")
    dossier.append("其他,2159999,1", to: "budget.csv")
    dossier.append("其他,21599,1", to: "budget.csv")
    dossier.files["prior-year.csv"] = nil
    let reading = try dossier.read()
    #expect(reading.value == nil)
    let heads = reading.printed.split(separator: "\n").filter { $0.contains(" 错误 D") }
    #expect(
      heads == [
        "balances.csv:2:38: 错误 D062: 金额“60.001”有 3 位小数",
        "budget.csv:4:12: 错误 D074: 同一资金性质下既有 2159999，又有它的上级 21599，会重复计算",
        "department.yaml:3:7: 错误 D083: 公开日期“2024年9月”不是一个日子",
        "department.yaml:10:15: 错误 D093: “三公经费.公务用车.保有量”的数量“两”不是整数",
        "income.csv:2:27: 错误 D061: 金额“一千”不是数",
        "income.csv:3:8: 错误 D051: 不认识的收入来源“其它收入”",
        "income.csv:3:13: 错误 D072: 科目 215 不是项级",
        "prior-year.csv: 错误 D021: 卷宗里没有 prior-year.csv",
      ])
    #expect(reading.printed.hasSuffix("错误 8 处；没有写出任何文件。\n"))
  }

  @Test("一行读不出来，不再说它的单位收支不平；别的单位照查")
  func balancesWithoutEcho() throws {
    var dossier = SampleDossier()
    dossier.replace("1000.00", in: "income.csv", with: "一千")
    dossier.replace("300.00", in: "income.csv", with: "299.00")
    let reading = try dossier.read()
    #expect(reading.codes == ["D061", "D100"])
    #expect(reading.findings[1].what.hasPrefix("单位 431002 的“一般公共预算财政拨款”收支不平"))
  }

  @Test("一行连单位都读不出来，就不查收支平衡")
  func balancesInDoubt() throws {
    var dossier = SampleDossier()
    dossier.replace("431001,其他收入", in: "income.csv", with: "431009,其他收入")
    dossier.replace("300.00", in: "income.csv", with: "299.00")
    #expect(try dossier.read().codes == ["D052"])
  }

  @Test("缺一个账表，不查收支平衡", arguments: ["income.csv", "expenditure.csv", "balances.csv"])
  func balancesWithoutFile(_ file: String) throws {
    var dossier = SampleDossier()
    dossier.files[file] = nil
    #expect(try dossier.read().codes == ["D021"])
  }

  @Test("科目没有名称，收支平衡照查；同一科目只说一次")
  func namelessAccounts() throws {
    var dossier = SampleDossier()
    dossier.append("431002,一般公共预算财政拨款,2010399,1.00", to: "income.csv")
    dossier.append("431002,一般公共预算财政拨款,2010399,2.00", to: "income.csv")
    dossier.append("431002,一般公共预算财政拨款,基本支出,2010399,30201,2.00", to: "expenditure.csv")
    let reading = try dossier.read()
    #expect(reading.codes == ["D100", "D075"])
    #expect(reading.findings[0].what.contains("1.00 元"))
  }

  @Test("department.yaml 读不出来，账表照查，单位代码不查")
  func withoutDepartment() throws {
    var dossier = SampleDossier()
    dossier.files["department.yaml"] = "年度: [2023\n"
    dossier.replace("1000.00", in: "income.csv", with: "一千")
    dossier.replace("60.00", in: "balances.csv", with: "61.00")
    #expect(try dossier.read().codes == ["D100", "D001", "D061"])
  }

  @Test("一个单位读不出来，不说账表用了不存在的单位，也不说缺少它的事项")
  func withoutOneUnit() throws {
    var dossier = SampleDossier()
    dossier.replace("{代码: \"431002\"", in: "department.yaml", with: "{代号: \"431002\"")
    #expect(try dossier.read().codes == ["D003", "D005"])
  }

  @Test("accounts.csv 有错，不说科目没有名称")
  func faultyNames() throws {
    var dossier = SampleDossier()
    dossier.append("政府性基金预算财政拨款,22401,5", to: "budget.csv")
    dossier.files["accounts.csv"] = "科目类型,科目代码,科目名称\n支出功能,2240,应急管理事务\n"
    #expect(try dossier.read().codes == ["D070"])
  }

  @Test("表头有错，不再逐行说栏数不对")
  func headAlone() throws {
    var dossier = SampleDossier()
    dossier.replace("功能科目,金额（元）", in: "income.csv", with: "功能科目,负责人,金额（元）")
    #expect(try dossier.read().codes == ["D031"])
  }

  @Test("引号没有结束，只说引号")
  func openQuote() throws {
    var dossier = SampleDossier()
    dossier.replace("431001,其他收入", in: "income.csv", with: "\"431001,其他收入")
    #expect(try dossier.read().codes == ["D015"])
  }

  @Test("金额合计太大，不求和也不崩溃")
  func hugeTotal() throws {
    var dossier = SampleDossier()
    for line in 0..<3000 {
      dossier.append(
        "431002,一般公共预算财政拨款,2010350,70000000000000.\(line % 90 + 10)", to: "income.csv")
    }
    let reading = try dossier.read()
    #expect(reading.codes.filter { $0 == "D064" }.count == 1)
    #expect(reading.codes.allSatisfy { $0 == "D064" || $0 == "D042" })
    let place = try #require(reading.findings.first { $0.code == "D064" }?.place)
    #expect(place == .source(.init(file: "income.csv", line: 6, column: 27)))
  }
}
