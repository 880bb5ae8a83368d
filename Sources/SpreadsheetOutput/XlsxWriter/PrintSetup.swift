internal import CXlsxWriter
internal import Documents
internal import Geometry

/// How a sheet is printed: always one page wide and centred between the left and right margin.
struct PrintSetup: Hashable, Sendable {
  /// Excel's number of a paper size.
  enum Paper: Int, Hashable, Sendable {
    case a3 = 8
    case a4 = 9
  }

  let paper: Paper
  let isLandscape: Bool
  let margins: Insets
  /// What is printed above everything else; nil for nothing.
  let header: PrintHeader?
  /// In Excel's notation: `&C— &P —`.
  let footer: String
  /// From the lower edge of the sheet to the footer.
  let footerMargin: Length
  /// Whether all of it is reduced to one page, or only its width.
  let fitsOnePage: Bool
  /// The scale that its width asks for, in whole percent.
  let scale: Int
  /// How many rows stand above each end of a page that is set; the others are left to programs.
  let pageEnds: [Int]
  /// The rows that are printed again at the top of every page.
  let repeatedRows: ClosedRange<Int>?
  /// What is printed.
  let area: CellRange
}

/// What is printed at the top of each page.
struct PrintHeader: Hashable, Sendable {
  /// In Excel's notation: `&C草稿`.
  let text: String
  /// From the upper edge of the sheet.
  let margin: Length
}

extension Length {
  /// The length in inches, as the library takes margins; a thousandth is far below any printer's.
  var inches: Double { (points / 72 * 1000).rounded() / 1000 }
}

extension Sheet {
  /// Sets up how the sheet is printed.
  func setUp(_ print: PrintSetup) throws {
    let doing = "设置 \(name) 的打印"
    worksheet_set_paper(sheet, UInt8(print.paper.rawValue))
    if print.isLandscape { worksheet_set_landscape(sheet) } else { worksheet_set_portrait(sheet) }
    worksheet_set_margins(
      sheet, print.margins.left.inches, print.margins.right.inches, print.margins.top.inches,
      print.margins.bottom.inches)
    worksheet_center_horizontally(sheet)
    // A sheet that is fitted to a number of pages in a direction loses the page ends that are set in
    // it, so that the height is left open where there are any. Fitting the width, rather than a fixed
    // scale, keeps columns on one page where a program has other fonts than ours. The scale that this
    // comes to stands beside it: with fitting turned off, by which Excel's help has page ends
    // respected in any case, pages end at the same rows.
    worksheet_set_print_scale(sheet, UInt16(print.scale))
    worksheet_fit_to_pages(sheet, 1, print.fitsOnePage ? 1 : 0)
    try setPageEnds(print.pageEnds, doing: doing)
    if let header = print.header { try setHeader(header, doing: doing) }
    let footer = SpreadsheetEscape.escaped(print.footer)
    try checkFooter(footer, doing: doing)
    var options = lxw_header_footer_options()
    options.margin = print.footerMargin.inches
    try check(worksheet_set_footer_opt(sheet, footer, &options), doing: doing)
    if let rows = print.repeatedRows {
      let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
      try check(worksheet_repeat_rows(sheet, first, last), doing: doing)
    }
    let (rows, columns) = (print.area.rows, print.area.columns)
    try check(
      worksheet_print_area(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
        lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound)),
      doing: doing)
  }

  private func setPageEnds(_ ends: [Int], doing: String) throws {
    guard !ends.isEmpty else { return }
    // A zero ends the library's list.
    var rows = ends.map { lxw_row_t($0) } + [0]
    try check(worksheet_set_h_pagebreaks(sheet, &rows), doing: doing)
  }

  private func setHeader(_ header: PrintHeader, doing: String) throws {
    let text = SpreadsheetEscape.escaped(header.text)
    try checkText(text, doing: doing)
    var options = lxw_header_footer_options()
    options.margin = header.margin.inches
    try check(worksheet_set_header_opt(sheet, text, &options), doing: doing)
  }
}
