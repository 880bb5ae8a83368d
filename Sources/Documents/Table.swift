public import Figures
public import Geometry

/// A table as it stands on paper: one grid of columns, sections stacked on it.
public struct Table: Sendable {
  /// The grid; every cell covers whole columns of it.
  public let columns: [TableColumn]
  /// The sections from top to bottom; at least one.
  public let sections: [TableSection]

  /// Makes a table; whether its cells tile the grid is for the typesetter to check.
  public init(columns: [TableColumn], sections: [TableSection]) {
    self.columns = columns
    self.sections = sections
  }
}

/// A place between the rows of a table at which a page ends.
public struct RowBreak: Hashable, Sendable {
  /// The section of the table in which the page ends, from 0.
  public let section: Int
  /// How many rows of the section's body stand above the break; none where its header stands there
  /// alone.
  public let rows: Int

  /// Makes a break below so many rows of a section's body.
  public init(section: Int, rows: Int) {
    self.section = section
    self.rows = rows
  }
}

/// A column of a table's grid.
public struct TableColumn: Hashable, Sendable {
  /// The id that the layout set gives it.
  public let id: String
  /// The least and the greatest width that the layout set gives it; what its cells hold decides between
  /// them, and long figures may make it wider still.
  public let widths: ClosedRange<Length>
  /// Whether it holds figures, which are never broken over lines.
  public let holdsFigures: Bool

  /// Makes a column.
  public init(id: String, widths: ClosedRange<Length>, holdsFigures: Bool) {
    self.id = id
    self.widths = widths
    self.holdsFigures = holdsFigures
  }

  /// Makes a column of a fixed width.
  public init(id: String, width: Length, holdsFigures: Bool) {
    self.init(id: id, widths: width...width, holdsFigures: holdsFigures)
  }
}

/// A part of a table with header rows of its own, which are repeated on every page it spans.
public struct TableSection: Sendable {
  /// A cell at the left over header and body together, which names the section.
  ///
  /// Rows leave its columns out; its own row span means nothing.
  public let side: TableCell?
  /// The rows that are repeated on every page; empty for a section without headings.
  public let header: [TableRow]
  /// The rows below the header, in printed order.
  public let body: [TableRow]

  /// Makes a section; without a side cell its rows tile the whole grid.
  public init(side: TableCell? = nil, header: [TableRow], body: [TableRow]) {
    self.side = side
    self.header = header
    self.body = body
  }

  /// All cells: the side cell, those of the header, those of the body.
  public var cells: [TableCell] { [side].compactMap { $0 } + (header + body).flatMap(\.cells) }
}

/// A row: the cells that begin in it, from left to right.
///
/// Positions that a cell of an earlier row covers by its row span are left out; together the cells
/// tile the grid, holes and overlaps are refused by the typesetter.
public struct TableRow: Sendable {
  /// The cells that begin here, by ascending column.
  public let cells: [TableCell]
  /// Whether it is not left at the foot of a page without the next row: a 类 before its first 款.
  public let keepsWithNext: Bool

  /// Makes a row of the cells that begin in it.
  public init(cells: [TableCell], keepsWithNext: Bool = false) {
    self.cells = cells
    self.keepsWithNext = keepsWithNext
  }
}

/// What a cell holds.
public enum CellContent: Hashable, Sendable {
  case empty
  case text(String)
  /// A reckoned figure; it may print as a blank.
  ///
  /// Indirect, since cells are copied by the thousand and a figure has many parts.
  indirect case figure(Figure)

  /// The text that is printed; empty for a blank.
  public var printed: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .figure(let figure): figure.printed
    }
  }
}

/// What a cell is for; decides font, alignment, structure tag and the way a spreadsheet stores it.
public enum CellRole: String, Hashable, Sendable {
  /// A cell of a header row.
  case header
  /// An account code: text, never a number.
  case code
  /// The name of an account.
  case name
  /// The wording of a fixed line.
  case label
  /// The wording of a total.
  case totalLabel
  /// 行次.
  case lineNumber
  case figure
  /// The name of a section, over all of its rows; it stands on each page that the section takes.
  case side
  /// What rows below one another have in common, over all of them; it stands on each page that they
  /// take, and does not keep them on one.
  case group
  /// A short text that is no name: =100%, 及时.
  case value
  /// Running text.
  case text
  /// A number that is quoted as it is printed, set flush right and never broken.
  case number
  /// A number behind a bar as long as it, as quoted as ``number``; the bar is drawn, and said by the
  /// number alone.
  case bar
  /// A bordered cell with nothing in it.
  case filler
}

/// A cell of a table: where it begins, how far it spans, what it holds.
public struct TableCell: Hashable, Sendable {
  /// The first grid column that it covers, from 0.
  public let column: Int
  /// How many grid columns it covers, from 1.
  public let columnSpan: Int
  /// How many rows it covers, from 1, all in its section's header or all in its body.
  public let rowSpan: Int
  /// What the cell is for.
  public let role: CellRole
  /// What the cell holds.
  public let content: CellContent
  /// Whether it belongs to a total or to a row that others below it are parts of: 合计, 类.
  public let isStrong: Bool
  /// How many levels below the uppermost of its tree a name stands: 1 for a 款, 2 for a 项.
  public let level: Int

  /// Makes a cell; unless said otherwise it covers one column and one row.
  public init(
    column: Int, columnSpan: Int = 1, rowSpan: Int = 1, role: CellRole, content: CellContent,
    isStrong: Bool = false, level: Int = 0
  ) {
    self.column = column
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.role = role
    self.content = content
    self.isStrong = isStrong
    self.level = level
  }

  /// The grid columns that it covers.
  public var columns: Range<Int> { column..<(column + columnSpan) }

  /// Whether it is for a reckoned figure, printed or not.
  public var holdsFigure: Bool { if case .figure = content { true } else { false } }
}
