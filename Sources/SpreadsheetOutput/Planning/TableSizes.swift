internal import Documents
internal import Geometry

/// The widths and heights of a form's table in a sheet, in one size of type.
struct TableSizes {
  let formats: FormFormats
  let room: TextRoom

  /// How wide the table's texts are in cells of a sheet, where they fill but a part of the room.
  func extents(of table: Table) throws -> TableExtents {
    try TableExtents(
      table, size: formats.size, em: formats.size / SheetUnits.usedShare,
      words: formats.style.headWords,
      width: { try room.measure.width($0, style($1)) / SheetUnits.usedShare },
      padding: { SheetUnits.length(pixels: formats.padding(of: $0)) })
  }

  /// The widths of the sheet's columns in pixels.
  ///
  /// The columns share the text area as on pages, but a column whose figures need more is widened,
  /// since Excel prints `####` for a number that does not fit. A sheet that becomes too wide is
  /// reduced when printed.
  func columns(_ extents: TableExtents, sharing shares: ColumnShares) -> [Int] {
    var pixels = shares.widths(for: extents).map { SheetUnits.pixels($0) }
    for (extent, cell) in extents.texts where cell.holdsFigure {
      let needed = SheetUnits.pixels(extent.whole)
      let lacking = needed - pixels[cell.columns].reduce(0, +)
      if lacking > 0 { pixels[cell.columns.upperBound - 1] += lacking }
    }
    return pixels
  }

  /// The heights of all rows of the table, if they have so many lines each.
  func heights(lines: [Int]) -> [Length] {
    lines.map { SheetUnits.rowHeight(pitch * Double($0) + padding) }
  }

  /// The heights of a section's header rows or body rows, each fitting its wrapped text.
  ///
  /// A cell over several rows that needs more than they have makes the last of them taller. The
  /// widths of the columns are in pixels.
  func heights(of rows: [TableRow], columns: [Int]) throws -> [Length] {
    let least = pitch + padding
    var heights = Array(repeating: least, count: rows.count)
    var tall: [(rows: Range<Int>, needed: Length)] = []
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        // A figure stands on one line, for which its columns are wide enough.
        let needed =
          cell.holdsFigure
          ? least : try height(of: cell, pixels: columns[cell.columns].reduce(0, +))
        if cell.rowSpan == 1 {
          heights[index] = max(heights[index], needed)
        } else {
          tall.append((index..<(index + cell.rowSpan), needed))
        }
      }
    }
    // Cells that end higher come first, so that what they add counts for those that end below.
    for cell in tall.sorted(by: { $0.rows.upperBound < $1.rows.upperBound }) {
      let lacking = cell.needed - heights[cell.rows].sum()
      if lacking > .zero { heights[cell.rows.upperBound - 1] += lacking }
    }
    return heights
  }

  /// The height of one cell: its text and the padding above and below.
  func height(of cell: TableCell, pixels: Int) throws -> Length {
    if let lines = try headLines(of: cell, pixels: pixels) {
      return pitch * Double(lines.count) + padding
    }
    return try room.lines(cell.content.printed, style(cell), pixels: pixels) + padding
  }

  /// The text as the sheet has it: headings with line ends between their words, for Excel would break
  /// them anywhere.
  func text(of cell: TableCell, pixels: Int) throws -> String {
    try headLines(of: cell, pixels: pixels)?.joined(separator: "\n") ?? cell.content.printed
  }

  /// The lines of a heading that needs several; nil for all other cells.
  private func headLines(of cell: TableCell, pixels: Int) throws -> [String]? {
    let style = style(cell)
    // What is declared stays as it is, so that it can be copied.
    guard cell.isHeading, cell.role != .value,
      try !room.fits(cell.content.printed, style, pixels: pixels),
      let parts = cell.headParts(formats.style.headWords)
    else { return nil }
    let heading = HeadLines(
      parts: parts, widths: try parts.map { try room.measure.width($0, style) })
    return heading.lines(in: SheetUnits.textWidth(pixels: pixels))
  }

  private func style(_ cell: TableCell) -> TextStyle { formats.textStyle(cell) }

  /// From one baseline to the next.
  private var pitch: Length {
    formats.size * max(formats.style.lineHeight, SheetUnits.leastLineHeight)
  }

  /// What a row is higher than its text.
  private var padding: Length { max(SheetUnits.heightReserve, formats.vertical * 2) }
}
