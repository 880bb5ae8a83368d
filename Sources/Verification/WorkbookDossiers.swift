public import Diagnostics
public import Dossiers
internal import EntryBooks
public import FoundationEssentials
public import ReaderProcess
internal import Readings
internal import SourceFiles

/// Reads a dossier that is a workbook, in a process of its own: it comes from wherever people had it.
///
/// - Parameter name: what messages call it.
/// - Returns: what its sheets say, whatever that is worth; or why it cannot be read.
public func readDossierWorkbook(
  _ file: URL, named name: String, with reader: FileReader = FileReader()
) -> Loaded<DossierSheets> {
  let answer = reader.read(ReadingRequest(.workbook, of: file, as: name))
  guard case .workbook(let book)? = answer.value else { return Loaded(nil, answer.findings) }
  guard let sheets = DossierSheets(book, of: file, named: name) else {
    return Loaded(nil, [EntryBookFault().finding(at: .file(name))])
  }
  return Loaded(sheets, answer.findings.filter { $0.severity == .error })
}

/// What the sheets of a workbook that clerks fill in say; nil for any other file.
///
/// The names of its sheets tell it from one that was published.
public func entryBook(
  _ file: URL, named name: String, with reader: FileReader = FileReader()
) -> DossierSheets? {
  guard isWorkbook(file) else { return nil }
  let request = ReadingRequest(.workbook, of: file, as: name)
  guard case .workbook(let book)? = reader.read(request).value else { return nil }
  return DossierSheets(book, of: file, named: name)
}

extension DossierSheets {
  /// What a workbook says; nil for one that is none that clerks fill in.
  fileprivate init?(_ book: WorkbookReading, of file: URL, named name: String) {
    guard SheetTitle.isDossier(book.sheets.map(\.name)) else { return nil }
    let bytes = (try? Data(contentsOf: file)).map { Array($0) } ?? []
    self = takenSheets(book, of: SourceText(file: name, bytes: bytes)).noting(openAt: file)
  }
}

/// Whether a file is a workbook, by its beginning or else its name.
public func isWorkbook(_ file: URL) -> Bool { FileSort(of: file) == .workbook }

/// A workbook that is none that clerks fill in.
private struct EntryBookFault: Fault {
  var wording: FaultWording {
    let sheets = SheetTitle.telling.map { "“\($0.rawValue)”" }.joined()
    return FaultWording(
      code: "D354", what: "不是填报工作簿：没有\(sheets)等工作表", expected: "gongkai new 或 convert 写出的填报工作簿",
      mend: "已公开的工作簿，审核用 gongkai check；要填报的，先用 gongkai new 新建")
  }
}
