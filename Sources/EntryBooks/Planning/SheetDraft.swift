internal import Diagnostics
internal import Domain
internal import Dossiers
internal import Layouts
internal import SpreadsheetOutput

/// The last row, from 0, for which rules hold and which sums take in.
let lastEntryRow = 4999

/// A cell as formulas cite it: `$D$5`.
func cited(_ row: Int, _ column: Int) -> String { "$\(letters(column))$\(row + 1)" }

/// Some cells of a sheet as formulas cite them: `单位!$A$4:$A$103`.
func cited(_ sheet: SheetTitle, rows: ClosedRange<Int>, column: Int) -> String {
  "\(sheet.rawValue)!\(cited(rows.lowerBound, column)):\(cited(rows.upperBound, column))"
}

/// The letters of a column, from 0.
func letters(_ column: Int) -> String { CellPlace.letters(ofColumn: column) }

extension EntryRange {
  /// The rows of a column below a head, as far as rules hold.
  init(below row: Int, column: Int) {
    self.init(rows: (row + 1)...lastEntryRow, columns: column...column)
  }
}

extension EntrySheet {
  /// Puts the title and, below it, what the sheet is for into the first two rows.
  mutating func addTitle(_ title: String, hint: String, hintHeight: Double = 30) {
    let last = max(1, columns.count - 1)
    cells.append(EntryCell(row: 0, column: 0, through: last, .text(title), .title))
    cells.append(EntryCell(row: 1, column: 0, through: last, .text(hint), .hint))
    heights[0] = 28
    heights[1] = hintHeight
  }

  /// Adds a cell.
  mutating func add(
    _ row: Int, _ column: Int, _ content: EntryCell.Content, _ look: EntryLook,
    comment: String? = nil
  ) {
    cells.append(EntryCell(row: row, column: column, content, look, comment: comment))
  }
}

extension EntryCell.Content {
  /// An amount as a number; as it is written where it is none that a cell holds exactly.
  static func amount(_ text: String) -> EntryCell.Content {
    guard let money = try? Money(yuan: text), money.fen.magnitude < 100_000_000_000_000 else {
      return .text(text)
    }
    return .number(FixedDecimal(units: money.fen, decimals: 2).trimmed)
  }

  /// Digits as a number; anything else as it is written.
  static func decimal(_ text: String) -> EntryCell.Content {
    let sign = text.hasPrefix("-") ? -1 : 1
    let digits = text.drop { $0 == "-" }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let isPlain = parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
    let whole = parts.joined()
    guard text.hasPrefix("--") == false, isPlain, (1...2).contains(parts.count),
      whole.utf8.count <= 14, parts[0] == "0" || !parts[0].hasPrefix("0"), let units = Int64(whole)
    else { return .text(text) }
    let decimals = parts.count == 2 ? parts[1].utf8.count : 0
    return .number(FixedDecimal(units: Int64(sign) * units, decimals: decimals).trimmed)
  }
}
