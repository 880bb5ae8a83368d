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
  struct Attempt {
    let table: MeasuredTable
    let around: Surroundings
    let plan: PagePlan
  }

  /// Where a table stands, and what is printed above and below it.
  struct Surroundings {
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
    let planned = try plan()
    guard let plan = planned.value else { return Loaded(nil, planned.findings) }
    return Loaded(try place(plan, firstNumber: firstNumber), planned.findings)
  }

  /// Chooses the size of the form's type and plans its pages.
  func plan() throws -> Loaded<Attempt> {
    let grid = TableGrid.resolve(form.table, form: form.number)
    guard let value = grid.value else { return Loaded(nil, grid.findings) }
    do {
      return try choose(value)
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
    let extents = try TableExtents(
      form.table, style: style.table, size: sizes.largest, measure: measure)
    let shares = ColumnShares(grid.columns, extents: extents, area: areaWidth)
    // The largest size that holds the figures, with its widths.
    var largest: (size: Length, widths: [Length])?
    for size in sizes.all {
      if largest != nil, !mayFit(Array(repeating: 1, count: extents.rowCount), size) { continue }
      let sized = extents.resized(to: size)
      let widths = shares.widths(for: sized)
      guard ColumnNeeds(sized).unmet(by: widths).isEmpty else { continue }
      largest = largest ?? (size, widths)
      if !form.fitsOnePage { break }
      guard mayFit(sized.rowLines(in: widths, atLeast: true), size) else { continue }
      let attempt = try fitting(grid, size, widths)
      if suits(attempt) { return Loaded(attempt, []) }
    }
    if let largest {
      let table = try set(grid, largest.size, largest.widths)
      let usual = try attempt(table, paddings.first ?? nil)
      guard isLastPageSparse(usual) else { return Loaded(usual, []) }
      let tighter = try fewerPages(than: usual, of: table)
      if let tighter { return Loaded(tighter, []) }
      guard let next = sizes.all.first(where: { $0 < largest.size }) else {
        return Loaded(usual, [])
      }
      let sized = extents.resized(to: next)
      let widths = shares.widths(for: sized)
      guard ColumnNeeds(sized).unmet(by: widths).isEmpty else { return Loaded(usual, []) }
      let smaller = try fewerPages(than: usual, of: try set(grid, next, widths))
      return Loaded(smaller ?? usual, [])
    }
    let smallest = extents.resized(to: sizes.smallest)
    return try widened(grid, ColumnNeeds(smallest), shares.widths(for: smallest))
  }

  /// Whether the last of several pages has so few rows that tighter ones should take them back.
  private func isLastPageSparse(_ attempt: Attempt) -> Bool {
    guard attempt.plan.pages.count > 1, let last = attempt.plan.pages.last else { return false }
    return last.parts.map(\.rows.count).reduce(0, +) < leastRows
  }

  /// A table with the most generous rows with which it takes fewer pages; nil where none do.
  private func fewerPages(
    than usual: Attempt, of table: (table: SetTable, around: Surroundings, size: Length)
  ) throws -> Attempt? {
    let tighter = style.table.fittingPaddings.filter { $0 < style.table.padding.top }
    for vertical in [nil] + tighter.map(Optional.some) {
      let attempt = try attempt(table, vertical)
      if attempt.plan.pages.count < usual.plan.pages.count { return attempt }
    }
    return nil
  }

  /// Whether one page may hold rows of so many lines each, with what stands above them.
  private func mayFit(_ lines: [Int], _ size: Length) -> Bool {
    let type = type(size, paddings.last ?? nil)
    return lines.map { type.height(lines: $0) }.sum() <= areaHeight
  }

  /// Sets the form in a size of type, with the most generous rows with which it is as it asks for, else
  /// the most generous of all.
  private func fitting(
    _ grid: TableGrid, _ size: Length, _ widths: [Length]
  ) throws -> Attempt {
    // The cells are set once, whatever the padding.
    let table = try set(grid, size, widths)
    let first = try attempt(table, paddings.first ?? nil)
    if suits(first) { return first }
    for vertical in paddings.dropFirst() {
      let attempt = try attempt(table, vertical)
      if suits(attempt) { return attempt }
    }
    return first
  }

  private func set(
    _ grid: TableGrid, _ size: Length, _ widths: [Length]
  ) throws -> (table: SetTable, around: Surroundings, size: Length) {
    (
      try SetTable(grid, widths: widths, type: type(size, nil), measure: measure),
      try surroundings(of: width(of: widths)), size
    )
  }

  /// Sets the form in the smallest size, with columns made wider for what they hold.
  private func widened(
    _ grid: TableGrid, _ needs: ColumnNeeds, _ shared: [Length]
  ) throws -> Loaded<Attempt> {
    let columns = ColumnWidths(columns: grid.columns, shared: shared, area: areaWidth)
    let widths = columns.widened(for: needs, type: type(sizes.smallest, nil))
    let unmet = needs.unmet(by: widths)
    guard unmet.isEmpty else { return Loaded(nil, unmet.map { finding($0, widths) }) }
    return Loaded(try fitting(grid, sizes.smallest, widths), [])
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

  /// The width of the table; the text area's where the columns fill it but for rounding.
  private func width(of widths: [Length]) -> Length {
    let width = widths.sum()
    return abs((areaWidth - width).points) < tolerance.points ? areaWidth : width
  }

  /// What stands around a table of a width, whatever the size of its type.
  private func surroundings(of width: Length) throws -> Surroundings {
    let span = FormTexts.Span(left: margins.left + (areaWidth - width) / 2, width: width)
    let area = FormTexts.Span(left: margins.left, width: areaWidth)
    return Surroundings(
      span: span, head: try texts.head(area: area, table: span),
      continuedHead: try texts.continuedHead(table: span), notes: try texts.notes(table: span))
  }

  private func attempt(
    _ set: (table: SetTable, around: Surroundings, size: Length), _ vertical: Length?
  ) throws -> Attempt {
    let table = MeasuredTable(set.table, type: type(set.size, vertical))
    let request = PlanRequest(
      table, of: form.table, firstPage: areaHeight - set.around.head.height,
      furtherPage: areaHeight - set.around.continuedHead.height, notesGap: notesGap,
      notes: set.around.notes.rows.map(\.height))
    return Attempt(table: table, around: set.around, plan: try PagePlan(request))
  }

  private var footer: PageFooter {
    PageFooter(page: style.formPage, style: style.pageNumber, measure: measure)
  }

  /// A little air between table and notes.
  private var notesGap: Length { style.note.size / 4 }

  /// Puts everything of a planned form in its place.
  ///
  /// - Parameter firstNumber: the number of its first page.
  func place(_ attempt: Attempt, firstNumber: Int) throws -> [Page] {
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

/// The part of a page up to which a group of rows stays together.
private let largestWhole = 1.0 / 3

/// The rows of a page below which it looks left over.
private let leastRows = 10

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
      for cell in section.body.cells where cell.grid.rows.count > 1 {
        // A large group is parted, and what its rows have in common said again on the next page.
        let isParted =
          cell.grid.cell.role == .group
          && section.body.heights[cell.grid.rows].sum() > furtherPage * largestWhole
        if !isParted { joined.formUnion(cell.grid.rows.dropLast()) }
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
