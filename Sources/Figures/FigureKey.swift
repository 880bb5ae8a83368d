/// A cell of a form by the ids of its row and column.
public struct CellKey: Hashable, Sendable {
  /// The row's id, unique in its form and steady from year to year; of a tree's row the account's code.
  public let row: String
  /// The column's id, unique in its form and steady from year to year.
  public let column: String

  /// Names a cell.
  public init(row: String, column: String) {
    self.row = row
    self.column = column
  }
}

/// A figure by what it means: its form and the ids of its row and column.
///
/// Sums, sentences and checks cite keys, which outlive a form's renumbering; people cite the
/// ``FigureAddress``, which is made from what is printed.
public struct FigureKey: Hashable, Sendable {
  /// The form's number: `05`; of an evaluation `自评-03`.
  public let form: String
  /// The cell in the form.
  public let cell: CellKey

  /// Names a figure.
  public init(form: String, cell: CellKey) {
    self.form = form
    self.cell = cell
  }
}
