import Domain
import Layouts
import Testing

@testable import LastYear

/// What does not fit the year before.
extension CheckCase {
  private static let balances = "balances.csv"
  private static let prior = "prior-year.csv"
  private static let department = "department.yaml"

  static let lastYear = [
    openingChanged("opening-carried", "302001.2050803"),
    after("opening-carried", balances, "2050803,35280.46", "2050299,35280.46", "302001.2050299"),
    openingChanged("opening-carried-total", "年初 各种资金，"),
    openingChanged("opening-carried-total", "年初.财政拨款 财政拨款，年初的数合计：本年填"),
    after("prior-year-carried", prior, "205,34176352.81", "205,34176352.82", "支出.一般公共预算财政拨款.205"),
    after(
      "prior-year-carried", prior, "229,2630500.00", "229,2630500.01",
      "本年填 2,630,500.01 元，上年是 2,630,500.00 元"),
    after("prior-year-carried", prior, ",702614.49", ",702614.50", "支出.其他.205"),
    after("prior-year-carried", prior, "916342.75", "916342.76", "916,342.76"),
    after("prior-year-carried", prior, "支出,其他,205,", "支出,其他,206,", "支出.其他.206"),
    after("declared-carried", department, "上年决算: 9280.00", "上年决算: 9280.01", "公务接待费.上年决算"),
    after(
      "units-renamed", department, "教育局, 类型: 行政单位", "教育体育局, 类型: 行政单位", "教育体育局"),
    after("units-renamed", department, "小学校, 类型: 公益一类事业单位", "小学校, 类型: 公益二类事业单位", "302003"),
    after("accounts-renamed", "accounts.csv", "20502,普通教育", "20502,普通教育类", "普通教育类"),
  ]

  /// An opening balance that is too large, in a unit that is balanced all the same.
  private static func openingChanged(_ check: String, _ expected: String) -> CheckCase {
    var example = CheckCase(
      check: check,
      edits: [
        Edit(balances, "2050803,35280.46", "2050803,35280.47"),
        Edit(balances, "2050299,,,,18063.92", "2050299,,,,18063.93"),
      ], expected: expected)
    example.isAfterLastYear = true
    return example
  }

  private static func after(
    _ check: String, _ file: String, _ text: String, _ replacement: String, _ expected: String
  ) -> CheckCase {
    var example = one(check, file, text, replacement, expected)
    example.isAfterLastYear = true
    return example
  }
}

extension AuditedDossier {
  /// A year before that ends as this one says that it began.
  func fittingLastYear() throws -> KnownYear {
    let accounts = try #require(try composed().1)
    func entries(_ measure: Measure) -> [LedgerEntry] { accounts.ledger.entries(of: measure) }
    let closings = entries(.openingBalance).compactMap { entry -> KnownYear.Closing? in
      guard let unit = entry.key.unit, let fund = entry.key.fund, let function = entry.key.function,
        entry.amount != .zero
      else { return nil }
      return KnownYear.Closing(unit: unit, fund: fund, function: function, amount: entry.amount)
    }
    let facts = Self.set.facts.compactMap { fact -> (String, [KnownYear.DeclaredNumber])? in
      guard let former = fact.priorOf, let value = accounts.declaredFacts.fact(fact.path)?.value
      else {
        return nil
      }
      return (former, [KnownYear.DeclaredNumber(unit: nil, value: value, slack: .zero)])
    }
    let codes = accounts.accountNames.codes(of: .function)
    return KnownYear(
      year: accounts.fiscalYear - 1, layoutSet: Self.set.name,
      identity: KnownYear.Identity(
        code: accounts.department.code, name: accounts.department.name,
        units: accounts.department.units),
      precision: .exact,
      amounts: entries(.priorYear).map { entry in
        KnownYear.Amount(
          indicator: entry.key.indicator ?? "", fund: entry.key.fund, function: entry.key.function,
          amount: entry.amount, slack: .zero)
      }, unknown: [],
      balances: [
        KnownYear.Balance(
          funds: Fund.allCases, amount: closings.map(\.amount).sum(), slack: .zero),
        KnownYear.Balance(
          funds: Fund.fiscalAppropriation,
          amount: closings.filter(\.fund.isFiscal).map(\.amount).sum(), slack: .zero),
      ], closings: closings, numbers: Dictionary(uniqueKeysWithValues: facts), declared: nil,
      names: codes.map { code in
        KnownYear.Name(
          chart: .function, code: code,
          name: accounts.accountNames.name(of: code, in: .function) ?? "")
      })
  }
}
