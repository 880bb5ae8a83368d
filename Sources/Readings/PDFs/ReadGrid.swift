/// A table on a page by the rules that mark off its cells.
public struct ReadGrid: Codable, Hashable, Sendable {
  /// The vertical rules from the left, in points; one more than the columns.
  public var columns: [Double]
  /// The horizontal rules from the top, in points; one more than the rows.
  public var rows: [Double]
  /// In reading order; together they tile the grid.
  public var cells: [Cell]

  /// A cell: where it begins and how far it reaches.
  public struct Cell: Codable, Hashable, Sendable {
    /// From 0.
    public var row: Int
    /// From 0.
    public var column: Int
    /// 1 at least.
    public var rowSpan: Int
    /// 1 at least.
    public var columnSpan: Int

    /// Makes a cell; unless said otherwise it covers one row and one column.
    public init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1) {
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
    }
  }

  /// Makes a grid of its lines and the cells between them.
  public init(columns: [Double], rows: [Double], cells: [Cell]) {
    self.columns = columns
    self.rows = rows
    self.cells = cells
  }
}

extension ReadGrid {
  /// The box of a cell between its rules; nil for one outside of the grid.
  public func box(of cell: Cell) -> ReadBox? {
    let (right, bottom) = (cell.column + cell.columnSpan, cell.row + cell.rowSpan)
    guard columns.indices.contains(cell.column), columns.indices.contains(right),
      rows.indices.contains(cell.row), rows.indices.contains(bottom)
    else { return nil }
    return ReadBox(
      left: columns[cell.column], top: rows[cell.row], right: columns[right],
      bottom: rows[bottom])
  }
}
