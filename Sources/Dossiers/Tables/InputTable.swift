internal import Diagnostics
internal import Layouts

/// A column that a table may have.
struct InputColumn {
  let heading: TableHeading
  /// Whether the table must have it; its fields may still be empty.
  var isRequired = true
  /// Whether a field of it may be empty.
  var mayBeEmpty = false
}

/// A field without the spaces around it, with the place where it begins.
struct InputCell {
  let text: String
  let place: SourcePlace
}

/// A row of a table, read by the columns that were asked for.
struct InputRow {
  /// The cells in the order of the columns asked for; nil where the table lacks the column, or where
  /// the row ends before an optional one.
  let cells: [InputCell?]
  /// What columns beside name the codes of the cells, each with the index of the cell.
  let names: [(cell: Int, name: InputCell)]
}

/// The rows of a table whose shape is right.
struct InputTable {
  let rows: [InputRow]
  /// Whether these are all rows of the file, with all columns: nothing was refused.
  let isWhole: Bool
}
