internal import Geometry

/// Which lines of running text stand on which page: a pure function from counts of lines, and from
/// heights of tables, to rows of the grid, without fonts.
public struct FlowPlan: Hashable, Sendable {
  /// The pages; none for a text without lines.
  public let pages: [FlowPage]
}

/// What stands on a page.
public struct FlowPage: Hashable, Sendable {
  /// Items, or parts of them, from top to bottom.
  public let parts: [FlowPart]
  /// Why the page ends where it ends.
  public let end: PageEnd
}

/// Lines of one item on one page.
public struct FlowPart: Hashable, Sendable {
  /// The item, from 0.
  public let item: Int
  /// The lines of it that stand here; none of a table.
  public let lines: Range<Int>
  /// The row of the page's grid on which the first of them stands, from 0.
  public let row: Int
  /// What of a table stands here.
  public var table: PlannedPage?
}

/// A paragraph, heading or entry by what the plan needs to know of it.
public struct FlowItem: Hashable, Sendable {
  /// How many lines it has; at least one.
  public let lines: Int
  /// How many rows of the grid a line takes: one, or more for large type.
  public let rowsPerLine: Int
  /// Blank rows above; left out at the top of a page, unless the item begins it by itself.
  public let above: Int
  /// Blank rows below; of these and the next item's blank rows above, the greater number counts.
  public let below: Int
  /// Whether it begins a page.
  public let startsPage: Bool
  /// Whether it is never parted from the next item's first two lines.
  public let keepsWithNext: Bool
  /// Whether all of it stands on one page; otherwise at least two lines of it stand together.
  public let isWhole: Bool
  /// The heights of a table, which has no lines.
  public let table: FlowTable?

  /// An item by its lines and the rules that hold for it.
  public init(
    lines: Int, rowsPerLine: Int = 1, above: Int = 0, below: Int = 0, startsPage: Bool = false,
    keepsWithNext: Bool = false, isWhole: Bool = false
  ) {
    self.lines = lines
    self.rowsPerLine = rowsPerLine
    self.above = above
    self.below = below
    self.startsPage = startsPage
    self.keepsWithNext = keepsWithNext
    self.isWhole = isWhole
    table = nil
  }

  /// A table, which begins with a row of the grid and takes whole rows of it.
  public init(_ table: FlowTable, above: Int = 0, below: Int = 0) {
    lines = 0
    rowsPerLine = 1
    self.above = above
    self.below = below
    startsPage = false
    keepsWithNext = false
    isWhole = false
    self.table = table
  }

  /// The same on pages with another pitch, on which only tables take other rows.
  func onGrid(of pitch: Length) -> FlowItem {
    guard let table else { return self }
    let other = FlowTable(
      sections: table.sections, lineHeight: table.lineHeight, rowPadding: table.rowPadding,
      pitch: pitch)
    return FlowItem(other, above: above, below: below)
  }

  /// How many rows of the grid the beginning takes that must stand on one page.
  ///
  /// - Parameters:
  ///   - page: the rows of a page.
  ///   - left: what is left of a page below the headings that stand above it.
  func firstRows(page: Int, left: Int) -> Int {
    if let table { return table.firstRows(page: page, left: left) }
    // Three lines cannot be parted: one of them would be alone.
    return (isWhole || lines <= 3 ? lines : 2) * rowsPerLine
  }
}

/// Why there is no plan: a line takes more rows than a page has, or a table cannot begin on any page.
public struct FlowFault: Error, Hashable, Sendable {
  /// The item, from 0.
  public let item: Int
  /// What a table needs; nil for a line.
  public let table: PlanFault?

  init(item: Int, table: PlanFault? = nil) {
    self.item = item
    self.table = table
  }
}
