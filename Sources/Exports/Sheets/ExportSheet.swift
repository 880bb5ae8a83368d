public import Diagnostics

/// A sheet or file that another system has exported, as it stands there: nothing of it is understood yet.
public struct ExportSheet: Sendable {
  /// The name of the sheet; empty where the file has none.
  public let name: String
  /// The rows from the top; those in which nothing stands are there too.
  public let rows: [ExportRow]

  /// Puts a sheet together.
  public init(name: String, rows: [ExportRow]) {
    self.name = name
    self.rows = rows
  }
}

/// A row of an export.
public struct ExportRow: Sendable {
  /// What stands in it, by column from 0; blank cells are left out.
  public let cells: [Int: ExportCell]
  /// Whether the sheet does not show it.
  public let isHidden: Bool

  /// A row of cells by column.
  public init(cells: [Int: ExportCell], isHidden: Bool = false) {
    self.cells = cells
    self.isHidden = isHidden
  }

  /// The cells from left to right.
  var sorted: [(column: Int, cell: ExportCell)] {
    cells.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether nothing stands in it.
  var isBlank: Bool { cells.isEmpty }
}

/// A cell of an export that says something.
public struct ExportCell: Hashable, Sendable {
  /// What a cell lacks of an amount, though it shows something.
  public enum Trouble: Hashable, Sendable {
    /// An error of the spreadsheet program, by its name.
    case error(String)
    /// A formula that nobody has reckoned.
    case unreckoned
  }

  /// What people see in it, without blanks around it.
  public let text: String
  /// The number as it is kept, where it shows fewer digits; otherwise the text.
  public let number: String
  /// Where it stands.
  public let place: Place
  /// The rows and columns that it covers, from 1.
  public let span: (rows: Int, columns: Int)
  /// Whether it is only covered by a merged cell, whose text it repeats.
  public let isCovered: Bool
  /// Why it says no amount; nil where nothing stands in the way.
  public let trouble: Trouble?

  /// A cell; unless said otherwise it is a plain one.
  public init(
    _ text: String, number: String? = nil, at place: Place,
    span: (rows: Int, columns: Int) = (1, 1),
    isCovered: Bool = false, trouble: Trouble? = nil
  ) {
    self.text = text
    self.number = number ?? text
    self.place = place
    self.span = span
    self.isCovered = isCovered
    self.trouble = trouble
  }

  /// Whether both say the same at one place.
  public static func == (left: ExportCell, right: ExportCell) -> Bool {
    left.text == right.text && left.number == right.number && left.place == right.place
      && left.isCovered == right.isCovered
  }

  /// Feeds what makes cells equal.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(place)
  }
}
