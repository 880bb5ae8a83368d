public import Readings

/// Takes the cells of a workbook while they are read, so that the reader never holds them all.
public protocol CellTaker: AnyObject {
  /// Takes cells of the sheet in a place, by row, then by column, behind those that came before.
  func take(_ cells: [CellReading], ofSheet sheet: Int)
  /// Says that what was taken does not count: a file had its cells in another order, and all cells
  /// come again.
  func startAfresh()
}

/// Hands cells on in blocks, on their way from the parser to whoever takes them.
final class CellDrain {
  /// How many cells are handed on at a time.
  static let block = 4_096

  private let taker: any CellTaker
  /// The place of the sheet that is being read.
  var sheet = 0
  /// Whether every sheet so far had its cells in order.
  var isInOrder = true

  init(_ taker: any CellTaker) { self.taker = taker }

  /// Hands cells on and takes them away.
  func take(_ cells: inout [CellReading]) {
    if isInOrder, !cells.isEmpty { taker.take(cells, ofSheet: sheet) }
    cells.removeAll(keepingCapacity: true)
  }
}
