internal import CXlsxWriter
internal import Diagnostics
internal import Documents
internal import Domain
internal import Glibc

/// A workbook that is being made; the file appears when it is closed.
///
/// A workbook that is dropped without being closed leaves no file and no memory behind.
struct Workbook: ~Copyable {
  /// The library's workbook; nil once it has been closed, which frees it.
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let path: String
  private let formats: FormatCache
  /// What sheets added from here on may not be called: the keys of the names so far.
  private var taken: Set<String> = []

  /// Begins a workbook; nothing is written to disk yet.
  init(path: String) throws {
    // The temporary files stand where the file will, so that one disk is asked for room.
    let folder = strdup(
      path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/"))
    defer { free(folder) }
    var options = lxw_workbook_options()
    options.tmpdir = folder?.pointee == 0 ? nil : folder
    let book = try present(workbook_new_opt(path, &options), doing: "新建工作簿 \(path)")
    self.book = book
    self.path = path
    formats = FormatCache(book: book)
  }

  deinit {
    if let book { lxw_workbook_free(book) }
  }

  /// Sets the font by whose digits programs reckon the widths of columns.
  ///
  /// - Parameter size: in points.
  func setNormalFont(_ name: String, size: Double) {
    // The library makes the format of plain cells first, together with the workbook.
    guard let plain = book?.pointee.formats.pointee.stqh_first else { return }
    format_set_font_name(plain, name)
    format_set_font_size(plain, size)
  }

  /// Fills in the properties; the library copies the texts.
  func setProperties(_ properties: WorkbookProperties) throws {
    let doing = "写入工作簿属性"
    let given: [String] = [properties.title, properties.author, properties.company]
    for text in given { try checkText(text, doing: doing) }
    // The fields are `char *`, although the library only reads them.
    let texts = given.map { text in strdup(text) }
    defer { for text in texts { free(text) } }
    var values = lxw_doc_properties()
    values.title = texts[0]
    values.author = texts[1]
    values.company = texts[2]
    values.created = properties.createdSeconds
    try check(workbook_set_properties(book, &values), doing: doing)
  }

  /// Adds a sheet and lends it to the body, so that no sheet outlives its workbook.
  mutating func withNewSheet<Result>(
    named name: String, _ body: (inout Sheet) throws -> Result
  ) throws -> Result {
    try take(name)
    // Only closing empties the pointer, and closing consumes the workbook.
    guard let book else { preconditionFailure("a closed workbook was used") }
    let pointer = try present(workbook_add_worksheet(book, name), doing: "添加工作表 \(name)")
    var sheet = Sheet(pointer, name: name, formats: formats)
    return try body(&sheet)
  }

  /// The formats of cells that people fill in; they are gone when the workbook is.
  func entryFormats() throws -> EntryFormats {
    EntryFormats(book: try present(book, doing: "添加单元格格式"))
  }

  /// Takes a name, or says which rule it breaks.
  private mutating func take(_ name: String) throws(SpreadsheetError) {
    let doing = "添加工作表"
    if let fault = SheetNameRule.fault(of: name) {
      throw SpreadsheetError(.sheetName(name, fault), doing: doing)
    }
    guard taken.insert(SheetNameRule.key(of: name)).inserted else {
      throw SpreadsheetError(.repeatedSheetName(name), doing: doing)
    }
  }

  /// Writes the file; on failure none is left.
  ///
  /// - Parameter room: what it takes on the disk at most, which is asked for beforehand.
  consuming func close(room: WorkbookRoom) throws {
    guard let book else { preconditionFailure("a workbook was closed twice") }
    do {
      try room.probe(path)
    } catch {
      throw SpreadsheetError(.file(error), doing: "写入 \(path)")
    }
    // From here on the library frees the workbook, whether it fails or not.
    self.book = nil
    errno = 0
    let status = workbook_close(book)
    let reason = SystemReason()
    guard status != LXW_NO_ERROR else { return }
    removeFile(path)
    if [ENOSPC, EDQUOT, EFBIG, EIO, EROFS].contains(reason.number) {
      throw SpreadsheetError(.file(reason), doing: "写入 \(path)")
    }
    try check(status, doing: "写入 \(path)")
  }
}

/// Removes what a failed run left; a device or a folder of that name is left alone.
private func removeFile(_ path: String) {
  var status = stat()
  guard lstat(path, &status) == 0 else { return }
  let kind = status.st_mode & S_IFMT
  if kind == S_IFREG || kind == S_IFLNK { unlink(path) }
}

/// What the properties of a workbook say.
struct WorkbookProperties: Hashable, Sendable {
  let title: String
  let author: String
  let company: String
  /// The day of creation and of the last change; nothing is taken from the clock.
  let created: CalendarDate

  /// The beginning of the day in UTC, in seconds since 1970.
  ///
  /// The library takes 0 for "now", so 1970-01-01 begins one second late.
  var createdSeconds: Int {
    let seconds = daysSince1970(created) * 86_400
    return seconds == 0 ? 1 : seconds
  }
}

/// The days from 1970-01-01 to a day of the Gregorian calendar; negative before.
///
/// Years are taken to begin in March, so that the leap day is the last of its year; the days before
/// each month then follow from 153 days in every five months.
private func daysSince1970(_ date: CalendarDate) -> Int {
  let year = date.month > 2 ? date.year : date.year - 1
  let monthsSinceMarch = (date.month + 9) % 12
  let dayOfYear = (153 * monthsSinceMarch + 2) / 5 + date.day - 1
  return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
}
