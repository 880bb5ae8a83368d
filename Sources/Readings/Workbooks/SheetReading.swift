/// A sheet as it was read.
public struct SheetReading: Hashable, Codable, Sendable {
  /// Whether its tab is seen.
  public enum Visibility: String, Hashable, Codable, Sendable {
    case visible
    /// Users can bring it back.
    case hidden
    /// Only programs can bring it back.
    case veryHidden
  }

  /// The name on its tab.
  public var name: String
  /// Whether its tab is seen.
  public var visibility: Visibility
  /// The cells that the file has, by row, then by column; one at most for each place.
  public var cells: [CellReading]
  /// Merged ranges by their first row, then column.
  public var merges: [CellRange]
  /// Columns that are set otherwise than the sheet's default, from left to right.
  public var columns: [ColumnReading]
  /// Rows that are set otherwise than the sheet's default, from top to bottom.
  public var rows: [RowReading]
  /// Width of other columns, in characters.
  public var defaultColumnWidth: Double?
  /// Height of other rows, in points.
  public var defaultRowHeight: Double?
  /// What stays in place when the sheet is scrolled; nil for nothing.
  public var freezePane: FreezePane?
  /// Whether the screen shows lines between the cells.
  public var showsGridLines: Bool
  /// The colour of its tab; nil where the file sets none.
  public var tabColour: ColourReading?
  /// How the sheet is printed.
  public var printSetup: PrintSetupReading
  /// What of it the screen shows.
  public var view = SheetViewReading()
  /// What users may not do, in the format's words with a space between any two; empty where the
  /// sheet is not protected.
  public var protection = ""
  /// Whether the sums of a group of rows stand below it.
  public var sumsBelow = true
  /// Whether the sums of a group of columns stand at its right.
  public var sumsAtRight = true
  /// What people see beside the cells; rules for the looks of cells in the order in which they count,
  /// pictures and forms from the back to the front.
  public var items: [SheetItem] = []

  /// Makes a sheet; cells and merges are expected in order.
  public init(
    name: String, visibility: Visibility = .visible, cells: [CellReading] = [],
    merges: [CellRange] = [], columns: [ColumnReading] = [], rows: [RowReading] = [],
    defaultColumnWidth: Double? = nil, defaultRowHeight: Double? = nil,
    freezePane: FreezePane? = nil, showsGridLines: Bool = true, tabColour: ColourReading? = nil,
    printSetup: PrintSetupReading = PrintSetupReading()
  ) {
    self.name = name
    self.visibility = visibility
    self.cells = cells
    self.merges = merges
    self.columns = columns
    self.rows = rows
    self.defaultColumnWidth = defaultColumnWidth
    self.defaultRowHeight = defaultRowHeight
    self.freezePane = freezePane
    self.showsGridLines = showsGridLines
    self.tabColour = tabColour
    self.printSetup = printSetup
  }
}

/// Neighbouring columns that are set alike.
public struct ColumnReading: Hashable, Codable, Sendable {
  /// The first column, from 0.
  public var first: Int
  /// The last column, from 0, included.
  public var last: Int
  /// Width in characters; nil where it is the sheet's default.
  public var width: Double?
  /// Whether the columns are not shown.
  public var isHidden: Bool
  /// The style of cells that the file does not have.
  public var style: Int
  /// How many groups they are in, one within the other.
  public var outlineLevel = 0
  /// Whether the group that ends beside them is folded.
  public var isCollapsed = false

  /// Sets columns.
  public init(first: Int, last: Int, width: Double?, isHidden: Bool = false, style: Int = 0) {
    self.first = first
    self.last = last
    self.width = width
    self.isHidden = isHidden
    self.style = style
  }
}

/// A row that is set otherwise than the sheet's default.
public struct RowReading: Hashable, Codable, Sendable {
  /// The row, from 0.
  public var row: Int
  /// Height in points; nil where it is the sheet's default.
  public var height: Double?
  /// Whether the row is not shown.
  public var isHidden: Bool
  /// How many groups it is in, one within the other.
  public var outlineLevel = 0
  /// Whether the group that ends beside it is folded.
  public var isCollapsed = false

  /// Sets a row.
  public init(row: Int, height: Double?, isHidden: Bool = false) {
    self.row = row
    self.height = height
    self.isHidden = isHidden
  }
}

/// Rows and columns that stay in place when the sheet is scrolled.
public struct FreezePane: Hashable, Codable, Sendable {
  /// How many rows at the top.
  public var rows: Int
  /// How many columns at the left.
  public var columns: Int

  /// Keeps rows and columns in place.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }
}
