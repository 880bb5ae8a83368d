internal import Documents
internal import Geometry

extension FormSheetPlanner {
  /// A size of type with the widths of the columns in pixels.
  struct Choice {
    let sizes: TableSizes
    let columns: [Int]
  }

  /// The sheet in the largest size of type, with the most generous rows, in which it prints as it
  /// should.
  ///
  /// That is hardly reduced, and on pages that end where they are to end, or on one page where nobody
  /// says and the form is to fit. Where no size does that, the largest serves, on more pages: reduced
  /// further, nobody could read it.
  ///
  /// - Parameter breaks: the places between rows at which pages end; nil where nobody says.
  func layOut(_ form: FormSheet, breaks: [RowBreak]?) throws -> SheetLayout {
    let sizesOfType = style.sizes(of: form)
    var widths = SheetWidths(
      form.table, extents: try sizes(of: form, sizesOfType.largest).extents(of: form.table),
      area: pageArea(of: form).width)
    if breaks != nil || form.fitsOnePage,
      let layout = try fitting(form, breaks: breaks, widths: &widths)
    {
      return layout
    }
    // Where a row is higher than a page, the others are to hold their rows all the same.
    let reduction = breaks == nil ? SheetUnits.reductions.first : SheetUnits.reductions.last
    func usual(_ size: Length) -> Choice {
      let sizes = sizes(of: form, size)
      return Choice(sizes: sizes, columns: widths.columns(sizes, reduced: reduction ?? 1))
    }
    let size = sizesOfType.all.first { fitsPage(width: usual($0).columns, of: form) }
    return try draft(form, usual(size ?? sizesOfType.largest), breaks: breaks ?? [])
  }

  /// The sheet in the largest size of type in which its pages hold it; nil where none does that.
  private func fitting(
    _ form: FormSheet, breaks: [RowBreak]?, widths: inout SheetWidths
  ) throws -> SheetLayout? {
    let estimate = try PageEstimate(form, breaks: breaks ?? [], around: around(form))
    let paddings = paddings(of: form, isPlanned: breaks != nil)
    for size in style.sizes(of: form).all {
      for reduction in SheetUnits.reductions {
        let columns = widths.columns(sizes(of: form, size), reduced: reduction)
        guard fitsPage(width: columns, of: form) else { continue }
        let lines = widths.lines(in: columns, size: size)
        for vertical in paddings {
          let sizes = sizes(of: form, size, vertical)
          guard fitPages(estimate.heights(sizes.heights(lines: lines)), columns, of: form)
          else { continue }
          let choice = Choice(sizes: sizes, columns: columns)
          if let layout = try fitting(form, choice, breaks: breaks ?? []) { return layout }
        }
      }
    }
    return nil
  }

  /// The sheet in a size of type, if its pages hold it.
  ///
  /// Title and head lines above several sections are printed again only where every page has room for
  /// them: on paper a single line takes their place.
  private func fitting(
    _ form: FormSheet, _ choice: Choice, breaks: [RowBreak]
  ) throws -> SheetLayout? {
    var layout = try draft(form, choice, breaks: breaks)
    func fits() -> Bool {
      fitPages(layout.pages.heights(layout.draft.rows), choice.columns, of: form)
    }
    if !fits(), form.table.sections.count > 1 { layout.pages.repeated = 0..<0 }
    layout.holdsPages = fits()
    return layout.holdsPages ? layout : nil
  }

  /// The paddings above and below to choose from, the most generous first.
  private func paddings(of form: FormSheet, isPlanned: Bool) -> [Length] {
    let usual = style.table.padding.top
    let fitting = style.table.fittingPaddings
    if form.fitsOnePage { return fitting.isEmpty ? [usual] : fitting }
    return [usual] + (isPlanned ? fitting.filter { $0 < usual } : [])
  }

  private func sizes(
    of form: FormSheet, _ size: Length, _ vertical: Length? = nil
  ) -> TableSizes {
    TableSizes(
      formats: FormFormats(
        style: style.table, size: size, vertical: vertical ?? style.table.padding.top,
        officialFont: officialFont),
      room: room)
  }

  /// About the heights of what stands above and below the table.
  private func around(_ form: FormSheet) throws -> (head: Length, notes: Length) {
    let pixels = SheetUnits.pixels(pageArea(of: form).width)
    func height(_ texts: [String], _ style: TextStyle) throws -> Length {
      try texts.map { try SheetUnits.rowHeight(room.height($0, style, pixels: pixels)) }.sum()
    }
    return (
      try height([form.title], style.formTitle) + height(form.head.map { _ in "" }, style.headLine),
      try height(form.notes, style.note)
    )
  }

  /// Whether the columns are printed side by side without being much reduced.
  private func fitsPage(width columns: [Int], of form: FormSheet) -> Bool {
    SheetUnits.length(pixels: columns.reduce(0, +)) * SheetUnits.leastScale
      <= pageArea(of: form).width * SheetUnits.usedWidth
  }

  /// Whether pages hold what is so high, at the largest scale at which the columns may be printed.
  private func fitPages(_ heights: [Length], _ columns: [Int], of form: FormSheet) -> Bool {
    let area = pageArea(of: form)
    let scale = SheetUnits.scale(columns, in: area.width)
    return heights.allSatisfy { $0 * scale <= area.height * SheetUnits.usedHeight }
  }

  /// The part of a page between its margins.
  func pageArea(of form: FormSheet) -> Size {
    let page = style.formPage
    let size = page.size(form.orientation)
    return Size(
      width: size.width - page.margins.left - page.margins.right,
      height: size.height - page.margins.top - page.margins.bottom)
  }
}

/// The widths of a table's columns in each size of type and for each reduction in print.
private struct SheetWidths {
  private let columns: [TableColumn]
  /// The table in the largest size of type.
  private let largest: TableExtents
  /// The width of a page's text area.
  private let area: Length
  /// By the reduction; reckoned when they are asked for, since most sheets are not reduced.
  private var shares: [Double: ColumnShares] = [:]

  init(_ table: Table, extents: TableExtents, area: Length) {
    columns = table.columns
    largest = extents
    self.area = area
  }

  /// The widths in pixels in a size of type.
  mutating func columns(_ sizes: TableSizes, reduced reduction: Double) -> [Int] {
    let own =
      shares[reduction]
      ?? ColumnShares(
        columns.map { $0.enlarged(by: 1 / reduction) }, extents: largest,
        // Each column is rounded up to pixels.
        area: area / reduction - SheetUnits.length(pixels: columns.count))
    shares[reduction] = own
    return sizes.columns(largest.resized(to: sizes.formats.size), sharing: own)
  }

  /// How many lines the rows have in a size of type, columns having so many pixels.
  func lines(in columns: [Int], size: Length) -> [Int] {
    largest.resized(to: size).rowLines(in: columns.map { SheetUnits.length(pixels: $0) })
  }
}

extension TableColumn {
  /// The column of a sheet that is to be reduced in print to what it is on paper.
  fileprivate func enlarged(by factor: Double) -> TableColumn {
    TableColumn(
      id: id, widths: (widths.lowerBound * factor)...(widths.upperBound * factor),
      holdsFigures: holdsFigures)
  }
}

/// The heights of a form's pages as they are reckoned before its rows are laid down.
private struct PageEstimate {
  private let pages: SheetPages
  private let around: (head: Length, notes: Length)

  init(_ form: FormSheet, breaks: [RowBreak], around: (head: Length, notes: Length)) {
    self.around = around
    let sections = form.table.sections
    // All that stands above the table counts as a row, all below it as another.
    let starts = sections.reduce(into: [1]) { starts, section in
      starts.append((starts.last ?? 1) + section.header.count + section.body.count)
    }
    let ends = breaks.map { starts[$0.section] + sections[$0.section].header.count + $0.rows }
    let header = sections.count == 1 ? sections[0].header.count : 0
    pages = SheetPages(ends: ends, repeated: 1..<(1 + header))
  }

  /// The heights of the pages by those of the table's rows.
  func heights(_ rows: [Length]) -> [Length] {
    pages.heights([around.head] + rows + [around.notes])
  }
}
