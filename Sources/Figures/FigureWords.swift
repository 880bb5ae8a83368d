internal import Diagnostics

/// A column of a form, by what stands over it.
public struct FigureColumn: Hashable, Sendable {
  /// Unique in its form and steady from year to year.
  public let id: String
  /// Its heading; led by the one above where another column has the same: `本年收入/小计`.
  public let name: String

  /// Describes a column.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// Where a figure stands, in the words that are printed around it.
public struct FigureWords: Hashable, Sendable {
  /// The form by its code, or by its number and title: `公开05表`.
  public let form: String
  /// The wording of the line, or the account's name.
  public let row: String
  /// The heading of the column.
  public let column: String

  /// Puts the words for a place together.
  public init(form: String, row: String, column: String) {
    self.form = form
    self.row = row
    self.column = column
  }
}

extension FigureForm {
  /// Where a figure of the form stands, in words; nil where nothing but its address is known.
  public func words(of figure: Figure) -> FigureWords? {
    guard !(code.isEmpty && title.isEmpty) else { return nil }
    let address = figure.address
    // A column that is cited by its heading needs no other name.
    let isNumbered = address.column.allSatisfy(\.isNumber)
    let heading = columns.first { isNumbered && $0.id == figure.key?.cell.column }?.name
    let line = figure.key.flatMap { row($0.cell.row) }?.name ?? ""
    return FigureWords(
      form: code.isEmpty ? "\(number)《\(title)》" : code, row: line.isEmpty ? address.row : line,
      column: heading.map { $0.isEmpty ? address.column : $0 } ?? address.column)
  }
}
