public import Documents
public import Geometry

/// Which rows stand on which page: the third step, a pure function from heights to ranges.
public struct PagePlan: Hashable, Sendable {
  /// The pages; at least one.
  public let pages: [PlannedPage]

  /// The places between rows at which pages end; a page that ends within a row or within the notes
  /// has none.
  public var breaks: [RowBreak] {
    pages.dropLast().compactMap { page in
      guard page.notes.isEmpty, let part = page.parts.last else { return nil }
      if case .split = page.end { return nil }
      return RowBreak(section: part.section, rows: part.rows.last.map { $0.row + 1 } ?? 0)
    }
  }
}

/// What stands on a page.
public struct PlannedPage: Hashable, Sendable {
  /// Sections, or parts of them, from top to bottom; each begins with its section's header.
  public let parts: [PlannedPart]
  /// The lines of the notes below the table.
  public let notes: Range<Int>
  /// Why the page ends where it ends.
  public let end: PageEnd
}

/// Rows of one section on one page.
public struct PlannedPart: Hashable, Sendable {
  /// The section of the table, from 0.
  public let section: Int
  /// The rows below the header, from top to bottom.
  public let rows: [PlannedRow]
}

/// A row, or some lines of one that is split over pages.
public struct PlannedRow: Hashable, Sendable {
  /// The row of the section's body, from 0.
  public let row: Int
  /// The lines of the row that stand here; nil for the whole row.
  public let lines: Range<Int>?
  /// How high it is on this page.
  public let height: Length
}

/// Why a page ends.
public enum PageEnd: Hashable, Sendable {
  /// The form is complete.
  case formEnds
  /// The next row does not fit.
  case full
  /// Rows are kept together that a spanning cell joins, or that one of them leads.
  case joinedRows
  /// A header is not left alone at the foot of a page.
  case headerWithRow
  /// The last row is taken over, so that the notes are not alone on a page.
  case rowWithNotes
  /// A row that is higher than a page is split after the given line.
  case split(row: Int, after: Int)
  /// The notes go on.
  case notesContinue
  /// Cover, contents or running text are complete.
  case textEnds
  /// The next heading begins a page.
  case headingStartsPage
  /// A heading is taken over, so that it stands with two lines of what follows.
  case headingWithText
  /// Lines are taken over that must stand together: two of a paragraph, all of an entry.
  case linesTogether
  /// What should stand together is longer than a page.
  case tooLong
}

/// What is to be planned.
public struct PlanRequest: Hashable, Sendable {
  /// A section by its heights.
  public struct Section: Hashable, Sendable {
    /// The height of the header rows together.
    public let header: Length
    /// The least height of the section, header included, on each page where it stands: that of a
    /// cell beside all its rows.
    public let least: Length
    /// The rows of the body.
    public let rows: [Row]

    /// A section by the height of its header, its least height and its rows.
    public init(header: Length, least: Length = .zero, rows: [Row]) {
      self.header = header
      self.least = least
      self.rows = rows
    }
  }

  /// A row by its height and by the lines where it may be split.
  public struct Row: Hashable, Sendable {
    /// The height of the whole row.
    public let height: Length
    /// How many lines of text it holds.
    public let lines: Int
    /// Whether it stays with the next row: a cell spans into it, or it leads it.
    public let joinsNext: Bool

    /// A row by its height, the lines it holds and whether it is joined to the next.
    public init(height: Length, lines: Int, joinsNext: Bool = false) {
      self.height = height
      self.lines = lines
      self.joinsNext = joinsNext
    }
  }

  /// The height for the table and the notes on the first page, below title and head lines.
  public let firstPage: Length
  /// The height on every further page.
  public let furtherPage: Length
  /// The sections from top to bottom.
  public let sections: [Section]
  /// The height of one line of a row.
  public let lineHeight: Length
  /// What a row is higher than its lines.
  public let rowPadding: Length
  /// From the table to the notes.
  public let notesGap: Length
  /// The heights of the notes' lines.
  public let notes: [Length]

  /// A request by its parts.
  public init(
    firstPage: Length, furtherPage: Length, sections: [Section], lineHeight: Length,
    rowPadding: Length, notesGap: Length, notes: [Length]
  ) {
    self.firstPage = firstPage
    self.furtherPage = furtherPage
    self.sections = sections
    self.lineHeight = lineHeight
    self.rowPadding = rowPadding
    self.notesGap = notesGap
    self.notes = notes
  }
}

/// Why there is no plan: something that cannot be split is higher than a page.
public struct PlanFault: Error, Hashable, Sendable {
  /// The section of the table, from 0.
  public let section: Int
  /// The row that does not fit below its header; nil where the section has none.
  public let row: Int?
  /// What the header and a line of the row need.
  public let needs: Length
  /// What a page has.
  public let has: Length
}
