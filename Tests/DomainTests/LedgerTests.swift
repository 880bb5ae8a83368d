import Diagnostics
import Domain
import Testing

/// Facts added up by what they are booked under.
@Suite("账")
struct LedgerTests {
  private func fact(_ key: LedgerKey, _ fen: Int64, line: Int) -> LedgerFact {
    LedgerFact(
      key: key, amount: Money(fen: fen), place: SourcePlace(file: "income.csv", line: line))
  }

  private let income = LedgerKey(
    measure: .income, unit: "1", fund: .generalBudget, source: .generalBudget,
    function: FunctionAccount("2010301"))

  @Test("同一口径合为一数，保留每笔的位置")
  func addsUp() {
    let ledger = Ledger([
      fact(income, 100, line: 2), fact(income, -30, line: 3), fact(income, 5, line: 7),
    ])
    #expect(ledger.entries.count == 1)
    #expect(ledger.entries[0].amount == Money(fen: 75))
    #expect(ledger.entries[0].places.map(\.line) == [2, 3, 7])
  }

  @Test("口径有一处不同就分开")
  func keepsApart() {
    var keys = [income]
    let changes: [(inout LedgerKey) -> Void] = [
      { $0.measure = .expenditure }, { $0.unit = "2" }, { $0.unit = nil },
      { $0.fund = .governmentFund }, { $0.source = .other }, { $0.kind = .basic },
      { $0.function = FunctionAccount("2010302") }, { $0.economic = EconomicAccount("30101") },
      { $0.indicator = "支出" },
    ]
    for change in changes {
      var key = income
      change(&key)
      keys.append(key)
    }
    let ledger = Ledger(keys.map { fact($0, 1, line: 1) })
    #expect(ledger.entries.map(\.key) == keys)
  }

  @Test("按口径首次出现的次序，按事项分别取出")
  func order() {
    var expenditure = income
    expenditure.measure = .expenditure
    var other = income
    other.unit = "0"
    let ledger = Ledger([
      fact(income, 1, line: 1), fact(expenditure, 2, line: 2), fact(other, 3, line: 3),
      fact(income, 4, line: 4),
    ])
    #expect(ledger.entries.map(\.amount.fen) == [5, 2, 3])
    #expect(ledger.entries(of: .income).map(\.amount.fen) == [5, 3])
    #expect(ledger.entries(of: .expenditure).map(\.amount.fen) == [2])
    #expect(ledger.entries(of: .closingBalance).isEmpty)
  }

  @Test("冲减到零仍是一笔账，不是没有账")
  func netsToZero() {
    let ledger = Ledger([fact(income, 9, line: 1), fact(income, -9, line: 2)])
    #expect(ledger.entries.map(\.amount) == [.zero])
  }
}
