@testable import SpreadsheetOutput

extension CellRange {
  /// The positions that it covers, row by row.
  var positions: [CellPosition] {
    rows.flatMap { row in columns.map { CellPosition(row: row, column: $0) } }
  }
}
