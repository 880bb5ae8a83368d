import Documents
import Geometry

@testable import Typesetting

/// Holds the positioned boxes of a form against its cells.
struct PlacedFormCheck {
  let form: FormSheet
  let pages: [Page]
  let style: DocumentStyle

  /// What is wrong, in words; nothing where every text stands once inside its box, every box inside
  /// the text area, no two over one another, and the rows in order.
  var faults: [String] { texts + boxes + order }

  /// Every cell's text stands once, in parts from page to page; repeated ones are whole.
  private var texts: [String] {
    let placed = pages.flatMap(\.cells)
    return form.table.sections.enumerated().flatMap { number, section in
      let own = placed.filter { $0.section == number }
      var faults: [String] = []
      func check(_ cell: TableCell, _ parts: [PlacedCell], _ place: String) {
        let text = cell.content.printed
        let first = parts.filter { !$0.isRepeated }
        if first.isEmpty { faults.append("\(place) is missing") }
        if first.map(\.text).joined() != text { faults.append("\(place) is not printed once") }
        for part in parts where part.isRepeated && part.text != text {
          faults.append("\(place) is repeated in part")
        }
      }
      if let side = section.side { check(side, own.filter { $0.role == .side }, "side \(number)") }
      for (rows, isHeader) in [(section.header, true), (section.body, false)] {
        for (row, cells) in rows.map(\.cells).enumerated() {
          for cell in cells {
            let parts = own.filter { part in
              part.isHeader == isHeader && part.role != .side && part.columns == cell.columns
                && part.rows.overlaps(row..<(row + cell.rowSpan))
            }
            check(cell, parts, "\(number) \(isHeader) \(row) \(cell.column)")
          }
        }
      }
      return faults
    }
  }

  /// Lines stand in their boxes with padding left and right, boxes in the text area, none on another.
  private var boxes: [String] {
    let margins = style.formPage.margins
    return pages.enumerated().flatMap { number, page in
      var faults: [String] = []
      let bottom = page.size.height - margins.bottom
      let area = Rectangle(
        x: margins.left, y: margins.top, width: page.size.width - margins.left - margins.right,
        height: bottom - margins.top)
      for (index, cell) in page.cells.enumerated() {
        if !contains(area, cell.box) { faults.append("page \(number): \(cell.text) leaves it") }
        for line in cell.lines where !contains(cell.box, line.box) {
          faults.append("page \(number): “\(line.text)” leaves its cell")
        }
        for other in page.cells[(index + 1)...] where overlap(cell.box, other.box) {
          faults.append("page \(number): “\(cell.text)” lies on “\(other.text)”")
        }
      }
      for text in page.texts where text.part != .pageNumber && text.line.box.maxY > bottom + slack {
        faults.append("page \(number): “\(text.line.text)” leaves it")
      }
      return faults
    }
  }

  /// Sections follow one another, and so do their rows, on each page and from page to page.
  private var order: [String] {
    var faults: [String] = []
    var last = (section: 0, row: 0)
    for page in pages {
      let body = page.cells.filter { !$0.isHeader && $0.role != .side }
      let sorted = body.sorted {
        ($0.section, $0.rows.lowerBound) < ($1.section, $1.rows.lowerBound)
      }
      var bottom = Length.zero
      for cell in sorted {
        if cell.box.minY < bottom - slack { faults.append("“\(cell.text)” is out of order") }
        bottom = cell.box.minY
      }
      if let first = sorted.first, let end = sorted.last {
        if (first.section, first.rows.lowerBound) < last { faults.append("a row goes back") }
        last = (end.section, end.rows.lowerBound)
      }
    }
    return faults
  }

  private func contains(_ outer: Rectangle, _ inner: Rectangle) -> Bool {
    inner.minX >= outer.minX - slack && inner.maxX <= outer.maxX + slack
      && inner.minY >= outer.minY - slack && inner.maxY <= outer.maxY + slack
  }

  private func overlap(_ one: Rectangle, _ other: Rectangle) -> Bool {
    one.minX < other.maxX - slack && other.minX < one.maxX - slack
      && one.minY < other.maxY - slack && other.minY < one.maxY - slack
  }

  private var slack: Length { .pt(0.01) }
}
