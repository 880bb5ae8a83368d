public import Diagnostics
public import Documents

/// A table whose cells are known to tile the grid: the first step of setting it.
public struct TableGrid: Sendable {
  /// Rows that belong together: the header or the body of a section.
  public struct Band: Sendable {
    /// How many rows it has; none in a section without a header.
    public let rowCount: Int
    /// The cells from top to bottom and left to right.
    public let cells: [GridCell]
  }

  /// A section of the table.
  public struct Section: Sendable {
    /// The cell over header and body together that names the section.
    public let side: TableCell?
    /// The rows that are repeated on every page.
    public let header: Band
    /// The rows below them.
    public let body: Band
  }

  /// The columns from left to right.
  public let columns: [TableColumn]
  /// The sections from top to bottom.
  public let sections: [Section]

  /// Places the cells of a table on its grid.
  ///
  /// - Returns: the grid; or findings for every hole, overlap and span that leaves the grid, at the
  ///   form by its number.
  public static func resolve(_ table: Table, form: String) -> Loaded<TableGrid> {
    var findings: [Finding] = []
    var sections: [Section] = []
    for (index, section) in table.sections.enumerated() {
      var bands: [Band] = []
      for (rows, part) in [(section.header, TablePosition.Part.header), (section.body, .body)] {
        let number = table.sections.count > 1 ? index + 1 : nil
        var resolver = BandResolver(
          rows: rows, columnCount: table.columns.count, side: section.side,
          top: TablePosition(form: form, section: number, part: part, row: 1, column: 1))
        bands.append(resolver.resolve())
        findings += resolver.findings
      }
      sections.append(Section(side: section.side, header: bands[0], body: bands[1]))
    }
    if table.columns.isEmpty || sections.allSatisfy({ $0.header.rowCount + $0.body.rowCount == 0 })
    {
      findings.append(TableGridFault.empty.finding(at: .form(form)))
    }
    guard !findings.hasErrors else { return Loaded(nil, findings) }
    return Loaded(TableGrid(columns: table.columns, sections: sections), findings)
  }
}

/// A cell with the rows of its band that it covers.
public struct GridCell: Sendable {
  /// The cell as the document has it.
  public let cell: TableCell
  /// The rows of the band that it covers, from 0.
  public let rows: Range<Int>

  /// The columns of the grid that it covers.
  public var columns: Range<Int> { cell.columns }
}

/// Lays the cells of one band and takes down what does not fit.
private struct BandResolver {
  let rows: [TableRow]
  let columnCount: Int
  /// A cell beside all rows.
  let side: TableCell?
  /// The place of its first cell.
  let top: TablePosition
  var findings: [Finding] = []

  init(rows: [TableRow], columnCount: Int, side: TableCell?, top: TablePosition) {
    self.rows = rows
    self.columnCount = columnCount
    self.side = side
    self.top = top
  }

  mutating func resolve() -> TableGrid.Band {
    var taken = Array(repeating: Array(repeating: false, count: columnCount), count: rows.count)
    var cells: [GridCell] = []
    if let side, !rows.isEmpty {
      let placed = GridCell(cell: side, rows: rows.indices)
      if isInside(placed, row: 0) { lay(placed, on: &taken) }
    }
    for (index, row) in rows.enumerated() {
      for cell in row.cells.sorted(by: { $0.column < $1.column }) {
        let placed = GridCell(cell: cell, rows: index..<(index + max(cell.rowSpan, 1)))
        guard isInside(placed, row: index) else { continue }
        cells.append(placed)
        lay(placed, on: &taken)
      }
      for column in 0..<columnCount where !taken[index][column] {
        // One finding a hole is enough; its further columns say nothing new.
        if column > 0, !taken[index][column - 1] { continue }
        report(.hole, row: index, column: column)
      }
    }
    return TableGrid.Band(rowCount: rows.count, cells: cells)
  }

  /// Whether the cell stays on the grid; reports it otherwise.
  private mutating func isInside(_ cell: GridCell, row: Int) -> Bool {
    let columns = 0..<columnCount
    guard cell.cell.columnSpan > 0, cell.cell.rowSpan > 0, cell.columns.lowerBound >= 0,
      cell.columns.upperBound <= columns.upperBound
    else {
      report(.outsideColumns(columnCount), row: row, column: cell.columns.lowerBound)
      return false
    }
    guard cell.rows.upperBound <= rows.count else {
      report(.outsideBand, row: row, column: cell.columns.lowerBound)
      return false
    }
    return true
  }

  private mutating func lay(_ cell: GridCell, on taken: inout [[Bool]]) {
    var overlaps = false
    for row in cell.rows {
      for column in cell.columns {
        overlaps = overlaps || taken[row][column]
        taken[row][column] = true
      }
    }
    if overlaps {
      report(.overlap, row: cell.rows.lowerBound, column: cell.columns.lowerBound)
    }
  }

  private mutating func report(_ fault: TableGridFault, row: Int, column: Int) {
    let place = TablePosition(
      form: top.form, section: top.section, part: top.part, row: row + 1, column: column + 1)
    findings.append(fault.finding(at: .position(place)))
  }
}
