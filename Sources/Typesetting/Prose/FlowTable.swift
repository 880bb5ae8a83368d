public import Geometry

/// A table in running text by what the plan needs to know of it: its heights.
///
/// Its rows keep their own heights. As a whole, and on each page, it takes as many rows of the grid
/// as hold it, so that the lines below stand on the grid again.
public struct FlowTable: Hashable, Sendable {
  /// The sections from top to bottom.
  public let sections: [PlanRequest.Section]
  /// The height of one line of a row.
  public let lineHeight: Length
  /// What a row is higher than its lines.
  public let rowPadding: Length
  /// From one row of the grid to the next.
  public let pitch: Length

  /// A table by the heights of its parts.
  public init(
    sections: [PlanRequest.Section], lineHeight: Length, rowPadding: Length, pitch: Length
  ) {
    self.sections = sections
    self.lineHeight = lineHeight
    self.rowPadding = rowPadding
    self.pitch = pitch
  }

  /// How many rows of the grid hold a height.
  func gridRows(_ height: Length) -> Int {
    max(0, Int(((height - tolerance).points / pitch.points).rounded(.up)))
  }

  /// How many rows of the grid the beginning takes: the header with two rows of the body; with one
  /// where there is no room for two, or with a line of one that no page holds.
  ///
  /// - Parameters:
  ///   - page: the rows of a page.
  ///   - left: what is left of a page below the headings that stand above the table.
  func firstRows(page: Int, left: Int) -> Int {
    guard let section = sections.first else { return 0 }
    let rows = section.rows.map(\.height)
    let whole = [2, 1].map { gridRows(section.header + rows.prefix($0).sum()) }
    if let some = whole.first(where: { $0 <= left }) { return some }
    let line = rows.isEmpty ? .zero : lineHeight + rowPadding
    return whole[1] <= page ? whole[1] : gridRows(section.header + line)
  }

  /// The height of what stands on a page.
  func height(of page: PlannedPage) -> Length {
    page.parts.map { part in
      sections[part.section].header + part.rows.map(\.height).sum()
    }.sum()
  }

  /// Which rows stand on which page.
  ///
  /// - Parameters:
  ///   - first: how many rows of the grid are free on the first page.
  ///   - further: how many a page has.
  func plan(first: Int, further: Int) throws(PlanFault) -> [PlannedPage] {
    let request = PlanRequest(
      firstPage: pitch * Double(first), furtherPage: pitch * Double(further), sections: sections,
      lineHeight: lineHeight, rowPadding: rowPadding, notesGap: .zero, notes: [])
    return try PagePlan(request).pages
  }
}
