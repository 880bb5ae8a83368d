internal import Diagnostics

/// A rectangle of cells; rows and columns count from 0 and ends are included.
public struct CellRange: Hashable, Codable, Sendable {
  /// The uppermost row.
  public var firstRow: Int
  /// The leftmost column.
  public var firstColumn: Int
  /// The lowest row, included.
  public var lastRow: Int
  /// The rightmost column, included.
  public var lastColumn: Int

  /// Makes a range from its corners.
  public init(firstRow: Int, firstColumn: Int, lastRow: Int, lastColumn: Int) {
    self.firstRow = firstRow
    self.firstColumn = firstColumn
    self.lastRow = lastRow
    self.lastColumn = lastColumn
  }

  /// The range as people write it: `A1:C3`, and `B7` for a single cell.
  public var reference: String {
    let first = Self.reference(row: firstRow, column: firstColumn)
    guard firstRow != lastRow || firstColumn != lastColumn else { return first }
    return first + ":" + Self.reference(row: lastRow, column: lastColumn)
  }

  /// Whether a place is inside.
  public func contains(row: Int, column: Int) -> Bool {
    firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn
  }

  /// A place as people write it: row 6 of column 1 is `B7`.
  public static func reference(row: Int, column: Int) -> String {
    "\(letters(of: column))\(row + 1)"
  }

  /// A column's letters: 0 is `A`, 26 is `AA`.
  public static func letters(of column: Int) -> String { CellPlace.letters(ofColumn: column) }
}

extension CellRange: Comparable {
  /// Orders by the first row, then by the first column.
  public static func < (left: CellRange, right: CellRange) -> Bool {
    (left.firstRow, left.firstColumn, left.lastRow, left.lastColumn)
      < (right.firstRow, right.firstColumn, right.lastRow, right.lastColumn)
  }
}
