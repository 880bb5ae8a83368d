internal import Graphics

/// Which element of the document's structure is meant, the same on every page that it takes part of.
///
/// A page ends every element that stands on it: the writer of a PDF cannot go back to one, and what
/// is no part of the text would fall into one that stays open. By its name the rest is found and
/// joined to what stands on the page before.
public enum ElementName: Hashable, Sendable {
  /// A heading, paragraph, head line, note or entry of the contents.
  case text(TextName)
  /// The entries of the contents, by their block.
  case contents(block: Int)
  case table(TableName)
  case row(RowName)
  /// A cell by the row in which it begins and its first column.
  case cell(RowName, column: Int)
}

/// A text of the document.
public struct TextName: Hashable, Sendable {
  /// The form around whose table it stands; empty for text of its own.
  public let form: String
  /// What the text is for.
  public let part: PlacedText.Part
  /// The block of the document; none for texts of forms.
  public let block: Int?
  /// The text among those of one part.
  public let paragraph: Int

  /// Feeds a hasher; with the bytes of the form's number, for there are thousands of names.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(TextBytes(form))
    hasher.combine(part)
    hasher.combine(block)
    hasher.combine(paragraph)
  }
}

/// A table of the document.
public enum TableName: Hashable, Sendable {
  /// By the number of its form.
  case form(String)
  /// By the block of the document that it is.
  case block(Int)

  /// Feeds a hasher; with the bytes of the form's number, for there are thousands of names.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .form(let number): hasher.combine(TextBytes(number))
    case .block(let block): hasher.combine(block)
    }
  }
}

/// A row of a table.
public struct RowName: Hashable, Sendable {
  /// The table that the row belongs to.
  public let table: TableName
  /// The section of the table, from 0.
  public let section: Int
  /// Whether it is a row of the section's header, otherwise of its body.
  public let isHeader: Bool
  /// The row of the header or body, from 0.
  public let row: Int
}
