internal import Documents
internal import Geometry

/// Puts planned lines in their places on the grid of the text pages: the third step.
struct TextPages {
  let style: ProseStyle
  let pageNumber: TextStyle
  let measure: TextMeasure

  /// The texts of a page and the size of its sheet, before it is known what else stands there.
  func texts(_ page: FlowPage, of measured: [MeasuredText]) -> [PlacedText] {
    page.parts.flatMap { part in
      let text = measured[part.item]
      return part.lines.enumerated().map { offset, index in
        place(text, line: index, row: part.row + offset * text.item.rowsPerLine)
      }
    }
  }

  /// A page without a table.
  ///
  /// - Parameter number: what is printed at its foot; nothing on cover and contents.
  func page(
    _ texts: [PlacedText], number: Int?, end: PageEnd, links: [PlacedLink] = []
  ) throws -> Page {
    let size = style.page.size
    let footer = PageFooter(page: style.page, style: pageNumber, measure: measure)
    let last = try number.flatMap { try footer.place($0, size: size) }
    return Page(
      size: size, number: number, texts: texts + (last.map { [$0] } ?? []), links: links, end: end)
  }

  /// The upper edge of a row of the grid.
  func top(ofRow row: Int) -> Length { style.page.margins.top + style.pitch * Double(row) }

  private func place(_ text: MeasuredText, line index: Int, row: Int) -> PlacedText {
    let set = text.lines[index]
    let height = style.pitch * Double(text.item.rowsPerLine)
    let line = PlacedLine(
      set.line, x: style.page.margins.left + set.x, top: top(ofRow: row), size: text.style.size,
      lineHeight: height.points / text.style.size.points)
    return PlacedText(part: text.part, line: line, block: text.block)
  }
}
