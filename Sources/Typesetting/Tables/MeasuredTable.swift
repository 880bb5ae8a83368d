internal import Geometry
internal import Graphics

/// A table whose text is set and whose rows have heights: the second step.
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
  }

  let type: TableType
  let widths: [Length]
  let sections: [Section]

  /// Gives the rows their heights: a row is as high as its highest cell.
  ///
  /// - Parameter type: the type that the cells are set in; its padding above and below counts here only.
  init(_ table: SetTable, type: TableType) {
    self.type = type
    widths = table.widths
    sections = table.sections.map { section in
      // Beside a header alone there are no rows that could grow.
      let least =
        section.body.rowCount == 0 ? section.side.map { type.height(lines: $0.lines.count) } : nil
      return Section(
        side: section.side,
        header: Band(section.header, isDivisible: false, least: least ?? .zero, type: type),
        body: Band(section.body, isDivisible: true, type: type))
    }
  }

  /// Sets every cell in the width of its columns, and gives the rows their heights.
  init(_ grid: TableGrid, widths: [Length], type: TableType, measure: TextMeasure) throws {
    self.init(try SetTable(grid, widths: widths, type: type, measure: measure), type: type)
  }
}

extension MeasuredTable.Band {
  /// Gives the rows of a band their heights.
  ///
  /// - Parameters:
  ///   - isDivisible: whether a page may end between its rows, as in a body.
  ///   - least: the least height of all rows together.
  init(_ band: SetTable.Band, isDivisible: Bool, least: Length = .zero, type: TableType) {
    let cells = band.cells
    // A row without any text is one line high.
    var heights = Array(repeating: type.height(lines: 1), count: band.rowCount)
    // By their indices: a cell is dear to copy, and there are thousands.
    for index in cells.indices where cells[index].grid.rows.count == 1 {
      let row = cells[index].grid.rows.lowerBound
      heights[row] = max(heights[row], type.height(lines: cells[index].lines.count))
    }
    for index in cells.indices where cells[index].grid.rows.count > 1 {
      let (rows, lines) = (cells[index].grid.rows, cells[index].lines.count)
      let missing = type.height(lines: lines) - heights[rows].sum()
      guard isDivisible else {
        for row in rows { heights[row] += max(.zero, missing) / Double(rows.count) }
        continue
      }
      // Wherever a page ends, each part of the cell has padding of its own: its rows must hold the
      // lines even if every row stood alone.
      let held = heights[rows].map { type.lines(in: $0) }.reduce(0, +)
      for extra in 0..<max(0, lines - held) {
        heights[rows.lowerBound + extra % rows.count] += type.pitch
      }
    }
    let missing = max(.zero, least - heights.sum())
    self.init(heights: heights.map { $0 + missing / Double(heights.count) }, cells: cells)
  }
}
