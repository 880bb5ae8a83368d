internal import Comparison
internal import Diagnostics
internal import FoundationEssentials
internal import Readings
internal import SourceFiles

/// How a file is read for comparison: kinds of files whose reader is the same are one sort.
///
/// Where the bytes are of no such kind the name counts: the reader of the kind that it promises then
/// says what the file is instead.
enum FileSort: Hashable {
  case folder
  /// A ZIP archive, or an old or encrypted document of Office, of which the reader says what it is.
  case workbook
  case pdf
  case text
  case other(FileKind?)

  /// Judges a file by its beginning; a sort without a kind is one that is missing or unreadable.
  init(of url: URL) {
    var isFolder = false
    let exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
    if isFolder {
      self = .folder
      return
    }
    guard exists, let data = try? Data(contentsOf: url, options: .mappedIfSafe) else {
      self = .other(nil)
      return
    }
    let kind = FileKind(of: [UInt8](data.prefix(4_096)))
    switch kind {
    case .zip, .workbook, .binaryWorkbook, .oldWorkbook, .encryptedDocument, .oldDocument,
      .wordDocument, .presentation, .openDocument, .fixedLayout:
      self = .workbook
    case .pdf: self = .pdf
    case _ where url.pathExtension.lowercased() == "xlsx": self = .workbook
    case _ where url.pathExtension.lowercased() == "pdf": self = .pdf
    case .text, .xml, .html, .rtf: self = .text
    case .empty, .picture, .otherArchive, .unknown: self = .other(kind)
    }
  }

  /// Says what a file is that is none of those that can be compared.
  static func finding(_ url: URL, _ name: String, kind: FileKind?) -> Finding {
    let exists = FileManager.default.fileExists(atPath: url.path)
    return SidesFault.incomparable(kind, exists: exists)
      .finding(at: SourcePlace(file: name))
  }
}

extension ComparedFile {
  /// A text: a list of figures, another table where the name ends so, or plain lines.
  static func reading(_ text: SourceText, as name: String) -> Loaded<ComparedFile> {
    if isList(text) {
      return readFiguresCSV(text).map { ComparedFile(name: name, content: .figures($0)) }
    }
    guard name.hasSuffix(".csv") else {
      return Loaded(ComparedFile(name: name, content: .text(text.lines)), [])
    }
    let table = CSVFile.parse(text, family: "C")
    let records = table.value?.records.map { $0.map(\.text) } ?? []
    return Loaded(ComparedFile(name: name, content: .table(records)), table.findings)
  }

  /// Whether the first line has the three keys of a list of figures.
  private static func isList(_ text: SourceText) -> Bool {
    let heading = text.text.prefix { !$0.isNewline }.split(separator: ",")
      .map { $0.trimmingPrefix("\"").prefix { $0 != "\"" && $0 != " " } }
    return ["form", "row", "column"].allSatisfy { heading.contains(Substring($0)) }
  }
}
