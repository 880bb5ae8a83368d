public import Readings

/// What a file holds, as its reader tells it.
public enum FileReading: Hashable, Sendable {
  case workbook(WorkbookReading)
  /// A workbook without the sheets of the one beside it.
  case partialWorkbook(PartialWorkbook)
  case pdf(PDFReading)
  /// A text, decoded; what it lists is for its reader to say, who needs no C library.
  case text(String)
  /// The cells that rules mark off, of pages that have any.
  case grids([PageGrids])
  case pictures([PagePicture])
}

/// The cells that rules mark off on a page.
public struct PageGrids: Hashable, Sendable {
  /// The page's place, from 0.
  public let page: Int
  /// The tables that its rules make, from the top.
  public let grids: [ReadGrid]

  /// What was found on a page.
  public init(page: Int, grids: [ReadGrid]) {
    self.page = page
    self.grids = grids
  }
}

/// A page as a picture.
public struct PagePicture: Hashable, Sendable {
  /// The page's number, from 1.
  public let page: Int
  /// A PNG file.
  public let bytes: [UInt8]

  /// A page that was drawn.
  public init(page: Int, bytes: [UInt8]) {
    self.page = page
    self.bytes = bytes
  }
}
