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
        log.error(
          "004", at: row.place, what: "这里是\(row.kindName)", expected: "表头的一行：[单元格, 单元格, …]",
          mend: "把这一行的单元格写在 [ ] 里")
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
        log.error(
          "102", at: item.place,
          what: "表头单元格“\(cell.text)”占到第 \(covered.upperBound) 列，超出表格",
          expected: "表格共 \(columnCount) 列", mend: "改小 columns，或核对这一行和上面几行的跨度")
        return cells
      }
      if let clash = covered.first(where: { freeFrom[$0] > row }) {
        log.error(
          "102", at: item.place,
          what: "表头单元格“\(cell.text)”与上面跨行的单元格在第 \(clash + 1) 列重叠",
          expected: "每一格只被一个单元格占用", mend: "改小 columns，或改上面单元格的 rows")
      }
      if row + cell.rowSpan > rowCount {
        log.error(
          "103", at: item.place, what: "表头单元格“\(cell.text)”跨 \(cell.rowSpan) 行，超出表头",
          expected: "表头共 \(rowCount) 行", mend: "改小 rows，或补上表头的行")
      }
      for index in covered { freeFrom[index] = row + cell.rowSpan }
      cells.append(cell)
      column = covered.upperBound
    }
    let holes = freeFrom.indices.filter { freeFrom[$0] <= row }
    if isWhole, let first = holes.first {
      log.error(
        "103", at: place, what: "表头第 \(row + 1) 行从第 \(first + 1) 列起空缺 \(holes.count) 列",
        expected: "各单元格连同上面跨行的单元格正好占满 \(columnCount) 列",
        mend: "补上单元格（空白写 \"\"），或改大 columns")
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
