/// Writes a workbook that people fill in; the same value gives the same bytes on every run.
///
/// - Parameter path: the file; an existing one is replaced.
/// - Throws: ``SpreadsheetError``. No file is left then.
public func writeEntryBook(_ book: EntryBook, to path: String) throws {
  guard !book.sheets.isEmpty else { throw SpreadsheetError(.noSheets, doing: "写入 \(path)") }
  var workbook = try Workbook(path: path)
  workbook.setNormalFont(EntryFormats.fontName, size: EntryFormats.fontSize)
  try workbook.setProperties(
    WorkbookProperties(title: book.title, author: "", company: "", created: book.created))
  let formats = try workbook.entryFormats()
  for entry in book.sheets {
    try workbook.withNewSheet(named: entry.name) { sheet in
      try sheet.execute(entry, formats: formats)
    }
  }
  try workbook.close(room: WorkbookRoom(book))
}
