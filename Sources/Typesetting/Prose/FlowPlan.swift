/// Which lines of running text stand on which page: a pure function from counts of lines to rows of
/// the grid, without fonts and without lengths.
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
  /// The lines of it that stand here.
  public let lines: Range<Int>
  /// The row of the page's grid on which the first of them stands, from 0.
  public let row: Int
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
  }

  /// How many lines must stand on the page on which it begins.
  var firstLines: Int {
    // Three lines cannot be parted: one of them would be alone.
    isWhole || lines <= 3 ? lines : 2
  }
}

/// Why there is no plan: a line takes more rows than a page has.
public struct FlowFault: Error, Hashable, Sendable {
  /// The item, from 0.
  public let item: Int
}
