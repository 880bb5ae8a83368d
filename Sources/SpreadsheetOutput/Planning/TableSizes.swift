internal import Documents
internal import Geometry

/// The widths of a sheet's columns in pixels.
///
/// They are the layout's, but a column whose figures need more is widened, since Excel prints
/// `####` for a number that does not fit. A sheet that becomes too wide is reduced when printed.
func columnPixels(of table: Table, formats: FormFormats, room: TextRoom) throws -> [Int] {
  var pixels = table.columns.map { SheetUnits.pixels($0.width) }
  for cell in table.sections.flatMap(\.body).flatMap(\.cells) {
    let text = cell.content.printed
    guard cell.holdsFigure, !text.isEmpty else { continue }
    let needed = try room.pixels(text, formats.textStyle(cell.role))
    let lacking = needed - pixels[cell.columns].reduce(0, +)
    if lacking > 0 { pixels[cell.columns.upperBound - 1] += lacking }
  }
  return pixels
}

/// The heights of a section's header rows or body rows, each fitting its wrapped text.
///
/// A cell over several rows that needs more than they have makes the last of them taller. The
/// widths of the columns are in pixels.
func rowHeights(
  of rows: [TableRow], columns: [Int], formats: FormFormats, room: TextRoom
) throws -> [Length] {
  let least = try cellHeight(of: "", role: .label, pixels: columns.first ?? 1, formats, room)
  var heights = Array(repeating: least, count: rows.count)
  var tall: [(rows: Range<Int>, needed: Length)] = []
  for (index, row) in rows.enumerated() {
    for cell in row.cells {
      let pixels = columns[cell.columns].reduce(0, +)
      // A figure stands on one line, for which its columns are wide enough: it is not measured again.
      let needed =
        if cell.holdsFigure {
          least
        } else {
          try cellHeight(
            of: cell.content.printed, role: cell.role, pixels: pixels, formats, room)
        }
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
func cellHeight(
  of text: String, role: CellRole, pixels: Int, _ formats: FormFormats, _ room: TextRoom
) throws -> Length {
  let padding = formats.style.padding
  return try room.height(text, formats.textStyle(role), pixels: pixels) + padding.top
    + padding.bottom
}
