internal import Documents
internal import Geometry

/// Plans the sheets of forms: title, head lines, the table's sections, notes, from top to bottom.
struct FormSheetPlanner {
  private let style: DocumentStyle
  private let officialFont: (String) -> String
  private let room: TextRoom

  init(style: DocumentStyle, measure: RowMeasure, officialFont: @escaping (String) -> String) {
    self.style = style
    self.officialFont = officialFont
    room = TextRoom(measure: measure)
  }

  /// The plan of a form's sheet.
  func plan(_ form: FormSheet) throws -> SheetPlan {
    let doing = "排 \(form.sheetName)"
    try checkGrid(of: form.table, doing: doing)
    let formats = formats(of: form)
    var draft = SheetDraft(
      columns: try columnPixels(of: form.table, formats: formats, room: room))
    let whole = draft.columns.indices
    try addBand(
      [HeadPlacement(text: form.title, alignment: .centre, columns: whole)], style.formTitle,
      formats, to: &draft)
    for line in form.head { try addHeadLine(line, formats, to: &draft) }
    let headEnd = draft.rows.count
    var headerEnd = headEnd
    for (index, section) in form.table.sections.enumerated() {
      let planner = SectionPlanner(section: section, formats: formats, room: room)
      let headerRows = try planner.add(to: &draft)
      if index == 0 { headerEnd = headerRows.upperBound }
    }
    for note in form.notes {
      try addBand(
        [HeadPlacement(text: note, alignment: .left, columns: whole)], style.note, formats,
        to: &draft)
    }
    return try finish(draft, of: form, headEnd: headEnd, headerEnd: headerEnd, doing: doing)
  }

  private func formats(of form: FormSheet) -> FormFormats {
    FormFormats(
      style: style.table, size: style.sizes(of: form).first ?? .pt(9), officialFont: officialFont)
  }

  /// Adds the rows of a head line.
  private func addHeadLine(
    _ line: HeadLine, _ formats: FormFormats, to draft: inout SheetDraft
  ) throws {
    let rows = try headRows(of: line, columns: draft.columns) { text in
      try room.pixels(text, style.headLine)
    }
    for placements in rows { try addBand(placements, style.headLine, formats, to: &draft) }
  }

  /// Adds a row of text outside the table, without borders.
  private func addBand(
    _ placements: [HeadPlacement], _ style: TextStyle, _ formats: FormFormats,
    to draft: inout SheetDraft
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
    let onePage = form.fitsOnePage && staysLegible(draft, of: form)
    let area = CellRange(rows: 0...(draft.rows.count - 1), columns: 0...(draft.columns.count - 1))
    let print = PrintSetup(
      paper: try paper(of: page.size, doing: doing), isLandscape: form.orientation == .landscape,
      margins: page.margins,
      footer: footerCode(page.footer, style.pageNumber, font: officialFont),
      footerMargin: page.footerDistance,
      fitsOnePage: onePage,
      repeatedRows: isSingle ? headEnd...(headerEnd - 1) : 0...(headEnd - 1), area: area)
    return SheetPlan(
      name: form.sheetName, columns: draft.columns, rows: draft.rows,
      cells: onePage ? draft.cells : draft.cells.map { topped($0, draft, of: form) },
      pinned: 0..<pinnedEnd, print: print)
  }

  /// A cell that takes much of a page, with its text at the top: centred it might fall on the end of
  /// a page, and be cut there.
  private func topped(
    _ cell: PlannedCell, _ draft: SheetDraft, of form: FormSheet
  ) -> PlannedCell {
    guard draft.rows[cell.range.rows].sum() > pageHeight(of: form) / 4 else { return cell }
    var topped = cell
    topped.format.beginsAtTop = true
    return topped
  }

  /// The height that a page has for rows.
  private func pageHeight(of form: FormSheet) -> Length {
    let margins = style.formPage.margins
    return style.formPage.size(form.orientation).height - margins.top - margins.bottom
  }

  /// Whether one page can hold a self-evaluation without type smaller than the document's smallest.
  ///
  /// Otherwise the sheet is printed on several pages: on one, nobody could read it.
  private func staysLegible(_ draft: SheetDraft, of form: FormSheet) -> Bool {
    guard form.kind == .evaluation, let largest = style.sizes(of: form).first,
      let smallest = style.table.sizes.last
    else { return true }
    return draft.rows.sum() * (smallest.points / largest.points) <= pageHeight(of: form)
  }

  /// Refuses cells outside of the grid or of their section; the typesetter does so as well.
  private func checkGrid(of table: Table, doing: String) throws(SpreadsheetError) {
    guard !table.columns.isEmpty else { throw SpreadsheetError(.outsideTable, doing: doing) }
    let columns = table.columns.indices
    func isInside(_ cell: TableCell) -> Bool {
      cell.columnSpan > 0 && cell.rowSpan > 0 && cell.column >= 0
        && cell.column + cell.columnSpan <= columns.upperBound
    }
    for section in table.sections {
      var areInside = section.side.map(isInside) ?? true
      for rows in [section.header, section.body] {
        for (index, row) in rows.enumerated() {
          areInside =
            areInside && row.cells.allSatisfy { isInside($0) && index + $0.rowSpan <= rows.count }
        }
      }
      guard areInside else { throw SpreadsheetError(.outsideTable, doing: doing) }
    }
  }
}
