internal import Documents
internal import Geometry

/// Plans the sheets of forms: title, head lines, the table's sections, notes, from top to bottom.
struct FormSheetPlanner {
  let style: DocumentStyle
  /// What the header of every sheet bears; nil for none.
  let mark: String?
  let officialFont: (String) -> String
  let room: TextRoom

  init(
    style: DocumentStyle, mark: String? = nil, measure: RowMeasure,
    officialFont: @escaping (String) -> String
  ) {
    self.style = style
    self.mark = mark
    self.officialFont = officialFont
    room = TextRoom(measure: measure)
  }

  /// The plan of a form's sheet.
  func plan(_ form: FormSheet) throws -> SheetPlan {
    let doing = "排 \(form.sheetName)"
    try checkGrid(of: form.table, doing: doing)
    let chosen = try choose(form)
    var draft = SheetDraft(columns: chosen.columns)
    let whole = draft.columns.indices
    try addBand(
      [HeadPlacement(text: form.title, alignment: .centre, columns: whole)], style.formTitle,
      chosen.sizes.formats, to: &draft)
    for line in form.head { try addHeadLine(line, chosen.sizes.formats, to: &draft) }
    let headEnd = draft.rows.count
    var headerEnd = headEnd
    for (index, section) in form.table.sections.enumerated() {
      let planner = SectionPlanner(section: section, sizes: chosen.sizes)
      let headerRows = try planner.add(to: &draft)
      if index == 0 { headerEnd = headerRows.upperBound }
    }
    for note in form.notes {
      try addBand(
        [HeadPlacement(text: note, alignment: .left, columns: whole)], style.note,
        chosen.sizes.formats, to: &draft)
    }
    return try finish(draft, of: form, headEnd: headEnd, headerEnd: headerEnd, doing: doing)
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
