internal import Readings

/// Cells gathered into rectangles, so that what happens to a block of cells is told once.
struct CellAreas {
  /// Stretches of cells in one row, in reading order.
  private var stretches: [CellRange] = []

  /// Takes the next cell in reading order.
  mutating func add(row: Int, column: Int) {
    // Stretches in the row first, then rectangles: only rows with the very same columns are joined, so
    // that a rectangle never claims a cell that did not change.
    if let last = stretches.last, last.firstRow == row, last.lastColumn + 1 == column {
      stretches[stretches.count - 1].lastColumn = column
    } else {
      stretches.append(
        CellRange(firstRow: row, firstColumn: column, lastRow: row, lastColumn: column))
    }
  }

  /// The rectangles: stretches of the same columns in neighbouring rows are one.
  var rectangles: [CellRange] {
    var done: [CellRange] = []
    /// Rectangles that reach down to the row above, by their columns.
    var open: [ClosedRange<Int>: Int] = [:]
    for stretch in stretches {
      let columns = stretch.firstColumn...stretch.lastColumn
      // Stretches come in reading order, so the rectangle above is the last one with these columns.
      if let index = open[columns], done[index].lastRow + 1 == stretch.firstRow {
        done[index].lastRow = stretch.lastRow
      } else {
        open[columns] = done.count
        done.append(stretch)
      }
    }
    return done
  }
}
