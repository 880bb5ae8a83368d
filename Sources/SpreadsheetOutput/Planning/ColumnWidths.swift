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
    guard case .figure = cell.content, !text.isEmpty else { continue }
    let needed = try room.pixels(text, formats.textStyle(cell.role))
    let lacking = needed - pixels[cell.columns].reduce(0, +)
    if lacking > 0 { pixels[cell.columns.upperBound - 1] += lacking }
  }
  return pixels
}
