internal import Diagnostics

/// A table for the terminal: columns are aligned, a Chinese character counting for two.
public struct TextTable {
  private var rows: [[String]]

  /// A table with its headings.
  public init(_ headings: [String]) { rows = [headings] }

  /// Adds a row; it has as many cells as there are headings.
  public mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, without blanks at their ends.
  public var text: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { displayWidth(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      let line = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - displayWidth(of: cell))
      }.joined(separator: "  ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }
}
