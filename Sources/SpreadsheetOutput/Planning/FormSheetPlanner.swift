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
  ///
  /// - Parameter breaks: the places between rows at which its printed pages end; nil where nobody says.
  func plan(_ form: FormSheet, breaks: [RowBreak]? = nil) throws -> SheetPlan {
    let doing = "排 \(form.sheetName)"
    try checkGrid(of: form.table, doing: doing)
    return try finish(try layOut(form, breaks: breaks), of: form, doing: doing)
  }

  /// Lays down the rows and cells of a form in a size of type.
  func draft(_ form: FormSheet, _ choice: Choice, breaks: [RowBreak]) throws -> SheetLayout {
    var draft = SheetDraft(columns: choice.columns)
    let whole = draft.columns.indices
    try addBand(
      [HeadPlacement(text: form.title, alignment: .centre, columns: whole)], style.formTitle,
      choice.sizes.formats, to: &draft)
    for line in form.head { try addHeadLine(line, choice.sizes.formats, to: &draft) }
    let headEnd = draft.rows.count
    var headerEnd = headEnd
    var ends: [Int] = []
    for (index, section) in form.table.sections.enumerated() {
      let planner = SectionPlanner(
        section: section, index: index, sizes: choice.sizes, breaks: breaks)
      let place = try planner.add(to: &draft)
      if index == 0, let last = place.header.last { headerEnd = last.upperBound + 1 }
      ends += planner.ends.compactMap { end in
        (place.header + place.body).prefix(place.header.count + end).last.map { $0.upperBound + 1 }
      }
    }
    for note in form.notes {
      try addBand(
        [HeadPlacement(text: note, alignment: .left, columns: whole)], style.note,
        choice.sizes.formats, to: &draft)
    }
    let isSingle = form.table.sections.count == 1 && headerEnd > headEnd
    return SheetLayout(
      draft: draft, pinned: 0..<(isSingle ? headerEnd : headEnd),
      pages: SheetPages(ends: ends, repeated: isSingle ? headEnd..<headerEnd : 0..<headEnd))
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
