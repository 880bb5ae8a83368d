internal import Diagnostics
internal import Dossiers
internal import Layouts
internal import Readings
internal import SourceFiles

/// The rows of headings of an export, and what they call its columns.
struct ExportHead {
  struct Column {
    /// The column, from 0.
    let index: Int
    /// The headings from the top row to the lowest, each once; none where nothing heads the column.
    let path: [String]
    /// What the mapping calls it; no two columns are called alike.
    let name: String
    let place: Place
  }

  let columns: [Column]
  /// The rows of the head.
  let rows: Range<Int>
  /// The texts above it.
  let titles: [ExportCell]

  /// The texts of the head's rows by column, for heads that are repeated.
  func isRepeated(in row: ExportRow, of sheet: ExportSheet) -> Bool {
    let cells = row.sorted.filter { !$0.cell.isCovered }
    guard cells.count > 1 else { return false }
    return cells.allSatisfy { column, cell in
      rows.contains { sheet.rows[$0].cells[column].map { folded($0.text) } == folded(cell.text) }
    }
  }
}

/// Finds the head of an export below its title.
struct HeadFinder {
  let sheet: ExportSheet
  let context: ExportContext

  /// So far from the top a head is looked for, and so many rows it has at most.
  private static let (farthest, tallest) = (80, 6)

  /// The head; nil where no row has a heading that is known beside another one.
  func find() -> ExportHead? {
    guard let anchor = anchor() else { return nil }
    var first = anchor
    while first > 0, anchor - first < Self.tallest, isUpperRow(first - 1) { first -= 1 }
    var end = anchor + 1
    var bottom = end
    for row in first..<end { bottom = max(bottom, reach(of: row)) }
    while end < min(sheet.rows.count, first + Self.tallest), end < bottom || isLowerRow(end) {
      bottom = max(bottom, reach(of: end))
      end += 1
    }
    let titles = sheet.rows[..<first].flatMap { row in
      row.sorted.map(\.cell).filter { !$0.isCovered }
    }
    return ExportHead(columns: columns(first..<end), rows: first..<end, titles: titles)
  }

  // MARK: Rows

  private func anchor() -> Int? {
    let counts = sheet.rows.prefix(Self.farthest).map { row -> Int in
      let cells = row.cells.values.filter { !$0.isCovered }
      guard !cells.contains(where: { isNumber($0.text) }) else { return 0 }
      return Set(cells.map(\.text).filter(isKnown)).count
    }
    return counts.firstIndex { $0 >= 2 } ?? counts.firstIndex { $0 == 1 }
  }

  /// Whether a row above may be part of the head: several texts, none of which is a title's.
  private func isUpperRow(_ index: Int) -> Bool {
    let cells = sheet.rows[index].cells.values.filter { !$0.isCovered }
    guard cells.count > 1, !sheet.rows[index].isHidden else { return false }
    return cells.allSatisfy { cell in
      !isNumber(cell.text) && unitStated(in: cell.text) == nil
        && !cell.text.contains { ":：".contains($0) }
    }
  }

  /// The row behind the lowest that a cell of a row reaches down to.
  private func reach(of row: Int) -> Int {
    let spans = sheet.rows[row].cells.values.map(\.span.rows)
    return row + min(spans.max() ?? 1, Self.tallest)
  }

  /// Whether a row below goes on with the head: headings alone, below one that several share, or below
  /// none.
  private func isLowerRow(_ index: Int) -> Bool {
    let row = sheet.rows[index]
    guard !row.isBlank, row.cells.values.allSatisfy({ !hasDigit($0.text) }) else { return false }
    let above = sheet.rows[index - 1]
    let isTotal = row.cells.values.contains { context.words.totals.contains(folded($0.text)) }
    if isTotal, row.cells.count == 1 { return false }
    return row.sorted.allSatisfy { column, cell in
      let parent = above.cells[column]
      return isKnown(cell.text) || parent == nil
        || parent.map { $0.isCovered || $0.span.columns > 1 } ?? false
    } && row.cells.values.contains { isKnown($0.text) }
  }

  private func hasDigit(_ text: String) -> Bool { text.contains { $0.isNumber && $0.isASCII } }

  // MARK: Columns

  private func columns(_ rows: Range<Int>) -> [ExportHead.Column] {
    let last = sheet.rows[rows.lowerBound...].flatMap(\.cells.keys).max() ?? -1
    var counts: [String: Int] = [:]
    return (0..<(last + 1)).compactMap { column in
      let (path, place) = path(of: column, rows)
      let isFilled = sheet.rows[rows.upperBound...].contains { $0.cells[column] != nil }
      guard !path.isEmpty || isFilled else { return nil }
      let spoken =
        path.isEmpty ? "\(CellRange.letters(of: column)) 栏（没有标题）" : path.joined(separator: "/")
      counts[spoken, default: 0] += 1
      let count = counts[spoken] ?? 1
      return ExportHead.Column(
        index: column, path: path, name: count > 1 ? "\(spoken)（\(count)）" : spoken, place: place)
    }
  }

  /// The headings over a column; where merged cells came without their width, a blank below which there
  /// is a heading belongs to the one at its left.
  private func path(of column: Int, _ rows: Range<Int>) -> ([String], Place) {
    var path: [String] = []
    var place: Place?
    let lowest = rows.last { sheet.rows[$0].cells[column] != nil }
    for row in rows {
      var cell = sheet.rows[row].cells[column]
      if cell == nil, let lowest, row < lowest, path.isEmpty {
        cell = (0..<column).reversed().lazy.compactMap { sheet.rows[row].cells[$0] }.first
      }
      guard let cell else { continue }
      let text = cell.text.filter { !$0.isWhitespace }
      if path.last != text { path.append(text) }
      place = cell.place
    }
    let fallback = sheet.rows[rows].lazy.compactMap(\.sorted.first?.cell.place).first
    return (path, place ?? fallback ?? .sheet(sheet.name))
  }
}

// MARK: - Words

extension HeadFinder {
  /// Whether a text heads a column of some table, alone or together with others.
  private func isKnown(_ text: String) -> Bool {
    let words = context.words
    let vocabulary = context.vocabulary
    let key = folded(text)
    let base = partedHeading(text).base
    if vocabulary.heading(text) != nil || vocabulary.columnNamed(by: text) != nil { return true }
    if vocabulary.passesOver(text) || vocabulary.heading(base + TableHeading.unitOfAmounts) != nil {
      return true
    }
    if words.headings[key] != nil || words.passedOver[key] != nil || words.accountHeads[key] != nil
    {
      return true
    }
    if words.amounts.values.contains(where: { $0[base] != nil }) { return true }
    return words.levels.contains(key) || words.totalHeadings.contains(key)
      || words.sides.contains(key)
  }
}

/// Whether a text is digits with what numbers are written with, and nothing else.
func isNumber(_ text: String) -> Bool {
  let text = folded(text)
  return text.contains { $0.isNumber }
    && text.allSatisfy { $0.isNumber || "-+,.()%¥￥eE".contains($0) }
}
