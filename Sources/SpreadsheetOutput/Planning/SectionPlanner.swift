internal import Documents
internal import Figures
internal import Geometry

/// Lays down one section of a form's table: its header, its rows, the cell beside them all.
struct SectionPlanner {
  let section: TableSection
  let sizes: TableSizes

  /// Adds the section below what the sheet has.
  ///
  /// - Returns: the rows of the sheet that the header takes.
  func add(to draft: inout SheetDraft) throws -> Range<Int> {
    let start = draft.rows.count
    var header = try sizes.heights(of: section.header, columns: draft.columns)
    var body = try sizes.heights(of: section.body, columns: draft.columns)
    if let side = section.side {
      let lacking =
        try sizes.height(of: side, pixels: draft.pixels(side.columns)) - (header + body).sum()
      // As with every cell over several rows, the last of them becomes higher.
      if lacking > .zero, let last = body.indices.last {
        body[last] += lacking
      } else if lacking > .zero, let last = header.indices.last {
        header[last] += lacking
      }
    }
    let headerPlaces = header.map { draft.addRow(height: $0) }
    let bodyPlaces = body.map { draft.addRow(height: $0) }
    if let side = section.side, draft.rows.count > start {
      try add(side, rows: start...(draft.rows.count - 1), to: &draft)
    }
    try add(section.header, at: headerPlaces, to: &draft)
    try add(section.body, at: bodyPlaces, to: &draft)
    return start..<(headerPlaces.last.map { $0.upperBound + 1 } ?? start)
  }

  private func add(
    _ rows: [TableRow], at places: [ClosedRange<Int>], to draft: inout SheetDraft
  ) throws {
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        let last = places[index + cell.rowSpan - 1].upperBound
        try add(cell, rows: places[index].lowerBound...last, to: &draft)
      }
    }
  }

  private func add(
    _ cell: TableCell, rows: ClosedRange<Int>, to draft: inout SheetDraft
  ) throws {
    draft.add(
      PlannedCell(
        range: CellRange(rows: rows, columns: ClosedRange(cell.columns)),
        content: try content(of: cell, pixels: draft.pixels(cell.columns)),
        format: sizes.formats.format(cell)))
  }

  /// Figures that print a number are numbers, all else is text; blanks stay empty.
  private func content(of cell: TableCell, pixels: Int) throws -> SheetContent {
    if case .figure(let figure) = cell.content, let number = figure.shown {
      return .number(number)
    }
    let text = try sizes.text(of: cell, pixels: pixels)
    return text.isEmpty ? .blank : .text(text)
  }
}
