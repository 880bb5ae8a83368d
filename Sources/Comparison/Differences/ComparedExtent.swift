/// How far a comparison reached, beside the number of things compared.
public struct ComparedExtent: Hashable, Sendable {
  /// Parts of one side that look like something to compare and were not read.
  public struct Unread: Hashable, Sendable {
    /// Pages of PDFs.
    public internal(set) var pages = 0
    /// Sheets of workbooks, or parts of sheets.
    public internal(set) var sheets = 0
    /// Whether the side has a file with pages, of which something might have stayed unread.
    var hasPages = false
    /// Whether the side has a workbook.
    var hasSheets = false

    /// Whether everything was read.
    public var isEmpty: Bool { pages == 0 && sheets == 0 }
  }

  /// Forms of which both sides have figures.
  public internal(set) var forms = 0
  /// Sheets that both sides have, where they were compared cell by cell.
  public internal(set) var sheets = 0
  /// Pages of the left side, where documents were compared by their text.
  public internal(set) var pages = 0
  /// Those of the pages that are the same byte by byte on the right.
  public internal(set) var samePages = 0
  /// Files that both sides have, where folders were compared.
  public internal(set) var files = 0
  /// Those of the files that are the same byte by byte; a single pair of files counts as well.
  public internal(set) var sameFiles = 0
  /// What the left side has that was not read.
  public internal(set) var unreadLeft = Unread()
  /// What the right side has that was not read.
  public internal(set) var unreadRight = Unread()
}
