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
    switch (value, other.value) {
    case (nil, let second): value = second
    case (_, nil): break
    case (.money(let first), .money(let second)): value = .money(first + second)
    case (.count(let first), .count(let second)): value = .count(first + second)
    case (.money, .count), (.count, .money):
      preconditionFailure("a sum of amounts and counts; the loader of layout sets refuses this")
    }
    sources += other.sources
  }
}

/// Distributes the ledger over a form's leaf cells and adds up all others.
struct FormEvaluation {
  private let accounts: FinalAccounts
  private let facts: FactTable
  private let grid: FormGrid
  private var values: [[Int: CellValue]]
  private var isSettled: [[Int: Bool]]
  private(set) var findings: [Finding] = []

  init(_ grid: FormGrid, accounts: FinalAccounts, facts: FactTable) {
    self.grid = grid
    self.accounts = accounts
    self.facts = facts
    values = Array(repeating: [:], count: grid.rows.count)
    isSettled = Array(repeating: [:], count: grid.rows.count)
    distribute()
  }

  /// The value of a cell, by the positions of its row and column.
  mutating func value(row: Int, column: Int) -> CellValue {
    guard isSettled[row][column] != true else { return values[row][column] ?? CellValue() }
    var result = CellValue()
    switch grid.rows[row].cells[column] {
    case .select: result = values[row][column] ?? result
    case .fact(let path): result = facts.value(path)
    case .sum(let keys):
      for key in keys {
        guard let position = grid.positionByID[key.row],
          let cited = grid.form.columns.firstIndex(where: { $0.id == key.column })
        else { continue }
        result.add(value(row: position, column: cited))
      }
    case .sumOfLeaves:
      let block = grid.rows[row].block
      for position in grid.rows.indices
      where grid.rows[position].block == block && grid.rows[position].isLeaf {
        result.add(value(row: position, column: column))
      }
    case .blank, .closed, .contradiction, .unknownReference, nil: break
    }
    result.sources = Array(Set(result.sources)).sorted()
    values[row][column] = result
    isSettled[row][column] = true
    return result
  }

  /// Puts each entry on the leaf that takes it, and reports those that none or several take.
  private mutating func distribute() {
    let index = LeafIndex(grid)
    let scope = grid.form.scope
    for (number, entry) in accounts.ledger.entries.enumerated() {
      let unitType = entry.key.unit.flatMap { accounts.department.unit($0)?.type }
      let isInScope = scope.contains { $0.takes(entry.key, unitType: unitType) }
      guard isInScope || scope.isEmpty else { continue }
      let takers = index.leaves(taking: entry.key, unitType: unitType)
      for leaf in takers where !leaf.isClosed {
        values[leaf.row][leaf.column, default: CellValue()].add(
          CellValue(value: .money(entry.amount), sources: facts.sources(ofEntry: number)))
      }
      guard isInScope, takers.count != 1 || takers[0].isClosed else { continue }
      findings.append(
        CoverageFault(form: grid.form, entry: entry, takers: takers.map(name)).finding)
    }
  }

  /// A leaf as messages name it: its line and, among several columns, its column.
  private func name(_ leaf: LeafIndex.Leaf) -> CoverageFault.Taker {
    let row = grid.rows[leaf.row]
    let wording =
      switch row.wording {
      case .line(let text), .total(let text), .foot(let text): text
      case .account(let code, let name): "\(code) \(name)"
      }
    let line = row.lineNumber.map { "行\($0) " } ?? ""
    return CoverageFault.Taker(name: line + wording, isClosed: leaf.isClosed)
  }
}

/// All facts of a dossier with their places, each place known by its position in reading order.
struct FactTable {
  /// Every place, sorted, each once.
  let places: [SourcePlace]
  private let positions: [SourcePlace: Int]
  private let entrySources: [[Int]]
  private let accounts: FinalAccounts
  private let declarations: [String: FactDeclaration]

  init(_ accounts: FinalAccounts, declarations: [FactDeclaration]) {
    self.accounts = accounts
    self.declarations = Dictionary(
      declarations.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let declared = declarations.flatMap { declaration in
      Self.facts(declaration, accounts).map(\.place)
    }
    let all = Set(accounts.ledger.entries.flatMap(\.places) + declared).sorted()
    let positions = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1, $0) })
    places = all
    self.positions = positions
    entrySources = accounts.ledger.entries.map { $0.places.compactMap { positions[$0] } }
  }

  func sources(ofEntry number: Int) -> [Int] { entrySources[number] }

  /// The value of a declared fact; one that is declared by unit is added up over the units.
  func value(_ path: String) -> CellValue {
    guard let declaration = declarations[path] else { return CellValue() }
    var result = CellValue()
    for fact in Self.facts(declaration, accounts) {
      let value: FigureValue? =
        switch fact.value {
        case .money(let money): .money(money)
        case .count(let count): .count(count)
        case .text, .list: nil
        }
      result.add(CellValue(value: value, sources: positions[fact.place].map { [$0] } ?? []))
    }
    return result
  }

  private static func facts(
    _ declaration: FactDeclaration, _ accounts: FinalAccounts
  ) -> [DeclaredFact] {
    let units = declaration.isByUnit ? accounts.department.units.map { Optional($0.code) } : [nil]
    return units.compactMap { accounts.declaredFacts.fact(declaration.path, unit: $0) }
  }
}
