internal import Documents
internal import Figures
internal import Geometry
internal import Graphics

/// Puts the cells of a planned table in their places: the fourth step.
struct TablePlacer {
  let table: MeasuredTable
  /// The left edge of the table.
  let left: Length

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
    /// How many lines of each cell of the body.
    var lines: [Int]

    init(cells: Int) { lines = Array(repeating: 0, count: cells) }
  }

  private func place(_ page: PlannedPage, top: Length, progress: inout [Progress]) -> PlacedPage {
    var result = PlacedPage(bottom: top)
    var rulings = Rulings(edges: edges)
    for part in page.parts {
      let section = table.sections[part.section]
      let header = Rows(first: 0, heights: section.header.heights, top: result.bottom)
      for cell in section.header.cells {
        let box = box(of: cell, rows: cell.grid.rows, in: header)
        result.cells.append(
          place(
            cell, lines: cell.lines, section: part.section, isHeader: true,
            isRepeated: progress[part.section].hasBegun, rows: cell.grid.rows, box: box))
        rulings.add(box, columns: cell.grid.columns)
      }
      progress[part.section].hasBegun = true
      result.bottom = header.bottom
      guard let first = part.rows.first else { continue }
      let body = Rows(first: first.row, heights: part.rows.map(\.height), top: result.bottom)
      for (index, cell) in section.body.cells.enumerated() {
        let rows = cell.grid.rows.clamped(to: body.range)
        guard !rows.isEmpty else { continue }
        let box = box(of: cell, rows: rows, in: body)
        // A cell that goes on on the next page fills what it has here.
        let from = progress[part.section].lines[index]
        let end = min(cell.lines.count, from + table.type.lines(in: box.size.height))
        progress[part.section].lines[index] = end
        result.cells.append(
          place(
            cell, lines: Array(cell.lines[from..<end]), section: part.section, isHeader: false,
            rows: rows, box: box))
        rulings.add(box, columns: cell.grid.columns)
      }
      result.bottom = body.bottom
    }
    result.rules = rulings.rules(width: table.type.style.ruleWidth)
    return result
  }

  /// The column edges from left to right.
  private var edges: [Length] {
    table.widths.reduce(into: [left]) { edges, width in edges.append((edges.last ?? left) + width) }
  }

  private func box(of cell: MeasuredTable.Cell, rows: Range<Int>, in band: Rows) -> Rectangle {
    let columns = cell.grid.columns
    let (minX, maxX) = (edges[columns.lowerBound], edges[columns.upperBound])
    let (minY, maxY) = (band.edge(rows.lowerBound), band.edge(rows.upperBound))
    return Rectangle(x: minX, y: minY, width: maxX - minX, height: maxY - minY)
  }

  /// A cell with its lines centred between top and bottom.
  private func place(
    _ cell: MeasuredTable.Cell, lines: [ShapedLine], section: Int, isHeader: Bool,
    isRepeated: Bool = false, rows: Range<Int>, box: Rectangle
  ) -> PlacedCell {
    let type = table.type
    let padding = type.padding
    let space = box.size.height - type.verticalPadding - type.pitch * Double(lines.count)
    let top = box.minY + padding.top + space / 2
    let placed = lines.enumerated().map { index, line in
      PlacedLine(
        line, x: x(of: line, in: cell, box: box), top: top + type.pitch * Double(index),
        size: type.size, lineHeight: type.style.lineHeight)
    }
    var address: FigureAddress?
    if case .figure(let figure) = cell.grid.cell.content { address = figure.address }
    return PlacedCell(
      section: section, isHeader: isHeader, isRepeated: isRepeated, rows: rows,
      columns: cell.grid.columns, role: cell.grid.cell.role, box: box, lines: placed,
      address: address)
  }

  private func x(of line: ShapedLine, in cell: MeasuredTable.Cell, box: Rectangle) -> Length {
    let padding = table.type.padding
    let centred =
      box.minX + padding.left + (box.size.width - padding.left - padding.right - line.width) / 2
    switch cell.grid.cell.role.alignment {
    case .left: return box.minX + padding.left
    case .centre: return centred
    case .decimal:
      // A dash has no decimal point to align.
      guard cell.grid.cell.showsNumber else { return centred }
      let widest = table.fractions[cell.grid.columns.upperBound] ?? cell.fraction
      return box.maxX - padding.right - (widest - cell.fraction) - line.width
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
