internal import Documents
internal import Geometry

extension FormSheetPlanner {
  /// A size of type with the widths of the columns in pixels.
  struct Choice {
    let sizes: TableSizes
    let columns: [Int]
  }

  /// The largest size of type, with the most generous rows, in which the sheet prints as it should.
  ///
  /// That is hardly reduced, and on one page where the form is to fit. Where no size does that, the
  /// largest serves, on several pages: reduced further, nobody could read it.
  func choose(_ form: FormSheet) throws -> Choice {
    let largest = try sizes(of: form, style.sizes(of: form).largest, nil)
      .extents(of: form.table)
    let shares = ColumnShares(
      form.table.columns, extents: largest, area: pageArea(of: form).width)
    let around = try heightAround(form)
    func choice(_ extents: TableExtents) -> Choice {
      let sizes = sizes(of: form, extents.size, nil)
      return Choice(sizes: sizes, columns: sizes.columns(extents, sharing: shares))
    }
    for size in style.sizes(of: form).all where form.fitsOnePage {
      // Of many rows no size of type makes few: it is not tried where they had a line each.
      let single = Array(repeating: 1, count: largest.rowCount)
      guard let tightest = paddings.last,
        fitsPage(around + sizes(of: form, size, tightest).height(lines: single), of: form)
      else { continue }
      let extents = largest.resized(to: size)
      let columns = choice(extents).columns
      guard fitsPage(width: columns, of: form) else { continue }
      let lines = extents.rowLines(in: columns.map { SheetUnits.length(pixels: $0) })
      for vertical in paddings {
        let sizes = sizes(of: form, size, vertical)
        if fitsPage(around + sizes.height(lines: lines), of: form) {
          return Choice(sizes: sizes, columns: columns)
        }
      }
    }
    let choices = style.sizes(of: form).all.lazy.map { choice(largest.resized(to: $0)) }
    return choices.first { fitsPage(width: $0.columns, of: form) } ?? choice(largest)
  }

  /// The paddings above and below to choose from for forms that are to fit.
  private var paddings: [Length] {
    let fitting = style.table.fittingPaddings
    return fitting.isEmpty ? [style.table.padding.top] : fitting
  }

  private func sizes(of form: FormSheet, _ size: Length, _ vertical: Length?) -> TableSizes {
    TableSizes(
      formats: FormFormats(
        style: style.table, size: size, vertical: vertical ?? style.table.padding.top,
        officialFont: officialFont),
      room: room)
  }

  /// About the height of what stands above and below the table.
  private func heightAround(_ form: FormSheet) throws -> Length {
    let pixels = SheetUnits.pixels(pageArea(of: form).width)
    let texts =
      [(form.title, style.formTitle)] + form.head.map { _ in ("", style.headLine) }
      + form.notes.map { ($0, style.note) }
    return try texts.map { try SheetUnits.rowHeight(room.height($0, $1, pixels: pixels)) }.sum()
  }

  /// Whether the columns are printed side by side without being much reduced.
  private func fitsPage(width columns: [Int], of form: FormSheet) -> Bool {
    SheetUnits.length(pixels: columns.reduce(0, +)) * SheetUnits.leastScale
      <= pageArea(of: form).width
  }

  /// Whether one page can hold rows of a height without reducing them much.
  func fitsPage(_ height: Length, of form: FormSheet) -> Bool {
    height * SheetUnits.leastScale <= pageArea(of: form).height
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
