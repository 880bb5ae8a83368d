internal import Documents
internal import Geometry

/// A table whose cells are set in lines, in one size of type and in the widths of its columns.
///
/// It is the part of measuring that needs fonts; rows of other padding change nothing of it.
struct SetTable {
  /// The header or the body of a section.
  struct Band {
    let rowCount: Int
    let cells: [MeasuredTable.Cell]
  }

  struct Section {
    let side: MeasuredTable.Cell?
    let header: Band
    let body: Band
  }

  let widths: [Length]
  /// The widest fraction of the figures that end at a column's right edge.
  let fractions: [Int: Length]
  let sections: [Section]

  /// Sets every cell in the width of its columns.
  init(
    _ grid: TableGrid, widths: [Length], type: TableType, fractions: [Int: Length],
    measure: TextMeasure
  ) throws {
    self.widths = widths
    self.fractions = fractions
    let setter = CellSetter(widths: widths, type: type, measure: measure)
    sections = try grid.sections.map { section in
      Section(
        side: try section.side.map { try setter.set(GridCell(cell: $0, rows: 0..<0)) },
        header: try setter.set(section.header), body: try setter.set(section.body))
    }
  }
}

/// Sets the text of cells in the width of their columns.
private struct CellSetter {
  let widths: [Length]
  let type: TableType
  let measure: TextMeasure

  func set(_ band: TableGrid.Band) throws -> SetTable.Band {
    SetTable.Band(rowCount: band.rowCount, cells: try band.cells.map(set))
  }

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
