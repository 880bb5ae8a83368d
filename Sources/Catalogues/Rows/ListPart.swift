internal import Diagnostics
public import Readings

/// A list of accounts as it stands in a file: a sheet, or a whole text.
///
/// What is a code, a name or a title is not known yet.
public struct ListPart: Sendable {
  /// The rows in the order of the file, each with its cells that say something.
  let rows: [[ListCell]]
  /// Whether the cells stand in columns; otherwise the rows are lines of a text.
  let isTable: Bool

  init(rows: [[ListCell]], isTable: Bool) {
    self.rows = rows.filter { !$0.isEmpty }
    self.isTable = isTable
  }
}

/// A text of a list with its place.
struct ListCell: Hashable, Sendable {
  let text: String
  /// The column, from 0; of a line the column of a terminal in which it begins.
  let column: Int
  /// How many columns it covers, from 1.
  let span: Int
  let place: Place

  init(_ text: String, column: Int, span: Int = 1, at place: Place) {
    self.text = text
    self.column = column
    self.span = span
    self.place = place
  }
}

extension ListPart {
  /// A table that was read of a file by that name.
  public init(_ table: ReadTable, of file: String) {
    let rows = Dictionary(grouping: table.cells.filter { !isBlank($0.text) }, by: \.row)
    let sorted = rows.sorted { $0.key < $1.key }.map { _, cells in
      cells.sorted { $0.column < $1.column }.map { cell in
        ListCell(
          cell.text, column: cell.column, span: max(1, cell.columnSpan),
          at: cell.place.inFile(file))
      }
    }
    self.init(rows: sorted, isTable: true)
  }
}
