internal import Documents
internal import Figures
internal import Geometry

/// Plans the sheets of forms: title, head lines, the table's sections, notes, from top to bottom.
struct FormSheetPlanner {
  private let style: DocumentStyle
  private let formats: FormFormats
  private let room: TextRoom

  init(style: DocumentStyle, measure: RowMeasure, officialFont: @escaping (String) -> String) {
    self.style = style
    formats = FormFormats(style: style.table, officialFont: officialFont)
    room = TextRoom(measure: measure)
  }

  /// The plan of a form's sheet.
  func plan(_ form: FormSheet) throws -> SheetPlan {
    let doing = "排 \(form.sheetName)"
    try checkGrid(of: form.table, doing: doing)
    var draft = SheetDraft(
      columns: try columnPixels(of: form.table, formats: formats, room: room))
    let whole = draft.columns.indices
    try addBand(
      [HeadPlacement(text: form.title, alignment: .centre, columns: whole)], style.formTitle,
      to: &draft)
    for line in form.head { try addHeadLine(line, to: &draft) }
    let headEnd = draft.rows.count
    var headerEnd = headEnd
    for (index, section) in form.table.sections.enumerated() {
      try addTableRows(section.header, to: &draft)
      if index == 0 { headerEnd = draft.rows.count }
      try addTableRows(section.body, to: &draft)
    }
    for note in form.notes {
      try addBand(
        [HeadPlacement(text: note, alignment: .left, columns: whole)], style.note, to: &draft)
    }
    return try finish(draft, of: form, headEnd: headEnd, headerEnd: headerEnd, doing: doing)
  }

  /// Adds the rows of a head line.
  private func addHeadLine(_ line: HeadLine, to draft: inout SheetDraft) throws {
    let rows = try headRows(of: line, columns: draft.columns) { text in
      try room.pixels(text, style.headLine)
    }
    for placements in rows { try addBand(placements, style.headLine, to: &draft) }
  }

  /// Adds a row of text outside the table, without borders.
  private func addBand(
    _ placements: [HeadPlacement], _ style: TextStyle, to draft: inout SheetDraft
  ) throws {
    let heights = try placements.map { placement in
      try room.height(placement.text, style, pixels: draft.pixels(placement.columns))
    }
    let rows = draft.addRow(height: heights.max() ?? .zero)
    for placement in placements {
      draft.add(
        PlannedCell(
          range: CellRange(rows: rows, columns: ClosedRange(placement.columns)),
          content: .text(placement.text), format: formats.format(style, placement.alignment)))
    }
  }

  /// Adds the header rows or the body rows of a section.
  private func addTableRows(_ rows: [TableRow], to draft: inout SheetDraft) throws {
    let heights = try rowHeights(of: rows, columns: draft.columns, formats: formats, room: room)
    let places = heights.map { draft.addRow(height: $0) }
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        let last = places[index + cell.rowSpan - 1].upperBound
        let range = CellRange(
          rows: places[index].lowerBound...last, columns: ClosedRange(cell.columns))
        draft.add(
          PlannedCell(range: range, content: content(of: cell), format: formats.format(cell)))
      }
    }
  }

  /// Figures that print a number are numbers, all else is text; blanks stay empty.
  private func content(of cell: TableCell) -> SheetContent {
    if case .figure(let figure) = cell.content, let number = figure.shown {
      return .number(number)
    }
    let text = cell.content.printed
    return text.isEmpty ? .blank : .text(text)
  }
}

extension FormSheetPlanner {
  /// Completes a plan with what stays in view and how it is printed.
  ///
  /// A form with one section keeps its header rows on every page, one with several keeps only title
  /// and head lines: the first section's headings would be wrong above the second. The same rows
  /// stay in view on the screen, there always with title and head lines.
  private func finish(
    _ draft: SheetDraft, of form: FormSheet, headEnd: Int, headerEnd: Int, doing: String
  ) throws -> SheetPlan {
    let isSingle = form.table.sections.count == 1 && headerEnd > headEnd
    let pinnedEnd = isSingle ? headerEnd : headEnd
    let page = style.formPage
    let area = CellRange(rows: 0...(draft.rows.count - 1), columns: 0...(draft.columns.count - 1))
    let print = PrintSetup(
      paper: try paper(of: page.size, doing: doing), isLandscape: form.orientation == .landscape,
      margins: page.margins,
      footer: footerCode(page.footer, style.pageNumber, font: formats.officialFont),
      footerMargin: page.footerDistance, fitsOnePage: form.fitsOnePage,
      repeatedRows: isSingle ? headEnd...(headerEnd - 1) : 0...(headEnd - 1), area: area)
    return SheetPlan(
      name: form.sheetName, columns: draft.columns, rows: draft.rows, cells: draft.cells,
      pinned: 0..<pinnedEnd, print: print)
  }

  /// Refuses cells outside of the grid or of their section; the typesetter does so as well.
  private func checkGrid(of table: Table, doing: String) throws(SpreadsheetError) {
    guard !table.columns.isEmpty else { throw SpreadsheetError(.outsideTable, doing: doing) }
    for rows in table.sections.flatMap({ [$0.header, $0.body] }) {
      for (index, row) in rows.enumerated() {
        let isInside = row.cells.allSatisfy { cell in
          cell.column >= 0 && cell.columnSpan > 0 && cell.rowSpan > 0
            && cell.column + cell.columnSpan <= table.columns.count
            && index + cell.rowSpan <= rows.count
        }
        guard isInside else { throw SpreadsheetError(.outsideTable, doing: doing) }
      }
    }
  }
}
