extension FlowPlan {
  /// Distributes lines over pages of so many rows.
  ///
  /// Every page is filled as far as it goes, except that at least two lines of a paragraph stand
  /// together at its head and at its foot, and that a heading stands with two lines of what follows.
  /// A table stands with its caption, its header with two rows, and its rows whole. Only what is
  /// longer than a page breaks these rules, and the page's end says so.
  public init(_ items: [FlowItem], rows: Int) throws(FlowFault) {
    var planner = FlowPlanner(items: items, rows: rows)
    var index = 0
    while index < items.count {
      var last = index
      while items[last].keepsWithNext, last + 1 < items.count, !items[last + 1].startsPage {
        last += 1
      }
      try planner.place(index...last)
      index = last + 1
    }
    planner.finish()
    self.init(pages: planner.pages)
  }
}

/// The state of planning: finished pages and the one being filled.
private struct FlowPlanner {
  let items: [FlowItem]
  let rows: Int
  private(set) var pages: [FlowPage] = []
  private var parts: [FlowPart] = []
  /// Where the next line may stand on the current page.
  private var cursor = Cursor()

  /// A place on a page.
  private struct Cursor {
    var row = 0
    /// The blank rows that the item before asks for.
    var gap = 0
    var isFresh = true

    /// The row of an item's first line.
    func start(of item: FlowItem) -> Int {
      if isFresh { return item.startsPage ? item.above : 0 }
      return row + max(gap, item.above)
    }

    /// The place below some rows of an item.
    func passing(_ item: FlowItem, rows: Int) -> Cursor {
      Cursor(row: start(of: item) + rows, gap: item.below, isFresh: false)
    }
  }

  init(items: [FlowItem], rows: Int) {
    self.items = items
    self.rows = rows
  }

  /// Places headings and the item that they stand above.
  mutating func place(_ group: ClosedRange<Int>) throws(FlowFault) {
    if items[group.lowerBound].startsPage, !cursor.isFresh { endPage(.headingStartsPage) }
    if !fits(group), !cursor.isFresh, fits(group, from: Cursor()) {
      endPage(group.count > 1 && fits(group.dropLast()) ? .headingWithText : reason(for: group))
    }
    // Headings that fill a page by themselves are parted from what follows like any long text.
    let isTooLong = !fits(group)
    for index in group {
      if let table = items[index].table {
        try place(table, at: index, isTooLong: isTooLong)
      } else {
        try place(index, isTooLong: isTooLong)
      }
    }
  }

  mutating func finish() { if !parts.isEmpty { endPage(.textEnds) } }

  /// Whether the group's headings and the first lines of its last item fit on the page.
  private func fits(_ group: ClosedRange<Int>, from cursor: Cursor? = nil) -> Bool {
    fits(group[...], from: cursor)
  }

  private func fits(_ group: Slice<ClosedRange<Int>>, from start: Cursor? = nil) -> Bool {
    var cursor = start ?? self.cursor
    // What a page of its own would hold of the group is what is asked of this one.
    var fresh = Cursor()
    for item in group.map({ items[$0] }) {
      let needs = item.firstRows(page: rows, left: rows - fresh.start(of: item))
      cursor = cursor.passing(item, rows: needs)
      fresh = fresh.passing(item, rows: needs)
    }
    return cursor.row <= rows
  }

  /// Why a group goes to the next page: no line of it fits, or too few.
  private func reason(for group: ClosedRange<Int>) -> PageEnd {
    let item = items[group.lowerBound]
    return item.table == nil && cursor.passing(item, rows: item.rowsPerLine).row <= rows
      ? .linesTogether : .full
  }

  /// Places an item, on as many pages as it needs.
  private mutating func place(_ index: Int, isTooLong: Bool) throws(FlowFault) {
    let item = items[index]
    var first = 0
    while first < item.lines {
      // What goes on on a further page begins in its first row.
      let start = first == 0 ? cursor.start(of: item) : 0
      let left = item.lines - first
      let room = min(left, max(0, (rows - start) / item.rowsPerLine))
      var (taken, end) = allowed(room, of: left, item: item, isFirst: first == 0)
      if taken == 0 {
        guard cursor.isFresh else {
          endPage(isTooLong ? .tooLong : end)
          continue
        }
        // Even a page of its own is too short: the rule gives way, not the text.
        (taken, end) = (max(1, room), .tooLong)
        guard item.rowsPerLine <= rows else { throw FlowFault(item: index) }
      }
      let row = min(start, rows - taken * item.rowsPerLine)
      parts.append(FlowPart(item: index, lines: first..<(first + taken), row: row))
      cursor = Cursor(row: row + taken * item.rowsPerLine, gap: item.below, isFresh: false)
      first += taken
      if first < item.lines { endPage(end) }
    }
  }

  /// Places a table, on as many pages as it needs.
  private mutating func place(
    _ table: FlowTable, at index: Int, isTooLong: Bool
  ) throws(FlowFault) {
    let item = items[index]
    let left = rows - cursor.start(of: item)
    if table.firstRows(page: rows, left: left) > left, !cursor.isFresh {
      endPage(isTooLong ? .tooLong : .linesTogether)
    }
    var start = cursor.start(of: item)
    let planned: [PlannedPage]
    do {
      planned = try table.plan(first: rows - start, further: rows)
    } catch {
      throw FlowFault(item: index, table: error)
    }
    for (number, page) in planned.enumerated() {
      if number > 0 {
        endPage(planned[number - 1].end)
        start = 0
      }
      parts.append(FlowPart(item: index, lines: 0..<0, row: start, table: page))
      cursor = Cursor(
        row: start + table.gridRows(table.height(of: page)), gap: item.below, isFresh: false)
    }
  }

  /// How many lines may stand here, and why the page ends if not all do.
  private func allowed(
    _ room: Int, of left: Int, item: FlowItem, isFirst: Bool
  ) -> (taken: Int, end: PageEnd) {
    guard room < left else { return (left, .full) }
    guard room > 0 else { return (0, .full) }
    guard !item.isWhole else { return (0, .linesTogether) }
    // The last line does not go to the next page alone.
    let taken = left - room == 1 ? room - 1 : room
    guard taken >= 2 else { return (0, .linesTogether) }
    return (taken, taken == room ? .full : .linesTogether)
  }

  private mutating func endPage(_ end: PageEnd) {
    pages.append(FlowPage(parts: parts, end: end))
    parts = []
    cursor = Cursor()
  }
}
