/// Something on a sheet that people see and that is no cell: a comment, a picture, a rule by which
/// cells look otherwise.
public struct SheetItem: Hashable, Codable, Sendable {
  /// What it is; the raw values are the properties of reports and rules.
  public enum Kind: String, CaseIterable, Hashable, Codable, Sendable {
    case comment
    case picture
    case chart
    /// A text box, a line, a form, a group of such, a button.
    case shape
    case conditionalFormat
    /// What may be typed into cells, and what is said of it.
    case validation
    case hyperlink
    /// The arrows over columns, and what they let through.
    case autoFilter
    /// Cells that are a table of their own, with its banded style.
    case table
    /// Small charts within cells.
    case sparkline
    /// A picture behind the cells.
    case background
    /// A picture in a header or footer.
    case headerPicture
    /// Cells that stay open on a protected sheet.
    case protectedRange
    /// Anything else that a program adds to the format.
    case `extension`
  }

  /// What it is.
  public var kind: Kind
  /// The cells on which it stands or for which it counts, in order; empty for the sheet as a whole.
  public var ranges: [CellRange]
  /// Where it stands within them, as far as people see it; empty for all of them.
  public var position: String
  /// What it says, in words.
  public var text: String
  /// Formulas that belong to it, without `=`; relative references count from its first cell.
  public var formulas: [String]
  /// All else that it looks like, as a text that is the same where it looks the same.
  public var details: String

  /// Makes an item; ranges are put in order, and neighbours that make up a rectangle become one.
  public init(
    _ kind: Kind, ranges: [CellRange] = [], position: String = "", text: String = "",
    formulas: [String] = [], details: String = ""
  ) {
    self.kind = kind
    self.ranges = Self.joined(ranges)
    self.position = position
    self.text = text
    self.formulas = formulas
    self.details = details
  }

  /// The ranges with neighbours joined until there are none, in order.
  private static func joined(_ ranges: [CellRange]) -> [CellRange] {
    var ranges = ranges.sorted()
    while ranges.count > 1 {
      let fewer = joinedOnce(ranges)
      if fewer.count == ranges.count { break }
      ranges = fewer
    }
    return ranges
  }

  private static func joinedOnce(_ ranges: [CellRange]) -> [CellRange] {
    let byColumns = ranges.sorted {
      ($0.firstColumn, $0.lastColumn, $0.firstRow) < ($1.firstColumn, $1.lastColumn, $1.firstRow)
    }
    var tall: [CellRange] = []
    for range in byColumns {
      if let last = tall.last, last.firstColumn == range.firstColumn,
        last.lastColumn == range.lastColumn, range.firstRow <= last.lastRow + 1
      {
        tall[tall.count - 1].lastRow = max(last.lastRow, range.lastRow)
      } else {
        tall.append(range)
      }
    }
    tall.sort {
      ($0.firstRow, $0.lastRow, $0.firstColumn) < ($1.firstRow, $1.lastRow, $1.firstColumn)
    }
    var wide: [CellRange] = []
    for range in tall {
      if let last = wide.last, last.firstRow == range.firstRow, last.lastRow == range.lastRow,
        range.firstColumn <= last.lastColumn + 1
      {
        wide[wide.count - 1].lastColumn = max(last.lastColumn, range.lastColumn)
      } else {
        wide.append(range)
      }
    }
    return wide.sorted()
  }
}
