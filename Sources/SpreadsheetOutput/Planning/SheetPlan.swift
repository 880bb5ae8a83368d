internal import Geometry

/// A sheet with every decision made, as a value: what there is to write, and how.
struct SheetPlan: Hashable, Sendable {
  let name: String
  /// The widths of the columns in pixels.
  let columns: [Int]
  /// The heights of all rows.
  let rows: [Length]
  /// The cells from top to bottom; none covers another.
  let cells: [PlannedCell]
  /// The first rows, which stay in view when the sheet is scrolled.
  let pinned: Range<Int>
  let print: PrintSetup

  /// All rows and columns.
  var area: CellRange { print.area }
}

/// A cell of a planned sheet; a range of several positions becomes a merged cell.
struct PlannedCell: Hashable, Sendable {
  let range: CellRange
  let content: SheetContent
  var format: CellFormat
}
