internal import Diagnostics
internal import Readings

/// A sheet as rows that can be aligned.
struct SheetGrid {
  /// A row with its cells, blank ones too.
  struct Row {
    /// From 0.
    let number: Int
    /// Indexes into the sheet's cells.
    let cells: Range<Int>
    /// Whether any cell of it says something.
    let isEmpty: Bool
  }

  let sheet: SheetReading
  /// From the first row to the last that says something, blank ones between them included, unless
  /// the sheet is nearly empty space.
  let rows: [Row]
  /// One more than the last column that says something.
  let width: Int

  init(_ sheet: SheetReading) {
    self.sheet = sheet
    var found: [Row] = []
    var width = 0
    var start = 0
    let cells = sheet.cells
    while start < cells.count {
      let number = cells[start].row
      var end = start
      var isEmpty = true
      while end < cells.count, cells[end].row == number {
        if !cells[end].isEmpty {
          isEmpty = false
          width = max(width, cells[end].column + 1)
        }
        end += 1
      }
      found.append(Row(number: number, cells: start..<end, isEmpty: isEmpty))
      start = end
    }
    while found.last?.isEmpty ?? false { found.removeLast() }
    self.width = width
    rows = Self.filled(found)
  }

  /// Puts in the rows that the file does not have, where they are not by far the most.
  private static func filled(_ found: [Row]) -> [Row] {
    guard let last = found.last, last.number < 4 * found.count + 1_000 else { return found }
    var rows: [Row] = []
    rows.reserveCapacity(last.number + 1)
    for row in found {
      while rows.count < row.number {
        let edge = row.cells.lowerBound
        rows.append(Row(number: rows.count, cells: edge..<edge, isEmpty: true))
      }
      rows.append(row)
    }
    return rows
  }

  /// The cells of a row by its place in ``rows``.
  func cells(at index: Int) -> ArraySlice<CellReading> { sheet.cells[rows[index].cells] }

  /// How many cells say something.
  var contentCount: Int { sheet.cells.count { !$0.isEmpty } }

  /// What a row is known by when its figures change: its texts; nil where it has none.
  func label(at index: Int) -> String? {
    let texts = cells(at: index).compactMap(\.plainText)
    return texts.isEmpty ? nil : texts.joined(separator: "\u{1F}")
  }

  /// What the cells of a row say, blanks left out.
  func text(at index: Int, print: (CellReading) -> String = { $0.reportText }) -> String {
    cells(at: index).filter { !$0.isEmpty }.map(print).joined(separator: " | ")
  }

  /// Rows as reports cite them: `公开05表!14:16`.
  func place(ofRows range: Range<Int>) -> Place {
    guard let first = range.first, let last = range.last else { return .sheet(sheet.name) }
    let reference = "\(rows[first].number + 1):\(rows[last].number + 1)"
    return .cell(sheet: sheet.name, reference: reference)
  }

  /// A cell as reports cite it: `公开05表!D13`.
  func place(_ row: Int, _ column: Int) -> Place {
    .cell(sheet: sheet.name, reference: CellRange.reference(row: row, column: column))
  }
}

extension CellReading {
  /// What a cell says, as reports print it.
  var reportText: String {
    switch value {
    case .blank: ""
    case .number(let text), .date(let text): plainNumber(text)
    case .text(let text): text
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .error(let name): name
    }
  }
}

/// A row as an element to align: equal where all its cells say the same in the same columns.
struct RowContent: Hashable {
  let cells: ArraySlice<CellReading>
  let columns: ColumnMap.Side

  static func == (left: RowContent, right: RowContent) -> Bool {
    var others = right.cells.lazy.filter { !$0.isEmpty }.makeIterator()
    for cell in left.cells where !cell.isEmpty {
      guard let other = others.next(), left.columns[cell.column] == right.columns[other.column],
        cell.saysTheSame(as: other)
      else { return false }
    }
    return others.next() == nil
  }

  func hash(into hasher: inout Hasher) {
    for cell in cells where !cell.isEmpty {
      hasher.combine(columns[cell.column])
      cell.hashContent(into: &hasher)
    }
  }
}
