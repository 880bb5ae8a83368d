public import Diagnostics

/// A table as it stands on paper, whatever kind of file it was read from.
///
/// Positions are those of the file: rows and columns that are empty or too many are kept, and nothing
/// is known yet of forms.
public struct ReadTable: Codable, Hashable, Sendable {
  /// What the file calls it: the name of the sheet, or the heading in the outline; empty where it has
  /// no name.
  public let name: String
  /// The texts above the table from top to bottom: code, title, head lines.
  ///
  /// In a workbook they stand among the cells, and here is nothing.
  public let head: [ReadText]
  /// The cells in reading order; a merged one stands once, where it begins.
  public let cells: [ReadCell]
  /// The texts below the table.
  public let notes: [ReadText]
  /// Whether it has more than ``mostRows`` rows, of which it then has the first cell alone.
  public let isCut: Bool

  /// The rows of the largest table that is looked at; no form comes near to it.
  public static let mostRows = 20_000

  /// Puts a table together.
  public init(
    name: String, head: [ReadText], cells: [ReadCell], notes: [ReadText], isCut: Bool = false
  ) {
    self.name = name
    self.head = head
    self.cells = cells
    self.notes = notes
    self.isCut = isCut
  }
}

/// A text with its place.
public struct ReadText: Codable, Hashable, Sendable {
  /// The text as it is printed.
  public let text: String
  /// Where it stands in its file.
  public let place: Place

  /// Pairs a text with its place.
  public init(_ text: String, at place: Place) {
    self.text = text
    self.place = place
  }
}

/// A cell of a table that was read.
public struct ReadCell: Codable, Hashable, Sendable {
  /// The row in which it begins, from 0 at the first row of the table or sheet.
  public let row: Int
  /// The column in which it begins, from 0 likewise.
  public let column: Int
  /// How many rows it covers, from 1.
  public let rowSpan: Int
  /// How many columns it covers, from 1.
  public let columnSpan: Int
  /// What people see in it; empty for a blank.
  public let text: String
  /// Whether the file itself says that it heads others; a workbook never says so.
  public let isHeading: Bool
  /// Where it stands in its file.
  public let place: Place

  /// Makes a cell; unless said otherwise it covers one row and one column and heads nothing.
  public init(
    row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, text: String,
    isHeading: Bool = false, place: Place
  ) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.text = text
    self.isHeading = isHeading
    self.place = place
  }
}

extension ReadCell {
  /// The cell so many rows further down.
  func below(_ rows: Int) -> ReadCell {
    ReadCell(
      row: row + rows, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: text,
      isHeading: isHeading, place: place)
  }
}

extension ReadTable {
  /// This table with the rows of another below its own.
  public func followed(by other: ReadTable) -> ReadTable {
    let height = (cells.map(\.row).max() ?? -1) + 1
    return ReadTable(
      name: name, head: head, cells: cells + other.cells.map { $0.below(height) },
      notes: notes + other.notes)
  }

  /// The pages that it is on; nil where it is not on pages.
  public var pages: ClosedRange<Int>? {
    var pages: ClosedRange<Int>?
    for cell in cells {
      guard let number = cell.place.page else { return nil }
      pages = min(pages?.lowerBound ?? number, number)...max(pages?.upperBound ?? number, number)
    }
    return pages
  }
}
