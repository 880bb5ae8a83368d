internal import Diagnostics
internal import Domain
internal import SourceFiles

/// The amounts of a unit and fund by measure.
struct BalanceSums {
  private var sums: [Measure: Money] = [:]

  subscript(_ measure: Measure) -> Money { sums[measure] ?? .zero }

  /// Where the money came from.
  var received: Money { self[.openingBalance] + self[.income] + self[.surplusUsed] }

  /// Where it went.
  var disposed: Money { self[.expenditure] + self[.surplusDistribution] + self[.closingBalance] }

  mutating func add(_ amount: Money, to measure: Measure) {
    sums[measure, default: .zero] += amount
  }
}

/// A unit's fund: what is balanced.
struct UnitFund: Hashable {
  let unit: String
  let fund: Fund
}

/// Which balances cannot be judged, because amounts of theirs may be missing.
struct BalanceDoubt {
  private var isTotal = false
  private var pairs: Set<UnitFund> = []

  /// Any balance may lack amounts.
  mutating func addAll() { isTotal = true }

  /// The balance of a refused row; any, where the row does not even say whose it is.
  mutating func add(unit: String?, fund: Fund?) {
    guard let unit, let fund else { return addAll() }
    pairs.insert(UnitFund(unit: unit, fund: fund))
  }

  func covers(_ pair: UnitFund) -> Bool { isTotal || pairs.contains(pair) }
}

/// Reports each unit and fund whose sources and uses of money differ.
///
/// A finding stands at the pair's line in the balances if it has one, else at its first ledger row.
func checkBalances(_ facts: [LedgerFact], doubt: BalanceDoubt, log: FindingLog) {
  var order: [UnitFund] = []
  var sums: [UnitFund: BalanceSums] = [:]
  var places: [UnitFund: (ledger: [SourcePlace], balances: [SourcePlace])] = [:]
  for fact in facts where !measuresApart.contains(fact.key.measure) {
    guard let unit = fact.key.unit, let fund = fact.key.fund else { continue }
    let pair = UnitFund(unit: unit, fund: fund)
    if sums[pair] == nil { order.append(pair) }
    sums[pair, default: BalanceSums()].add(fact.amount, to: fact.key.measure)
    if fact.key.measure == .income || fact.key.measure == .expenditure {
      places[pair, default: ([], [])].ledger.append(fact.place)
    } else {
      places[pair, default: ([], [])].balances.append(fact.place)
    }
  }
  for pair in order where !doubt.covers(pair) {
    guard let sum = sums[pair], sum.received != sum.disposed, let place = places[pair] else {
      continue
    }
    let involved = place.balances + place.ledger
    log.report(
      BalanceFault(unit: pair.unit, fund: pair.fund, sums: sum), at: involved[0],
      related: Array(involved.dropFirst().prefix(4)))
  }
}

/// Measures that stand apart from the year's balance.
let measuresApart: Set<Measure> = [.openingBudget, .priorYear]
