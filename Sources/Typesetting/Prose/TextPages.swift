internal import Documents
internal import Geometry

/// Puts planned lines in their places on the grid of the text pages: the third step.
struct TextPages {
  var style: ProseStyle
  let pageNumber: TextStyle
  let measure: TextMeasure
  /// How the sheets are held.
  var orientation = PageOrientation.portrait

  /// How many rows the grid of a page has.
  var rows: Int { style.linesPerPage(orientation) }

  /// The width of the text area.
  var width: Length {
    style.page.size(orientation).width - style.page.margins.left - style.page.margins.right
  }

  /// Some lines of a text in their places.
  func texts(_ part: FlowPart, of text: MeasuredText) -> [PlacedText] {
    part.lines.enumerated().map { offset, index in
      place(text, line: index, row: part.row + offset * text.item.rowsPerLine)
    }
  }

  /// A page by what stands on it.
  ///
  /// - Parameter number: what is printed at its foot; nothing on cover and contents.
  func page(
    _ texts: [PlacedText], tables: [TablePlacer.PlacedPage] = [], number: Int?, end: PageEnd,
    links: [PlacedLink] = []
  ) throws -> Page {
    let size = style.page.size(orientation)
    let footer = PageFooter(page: style.page, style: pageNumber, measure: measure)
    let last = try number.flatMap { try footer.place($0, size: size) }
    return Page(
      size: size, number: number, texts: texts + (last.map { [$0] } ?? []),
      cells: tables.flatMap(\.cells), rules: tables.flatMap(\.rules), links: links, end: end)
  }

  /// The upper edge of a row of the grid.
  func top(ofRow row: Int) -> Length { style.page.margins.top + style.pitch * Double(row) }

  private func place(_ text: MeasuredText, line index: Int, row: Int) -> PlacedText {
    let set = text.lines[index]
    let height = style.pitch * Double(text.item.rowsPerLine)
    let line = PlacedLine(
      set.line, x: style.page.margins.left + set.x, top: top(ofRow: row), size: text.style.size,
      lineHeight: height.points / text.style.size.points)
    return PlacedText(
      part: text.part, paragraph: text.paragraph, line: line, block: text.block)
  }
}
