internal import CXlsxWriter
internal import Documents
internal import Domain
internal import Geometry

/// What a cell of a sheet holds.
enum SheetContent: Hashable, Sendable {
  case blank
  case text(String)
  /// A number, stored as the binary number nearest to its decimal text.
  case number(FixedDecimal)

  var isNumber: Bool { if case .number = self { true } else { false } }
}

/// A sheet of a ``Workbook`` that is being made, lent for as long as a closure runs.
struct Sheet: ~Copyable {
  let name: String
  /// The library's sheet; its workbook frees it.
  let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: FormatCache
  /// The ranges written so far, by each row that they cover.
  private var written: [Int: [CellRange]] = [:]

  init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, name: String, formats: FormatCache) {
    self.sheet = sheet
    self.name = name
    self.formats = formats
  }

  /// Writes a cell; a range of several positions is merged and has the format on all of them.
  ///
  /// - Throws: ``SpreadsheetError``, before anything is written, where Excel would refuse the file.
  mutating func write(
    _ content: SheetContent, in range: CellRange, format: CellFormat
  ) throws {
    // Put into words where something is refused only, for there are thousands of cells.
    let name = name
    var doing: String { "写入 \(name) \(range)" }
    let stored = try StoredContent(content, doing: doing)
    try occupy(range, doing: doing)
    let look = try formats.pointer(for: format)
    let row = lxw_row_t(range.rows.lowerBound)
    let column = lxw_col_t(range.columns.lowerBound)
    if !range.isSingle {
      // The empty text fills the range with formatted blanks; the first one is overwritten below.
      let lastRow = lxw_row_t(range.rows.upperBound)
      let lastColumn = lxw_col_t(range.columns.upperBound)
      try check(
        worksheet_merge_range(sheet, row, column, lastRow, lastColumn, "", look), doing: doing)
    }
    switch stored {
    case .blank:
      try check(worksheet_write_blank(sheet, row, column, look), doing: doing)
    case .text(let text):
      try check(worksheet_write_string(sheet, row, column, text, look), doing: doing)
    case .number(let number):
      try check(worksheet_write_number(sheet, row, column, number, look), doing: doing)
    }
  }

  /// Sets the width of a column.
  func setWidth(ofColumn column: Int, pixels: Int) throws {
    let number = lxw_col_t(column)
    try check(
      worksheet_set_column_pixels(sheet, number, number, UInt32(pixels), nil),
      doing: "设置 \(name) 第 \(column + 1) 列的宽度")
  }

  /// Sets the height of a row.
  func setHeight(ofRow row: Int, to height: Length) throws {
    try check(
      worksheet_set_row(sheet, lxw_row_t(row), height.points, nil),
      doing: "设置 \(name) 第 \(row + 1) 行的高度")
  }

  /// Keeps the first rows in view when the sheet is scrolled.
  func freeze(rows: Int) { worksheet_freeze_panes(sheet, lxw_row_t(rows), 0) }

  /// Spares the reader Excel's green marks on codes and line numbers, which are texts on purpose.
  func ignoreNumbersAsText(in range: CellRange) throws {
    let type = UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    try check(
      worksheet_ignore_errors(sheet, type, range.description), doing: "设置 \(name) 的错误检查")
  }

  /// Refuses a range that Excel cannot address or that covers an earlier one.
  ///
  /// The library writes overlapping merges without a word, and Excel then calls the file damaged.
  private mutating func occupy(
    _ range: CellRange, doing: @autoclosure () -> String
  ) throws(SpreadsheetError) {
    guard range.isAddressable else { throw SpreadsheetError(.outsideSheet, doing: doing()) }
    for row in range.rows {
      let earlier = (written[row] ?? []).lazy
        .filter { $0.columns.overlaps(range.columns) }
        .min { $0.columns.lowerBound < $1.columns.lowerBound }
      if let earlier {
        throw SpreadsheetError(.overlap(with: earlier.description), doing: doing())
      }
    }
    for row in range.rows { written[row, default: []].append(range) }
  }
}

/// What a cell holds, as the library takes it.
private enum StoredContent {
  case blank
  case text(String)
  case number(Double)

  /// Refuses a content that a cell cannot hold.
  init(_ content: SheetContent, doing: @autoclosure () -> String) throws(SpreadsheetError) {
    switch content {
    case .blank, .text(""): self = .blank
    case .text(let text):
      try checkText(text, doing: doing())
      self = .text(SpreadsheetEscape.escaped(text))
    case .number(let number): self = .number(try binary(number, doing: doing()))
    }
  }
}

/// Refuses a text that is too long for a cell, or that has characters which Excel escapes.
///
/// A NUL would silently end the text, since the library reads C strings.
func checkText(
  _ text: String, doing: @autoclosure () -> String
) throws(SpreadsheetError) {
  // The library counts what it writes.
  let count = max(text.utf16.count, SpreadsheetEscape.escaped(text).unicodeScalars.count)
  guard count <= SpreadsheetError.mostCharacters else {
    throw SpreadsheetError(.textTooLong(count), doing: doing())
  }
  let unseen = text.unicodeScalars.first { scalar in
    scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
  }
  if let unseen { throw SpreadsheetError(.controlCharacter(unseen.value), doing: doing()) }
}

/// Refuses a footer longer than Excel takes.
func checkFooter(_ footer: String, doing: String) throws(SpreadsheetError) {
  try checkText(footer, doing: doing)
  let count = footer.utf16.count
  guard count <= 255 else { throw SpreadsheetError(.footerTooLong(count), doing: doing) }
}

/// The binary number nearest to a decimal one.
///
/// Excel shows 15 digits and no more. Within them the library's 16 digits lead back to the same
/// binary number, though they may look odd in the file: `0.07` becomes `0.07000000000000001`.
func binary(
  _ number: FixedDecimal, doing: @autoclosure () -> String
) throws(SpreadsheetError) -> Double {
  let text = number.description
  guard number.units.magnitude < 1_000_000_000_000_000, let value = Double(text) else {
    throw SpreadsheetError(.numberTooLong(text), doing: doing())
  }
  return value
}
