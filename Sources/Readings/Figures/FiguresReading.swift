public import Diagnostics
public import Figures

/// The figures that a CSV file lists, by public address.
public struct FiguresReading: Codable, Hashable, Sendable {
  /// The file's name as messages print it.
  public var file: String
  /// In the order of the file.
  public var rows: [ReadFigure]

  public init(file: String, rows: [ReadFigure] = []) {
    self.file = file
    self.rows = rows
  }

  /// Where a figure stands.
  public func place(of figure: ReadFigure) -> SourcePlace {
    SourcePlace(file: file, line: figure.line)
  }
}

/// A figure as a CSV file has it.
public struct ReadFigure: Codable, Hashable, Sendable {
  /// The form's number: `05`.
  public var form: String
  /// Account code, `行` + line number, or label.
  public var row: String
  /// 栏次 or heading.
  public var column: String
  /// What is printed: `5,924.67`; empty for a blank, `——` for a cell that is never filled.
  public var printed: String
  /// The value before rounding in ``unit``; nil where the file has no such column, empty where the
  /// cell has no value.
  public var exact: String?
  /// `元`, `辆`; nil where the file has no such column.
  public var unit: String?
  /// The lines of the ledger behind it: `expenditure.csv:118`.
  public var sources: [String]
  /// The line of the file, from 1.
  public var line: Int

  public init(
    form: String, row: String, column: String, printed: String, exact: String? = nil,
    unit: String? = nil, sources: [String] = [], line: Int
  ) {
    self.form = form
    self.row = row
    self.column = column
    self.printed = printed
    self.exact = exact
    self.unit = unit
    self.sources = sources
    self.line = line
  }

  /// The public address: `05!2080501.2`.
  public var address: FigureAddress { FigureAddress(form: form, row: row, column: column) }
}
