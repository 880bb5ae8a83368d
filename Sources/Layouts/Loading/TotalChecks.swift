internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Checks that the totals of a form leave nothing out: of a form with a scope, each line is added by a
/// total of its block, and each column by a total column where others of its measure are.
struct TotalChecks {
  let log: FindingLog
  let form: FormLayout
  let cells: FormCells

  /// Sums go round in no circle by now.
  func check() {
    checkLineOrder()
    checkRepeatedFacts()
    guard !form.scope.isEmpty else { return }
    checkColumns()
    checkRows()
  }

  /// Whether a cell is a sum of cells of other lines.
  private func addsLines(_ cell: FormCell) -> Bool {
    cells.added(by: cell).contains { $0.row != cell.key.row }
  }

  private func isLeaf(_ cell: FormCell) -> Bool {
    if case .success(.select) = cell.shows { true } else { false }
  }

  private func checkRows() {
    let totals = cells.all.filter(addsLines)
    var reach: [CellKey: Set<CellKey>] = [:]
    for total in totals { _ = reached(by: total, &reach) }
    let added = Set(totals.flatMap(cells.added(by:)))
    var reported: Set<String> = []
    for (_, group) in Dictionary(
      grouping: cells.all, by: { Place(block: $0.block, column: $0.column) }
    )
    .sorted(by: { ($0.key.block, $0.key.column) < ($1.key.block, $1.key.column) })
    where group.contains(where: addsLines) {
      let roots = group.filter { addsLines($0) && !added.contains($0.key) }
      let largest = roots.filter { root in
        !roots.contains { other in
          other.key != root.key
            && (reach[root.key] ?? []).isStrictSubset(of: reach[other.key] ?? [])
        }
      }
      let lost = group.filter { isLeaf($0) && !added.contains($0.key) } + largest.dropLast()
      for cell in lost where reported.insert(cell.key.row).inserted {
        log.report(CitationFault.outsideTotals(row: cell.key.row), at: cell.place)
      }
    }
  }

  /// A column of a block.
  private struct Place: Hashable {
    let block: Int
    let column: Int
  }

  /// The leaves that a cell adds, itself or by way of others.
  private func reached(
    by cell: FormCell, _ known: inout [CellKey: Set<CellKey>]
  ) -> Set<CellKey> {
    if let result = known[cell.key] { return result }
    let added = cells.added(by: cell)
    var result: Set<CellKey> = added.isEmpty ? [cell.key] : []
    for next in added.compactMap({ cells.byKey[$0] }) {
      result.formUnion(reached(by: next, &known))
    }
    known[cell.key] = result
    return result
  }

  private func checkColumns() {
    var reported: Set<Int> = []
    for (_, row) in Dictionary(grouping: cells.all, by: { $0.key.row }) {
      let added = Set(
        row.flatMap { cell in cells.added(by: cell).filter { $0.row == cell.key.row } })
      for (_, group) in Dictionary(grouping: row.filter(isLeaf), by: measure) {
        let lost = group.filter { !added.contains($0.key) }
        if lost.count < group.count { reported.formUnion(lost.map(\.column)) }
      }
    }
    for column in reported.sorted() {
      let layout = form.columns[column]
      log.report(CitationFault.columnOutsideTotals(column: layout.id), at: layout.place)
    }
  }

  private func measure(of cell: FormCell) -> Measure? {
    if case .success(.select(let selection)) = cell.shows { selection.measure } else { nil }
  }

  private func checkLineOrder() {
    for block in form.sections.flatMap(\.blocks) {
      var last: (text: String, number: Int)?
      for case .fixed(let row) in block.rows {
        guard let text = row.lineNumber, let number = Int(text) else { continue }
        if let last, number < last.number {
          log.report(CitationFault.lineOrder(text, after: last.text), at: row.place)
        }
        last = (text, number)
      }
    }
  }

  private func checkRepeatedFacts() {
    var first: [String: FormCell] = [:]
    for cell in cells.all {
      guard case .success(.fact(let path, _)) = cell.shows else { continue }
      if let earlier = first[path] {
        log.report(CitationFault.printedTwice(path), at: cell.place, related: [earlier.place])
      } else {
        first[path] = cell
      }
    }
  }
}
