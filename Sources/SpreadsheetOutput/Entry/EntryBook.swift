public import Domain

/// A workbook that people fill in, as a value: what stands in its cells, what may be written there, and
/// what people are told.
public struct EntryBook: Sendable {
  /// What the file's properties say.
  public let title: String
  /// The day of creation in the file's properties; nothing is taken from the clock.
  public let created: CalendarDate
  /// The sheets in the order of their tabs.
  public let sheets: [EntrySheet]

  /// A workbook of sheets.
  public init(title: String, created: CalendarDate, sheets: [EntrySheet]) {
    self.title = title
    self.created = created
    self.sheets = sheets
  }
}

/// A sheet of a workbook that people fill in.
///
/// Rows and columns count from 0.
public struct EntrySheet: Sendable {
  /// The name on its tab.
  public let name: String
  /// What its tab is coloured like.
  public var tab: EntryLook = .heading
  /// The columns from the left.
  public var columns: [EntryColumn]
  /// The heights of rows that are not as high as others, in points.
  public var heights: [Int: Double] = [:]
  /// The cells that hold or look like something, none twice.
  public var cells: [EntryCell] = []
  /// What may be written where.
  public var rules: [EntryRule] = []
  /// How many rows stay in view when it is scrolled.
  public var frozenRows = 0
  /// How many columns stay in view when it is scrolled.
  public var frozenColumns = 0
  /// Cells that are marked while they hold a number that is not zero.
  public var alarms: [EntryRange] = []

  /// An empty sheet.
  public init(name: String, columns: [EntryColumn]) {
    self.name = name
    self.columns = columns
  }
}

/// A column, and what its cells look like where nothing stands.
public struct EntryColumn: Sendable {
  /// In characters.
  public let width: Double
  /// The look of cells that hold nothing; nil for cells that people do not write in.
  public let look: EntryLook?

  /// A column.
  public init(width: Double, look: EntryLook? = nil) {
    self.width = width
    self.look = look
  }
}

/// A rectangle of cells.
public struct EntryRange: Hashable, Sendable {
  /// The rows, from 0.
  public let rows: ClosedRange<Int>
  /// The columns, from 0.
  public let columns: ClosedRange<Int>

  /// Cells of some rows and columns.
  public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }
}

/// A cell of a sheet.
public struct EntryCell: Sendable {
  /// What a cell holds.
  public enum Content: Hashable, Sendable {
    case blank
    case text(String)
    case number(FixedDecimal)
    /// A formula, with the number that it gives for what the workbook holds.
    case sum(String, FixedDecimal)
    /// A formula, with the text that it gives for what the workbook holds.
    case quote(String, String)
  }

  /// Where it stands; more than one cell is one merged cell.
  public let range: EntryRange
  /// What it holds.
  public let content: Content
  /// What it looks like, and whether it can be written in.
  public let look: EntryLook
  /// What people are told when they point at it; nil for nothing.
  public let comment: String?

  /// A cell, or some that are merged.
  public init(
    row: Int, column: Int, through lastColumn: Int? = nil, _ content: Content, _ look: EntryLook,
    comment: String? = nil
  ) {
    range = EntryRange(rows: row...row, columns: column...max(column, lastColumn ?? column))
    self.content = content
    self.look = look
    self.comment = comment
  }
}

/// What a cell looks like.
public enum EntryLook: Hashable, Sendable, CaseIterable {
  /// The title of a sheet.
  case title
  /// What a sheet is for, below its title.
  case hint
  /// The heading of a column that has to be filled in.
  case heading
  /// The heading of a column that may be left out.
  case optionalHeading
  /// The heading of a column that the program or the set fills in.
  case idleHeading
  /// What the program has filled in: nobody writes there.
  case fixed
  /// What has to be filled in.
  case required
  /// What may be filled in.
  case input
  /// A text of several lines.
  case text
  /// A text of several lines that has to be filled in.
  case requiredText
  /// An amount in 元.
  case amount
  /// An amount in 元 that has to be filled in.
  case requiredAmount
  /// A number of things or people.
  case count
  /// A number of things or people that has to be filled in.
  case requiredCount
  /// A number with as many decimals as are written.
  case decimal
  /// Sums and differences.
  case sum
  /// The name of a group of rows.
  case band
  /// Something that has to be gone over.
  case review

  /// Whether people can write in it.
  public var isOpen: Bool {
    switch self {
    case .required, .input, .text, .requiredText, .amount, .requiredAmount, .count, .requiredCount,
      .decimal, .review:
      true
    case .title, .hint, .heading, .optionalHeading, .idleHeading, .fixed, .sum, .band: false
    }
  }
}

/// What may be written in some cells.
public struct EntryRule: Sendable {
  /// What a program holds it against.
  public enum Kind: Hashable, Sendable {
    /// What stands in some cells, by a formula: `=单位!$A$5:$A$104`; other words can be kept by those who
    /// mean them.
    case list(String)
    /// A number of any sign.
    case number
    /// A whole number from 0.
    case count
    /// A number from 0 to another.
    case points(most: Double)
  }

  /// The cells.
  public let range: EntryRange
  /// What may be written.
  public let kind: Kind
  /// The title of what people are told: at most 32 characters.
  public let title: String
  /// What people are told when they write there: at most 255 characters.
  public let prompt: String

  /// A rule for some cells.
  public init(_ range: EntryRange, _ kind: Kind, title: String, prompt: String) {
    self.range = range
    self.kind = kind
    self.title = String(title.prefix(32))
    self.prompt = String(prompt.prefix(255))
  }
}
