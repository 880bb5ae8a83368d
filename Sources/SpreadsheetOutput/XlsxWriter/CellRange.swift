internal import Diagnostics

/// A rectangle of cells; rows and columns count from 0.
struct CellRange: Hashable, Sendable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Whether it is a single cell.
  var isSingle: Bool { rows.count == 1 && columns.count == 1 }

  /// How many positions it covers.
  var count: Int { rows.count * columns.count }

  /// Whether Excel can address it.
  var isAddressable: Bool {
    rows.lowerBound >= 0 && rows.upperBound < 1_048_576
      && columns.lowerBound >= 0 && columns.upperBound < 16_384
  }
}

/// The place of a cell; row and column count from 0.
struct CellPosition: Hashable, Sendable {
  let row: Int
  let column: Int
}

extension CellPosition: CustomStringConvertible {
  /// As spreadsheets name it: `B12`.
  var description: String {
    CellPlace.letters(ofColumn: column) + String(row + 1)
  }
}

extension CellRange: CustomStringConvertible {
  /// As spreadsheets name it: `B12`, `A1:C1`.
  var description: String {
    let first = CellPosition(row: rows.lowerBound, column: columns.lowerBound)
    let last = CellPosition(row: rows.upperBound, column: columns.upperBound)
    return isSingle ? "\(first)" : "\(first):\(last)"
  }
}
