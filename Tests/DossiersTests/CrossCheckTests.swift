import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// What the checks take for a fault, and what they do not.
@Suite("勾稽与口径")
struct CrossCheckTests {
  @Test("经济科目只在版式要求时必填")
  func economicWhereRequired() throws {
    // The sample's project expenditure has none; basic expenditure of another fund needs none.
    var dossier = SampleDossier()
    dossier.replace("其他,项目支出", in: "expenditure.csv", with: "其他,基本支出")
    #expect(try dossier.read().codes == [])
    dossier.replace("2010350,30201", in: "expenditure.csv", with: "2010350,")
    #expect(try dossier.read().codes == ["D073"])
    var rules = DossierRules.sample
    rules.economicRequired = []
    #expect(try dossier.read(under: rules).codes == [])
    var ofUnitType = Selection()
    ofUnitType.unitTypes = ["行政单位"]
    rules.economicRequired = [ofUnitType]
    // Now the two project rows of the administrative unit lack theirs.
    let reading = try dossier.read(under: rules)
    #expect(reading.codes == ["D073"])
    #expect(reading.findings[0].related.map(\.line) == [4])
  }

  @Test("上级与下级科目在不同资金性质、指标、单位下可以并存")
  func prefixesApart() throws {
    var dossier = SampleDossier()
    dossier.append("政府性基金预算财政拨款,20103,5", to: "budget.csv")
    dossier.append("支出总计,一般公共预算财政拨款,20103,5", to: "prior-year.csv")
    dossier.append("支出,其他,20103,5", to: "prior-year.csv")
    #expect(try dossier.read().codes == [])
    dossier.append("政府性基金预算财政拨款,2010301,5", to: "budget.csv")
    dossier.append("支出,其他,201,5", to: "prior-year.csv")
    let reading = try dossier.read()
    #expect(reading.codes == ["D074", "D074"])
    // The finding stands at the lower account, wherever the upper one comes.
    #expect(
      reading.findings.map(\.related) == [
        [.init(file: "budget.csv", line: 4, column: 19)],
        [.init(file: "prior-year.csv", line: 6, column: 11)],
      ])
  }

  @Test("收入、支出、结余记在上级科目时报错，预算和上年可以")
  func levels() throws {
    var dossier = SampleDossier()
    dossier.replace("其他,2159999,100.00", in: "balances.csv", with: "其他,21599,100.00")
    dossier.replace("431001,其他,项目支出,2159999", in: "expenditure.csv", with: "431001,其他,项目支出,215")
    #expect(try dossier.read().codes == ["D072", "D072"])
  }

  @Test("各单位各资金分别平衡，不互相抵销")
  func balancesApart() throws {
    var dossier = SampleDossier()
    dossier.replace("1000.00", in: "income.csv", with: "1001.00")
    dossier.replace("300.00", in: "income.csv", with: "299.00")
    let reading = try dossier.read()
    #expect(reading.codes == ["D100", "D100"])
    #expect(reading.findings[0].what.contains("来源比去向多 1.00 元（来源 1001.00 元，去向 1000.00 元）"))
    #expect(reading.findings[1].what.contains("去向比来源多 1.00 元（来源 299.00 元，去向 300.00 元）"))
  }

  @Test("非财政的各种收入合在“其他”里平衡")
  func otherSources() throws {
    var dossier = SampleDossier()
    dossier.replace(
      "431001,其他收入,2159999,50", in: "income.csv",
      with: """
        431001,其他收入,2159999,10
        431001,事业收入,2159999,10
        431001,经营收入,2159999,10
        431001,上级补助收入,2159999,10
        431001,附属单位上缴收入,2159999,10
        """)
    #expect(try dossier.read().codes == [])
  }

  @Test("重复的行按全部列判断，摘要不同就不是重复")
  func repeatedRows() throws {
    var dossier = SampleDossier()
    dossier.files["income.csv"] = """
      单位代码,收入来源,功能科目,金额（元）,摘要
      431001,一般公共预算财政拨款,2010301,500.00,第一笔
      431001,一般公共预算财政拨款,2010301,500.00,第二笔
      431001,其他收入,2159999,25
      431001,其他收入 ,2159999,25,
      431002,一般公共预算财政拨款,2010350,300.00,

      """
    let reading = try dossier.read()
    #expect(reading.codes == ["D042"])
    #expect(reading.findings.first?.place == .source(.init(file: "income.csv", line: 5)))
    // A warning does not keep the accounts from being read.
    #expect(reading.value != nil)
  }

  @Test("必填事项缺少整组时合为一条")
  func missingGroups() throws {
    var dossier = SampleDossier()
    dossier.replace(
      """
      三公经费:
        公务接待费: {预算: 100, 决算: "1,080.5"}
        公务用车: {保有量: 2}

      """, in: "department.yaml", with: "")
    let reading = try dossier.read()
    #expect(reading.codes == ["D091"])
    #expect(reading.findings.first?.what == "缺少“三公经费”，其中必填 3 项")
  }

  @Test("申报的金额也计入合计上限")
  func declaredAmountsCount() throws {
    var dossier = SampleDossier()
    dossier.replace("预算: 100", in: "department.yaml", with: "预算: 70368744177664.00")
    #expect(try dossier.read().codes == ["D064"])
  }
}
