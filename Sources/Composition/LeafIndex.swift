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
  private var byFunction: [String: [Int]] = [:]
  private var byEconomic: [String: [Int]] = [:]
  private var others: [Int] = []

  init(_ grid: FormGrid) {
    for (position, row) in grid.rows.enumerated() {
      for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
        switch cell {
        case .select(let selection):
          add(Leaf(row: position, column: column, selection: selection, isClosed: false))
        case .closed(.some(let selection)):
          add(Leaf(row: position, column: column, selection: selection, isClosed: true))
        case .closed(nil), .blank, .sum, .sumOfLeaves, .fact, .contradiction, .unknownReference:
          break
        }
      }
    }
  }

  /// Keeps a leaf under each account prefix that it selects, or among those without.
  private mutating func add(_ leaf: Leaf) {
    let number = leaves.count
    leaves.append(leaf)
    if let functions = leaf.selection.functions {
      for code in Set(functions.map(\.code)) { byFunction[code, default: []].append(number) }
    } else if let economics = leaf.selection.economics {
      for code in Set(economics.map(\.code)) { byEconomic[code, default: []].append(number) }
    } else {
      others.append(number)
    }
  }

  /// The leaves that take an amount booked under the key, in reading order.
  func leaves(taking key: LedgerKey, unitType: String?) -> [Leaf] {
    var candidates = others
    for account in key.function?.lineage ?? [] { candidates += byFunction[account.code] ?? [] }
    for account in key.economic?.lineage ?? [] { candidates += byEconomic[account.code] ?? [] }
    // A leaf with two prefixes of one lineage is found twice.
    return Set(candidates).sorted().map { leaves[$0] }
      .filter { $0.selection.takes(key, unitType: unitType) }
  }
}
