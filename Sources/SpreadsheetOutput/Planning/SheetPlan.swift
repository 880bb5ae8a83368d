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

/// The rows and cells of a sheet as they are laid down from top to bottom.
struct SheetDraft {
  /// The widths of the columns in pixels.
  let columns: [Int]
  private(set) var rows: [Length] = []
  private(set) var cells: [PlannedCell] = []

  init(columns: [Int]) { self.columns = columns }

  /// Adds one row of a page.
  ///
  /// A row taller than Excel's tallest becomes several rows of the sheet, over which every cell is
  /// merged; otherwise its text would be cut off.
  ///
  /// - Returns: the rows of the sheet that it takes.
  mutating func addRow(height: Length) -> ClosedRange<Int> {
    let count = max(1, Int((height.points / SheetUnits.tallestRow.points).rounded(.up)))
    let first = rows.count
    rows += Array(repeating: SheetUnits.rowHeight(height / Double(count)), count: count)
    return first...(first + count - 1)
  }

  /// Lays a cell over rows that have been added.
  mutating func add(_ cell: PlannedCell) { cells.append(cell) }

  /// The width of some columns in pixels.
  func pixels(_ range: Range<Int>) -> Int { columns[range].reduce(0, +) }
}

/// The rows and cells of a sheet, with its pages.
struct SheetLayout {
  let draft: SheetDraft
  /// The first rows, which stay in view.
  let pinned: Range<Int>
  var pages: SheetPages
  /// Whether each of its pages holds the rows that it is to hold.
  var holdsPages = false
}

/// Which rows of a sheet stand on which printed page.
struct SheetPages {
  /// How many rows stand above the end of each page but the last.
  let ends: [Int]
  /// The rows that are printed again at the top of every further page.
  var repeated: Range<Int>

  /// The heights of the pages by those of the rows.
  func heights(_ rows: [Length]) -> [Length] {
    zip([0] + ends, ends + [rows.count]).map { start, end in
      rows[start..<end].sum() + (start == 0 ? .zero : rows[repeated].sum())
    }
  }
}
