internal import Diagnostics
internal import Documents
internal import Geometry

/// Sets one form: chooses the size of its type, plans its pages and puts everything in its place.
struct FormTypesetter {
  let form: FormSheet
  let style: DocumentStyle
  let measure: TextMeasure
  /// Headings that stand above the title on the first page.
  var leads: [LeadHeading] = []
  /// The level of the title among the headings of the document.
  var titleLevel = 1

  private var texts: FormTexts {
    FormTexts(form: form, style: style, measure: measure, leads: leads)
  }
  private var pageSize: Size { style.formPage.size(form.orientation) }
  private var margins: Insets { style.formPage.margins }
  private var areaWidth: Length { pageSize.width - margins.left - margins.right }
  private var areaHeight: Length { pageSize.height - margins.top - margins.bottom }

  /// The form in one size of type.
  private struct Attempt {
    let table: MeasuredTable
    let around: Surroundings
    let plan: PagePlan
  }

  /// Where a table stands, and what is printed above and below it.
  private struct Surroundings {
    let span: FormTexts.Span
    let head: TextBlock
    /// What stands above the table on further pages.
    let continuedHead: TextBlock
    let notes: TextBlock
  }

  /// Sets the form.
  ///
  /// - Parameter firstNumber: the number of its first page.
  func typeset(firstNumber: Int) throws -> Loaded<[Page]> {
    let grid = TableGrid.resolve(form.table, form: form.number)
    guard let value = grid.value else { return Loaded(nil, grid.findings) }
    do {
      let chosen = try choose(value)
      guard let attempt = chosen.value else { return Loaded(nil, chosen.findings) }
      return Loaded(try place(attempt, firstNumber: firstNumber), chosen.findings)
    } catch let fault as PlanFault {
      let header = TypesettingFault.header(
        row: fault.row.map { $0 + 1 }, needs: fault.needs, has: fault.has)
      return Loaded(nil, [header.finding(at: .title(of: form))])
    }
  }

  /// The sizes of type to choose from, the largest first.
  private var sizes: TypeSizes { style.sizes(of: form) }

  /// Sets the form in the largest size of type that serves it.
  ///
  /// In it every column holds its figures and, if the form asks for it, all of it stands on one page,
  /// with tighter rows if need be. Where no size does that, the largest that holds the figures serves,
  /// for smaller type on several pages helps nobody; else the smallest, with over-full columns widened.
  private func choose(_ grid: TableGrid) throws -> Loaded<Attempt> {
    let widths = ColumnWidths(columns: grid.columns, area: areaWidth).asked
    let types = sizes.all.flatMap { size in paddings.map { type(size, $0) } }
    // The cells of a size are set once, whatever the padding; nil where a column is over-full.
    var tables: [Length: SetTable?] = [:]
    let around = try surroundings(of: widths)
    func attempted(_ type: TableType) throws -> Attempt? {
      let table =
        if let known = tables[type.size] { known } else { try set(grid, widths, in: type) }
      tables[type.size] = .some(table)
      return try table.map { try attempt($0, type: type, around) }
    }
    var largest: Attempt?
    for type in types {
      guard let attempt = try attempted(type) else { continue }
      if suits(attempt) { return Loaded(attempt, []) }
      guard largest == nil, let last = types.last else { continue }
      largest = attempt
      // What the smallest type does not put on one page no other does.
      if let smallest = try attempted(last), !suits(smallest) { break }
    }
    if let largest { return Loaded(largest, []) }
    return try widened(grid)
  }

  /// Sets the cells in a size of type; nil where a column does not hold its figures.
  private func set(
    _ grid: TableGrid, _ widths: [Length], in type: TableType
  ) throws -> SetTable? {
    let needs = try ColumnNeeds(grid, type: type, measure: measure)
    guard needs.unmet(by: widths).isEmpty else { return nil }
    return try SetTable(
      grid, widths: widths, type: type, fractions: needs.fractions, measure: measure)
  }

  /// Sets the form in the smallest size, with columns made wider for what they hold.
  private func widened(_ grid: TableGrid) throws -> Loaded<Attempt> {
    let columns = ColumnWidths(columns: grid.columns, area: areaWidth)
    var first: Attempt?
    for vertical in paddings {
      let type = type(sizes.smallest, vertical)
      let needs = try ColumnNeeds(grid, type: type, measure: measure)
      let widths = columns.widened(for: needs, type: type)
      let unmet = needs.unmet(by: widths)
      guard unmet.isEmpty else { return Loaded(nil, unmet.map { finding($0, widths) }) }
      let table = try SetTable(
        grid, widths: widths, type: type, fractions: needs.fractions, measure: measure)
      let attempt = try attempt(table, type: type, try surroundings(of: widths))
      if suits(attempt) { return Loaded(attempt, []) }
      first = first ?? attempt
    }
    return Loaded(first, [])
  }

  /// Whether the form is set as it asks for.
  private func suits(_ attempt: Attempt) -> Bool {
    !form.fitsOnePage || attempt.plan.pages.count == 1
  }

  private func type(_ size: Length, _ vertical: Length?) -> TableType {
    TableType(style: style.table, size: size, vertical: vertical)
  }

  /// The paddings to try in each size; nil is the style's own.
  private var paddings: [Length?] {
    let fitting = form.fitsOnePage ? style.table.fittingPaddings : []
    return fitting.isEmpty ? [nil] : fitting
  }

  /// What stands around a table of these columns, whatever the size of its type.
  private func surroundings(of widths: [Length]) throws -> Surroundings {
    let width = widths.sum()
    let span = FormTexts.Span(left: margins.left + (areaWidth - width) / 2, width: width)
    let area = FormTexts.Span(left: margins.left, width: areaWidth)
    return Surroundings(
      span: span, head: try texts.head(area: area, table: span),
      continuedHead: try texts.continuedHead(table: span), notes: try texts.notes(table: span))
  }

  private func attempt(
    _ set: SetTable, type: TableType, _ around: Surroundings
  ) throws -> Attempt {
    let table = MeasuredTable(set, type: type)
    let request = PlanRequest(
      table, of: form.table, firstPage: areaHeight - around.head.height,
      furtherPage: areaHeight - around.continuedHead.height, notesGap: notesGap,
      notes: around.notes.rows.map(\.height))
    return Attempt(table: table, around: around, plan: try PagePlan(request))
  }

  private var footer: PageFooter {
    PageFooter(page: style.formPage, style: style.pageNumber, measure: measure)
  }

  /// A little air between table and notes.
  private var notesGap: Length { style.note.size / 4 }

  private func place(_ attempt: Attempt, firstNumber: Int) throws -> [Page] {
    let count = attempt.plan.pages.count
    let heads = (0..<count).map { $0 == 0 ? attempt.around.head : attempt.around.continuedHead }
    let tops = heads.map { margins.top + $0.height }
    let tables = TablePlacer(table: attempt.table, left: attempt.around.span.left)
      .place(attempt.plan, tops: tops)
    return try zip(attempt.plan.pages, tables).enumerated().map { index, content in
      let (planned, table) = content
      var texts = heads[index].place(0..<heads[index].rows.count, top: margins.top)
      let notesTop = planned.parts.isEmpty ? tops[index] : table.bottom + notesGap
      texts += attempt.around.notes.place(planned.notes, top: notesTop)
      let number = firstNumber + index
      if let line = try footer.place(number, size: pageSize) { texts.append(line) }
      return Page(
        size: pageSize, form: form.number, number: number, texts: texts, cells: table.cells,
        rules: table.rules, titleLevel: titleLevel, end: planned.end)
    }
  }
}

extension FormTypesetter {
  /// Says which cell needs more than its columns have.
  private func finding(_ need: ColumnNeeds.Need, _ widths: [Length]) -> Finding {
    TypesettingFault.figure(
      need.cell.content.printed, width: widths[need.columns].sum(), needs: need.width
    ).finding(at: Place.cell(need.cell, of: form))
  }
}

extension PlanRequest {
  /// The heights of a measured table.
  ///
  /// - Parameter source: the table as the document has it; without it no row leads another.
  init(
    _ table: MeasuredTable, of source: Table? = nil, firstPage: Length, furtherPage: Length,
    notesGap: Length, notes: [Length]
  ) {
    let sections = table.sections.enumerated().map { number, section in
      let leading = source?.sections[number].body.map(\.keepsWithNext)
      var joined: Set<Int> = []
      // What rows have in common is said again on the next page.
      for cell in section.body.cells
      where cell.grid.rows.count > 1 && cell.grid.cell.role != .group {
        joined.formUnion(cell.grid.rows.dropLast())
      }
      let side = section.side.map { table.type.height(lines: $0.lines.count) }
      let rows = section.body.heights.enumerated().map { index, height in
        Row(
          height: height, lines: table.type.lines(in: height),
          joinsNext: joined.contains(index) || leading?[index] == true)
      }
      return Section(header: section.header.height, least: side ?? .zero, rows: rows)
    }
    self.init(
      firstPage: firstPage, furtherPage: furtherPage, sections: sections,
      lineHeight: table.type.pitch, rowPadding: table.type.verticalPadding, notesGap: notesGap,
      notes: notes)
  }
}
