internal import CXlsxWriter
internal import Documents
internal import Domain
internal import Glibc

extension Sheet {
  /// Carries out what a sheet to fill in says.
  mutating func execute(_ entry: EntrySheet, formats: EntryFormats) throws {
    let doing = "写入 \(entry.name)"
    for (index, column) in entry.columns.enumerated() {
      let number = lxw_col_t(index)
      let look = try formats.pointer(for: column.look ?? .hint)
      try check(worksheet_set_column(sheet, number, number, column.width, look), doing: doing)
    }
    for (row, height) in entry.heights.sorted(by: { $0.key < $1.key }) {
      try check(worksheet_set_row(sheet, lxw_row_t(row), height, nil), doing: doing)
    }
    for cell in entry.cells { try write(cell, formats: formats, doing: doing) }
    for rule in entry.rules { try set(rule, doing: doing) }
    for range in entry.alarms { try setAlarm(range, formats: formats, doing: doing) }
    worksheet_freeze_panes(sheet, lxw_row_t(entry.frozenRows), lxw_col_t(entry.frozenColumns))
    worksheet_set_tab_color(sheet, entry.tab.tabColour)
    protect()
    worksheet_set_paper(sheet, UInt8(PrintSetup.Paper.a4.rawValue))
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
    if entry.frozenRows > 0 {
      let rows = lxw_row_t(entry.frozenRows - 1)
      try check(worksheet_repeat_rows(sheet, 0, rows), doing: doing)
    }
    try ignoreNumbersAsText(in: CellRange(rows: 0...9999, columns: 0...25))
  }

  private func write(_ cell: EntryCell, formats: EntryFormats, doing: String) throws {
    let (rows, columns) = (cell.range.rows, cell.range.columns)
    let (row, column) = (lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound))
    let look = try formats.pointer(for: cell.look)
    if columns.count > 1 || rows.count > 1 {
      let (lastRow, lastColumn) = (lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound))
      try check(
        worksheet_merge_range(sheet, row, column, lastRow, lastColumn, "", look), doing: doing)
    }
    switch cell.content {
    case .blank, .text(""):
      try check(worksheet_write_blank(sheet, row, column, look), doing: doing)
    case .text(let text):
      try checkText(text, doing: doing)
      let escaped = SpreadsheetEscape.escaped(text)
      try check(worksheet_write_string(sheet, row, column, escaped, look), doing: doing)
    case .number(let number):
      let value = try binary(number, doing: doing)
      try check(worksheet_write_number(sheet, row, column, value, look), doing: doing)
    case .sum(let formula, let result):
      let value = try binary(result, doing: doing)
      try check(
        worksheet_write_formula_num(sheet, row, column, formula, look, value), doing: doing)
    case .quote(let formula, let result):
      try checkText(result, doing: doing)
      try check(
        worksheet_write_formula_str(sheet, row, column, formula, look, result), doing: doing)
    }
    if let comment = cell.comment { try write(comment, row, column, doing: doing) }
  }

  private func write(
    _ comment: String, _ row: lxw_row_t, _ column: lxw_col_t, doing: String
  ) throws {
    try checkText(comment, doing: doing)
    let font = strdup(EntryFormats.fontName)
    defer { free(font) }
    var options = lxw_comment_options()
    options.visible = UInt8(LXW_COMMENT_DISPLAY_HIDDEN.rawValue)
    options.font_name = font
    options.font_size = 9
    options.width = 240
    // As many lines as it takes, at some 18 characters a line.
    let lines = comment.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + 1 + $1.count / 18 }
    options.height = UInt16(clamping: 14 * (lines + 1))
    try check(worksheet_write_comment_opt(sheet, row, column, comment, &options), doing: doing)
  }

  private func set(_ rule: EntryRule, doing: String) throws {
    let texts = [strdup(rule.title), strdup(rule.prompt)]
    var formula: UnsafeMutablePointer<CChar>?
    defer {
      for text in texts { free(text) }
      free(formula)
    }
    var options = lxw_data_validation()
    options.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    options.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    options.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    options.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    (options.input_title, options.input_message) = (texts[0], texts[1])
    (options.error_title, options.error_message) = (texts[0], texts[1])
    switch rule.kind {
    case .list(let source):
      formula = strdup(source)
      options.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      options.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
      options.value_formula = formula
    case .number:
      options.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      options.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      (options.minimum_number, options.maximum_number) = (-9_999_999_999_999, 9_999_999_999_999)
    case .count:
      options.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      options.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      (options.minimum_number, options.maximum_number) = (0, 999_999_999_999)
    case .points(let most):
      options.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      options.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      (options.minimum_number, options.maximum_number) = (0, most)
    }
    let (rows, columns) = (rule.range.rows, rule.range.columns)
    try check(
      worksheet_data_validation_range(
        sheet, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound),
        lxw_row_t(rows.upperBound), lxw_col_t(columns.upperBound), &options), doing: doing)
  }

  /// Marks cells while they hold something else than zero.
  private func setAlarm(_ range: EntryRange, formats: EntryFormats, doing: String) throws {
    var condition = lxw_conditional_format()
    condition.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
    condition.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO.rawValue)
    condition.value = 0
    condition.format = try formats.alarm()
    try check(
      worksheet_conditional_format_range(
        sheet, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.columns.lowerBound),
        lxw_row_t(range.rows.upperBound), lxw_col_t(range.columns.upperBound), &condition),
      doing: doing)
  }

  /// Keeps headings and formulas as they are; there is no password, and whatever people need is allowed.
  private func protect() {
    var options = lxw_protection()
    options.format_cells = 1
    options.format_columns = 1
    options.format_rows = 1
    options.insert_rows = 1
    options.delete_rows = 1
    options.sort = 1
    options.autofilter = 1
    worksheet_protect(sheet, nil, &options)
  }
}
