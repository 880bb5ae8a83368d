import Domain
import TestSupport
import Testing

/// Which amounts a cell takes.
@Suite("选取口径")
struct SelectionTests {
  private let key = LedgerKey(
    measure: .expenditure, unit: "1", fund: .generalBudget, kind: .basic,
    function: FunctionAccount("2080501"), economic: EconomicAccount("30201"))

  @Test("不加限定时全部选取")
  func everything() {
    #expect(Selection().takes(key, unitType: nil))
    #expect(Selection().takes(LedgerKey(measure: .priorYear), unitType: nil))
  }

  @Test("每项限定各自起作用")
  func eachPart() {
    func expect(
      _ taken: Bool, unitType: String? = "行政单位", _ narrow: (inout Selection) -> Void,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      var selection = Selection()
      narrow(&selection)
      #expect(
        selection.takes(key, unitType: unitType) == taken, sourceLocation: sourceLocation)
    }
    expect(true) { $0.measure = .expenditure }
    expect(false) { $0.measure = .income }
    expect(true) { $0.funds = [.generalBudget, .other] }
    expect(false) { $0.funds = [.governmentFund] }
    expect(true) { $0.kinds = [.basic] }
    expect(false) { $0.kinds = [.project] }
    expect(true) { $0.functions = FunctionAccount("208").map { [$0] } }
    expect(true) { $0.functions = FunctionAccount("2080501").map { [$0] } }
    expect(false) { $0.functions = FunctionAccount("20806").map { [$0] } }
    expect(true) { $0.economics = EconomicAccount("302").map { [$0] } }
    expect(false) { $0.economics = EconomicAccount("301").map { [$0] } }
    expect(true) { $0.unitTypes = ["行政单位"] }
    expect(false) { $0.unitTypes = ["事业单位"] }
    expect(false, unitType: nil) { $0.unitTypes = ["行政单位"] }
  }

  @Test("账上没有的内容不满足限定")
  func missingParts() {
    let total = LedgerKey(measure: .priorYear, indicator: "收入总计")
    var selection = Selection()
    selection.funds = Set(Fund.allCases)
    #expect(!selection.takes(total, unitType: nil))
    selection = Selection()
    selection.sources = Set(IncomeSource.allCases)
    #expect(!selection.takes(key, unitType: nil))
    selection = Selection()
    selection.functions = FunctionAccount("201").map { [$0] }
    #expect(!selection.takes(total, unitType: nil))
  }

  @Test("财政拨款是三种资金、三种来源，其余来源归“其他”")
  func fiscalAppropriation() {
    #expect(!Fund.fiscalAppropriation.contains(.other))
    #expect(Fund.fiscalAppropriation.count == 3)
    for source in IncomeSource.allCases {
      let isFiscal = IncomeSource.fiscalAppropriation.contains(source)
      #expect(isFiscal == (source.fund != .other), "\(source.rawValue)")
      #expect(!isFiscal || source.rawValue == source.fund.rawValue)
    }
    #expect(
      Fund.allCases.shuffled().sorted().map(\.rawValue)
        == ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "其他"])
  }
}

/// Two selections met, as a row and a column do.
@Suite("行与列的口径相交")
struct NarrowedSelectionTests {
  private func random(_ random: inout SeededRandom) -> Selection {
    var selection = Selection()
    func maybe() -> Bool { Bool.random(using: &random) }
    if maybe() { selection.measure = maybe() ? .income : .expenditure }
    if maybe() { selection.funds = Set(Fund.allCases.filter { _ in maybe() }) }
    if maybe() { selection.kinds = Set(ExpenditureKind.allCases.filter { _ in maybe() }) }
    if maybe() { selection.unitTypes = Set(["甲", "乙"].filter { _ in maybe() }) }
    if maybe() {
      selection.functions = functionCodes.filter { _ in maybe() }.compactMap {
        FunctionAccount($0)
      }
    }
    if maybe() {
      selection.economics = ["301", "30101", "302"].filter { _ in maybe() }.compactMap {
        EconomicAccount($0)
      }
    }
    return selection
  }

  private let functionCodes = ["208", "20805", "2080501", "20806", "201"]

  @Test("相交后所选恰为两者都选的")
  func takesWhatBothTake() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededRandom(seed: seed)
    let keys = [Measure.income, .expenditure].flatMap { measure in
      [Fund.generalBudget, .other].flatMap { fund in
        ["2080501", "2080601", "2010301"].flatMap { function in
          ["30101", "30102", nil].map { economic in
            LedgerKey(
              measure: measure, fund: fund, kind: .basic, function: FunctionAccount(function),
              economic: economic.flatMap { EconomicAccount($0) })
          }
        }
      }
    }
    for _ in 0..<500 {
      let (left, right) = (random(&generator), random(&generator))
      let both = left.narrowed(by: right)
      for key in keys {
        for unitType in ["甲", "乙", nil] {
          let expected =
            left.takes(key, unitType: unitType) && right.takes(key, unitType: unitType)
          #expect(
            (both?.takes(key, unitType: unitType) ?? false) == expected,
            "\(left) × \(right), \(key), seed \(seed)")
        }
      }
    }
  }
}
