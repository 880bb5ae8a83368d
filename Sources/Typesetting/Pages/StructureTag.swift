/// What a part of a page is to readers that do not see it: an element of the document's structure.
///
/// Elements are marked in the stream of painted things by ``PageItem/begin(_:)`` and
/// ``PageItem/end``. They nest, and a table stays open from page to page. What is painted outside of
/// a heading, a paragraph, a cell and an entry of the contents is no part of the text: rules, page
/// numbers, leaders, repeated headers.
public enum StructureTag: Hashable, Sendable {
  /// A heading of a level from 1 to 6, the title of a form among them.
  case heading(level: Int)
  /// A paragraph, a head line or a note, or the part of one that stands on a page.
  case paragraph
  /// The table of a form, over all of its pages.
  case table
  /// A row, or the part of one that stands on a page.
  case row
  /// A cell that heads the columns below it.
  case headerCell(CellSpan)
  /// A cell that heads the rows beside it.
  case rowHeaderCell(CellSpan)
  /// A cell of the body; a blank one too, so that every column keeps its place.
  case dataCell(CellSpan)
  /// The entries of the contents that stand on a page.
  case contents
  /// What an entry of the contents names, and its page number.
  case contentsEntry
  /// What can be clicked on; within another element.
  case link(PlacedLink)
}

/// How much of a grid a cell covers on its page.
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
