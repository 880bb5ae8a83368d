/// A place in what a person wrote: in a text by file, line and column, in a sheet of a workbook by
/// sheet, row and column, all counted from 1.
///
/// The column of a text counts Unicode scalars, as editors do for Chinese text; for a comma-separated
/// file it is the column of the field's first character.
public struct SourcePlace: Hashable, Sendable {
  /// The file's name as messages print it, relative to the dossier or the data folder; of a cell the
  /// name of its sheet.
  public let file: String
  // Smaller than `Int`: there is one beside every amount of a ledger.
  private let storedLine: Int32
  private let storedColumn: Int32
  /// Whether it is a place in a sheet.
  public let isCell: Bool

  /// The line or row, from 1; 0 where the whole file or sheet is meant.
  public var line: Int { Int(storedLine) }
  /// The column, from 1; 0 where the whole line or row is meant.
  public var column: Int { Int(storedColumn) }

  /// A place in a file; leave line and column out to mean the file as a whole.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.init(file: file, line: line, column: column, isCell: false)
  }

  /// A place in a sheet; leave row and column out to mean the sheet as a whole.
  public init(sheet: String, row: Int = 0, column: Int = 0) {
    self.init(file: sheet, line: row, column: column, isCell: true)
  }

  private init(file: String, line: Int, column: Int, isCell: Bool) {
    self.file = file
    storedLine = Int32(clamping: line)
    storedColumn = Int32(clamping: column)
    self.isCell = isCell
  }

  /// The same place in a file of a folder; a cell is of no folder.
  func below(_ folder: String) -> SourcePlace {
    isCell ? self : SourcePlace(file: "\(folder)/\(file)", line: line, column: column)
  }

  /// The whole line or row.
  public var wholeLine: SourcePlace {
    SourcePlace(file: file, line: line, column: 0, isCell: isCell)
  }
}

extension SourcePlace: Comparable {
  /// Orders by file, then by line and column: the order in which findings are printed.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    if left.file != right.file { return left.file < right.file }
    return (left.line, left.column) < (right.line, right.column)
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `file:line:column`, which editors jump to, or a cell as spreadsheet programs cite it: `支出!F17`.
  ///
  /// Parts that are 0 are left out; of a row the number is left: `支出 第 17 行`.
  public var description: String {
    guard line > 0 else { return file }
    if isCell { return column > 0 ? "\(file)!\(reference)" : "\(file) 第 \(line) 行" }
    return column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)"
  }

  /// Where it stands in the lists of sources of figures: `file:line`, a cell as it is cited.
  public var lineDescription: String { isCell ? description : "\(file):\(line)" }

  /// A cell, or a whole row, as spreadsheet programs cite it: `F17`, `17:17`.
  var reference: String {
    column > 0 ? CellPlace.letters(ofColumn: column - 1) + "\(line)" : "\(line):\(line)"
  }
}

extension SourcePlace {
  /// Reads what ``description`` writes; a text without a number at its end is a file as a whole.
  public init(parsing text: String) {
    if let cell = Self.cell(parsing: text) {
      self = cell
      return
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    // A file's name may have colons of its own; the numbers are at most the last two parts.
    let numbers = parts.dropFirst().suffix(2).reversed().map { Int($0) }
    let count = numbers.prefix { $0.map { $0 > 0 } ?? false }.count
    let file = parts.dropLast(count).joined(separator: ":")
    switch count {
    case 2: self.init(file: file, line: numbers[1] ?? 0, column: numbers[0] ?? 0)
    case 1: self.init(file: file, line: numbers[0] ?? 0)
    default: self.init(file: text)
    }
  }

  /// A cell as it is cited behind the name of its sheet; nil for anything else.
  private static func cell(parsing text: String) -> SourcePlace? {
    if let row = row(parsing: text) { return row }
    guard let mark = text.lastIndex(of: "!") else { return nil }
    let reference = text[text.index(after: mark)...]
    let letters = reference.prefix { $0.isASCII && $0.isUppercase }
    guard (1...3).contains(letters.count), let row = Int(reference.dropFirst(letters.count)),
      row > 0
    else { return nil }
    let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    return SourcePlace(sheet: String(text[..<mark]), row: row, column: column)
  }

  /// A row as it is cited behind the name of its sheet; nil for anything else.
  private static func row(parsing text: String) -> SourcePlace? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count >= 4, parts[parts.count - 3] == "第", parts[parts.count - 1] == "行",
      let row = Int(parts[parts.count - 2]), row > 0
    else { return nil }
    return SourcePlace(sheet: parts.dropLast(3).joined(separator: " "), row: row)
  }
}
