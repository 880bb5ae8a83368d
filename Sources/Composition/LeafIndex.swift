internal import Domain
internal import Layouts

/// The leaf cells of a form, found by account rather than scanned for each fact.
struct LeafIndex {
  /// A cell on which facts fall, by the positions of its row and column.
  struct Leaf {
    let row: Int
    let column: Int
    let selection: Selection
    /// Whether the cell prints `——` and must stay without facts.
    let isClosed: Bool
  }

  private var leaves: [Leaf] = []
  private var byFunction = AccountLeaves<FunctionAccount>()
  private var byEconomic = AccountLeaves<EconomicAccount>()
  private var others: [Int] = []

  init(_ grid: FormGrid) {
    for (position, row) in grid.rows.enumerated() {
      for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
        switch cell.shows {
        case .select(let selection):
          add(Leaf(row: position, column: column, selection: selection, isClosed: false))
        case .closed(.some(let selection)):
          add(Leaf(row: position, column: column, selection: selection, isClosed: true))
        case .closed(nil), .blank, .sum, .sumOfPrinted, .sumOfLeaves, .fact: break
        }
      }
    }
  }

  /// Keeps a leaf under each account prefix that it selects, or among those without.
  private mutating func add(_ leaf: Leaf) {
    let number = leaves.count
    leaves.append(leaf)
    if let functions = leaf.selection.functions {
      byFunction.add(number, under: functions)
    } else if let economics = leaf.selection.economics {
      byEconomic.add(number, under: economics)
    } else {
      others.append(number)
    }
  }

  /// The leaves that take an amount booked under the key, in reading order.
  mutating func leaves(taking key: LedgerKey, unitType: String?) -> [Leaf] {
    var candidates = others
    if let account = key.function { candidates += byFunction.leaves(of: account) }
    if let account = key.economic { candidates += byEconomic.leaves(of: account) }
    return candidates.filter { leaves[$0].selection.takes(key, unitType: unitType) }
      .sorted().map { leaves[$0] }
  }
}

/// The numbers of the leaves that select by accounts of one chart.
private struct AccountLeaves<Code: Account> {
  private var byPrefix: [String: [Int]] = [:]
  /// What was found for an account before; a ledger has few accounts and many amounts.
  private var found: [String: [Int]] = [:]

  /// Keeps a leaf under the prefixes that it selects, but for those within another of them: an
  /// account finds the leaf by one prefix only.
  mutating func add(_ leaf: Int, under accounts: [Code]) {
    let codes = Set(accounts.map(\.code))
    for code in codes where !codes.contains(where: { $0 != code && code.hasPrefix($0) }) {
      byPrefix[code, default: []].append(leaf)
    }
  }

  /// The leaves that an amount of the account may fall on.
  mutating func leaves(of account: Code) -> [Int] {
    if let known = found[account.code] { return known }
    let result = account.lineage.flatMap { byPrefix[$0.code] ?? [] }
    found[account.code] = result
    return result
  }
}
