/// A place in a text that a person wrote: file, line and column, both counted from 1.
///
/// The column counts Unicode scalars, as editors do for Chinese text; for a comma-separated file it
/// is the column of the field's first character.
public struct SourcePlace: Hashable, Sendable {
  /// The file's name as messages print it: relative to the dossier or the data folder.
  public let file: String
  /// The line, from 1; 0 where the whole file is meant.
  public let line: Int
  /// The column, from 1; 0 where the whole line is meant.
  public let column: Int

  /// A place in a file; leave line and column out to mean the file as a whole.
  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
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
  /// `file:line:column`, which editors jump to; parts that are 0 are left out.
  public var description: String {
    guard line > 0 else { return file }
    return column > 0 ? "\(file):\(line):\(column)" : "\(file):\(line)"
  }
}

extension SourcePlace {
  /// Reads what ``description`` writes; a text without a number at its end is a file as a whole.
  public init(parsing text: String) {
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
}
