internal import Geometry

extension PagePlan {
  /// Distributes rows and notes over pages.
  ///
  /// Every page is filled as far as it goes, except that a header is never left without a row, rows
  /// that a cell joins stay together if a page can hold them, and the notes take the last row along.
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
  private var parts: [(section: Int, rows: [PlannedRow])] = []
  /// What is left of the current page.
  private var remaining: Length
  private var notes = 0..<0

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
    let header = request.sections[section].header
    let isLast =
      section == request.sections.count - 1
      && rows.upperBound == request.sections[section].rows.count
    let tail = isLast ? notesHeight : .zero
    let fresh = request.furtherPage - header
    if fits(headerCost(section) + height) {
      let leavesNotesAlone = !fits(headerCost(section) + height + tail)
      if leavesNotesAlone, !parts.isEmpty, fresh + tolerance >= height + tail {
        endPage(.rowWithNotes)
      }
    } else if !parts.isEmpty, fresh + tolerance >= height {
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
    let fresh = request.furtherPage - request.sections[section].header
    if !fits(headerCost(section) + height), !parts.isEmpty, fresh + tolerance >= height {
      endPage(reason(for: row..<(row + 1), of: section))
    }
    if fits(headerCost(section) + height) {
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
      let space = remaining - headerCost(section) - request.rowPadding + tolerance
      let capacity = Int((space.points / request.lineHeight.points).rounded(.down))
      guard capacity > 0 else {
        guard !parts.isEmpty || request.furtherPage > remaining else {
          let line = request.lineHeight + request.rowPadding
          throw fault(section, row: row, needs: request.sections[section].header + line)
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

  private func reason(for rows: Range<Int>, of section: Int) -> PageEnd {
    let row = request.sections[section].rows[rows.lowerBound].height
    if rows.count > 1, fits(headerCost(section) + row) { return .joinedRows }
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
    remaining = remaining - request.sections[section].header
    parts.append((section, []))
  }

  private mutating func append(_ row: Int, of section: Int) {
    let height = request.sections[section].rows[row].height
    append(PlannedRow(row: row, lines: nil, height: height))
  }

  private mutating func append(_ row: PlannedRow) {
    parts[parts.count - 1].rows.append(row)
    remaining = remaining - row.height
  }

  private mutating func endPage(_ reason: PageEnd) {
    let planned = parts.map { PlannedPart(section: $0.section, rows: $0.rows) }
    pages.append(PlannedPage(parts: planned, notes: notes, end: reason))
    parts = []
    notes = notes.upperBound..<notes.upperBound
    remaining = request.furtherPage
  }
}
