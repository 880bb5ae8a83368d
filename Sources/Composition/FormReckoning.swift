internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// An exact value and the facts behind it, as positions in the sorted list of all places.
struct CellValue {
  var value: FigureValue?
  var sources: [Int] = []

  /// The values added exactly; nothing where neither has a fact.
  mutating func add(_ other: CellValue) {
    // The loader has seen to it that a sum is of one kind.
    if let second = other.value { value = value.map { $0.adding(second) } ?? second }
    sources += other.sources
  }
}

/// Distributes the ledger over a form's leaf cells and adds up all others.
struct FormReckoning {
  private let facts: FactTable
  private let grid: FormGrid
  private let addresses: FormAddresses
  private var values: [[Int: CellValue]]
  private var isSettled: [[Int: Bool]]
  private(set) var findings: [Finding] = []
  /// Whether a fact that is not nothing fell on a cell that was asked for, even where it and others
  /// come to nothing.
  private(set) var hasData = false

  init(_ grid: FormGrid, facts: FactTable, addresses: FormAddresses) {
    self.grid = grid
    self.facts = facts
    self.addresses = addresses
    values = Array(repeating: [:], count: grid.rows.count)
    isSettled = Array(repeating: [:], count: grid.rows.count)
    distribute()
  }

  /// The value of a cell, by the positions of its row and column.
  mutating func value(row: Int, column: Int) -> CellValue {
    guard isSettled[row][column] != true else { return values[row][column] ?? CellValue() }
    var result = CellValue()
    switch grid.rows[row].cells[column]?.shows {
    case .select: result = values[row][column] ?? result
    case .fact(let path, let unit):
      result = facts.value(path, unit: unit)
      if result.value?.isZero == false { hasData = true }
    case .sum(let keys):
      for key in keys { result.add(value(at: key)?.value ?? CellValue()) }
    case .sumOfPrinted(let keys):
      for key in keys {
        guard let (value, format) = value(at: key) else { continue }
        result.add(CellValue(value: value.value.map(format.rounded), sources: value.sources))
      }
    case .sumOfLeaves:
      let block = grid.rows[row].block
      for position in grid.rows.indices
      where grid.rows[position].block == block && grid.rows[position].isLeaf {
        result.add(value(row: position, column: column))
      }
    case .blank, .closed, nil: break
    }
    result.sources = Array(Set(result.sources)).sorted()
    values[row][column] = result
    isSettled[row][column] = true
    return result
  }

  /// The value of a cell by its ids, and how it is printed; nil where there is none.
  private mutating func value(at key: CellKey) -> (value: CellValue, format: NumberFormat)? {
    guard let row = grid.positionByID[key.row],
      let column = grid.form.columns.firstIndex(where: { $0.id == key.column }),
      let cell = grid.rows[row].cells[column]
    else { return nil }
    return (value(row: row, column: column), cell.printing.format)
  }

  /// Puts each entry on the leaf that takes it, and reports those that none or several take.
  private mutating func distribute() {
    var index = LeafIndex(grid)
    let scope = grid.form.scope
    for (number, entry) in facts.entries.enumerated() {
      let unitType = facts.unitTypes[number]
      let isInScope = scope.contains { $0.takes(entry.key, unitType: unitType) }
      guard isInScope || scope.isEmpty else { continue }
      let takers = index.leaves(taking: entry.key, unitType: unitType)
      for leaf in takers where !leaf.isClosed {
        values[leaf.row][leaf.column, default: CellValue()].add(
          CellValue(value: .money(entry.amount), sources: facts.sources(ofEntry: number)))
        if entry.amount != .zero { hasData = true }
      }
      // A form without a scope may pass facts over, but not where it prints `——`.
      let isAmiss = takers.count != 1 && isInScope
      guard isAmiss || takers.contains(where: \.isClosed) else { continue }
      let named = takers.map(taker)
      findings.append(CoverageFault(form: grid.form, entry: entry, takers: named).finding)
    }
  }

  /// A leaf as messages name it: its wording and its address.
  private func taker(_ leaf: LeafIndex.Leaf) -> CoverageFault.Taker {
    let row = grid.rows[leaf.row]
    let wording =
      switch row.wording {
      case .line(let text), .total(let text), .foot(let text): text
      case .account(_, let name), .record(_, let name): name
      }
    let cell = CellKey(row: row.id, column: grid.form.columns[leaf.column].id)
    let address = addresses.address(of: cell)?.description ?? ""
    return CoverageFault.Taker(
      name: wording.isEmpty ? address : "\(address) \(wording)", isClosed: leaf.isClosed)
  }
}
