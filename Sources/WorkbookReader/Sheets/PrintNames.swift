internal import Readings

/// Print areas and titles, which files keep among the defined names.
enum PrintNames {
  /// Sets what a name says about printing; false for other names, and where it cannot be read.
  static func apply(_ name: WorkbookPart.Name, to setup: inout PrintSetupReading) -> Bool {
    let pieces = split(name.formula).map(withoutSheet)
    switch name.name.lowercased() {
    case "_xlnm.print_area":
      let areas = pieces.compactMap { wholeRange($0) }
      guard areas.count == pieces.count else { return false }
      setup.printArea = areas
    case "_xlnm.print_titles":
      let ranges = pieces.map { ends($0) }
      guard ranges.allSatisfy({ $0.rows != nil || $0.columns != nil }) else { return false }
      setup.titleRows = ranges.lazy.compactMap(\.rows).first
      setup.titleColumns = ranges.lazy.compactMap(\.columns).first
    default: return false
    }
    return true
  }

  /// The pieces between commas, apart from commas in a sheet's quoted name.
  private static func split(_ formula: String) -> [Substring] {
    var pieces: [Substring] = []
    var isQuoted = false
    var start = formula.startIndex
    for index in formula.indices {
      if formula[index] == "'" { isQuoted.toggle() }
      guard formula[index] == ",", !isQuoted else { continue }
      pieces.append(formula[start..<index])
      start = formula.index(after: index)
    }
    return pieces + [formula[start...]]
  }

  /// What follows the sheet's name, without dollars.
  private static func withoutSheet(_ piece: Substring) -> String {
    let start = piece.lastIndex(of: "!").map { piece.index(after: $0) } ?? piece.startIndex
    return piece[start...].filter { $0 != "$" && $0 != " " }
  }

  /// A range of cells, or of whole columns or rows.
  private static func wholeRange(_ text: String) -> CellRange? {
    if let range = CellPlace.range(text) { return range }
    let found = ends(text)
    if let rows = found.rows {
      return CellRange(
        firstRow: rows.lowerBound, firstColumn: 0, lastRow: rows.upperBound,
        lastColumn: CellPlace.columns - 1)
    }
    guard let columns = found.columns else { return nil }
    return CellRange(
      firstRow: 0, firstColumn: columns.lowerBound, lastRow: CellPlace.rows - 1,
      lastColumn: columns.upperBound)
  }

  /// Whole rows (`1:5`) or columns (`A:B`).
  private static func ends(
    _ text: String
  ) -> (rows: ClosedRange<Int>?, columns: ClosedRange<Int>?) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (nil, nil) }
    // A row or a column becomes a cell by adding what it lacks.
    if let first = CellPlace.parse(("A" + parts[0]).utf8),
      let last = CellPlace.parse(("A" + parts[1]).utf8), first.column == 0, last.column == 0
    {
      return (min(first.row, last.row)...max(first.row, last.row), nil)
    }
    guard let first = CellPlace.parse((parts[0] + "1").utf8),
      let last = CellPlace.parse((parts[1] + "1").utf8), first.row == 0, last.row == 0
    else { return (nil, nil) }
    return (nil, min(first.column, last.column)...max(first.column, last.column))
  }
}
