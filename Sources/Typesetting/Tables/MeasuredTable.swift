internal import Documents
internal import Geometry
internal import Graphics

/// A table whose text is set and whose rows have heights: the second step, the only one with fonts.
struct MeasuredTable {
  /// The header or the body of a section.
  struct Band {
    let heights: [Length]
    let cells: [Cell]

    var height: Length { heights.sum() }
  }

  struct Section {
    /// The cell over header and body together; its rows mean nothing.
    let side: Cell?
    let header: Band
    let body: Band
  }

  /// A cell with its text set in lines.
  struct Cell {
    let grid: GridCell
    let lines: [ShapedLine]
    /// The part of a number behind its decimal point.
    let fraction: Length
  }

  let type: TableType
  let widths: [Length]
  /// The widest fraction of the figures that end at a column's right edge.
  let fractions: [Int: Length]
  let sections: [Section]

  /// Sets every cell in the width of its columns; a row is as high as its highest cell.
  init(
    _ grid: TableGrid, widths: [Length], type: TableType, fractions: [Int: Length],
    measure: TextMeasure
  ) throws {
    self.type = type
    self.widths = widths
    self.fractions = fractions
    let setter = CellSetter(widths: widths, type: type, measure: measure)
    sections = try grid.sections.map { section in
      let side = try section.side.map { try setter.set(GridCell(cell: $0, rows: 0..<0)) }
      // Beside a header alone there are no rows that could grow.
      let least = section.body.rowCount == 0 ? side.map { type.height(lines: $0.lines.count) } : nil
      return Section(
        side: side,
        header: try Band(
          section.header, isDivisible: false, least: least ?? .zero, setter: setter),
        body: try Band(section.body, isDivisible: true, setter: setter))
    }
  }
}

/// Sets the text of cells in the width of their columns.
struct CellSetter {
  let widths: [Length]
  let type: TableType
  let measure: TextMeasure

  func set(_ cell: GridCell) throws -> MeasuredTable.Cell {
    let width = widths[cell.columns].sum() - type.horizontalPadding
    let role = cell.cell.role
    return MeasuredTable.Cell(
      grid: cell,
      lines: try measure.lines(
        cell.cell.content.printed, role: role.fontRole(in: type.style), size: type.size,
        width: role.isUnbreakable ? nil : max(width, type.size)),
      fraction: try fraction(of: cell.cell, type: type, measure: measure))
  }
}

extension MeasuredTable.Band {
  /// Sets the cells of a band.
  ///
  /// - Parameters:
  ///   - isDivisible: whether a page may end between its rows, as in a body.
  ///   - least: the least height of all rows together.
  init(
    _ band: TableGrid.Band, isDivisible: Bool, least: Length = .zero, setter: CellSetter
  ) throws {
    let type = setter.type
    let cells = try band.cells.map(setter.set)
    // A row without any text is one line high.
    var heights = Array(repeating: type.height(lines: 1), count: band.rowCount)
    for cell in cells where cell.grid.rows.count == 1 {
      let row = cell.grid.rows.lowerBound
      heights[row] = max(heights[row], type.height(lines: cell.lines.count))
    }
    for cell in cells where cell.grid.rows.count > 1 {
      let rows = cell.grid.rows
      let missing = type.height(lines: cell.lines.count) - heights[rows].sum()
      guard isDivisible else {
        for row in rows { heights[row] += max(.zero, missing) / Double(rows.count) }
        continue
      }
      // Wherever a page ends, each part of the cell has padding of its own: its rows must hold the
      // lines even if every row stood alone.
      let held = heights[rows].map { type.lines(in: $0) }.reduce(0, +)
      for extra in 0..<max(0, cell.lines.count - held) {
        heights[rows.lowerBound + extra % rows.count] += type.pitch
      }
    }
    let missing = max(.zero, least - heights.sum())
    self.init(heights: heights.map { $0 + missing / Double(heights.count) }, cells: cells)
  }
}
