import Diagnostics
import Dossiers
import Testing

/// The two sides of a total of the year before.
@Suite("上年总计成对")
struct PriorYearTests {
  private func read(_ change: (inout SampleDossier) -> Void) throws -> [Finding] {
    var rules = DossierRules.sample
    rules.priorYearTogether = [["收入总计", "支出总计"]]
    var dossier = SampleDossier()
    change(&dossier)
    return try dossier.read(under: rules).findings
  }

  @Test("只有一边是错误，指在有的那一行；两边都有、都没有不是")
  func halves() throws {
    let half = try read { _ in }
    #expect(half.map(\.code) == ["D280"])
    #expect(half.first?.place == .source(SourcePlace(file: "prior-year.csv", line: 2, column: 8)))
    #expect(half.first?.what == "不分资金性质的“收入总计”有上年数，“支出总计”没有")
    #expect(try read { $0.append("支出总计,,,0", to: "prior-year.csv") }.isEmpty)
    #expect(
      try read { $0.replace("收入总计,,,1500.00\n", in: "prior-year.csv", with: "") }.isEmpty)
    let other = try read {
      $0.replace("收入总计,,,1500.00", in: "prior-year.csv", with: "支出总计,,,1500.00")
    }
    #expect(other.map(\.what) == ["不分资金性质的“支出总计”有上年数，“收入总计”没有"])
  }

  @Test("各种资金性质各自成对；分单位填写的，各单位成对")
  func byFundAndUnit() throws {
    let fund = try read {
      $0.append("支出总计,,,1500", to: "prior-year.csv")
      $0.append("支出总计,政府性基金预算财政拨款,,5", to: "prior-year.csv")
    }
    #expect(fund.map(\.what) == ["“政府性基金预算财政拨款”的“支出总计”有上年数，“收入总计”没有"])
    let units = try read {
      $0.files["prior-year.csv"] = """
        指标,资金性质,功能科目,上年金额（元）,单位代码
        收入总计,,,5,431001
        支出总计,,,5,431001
        收入总计,,,5,431002

        """
    }
    #expect(units.map(\.what) == ["单位 431002 的不分资金性质的“收入总计”有上年数，“支出总计”没有"])
  }

  @Test("另一边的行写错了，只说写错的那一行")
  func echo() throws {
    let findings = try read { $0.append("支出总计,,,一千", to: "prior-year.csv") }
    #expect(findings.count == 1)
    #expect(findings.first?.code != "D280")
  }
}
