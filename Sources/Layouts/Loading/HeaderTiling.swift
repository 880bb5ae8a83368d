internal import Diagnostics
internal import SourceFiles

/// Lays header cells on the grid, left to right, around those that reach down from rows above, and
/// reports overlaps and holes.
struct HeaderTiling {
  let log: FindingLog
  let columnCount: Int
  /// The first column of the header; those before it belong to what stands at the side.
  var firstColumn = 0

  /// The header rows of a section.
  func cells(_ rows: [YAMLValue]) -> [[HeaderCell]] {
    /// For each column, the number of the first row that is still free there.
    var freeFrom = [Int](repeating: 0, count: columnCount)
    for column in 0..<min(firstColumn, columnCount) { freeFrom[column] = rows.count }
    var result: [[HeaderCell]] = []
    for (index, row) in rows.enumerated() {
      guard let items = row.items else {
        log.report(
          YAMLFault.wrongType(
            found: row.kindName, expected: "表头的一行：[单元格, 单元格, …]", mend: "把这一行的单元格写在 [ ] 里"),
          at: row.place)
        continue
      }
      result.append(place(items, in: index, of: rows.count, at: row.place, freeFrom: &freeFrom))
    }
    return result
  }

  private func place(
    _ items: [YAMLValue], in row: Int, of rowCount: Int, at place: SourcePlace,
    freeFrom: inout [Int]
  ) -> [HeaderCell] {
    var cells: [HeaderCell] = []
    var column = 0
    var isWhole = true
    for item in items {
      while column < columnCount, freeFrom[column] > row { column += 1 }
      guard let cell = cell(item, column: column) else {
        isWhole = false
        continue
      }
      let covered = cell.columns
      guard covered.upperBound <= columnCount else {
        log.report(
          GridFault.headerOutside(
            text: cell.text, column: covered.upperBound, columnCount: columnCount),
          at: item.place)
        return cells
      }
      if let clash = covered.first(where: { freeFrom[$0] > row }) {
        log.report(GridFault.headerOverlap(text: cell.text, column: clash + 1), at: item.place)
      }
      if row + cell.rowSpan > rowCount {
        log.report(
          GridFault.headerTooDeep(text: cell.text, rowSpan: cell.rowSpan, rowCount: rowCount),
          at: item.place)
      }
      for index in covered { freeFrom[index] = row + cell.rowSpan }
      cells.append(cell)
      column = covered.upperBound
    }
    let holes = freeFrom.indices.filter { freeFrom[$0] <= row }
    if isWhole, let first = holes.first {
      log.report(
        GridFault.headerHole(
          row: row + 1, column: first + 1, count: holes.count, columnCount: columnCount),
        at: place)
    }
    return cells
  }

  /// A text, or `{text, columns, rows}`.
  private func cell(_ item: YAMLValue, column: Int) -> HeaderCell? {
    if item.entries == nil {
      return HeaderCell(text: item.text ?? "", column: column, columnSpan: 1, rowSpan: 1)
    }
    guard let map = YAMLMap(item, log: log) else { return nil }
    let text = map.string("text") ?? ""
    let columns = map.span("columns")
    let rows = map.span("rows")
    map.finish()
    guard let columns, let rows else { return nil }
    return HeaderCell(text: text, column: column, columnSpan: columns, rowSpan: rows)
  }
}
