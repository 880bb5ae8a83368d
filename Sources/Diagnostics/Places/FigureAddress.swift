/// The public address of a figure, made from what is printed: `05!2080501.2`, `01!行31.1`.
public struct FigureAddress: Codable, Hashable, Sendable {
  /// The form's number: `05`.
  public let form: String
  /// Account code, `行` + line number, or label; qualified by its block where two would be equal.
  public let row: String
  /// 栏次 or heading; qualified by the heading above where two would be equal.
  public let column: String

  /// Makes an address of form, row and column.
  public init(form: String, row: String, column: String) {
    self.form = form
    self.row = row
    self.column = column
  }
}

extension FigureAddress: CustomStringConvertible {
  /// `form!row.column`.
  public var description: String { "\(form)!\(row).\(column)" }
}
