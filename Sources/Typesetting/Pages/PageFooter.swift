internal import Documents
internal import Geometry
internal import Graphics

/// The line with the page number at the foot of a page.
struct PageFooter {
  let page: PageStyle
  let style: TextStyle
  let measure: TextMeasure

  /// The line in its place, in the middle of a sheet of the size.
  func place(_ number: Int, size: Size) throws -> PlacedText? {
    let lines = try measure.lines(
      page.footer.text(number), role: style.role, size: style.size, width: nil)
    guard let line = lines.first else { return nil }
    let baseline = size.height - page.footerDistance
    let placed = PlacedLine(
      line, x: (size.width - line.width) / 2, top: baseline - style.size * ascent,
      size: style.size, lineHeight: 1)
    return PlacedText(part: .pageNumber, line: placed)
  }
}
