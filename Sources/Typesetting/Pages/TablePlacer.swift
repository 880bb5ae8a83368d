internal import Diagnostics
internal import Documents
internal import Figures
internal import Geometry
internal import Graphics

/// Puts the cells of a planned table in their places: the fourth step.
struct TablePlacer {
  let table: MeasuredTable
  /// The block of the document that the table is; nil for the table of a form.
  let block: Int?
  /// The column edges from left to right.
  private let edges: [Length]
  /// The bars of the columns that have any.
  private let bars: [Int: ColumnBars]

  /// - Parameter left: the left edge of the table.
  init(table: MeasuredTable, left: Length, block: Int? = nil) {
    self.table = table
    self.block = block
    bars = ColumnBars.all(of: table)
    edges = table.widths.reduce(into: [left]) { edges, width in
      edges.append((edges.last ?? left) + width)
    }
  }

  /// The cells and rules of one page.
  struct PlacedPage {
    var cells: [PlacedCell] = []
    var rules: [PlacedRule] = []
    /// The lower edge of the table.
    var bottom: Length
  }

  /// Places the table's part of every page.
  ///
  /// - Parameter tops: where the table begins on each page.
  func place(_ plan: PagePlan, tops: [Length]) -> [PlacedPage] {
    var progress = table.sections.map { Progress(cells: $0.body.cells.count) }
    return zip(plan.pages, tops).map { page, top in place(page, top: top, progress: &progress) }
  }

  /// What of a section stands on earlier pages.
  private struct Progress {
    var hasBegun = false
    /// How many lines of the cell beside all rows.
    var sideLines = 0
    /// How many lines of each cell of the body.
    var lines: [Int]

    init(cells: Int) { lines = Array(repeating: 0, count: cells) }
  }

  private func place(_ page: PlannedPage, top: Length, progress: inout [Progress]) -> PlacedPage {
    var result = PlacedPage(bottom: top)
    var rulings = Rulings(edges: edges)
    for part in page.parts {
      let cells = place(part, top: result.bottom, progress: &progress[part.section])
      for cell in cells { rulings.add(cell.box, columns: cell.columns) }
      result.cells += cells
      result.bottom = cells.map(\.box.maxY).max() ?? result.bottom
    }
    result.rules = rulings.rules(width: table.type.style.ruleWidth)
    return result
  }

  /// The cells of a section on one page: the one beside all rows, those of the header, those of the
  /// body.
  private func place(
    _ part: PlannedPart, top: Length, progress: inout Progress
  ) -> [PlacedCell] {
    let section = table.sections[part.section]
    let header = Rows(first: 0, heights: section.header.heights, top: top)
    let body = Rows(
      first: part.rows.first?.row ?? 0, heights: part.rows.map(\.height), top: header.bottom)
    var cells: [PlacedCell] = []
    if let side = section.side {
      let box = box(of: side, from: top, to: body.bottom)
      let own = lines(of: side, in: box, after: &progress.sideLines)
      var cell = Placing(
        section: part.section, rows: body.range, box: box, isRepeated: own.isRepeated)
      cell.headerRows = progress.hasBegun ? 0 : header.range.count
      cell.span = section.body.heights.indices
      cells.append(place(side, lines: own.lines, at: cell))
    }
    for cell in section.header.cells {
      let rows = cell.grid.rows
      let box = box(of: cell, from: header.edge(rows.lowerBound), to: header.edge(rows.upperBound))
      var place = Placing(
        section: part.section, rows: rows, box: box, isRepeated: progress.hasBegun)
      place.isHeader = true
      cells.append(self.place(cell, lines: cell.lines[...], at: place))
    }
    progress.hasBegun = true
    for (index, cell) in section.body.cells.enumerated() {
      let rows = cell.grid.rows.clamped(to: body.range)
      guard !rows.isEmpty else { continue }
      let box = box(of: cell, from: body.edge(rows.lowerBound), to: body.edge(rows.upperBound))
      let own = lines(of: cell, in: box, after: &progress.lines[index])
      let place = Placing(section: part.section, rows: rows, box: box, isRepeated: own.isRepeated)
      cells.append(self.place(cell, lines: own.lines, at: place))
    }
    return cells
  }

  /// The lines of a cell that stand in a box: those that earlier pages do not have; once they have
  /// all, the whole again if it says what rows have in common.
  private func lines(
    of cell: MeasuredTable.Cell, in box: Rectangle, after done: inout Int
  ) -> (lines: ArraySlice<ShapedLine>, isRepeated: Bool) {
    let room = table.type.lines(in: box.size.height)
    let role = cell.grid.cell.role
    if done == cell.lines.count, done > 0, room >= done, role == .side || role == .group {
      return (cell.lines[...], true)
    }
    // A cell that goes on on the next page fills what it has here.
    let end = min(cell.lines.count, done + room)
    defer { done = end }
    return (cell.lines[done..<end], false)
  }

  private func box(of cell: MeasuredTable.Cell, from top: Length, to bottom: Length) -> Rectangle {
    let columns = cell.grid.columns
    let (minX, maxX) = (edges[columns.lowerBound], edges[columns.upperBound])
    return Rectangle(x: minX, y: top, width: maxX - minX, height: bottom - top)
  }

  /// Where a cell, or a part of one, stands.
  private struct Placing {
    let section: Int
    let rows: Range<Int>
    let box: Rectangle
    let isRepeated: Bool
    var isHeader = false
    var headerRows = 0
    /// The rows of all pages together, where they are not those of the cell's grid.
    var span: Range<Int>?
  }

  /// A cell with its lines between top and bottom.
  private func place(
    _ cell: MeasuredTable.Cell, lines: ArraySlice<ShapedLine>, at place: Placing
  ) -> PlacedCell {
    let type = table.type
    let box = place.box
    let top = box.minY + type.padding.top + spaceAbove(lines.count, of: cell, in: box)
    let placed = lines.enumerated().map { index, line in
      PlacedLine(
        line, x: x(of: line, in: cell, box: box), top: top + type.pitch * Double(index),
        size: type.size, lineHeight: type.style.lineHeight)
    }
    var address: FigureAddress?
    if case .figure(let figure) = cell.grid.cell.content { address = figure.address }
    return PlacedCell(
      section: place.section, isHeader: place.isHeader, isRepeated: place.isRepeated,
      block: block, rows: place.rows, headerRows: place.headerRows,
      span: place.span ?? cell.grid.rows, columns: cell.grid.columns,
      role: cell.grid.cell.role, box: box, lines: placed, address: address,
      bar: bar(of: cell, in: box))
  }

  /// What a cell leaves free above its lines: running text of several lines begins at the top, as it
  /// is read beside other text; everything else stands in the middle.
  private func spaceAbove(_ lines: Int, of cell: MeasuredTable.Cell, in box: Rectangle) -> Length {
    if cell.grid.cell.role == .text, cell.lines.count > 1 { return .zero }
    let type = table.type
    return (box.size.height - type.verticalPadding - type.pitch * Double(lines)) / 2
  }

  /// The bar before a number; nil where there is none.
  private func bar(of cell: MeasuredTable.Cell, in box: Rectangle) -> Rectangle? {
    let padding = table.type.padding
    let width = box.size.width - padding.left - padding.right
    guard cell.grid.cell.role == .bar,
      let length = bars[cell.grid.columns.lowerBound]?.length(of: cell, in: width), length > .zero
    else { return nil }
    let height = table.type.size * 0.75
    return Rectangle(
      x: box.minX + padding.left, y: box.minY + (box.size.height - height) / 2, width: length,
      height: height)
  }

  private func x(of line: ShapedLine, in cell: MeasuredTable.Cell, box: Rectangle) -> Length {
    let left = box.minX + table.type.style.leftPadding(cell.grid.cell)
    let width = table.type.textWidth(cell.grid.cell, in: box.size.width)
    let free = width - line.width
    switch cell.grid.cell.alignment {
    case .left: return left
    case .right: return left + free
    case .behindBar:
      let start = bars[cell.grid.columns.lowerBound]?.textStart(of: cell, in: width)
      return left + (start ?? .zero)
    // In the middle of the cell, whatever stands nearer to one of its edges.
    case .centre: return box.minX + (box.size.width - line.width) / 2
    }
  }
}

/// Rows that follow one another on a page.
private struct Rows {
  let first: Int
  private let edges: [Length]

  init(first: Int, heights: [Length], top: Length) {
    self.first = first
    edges = heights.reduce(into: [top]) { edges, height in
      edges.append((edges.last ?? top) + height)
    }
  }

  var range: Range<Int> { first..<(first + edges.count - 1) }
  var bottom: Length { edges[edges.count - 1] }

  /// The upper edge of a row of the band.
  func edge(_ row: Int) -> Length { edges[row - first] }
}
