internal import CXlsxWriter
internal import Geometry

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
    worksheet_fit_to_pages(sheet, 1, print.fitsOnePage ? 1 : 0)
    try checkFooter(print.footer, doing: doing)
    var options = lxw_header_footer_options()
    options.margin = print.footerMargin.inches
    try check(worksheet_set_footer_opt(sheet, print.footer, &options), doing: doing)
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
}
