/// What a part of a page is to readers that do not see it: an element of the document's structure.
///
/// Elements are marked in the stream of painted things by ``PageItem/begin(_:_:)`` and
/// ``PageItem/end``. They nest, and all of them end with their page; an ``ElementName`` joins what
/// belongs together. What is painted outside of a heading, a paragraph, a cell and an entry of the
/// contents is no part of the text: rules, page numbers, leaders, repeated headers.
public enum StructureTag: Hashable, Sendable {
  /// A heading of a level from 1 to 6, the title of a form among them.
  case heading(level: Int)
  /// A paragraph, a caption, a head line or a note.
  case paragraph
  /// The table of a form, or one in running text.
  case table
  /// A row of a table.
  case row
  /// A cell that heads the columns below it.
  case headerCell(CellSpan)
  /// A cell that heads the rows beside it.
  case rowHeaderCell(CellSpan)
  /// A cell of the body; a blank one too, so that every column keeps its place.
  case dataCell(CellSpan)
  /// The entries of the contents.
  case contents
  /// What an entry of the contents names, and its page number.
  case contentsEntry
  /// What can be clicked on; within another element.
  case link(PlacedLink)
}

/// How much of a grid a cell covers, on all of its pages together.
public struct CellSpan: Hashable, Sendable {
  /// How many rows, from 1.
  public let rows: Int
  /// How many columns, from 1.
  public let columns: Int

  /// A span by its two counts.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}
