internal import Diagnostics
internal import Readings

/// A table as rows and columns in which something can be seen; empty ones are left out, so that a row
/// or column that somebody put between shifts nothing.
struct CellGrid {
  /// The largest table that is looked at; no form comes near to it.
  static let limit = (rows: ReadTable.mostRows, columns: 400)

  let table: ReadTable
  /// The table's rows in which a text begins, ascending.
  let rows: [Int]
  /// The table's columns in which a text begins, ascending.
  let columns: [Int]
  /// For each row and column which cell stands there, -1 for none.
  private var places: [Int32]
  /// The texts of the cells, made comparable once.
  private let texts: [ComparableText]
  private let byPosition: [Position: Place]

  private struct Position: Hashable {
    let row: Int
    let column: Int
  }

  /// Lays a table out; nil for one beyond ``limit``.
  init?(_ table: ReadTable) {
    guard !table.isCut, table.cells.count <= Self.limit.rows || !Self.isTooLarge(table) else {
      return nil
    }
    self.table = table
    texts = table.cells.map { ComparableText($0.text) }
    let seen = zip(table.cells, texts).filter { !$1.isEmpty && $0.row >= 0 && $0.column >= 0 }
    byPosition = Dictionary(
      table.cells.map { (Position(row: $0.row, column: $0.column), $0.place) },
      uniquingKeysWith: { first, _ in first })
    rows = Set(seen.map(\.0.row)).sorted()
    columns = Set(seen.map(\.0.column)).sorted()
    guard rows.count <= Self.limit.rows, columns.count <= Self.limit.columns else { return nil }
    places = Array(repeating: -1, count: rows.count * columns.count)
    // Spans that lie over one another (a damaged file) must not cost more than the table has room.
    var work = 4 * places.count + 16 * table.cells.count
    for (index, cell) in table.cells.enumerated() where !texts[index].isEmpty {
      let across = Self.range(from: cell.column, span: cell.columnSpan, in: columns)
      for row in Self.range(from: cell.row, span: cell.rowSpan, in: rows) where work > 0 {
        work -= across.count
        for place in across.map({ row * columns.count + $0 }) where places[place] < 0 {
          places[place] = Int32(index)
        }
      }
    }
  }

  /// Whether a table is beyond ``limit``; found out before anything is kept of a million cells.
  private static func isTooLarge(_ table: ReadTable) -> Bool {
    var (rows, columns): (Set<Int>, Set<Int>) = ([], [])
    for cell in table.cells where cell.row >= 0 && cell.column >= 0 {
      guard !ComparableText(cell.text).isEmpty else { continue }
      rows.insert(cell.row)
      columns.insert(cell.column)
      if rows.count > limit.rows || columns.count > limit.columns { return true }
    }
    return false
  }

  /// The cell over a row and column of the grid; nil where nothing stands.
  func cell(_ row: Int, _ column: Int) -> ReadCell? {
    index(row, column).map { table.cells[$0] }
  }

  /// Which cell it is; the same for every place that a merged cell covers.
  func index(_ row: Int, _ column: Int) -> Int? {
    guard rows.indices.contains(row), columns.indices.contains(column) else { return nil }
    let index = places[row * columns.count + column]
    return index < 0 ? nil : Int(index)
  }

  /// The text over a row and column; empty where nothing stands.
  func text(_ row: Int, _ column: Int) -> ComparableText {
    index(row, column).map { texts[$0] } ?? ComparableText("")
  }

  /// The text of a cell, by its number in the table.
  func text(ofCell index: Int) -> ComparableText { texts[index] }

  /// Where the cell that covers a place of the table stands, or would stand if it were not left out.
  func place(row: Int, column: Int) -> Place {
    if let place = byPosition[Position(row: row, column: column)] { return place }
    switch table.cells.first?.place {
    case .cell(let first):
      let reference = CellRange.reference(row: row, column: column)
      return .cell(sheet: first.sheet, reference: reference)
    case .some(let first):
      // On paper: the page of the row above.
      return table.cells.last { $0.row <= row }?.place ?? first
    case nil: return .page(1)
    }
  }

  /// The texts of a row from left to right, those of merged cells once.
  func texts(inRow row: Int) -> [ComparableText] {
    var last: Int?
    return columns.indices.compactMap { column in
      guard let index = index(row, column), index != last else { return nil }
      last = index
      return texts[index]
    }
  }

  /// Whether the cell over a place begins in that row, not above it.
  func begins(_ row: Int, _ column: Int) -> Bool { cell(row, column)?.row == rows[row] }

  private static func range(from start: Int, span: Int, in positions: [Int]) -> Range<Int> {
    guard start >= 0 else { return 0..<0 }
    let (sum, overflow) = start.addingReportingOverflow(max(span, 1))
    let end = overflow ? Int.max : sum
    return lowerBound(start, in: positions)..<lowerBound(end, in: positions)
  }

  /// How many of the ascending positions come before a value.
  private static func lowerBound(_ value: Int, in positions: [Int]) -> Int {
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
