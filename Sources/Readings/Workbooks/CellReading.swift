/// A cell as it was read: 64 bytes, and what does not fit into them only where a cell has it.
public struct CellReading: Hashable, Codable, Sendable {
  // Smaller than `Int`, for workbooks of millions of cells.
  private var storedRow: UInt32
  private var storedColumn: UInt16
  private var storedStyle: UInt32
  /// What the cell is; of a formula its cached result.
  public var value: CellValue
  /// The parts of a rich text with their fonts, which together give the text; empty for others.
  public var runs: [TextRun]
  /// The formula whose cached result is the value.
  public var formula: FormulaReading?

  /// The names outside of memory.
  private enum CodingKeys: String, CodingKey {
    case storedRow = "row"
    case storedColumn = "column"
    case storedStyle = "style"
    case value, runs, formula
  }

  /// Makes a cell; row and column count from 0 and must be in a sheet's bounds.
  public init(
    row: Int, column: Int, value: CellValue, style: Int = 0, runs: [TextRun] = [],
    formula: FormulaReading? = nil
  ) {
    storedRow = UInt32(row)
    storedColumn = UInt16(column)
    storedStyle = UInt32(style)
    self.value = value
    self.runs = runs
    self.formula = formula
  }

  /// The row, from 0.
  public var row: Int {
    get { Int(storedRow) }
    set { storedRow = UInt32(newValue) }
  }

  /// The column, from 0.
  public var column: Int {
    get { Int(storedColumn) }
    set { storedColumn = UInt16(newValue) }
  }

  /// Where its style stands in the workbook's table.
  public var style: Int {
    get { Int(storedStyle) }
    set { storedStyle = UInt32(newValue) }
  }

  /// The cell's place as people write it: `B7`.
  public var reference: String { CellRange.reference(row: row, column: column) }
}

/// What a cell is, apart from how it is printed.
public enum CellValue: Hashable, Codable, Sendable {
  /// Nothing: the cell is there for its style.
  case blank
  /// A number as the file writes it; nothing is lost to binary fractions.
  case number(String)
  /// A text; a rich one without its fonts.
  case text(String)
  case boolean(Bool)
  /// An error by its name: `#DIV/0!`.
  case error(String)
  /// A number whose format prints it as a date or time: days since the workbook's first day, as the
  /// file writes them.
  case date(serial: String)
}

/// A part of a rich text.
public struct TextRun: Hashable, Codable, Sendable {
  /// The part's text, spaces included.
  public var text: String
  /// The part's own font; nil for the cell's.
  public var font: FontReading?

  /// Pairs a part with its font.
  public init(text: String, font: FontReading? = nil) {
    self.text = text
    self.font = font
  }
}

/// A formula; in a box, for most cells have none.
public indirect enum FormulaReading: Hashable, Codable, Sendable {
  /// Without `=`; a shared one as it reads in this cell.
  case normal(String)
  /// Entered for a range at once; stands in the range's first cell.
  case array(String, range: CellRange)

  /// The formula without `=`.
  public var text: String {
    switch self {
    case .normal(let text), .array(let text, _): text
    }
  }
}
