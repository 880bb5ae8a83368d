internal import Domain
internal import Layouts
internal import Readings

/// A section of a self-evaluation that has figures, as it stands in a table.
struct PlacedSection {
  let layout: EvaluationSection
  /// The grid's rows of its header where it is first printed.
  let header: Range<Int>
  /// The grid's column for each of the form's that was found.
  let columns: [Int: Int]
  /// The grid's rows below, up to the next section.
  var body: Range<Int>
  /// What columns are called in addresses.
  let columnKeys: [Range<Int>: String]
  /// The texts of each row of its header.
  private let headerTexts: [Set<ComparableText>]

  /// Finds a section below a row by the texts of its header; nil where it is not printed.
  init?(_ layout: EvaluationSection, columnCount: Int, in grid: CellGrid, from start: Int) {
    let texts = layout.headerTexts
    guard let first = texts.first,
      let row = (start..<max(start, grid.rows.count)).first(where: { row in
        Set(first).isSubset(of: grid.texts(inRow: row))
      })
    else { return nil }
    let height = texts.indices.prefix { index in
      Set(texts[index]).isSubset(of: grid.texts(inRow: row + index))
    }.count
    self.layout = layout
    columnKeys = layout.columnKeys
    headerTexts = texts.filter { !$0.isEmpty }.map { Set($0) }
    header = row..<(row + height)
    body = header.upperBound..<max(header.upperBound, grid.rows.count)
    let wanted = (0..<columnCount).map { column in
      let cells = layout.header.flatMap { row in row.filter { $0.covers(column) } }
      return ColumnHeading(texts: cells.map { ComparableText($0.text) }, number: nil)
    }
    columns = ColumnMatch(wanted, in: grid.headings(rows: header, hasNumbers: false)).columns
  }

  /// Whether a row repeats one of the header's on a later page.
  func isHeader(_ row: Int, in grid: CellGrid) -> Bool {
    let texts = Set(grid.texts(inRow: row))
    return headerTexts.contains { $0.isSubset(of: texts) }
  }

  /// The cell of the table that stands for one of the form's in a row; nil where there is none, and
  /// where it runs over columns of others, as texts below the section do.
  func cell(_ cell: EvaluationCell, row: Int, in grid: CellGrid) -> ReadCell? {
    guard let place = columns[cell.column], let index = grid.index(row, place) else { return nil }
    let others = columns.filter { !cell.columns.contains($0.key) }.values
    return others.contains { grid.index(row, $0) == index } ? nil : grid.table.cells[index]
  }
}

extension EvaluationSection {
  /// The header's texts, row by row.
  var headerTexts: [[ComparableText]] {
    header.map { row in row.map { ComparableText($0.text) }.filter { !$0.isEmpty } }
  }

  var hasFigures: Bool { rows.contains { !$0.figureCells.isEmpty } }
}

extension EvaluationRow {
  /// The cells that show figures.
  var figureCells: [EvaluationCell] {
    cells.filter { if case .figure = $0.content { true } else { false } }
  }

  /// The cells that name a record, the nearest first: 来源, or 三级, 二级, 一级.
  var nameCells: [EvaluationCell] {
    (records?.names ?? []).compactMap { name in
      cells.first { cell in
        guard case .show(let text) = cell.content else { return false }
        return text.isOnly(RecordMark(rawValue: name))
      }
    }
  }
}

extension RecordText {
  /// Whether a text is nothing but a place that an evaluation fills in.
  func isOnly(_ mark: RecordMark) -> Bool {
    filled { $0 == mark ? "\u{1}" : "" } == "\u{1}"
  }
}
