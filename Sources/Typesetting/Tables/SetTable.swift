internal import Documents
internal import Geometry
internal import Graphics

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
  let sections: [Section]

  /// Sets every cell in the width of its columns.
  init(_ grid: TableGrid, widths: [Length], type: TableType, measure: TextMeasure) throws {
    self.widths = widths
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
    MeasuredTable.Cell(
      grid: cell, lines: try lines(of: cell.cell, width: widths[cell.columns].sum()))
  }

  private func lines(of cell: TableCell, width: Length) throws -> [ShapedLine] {
    let printed = cell.content.printed
    let font = cell.fontRole(in: type.style)
    let room = max(type.textWidth(cell, in: width), type.size)
    // Most texts need no more than a line, as which their columns' widths have set them already.
    let whole = try measure.lines(printed, role: font, size: type.size, width: nil)
    if cell.role.isUnbreakable || whole.allSatisfy({ $0.width <= room + tolerance }) {
      return whole
    }
    guard let parts = cell.headParts(type.style.headWords) else {
      return try measure.lines(printed, role: font, size: type.size, width: room)
    }
    let heading = HeadLines(
      parts: parts,
      widths: try parts.map { try measure.width($0, role: font, size: type.size) })
    // A heading with a part that is wider than the cell is broken like any text.
    guard let lines = heading.lines(in: room) else {
      return try measure.lines(printed, role: font, size: type.size, width: room)
    }
    return try lines.flatMap { try measure.lines($0, role: font, size: type.size, width: nil) }
  }
}
