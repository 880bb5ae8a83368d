internal import Diagnostics

/// A column that a table may have.
struct InputColumn {
  let heading: String
  /// Whether the table must have it; its fields may still be empty.
  var isRequired = true
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
}

/// The rows of a table whose shape is right.
struct InputTable {
  let rows: [InputRow]
  /// Whether these are all rows of the file, with all columns: nothing was refused.
  let isWhole: Bool
}
