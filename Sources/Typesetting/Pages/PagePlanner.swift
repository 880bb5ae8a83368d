internal import Geometry

extension PagePlan {
  /// Distributes rows and notes over pages.
  ///
  /// Every page is filled as far as it goes, except that a header is never left without a row, rows
  /// that a cell joins, or that one leads, stay together if a page can hold them, and the notes take the last row along.
  /// Only a row that no page can hold is split.
  public init(_ request: PlanRequest) throws(PlanFault) {
    var planner = PagePlanner(request)
    for index in request.sections.indices { try planner.place(section: index) }
    planner.placeNotes()
    self.init(pages: planner.pages)
  }
}

/// The state of planning: finished pages and the one being filled.
private struct PagePlanner {
  let request: PlanRequest
  var pages: [PlannedPage] = []
  private var parts: [OpenPart] = []
  /// What is left of the current page, below what its last part keeps for itself.
  private var remaining: Length
  private var notes = 0..<0

  /// A section on the current page.
  private struct OpenPart {
    let section: Int
    var rows: [PlannedRow] = []
    /// What of the section's least height is not filled yet.
    var slack: Length

    /// The part with its rows made higher, if they do not fill its least height.
    var planned: PlannedPart {
      let extra = rows.isEmpty ? .zero : slack / Double(rows.count)
      return PlannedPart(
        section: section,
        rows: rows.map { PlannedRow(row: $0.row, lines: $0.lines, height: $0.height + extra) })
    }
  }

  init(_ request: PlanRequest) {
    self.request = request
    remaining = request.firstPage
  }

  mutating func place(section index: Int) throws(PlanFault) {
    let section = request.sections[index]
    guard !section.rows.isEmpty else { return try placeHeader(of: index) }
    var start = 0
    while start < section.rows.count {
      var end = start + 1
      while end < section.rows.count, section.rows[end - 1].joinsNext { end += 1 }
      try place(rows: start..<end, of: index)
      start = end
    }
  }

  /// A section that has nothing but its header.
  private mutating func placeHeader(of section: Int) throws(PlanFault) {
    let header = request.sections[section].header
    if !fits(header) && !parts.isEmpty { endPage(.full) }
    if !fits(header) && request.furtherPage > remaining { endPage(.full) }
    guard fits(header) else { throw fault(section, row: nil, needs: header) }
    open(section)
  }

  /// Rows that belong together.
  private mutating func place(rows: Range<Int>, of section: Int) throws(PlanFault) {
    let height = request.sections[section].rows[rows].map(\.height).sum()
    let isLast =
      section == request.sections.count - 1
      && rows.upperBound == request.sections[section].rows.count
    let tail = isLast ? notesHeight : .zero
    let fresh = request.furtherPage + tolerance - freshCost(of: height, in: section)
    if fits(cost(of: height, in: section)) {
      let leavesNotesAlone = !fits(cost(of: height, in: section) + tail)
      if leavesNotesAlone, !parts.isEmpty, fresh >= tail { endPage(.rowWithNotes) }
    } else if !parts.isEmpty, fresh >= .zero {
      endPage(reason(for: rows, of: section))
    } else {
      for row in rows { try place(row: row, of: section) }
      return
    }
    open(section)
    for row in rows { append(row, of: section) }
  }

  /// A row of its own: whole, or split if no page can hold it.
  private mutating func place(row: Int, of section: Int) throws(PlanFault) {
    let height = request.sections[section].rows[row].height
    let fresh = freshCost(of: height, in: section)
    if !fits(cost(of: height, in: section)), !parts.isEmpty,
      fresh <= request.furtherPage + tolerance
    {
      endPage(reason(for: row..<(row + 1), of: section))
    }
    if fits(cost(of: height, in: section)) {
      open(section)
      append(row, of: section)
    } else {
      try split(row, of: section)
    }
  }

  /// Puts as many lines of a row on each page as it holds.
  private mutating func split(_ row: Int, of section: Int) throws(PlanFault) {
    let lines = max(1, request.sections[section].rows[row].lines)
    var first = 0
    while first < lines {
      let capacity = capacity(for: section)
      guard capacity > 0 else {
        guard !parts.isEmpty || request.furtherPage > remaining else {
          let line = request.lineHeight + request.rowPadding
          throw fault(section, row: row, needs: freshCost(of: line, in: section))
        }
        endPage(reason(for: row..<(row + 1), of: section))
        continue
      }
      let end = min(lines, first + capacity)
      open(section)
      let height = request.lineHeight * Double(end - first) + request.rowPadding
      // A row of one line that is only higher than its text needs is not really split.
      let isWhole = first == 0 && end == lines
      append(PlannedRow(row: row, lines: isWhole ? nil : first..<end, height: height))
      if end < lines { endPage(.split(row: row, after: end)) }
      first = end
    }
  }

  /// How many lines of a row the current page still holds.
  private func capacity(for section: Int) -> Int {
    let line = request.lineHeight + request.rowPadding
    guard fits(cost(of: line, in: section)) else { return 0 }
    let space = remaining + slack(of: section) - headerCost(section) - request.rowPadding
    return Int(((space + tolerance).points / request.lineHeight.points).rounded(.down))
  }

  mutating func placeNotes() {
    guard !request.notes.isEmpty else { return endPage(.formEnds) }
    if !parts.isEmpty { remaining = remaining - request.notesGap }
    for (index, height) in request.notes.enumerated() {
      // A line that no page can hold stands on a page of its own and is cut by its edge.
      let isEmpty = parts.isEmpty && notes.isEmpty
      if !fits(height), !isEmpty {
        endPage(.notesContinue)
        notes = index..<index
      }
      notes = notes.lowerBound..<(index + 1)
      remaining = remaining - height
    }
    endPage(.formEnds)
  }

  private var notesHeight: Length {
    request.notes.isEmpty ? .zero : request.notesGap + request.notes.sum()
  }

  private func fits(_ height: Length) -> Bool { height <= remaining + tolerance }

  /// What the section's header takes, where it does not stand on the page yet.
  private func headerCost(_ section: Int) -> Length {
    parts.last?.section == section ? .zero : request.sections[section].header
  }

  /// What the open part of the section has kept for itself.
  private func slack(of section: Int) -> Length {
    if let last = parts.last, last.section == section { last.slack } else { .zero }
  }

  /// What rows of the height take of the current page, with all that must come with them.
  private func cost(of height: Length, in section: Int) -> Length {
    parts.last?.section == section
      ? max(.zero, height - slack(of: section)) : freshCost(of: height, in: section)
  }

  /// What rows of the height take where the section begins on a page.
  private func freshCost(of height: Length, in section: Int) -> Length {
    max(request.sections[section].header + height, request.sections[section].least)
  }

  private func reason(for rows: Range<Int>, of section: Int) -> PageEnd {
    let row = request.sections[section].rows[rows.lowerBound].height
    if rows.count > 1, fits(cost(of: row, in: section)) { return .joinedRows }
    let header = headerCost(section)
    return header > .zero && fits(header) ? .headerWithRow : .full
  }

  private func fault(_ section: Int, row: Int?, needs: Length) -> PlanFault {
    PlanFault(
      section: section, row: row, needs: needs, has: max(request.firstPage, request.furtherPage))
  }

  /// Sets the section's header, unless it stands on the page already.
  private mutating func open(_ section: Int) {
    guard parts.last?.section != section else { return }
    let header = request.sections[section].header
    let reserved = max(header, request.sections[section].least)
    remaining = remaining - reserved
    parts.append(OpenPart(section: section, slack: reserved - header))
  }

  private mutating func append(_ row: Int, of section: Int) {
    let height = request.sections[section].rows[row].height
    append(PlannedRow(row: row, lines: nil, height: height))
  }

  private mutating func append(_ row: PlannedRow) {
    let last = parts.count - 1
    remaining = remaining - max(.zero, row.height - parts[last].slack)
    parts[last].slack = max(.zero, parts[last].slack - row.height)
    parts[last].rows.append(row)
  }

  private mutating func endPage(_ reason: PageEnd) {
    pages.append(PlannedPage(parts: parts.map(\.planned), notes: notes, end: reason))
    parts = []
    notes = notes.upperBound..<notes.upperBound
    remaining = request.furtherPage
  }
}
