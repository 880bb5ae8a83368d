internal import Documents
internal import Geometry
internal import Graphics

/// The line with the page number at the foot of a page.
struct PageFooter {
  let page: PageStyle
  let style: TextStyle
  let measure: TextMeasure

  /// The line in its place on a sheet of the size: in the middle, or at the outer edge.
  func place(_ number: Int, size: Size) throws -> PlacedText? {
    let lines = try measure.lines(
      page.footer.text(number), role: style.role, size: style.size, width: nil)
    guard let line = lines.first else { return nil }
    let baseline = size.height - page.footerDistance
    let placed = PlacedLine(
      line, x: left(of: line.width, number, on: size), top: baseline - style.size * ascent,
      size: style.size, lineHeight: 1)
    return PlacedText(part: .pageNumber, line: placed)
  }

  private func left(of width: Length, _ number: Int, on size: Size) -> Length {
    guard let edge = page.footerEdge else { return (size.width - width) / 2 }
    return number.isMultiple(of: 2) ? edge : size.width - edge - width
  }
}
