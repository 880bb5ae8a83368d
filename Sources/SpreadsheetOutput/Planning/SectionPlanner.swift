internal import Documents
internal import Figures
internal import Geometry

/// Lays down one section of a form's table: its header, its rows, the cell beside them all.
struct SectionPlanner {
  let section: TableSection
  let sizes: TableSizes
  /// The numbers of body rows, ascending, below which pages end.
  let ends: [Int]

  /// The rows of the sheet that a section takes.
  struct Place {
    let header: [ClosedRange<Int>]
    let body: [ClosedRange<Int>]
  }

  /// A section whose pages end at breaks of its own; ends that would cut a cell are left out.
  init(section: TableSection, index: Int, sizes: TableSizes, breaks: [RowBreak]) {
    ends = breaks.filter { $0.section == index }.map(\.rows).filter(section.mayEndPage)
    self.section = section.repeatingGroups(below: ends)
    self.sizes = sizes
  }

  /// Adds the section below what the sheet has.
  func add(to draft: inout SheetDraft) throws -> Place {
    var header = try sizes.heights(of: section.header, columns: draft.columns)
    var body = try sizes.heights(of: section.body, columns: draft.columns)
    if let side = section.side {
      let needed = try sizes.height(of: side, pixels: draft.pixels(side.columns))
      for part in parts {
        let lacking =
          needed - body[part].sum() - (part.lowerBound == 0 ? header.sum() : .zero)
        // As with every cell over several rows, the last of them becomes higher.
        if lacking > .zero, let last = part.last {
          body[last] += lacking
        } else if lacking > .zero, let last = header.indices.last {
          header[last] += lacking
        }
      }
    }
    let place = Place(
      header: header.map { draft.addRow(height: $0) }, body: body.map { draft.addRow(height: $0) })
    if let side = section.side {
      for part in parts {
        let rows = (part.lowerBound == 0 ? place.header : []) + place.body[part]
        guard let first = rows.first, let last = rows.last else { continue }
        try add(side, rows: first.lowerBound...last.upperBound, to: &draft)
      }
    }
    try add(section.header, at: place.header, to: &draft)
    try add(section.body, at: place.body, to: &draft)
    return place
  }

  /// The rows of the body by the pages on which they stand.
  private var parts: [Range<Int>] {
    let inner = ends.filter { $0 > 0 && $0 < section.body.count }
    return zip([0] + inner, inner + [section.body.count]).map { $0..<$1 }
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

extension TableSection {
  /// Whether a page may end below so many rows of the body: above no row to which a cell reaches that
  /// is not said again on each page, as names of groups are.
  fileprivate func mayEndPage(below count: Int) -> Bool {
    !body.prefix(count).enumerated().contains { index, row in
      row.cells.contains { $0.role != .group && index + $0.rowSpan > count }
    }
  }

  /// The section with names of groups that reach over the end of a page said again below it.
  fileprivate func repeatingGroups(below ends: [Int]) -> TableSection {
    guard !ends.isEmpty else { return self }
    var rows = body.map { row in row.cells.filter { $0.rowSpan == 1 } }
    for (index, row) in body.enumerated() {
      for cell in row.cells where cell.rowSpan > 1 {
        let inner = ends.filter { $0 > index && $0 < index + cell.rowSpan }
        for (start, end) in zip([index] + inner, inner + [index + cell.rowSpan]) {
          rows[start].append(cell.spanning(rows: end - start))
        }
      }
    }
    let body = zip(rows, self.body).map { cells, row in
      TableRow(cells: cells.sorted { $0.column < $1.column }, keepsWithNext: row.keepsWithNext)
    }
    return TableSection(side: side, header: header, body: body)
  }
}

extension TableCell {
  fileprivate func spanning(rows: Int) -> TableCell {
    TableCell(
      column: column, columnSpan: columnSpan, rowSpan: rows, role: role, content: content,
      isStrong: isStrong, level: level)
  }
}
