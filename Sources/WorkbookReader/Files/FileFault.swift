internal import Readings

/// Why a file cannot be read: a fact about the file, turned into a message elsewhere.
enum FileFault: Error, Hashable {
  /// The file is missing, a folder, or may not be read.
  case unreadable(exists: Bool)
  case empty
  /// A whole file of another kind.
  case otherKind(FileKind)
  /// Protected by a password, as a whole or in a part.
  case encrypted(part: String?)
  /// An archive whose end or table of contents is missing.
  case truncated
  /// An archive that holds no workbook.
  case noWorkbook
  /// A part that other parts point to is not there.
  case missingPart(String)
  /// A part's bytes are not those that were packed.
  case damaged(part: String, reason: String)
  /// A part is no XML, or says what it must not; the line counts from 1, 0 for none.
  case malformed(part: String, line: Int, reason: String)
  /// A part declares a document type, which workbooks never do.
  case declaresDocumentType(part: String)
  /// Larger than any real file, by a limit that the text names.
  case beyondLimit(part: String?, limit: String)
}
