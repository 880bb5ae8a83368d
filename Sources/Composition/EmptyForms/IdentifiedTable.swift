internal import Documents
internal import Layouts

/// The table of an empty form: with a row of the columns' ids above its header, and at the left of each
/// block a column of the rows' ids.
struct IdentifiedTable {
  let grid: FormGrid
  let words: CellWords

  private var columns: [ColumnLayout] { grid.form.columns }

  private var frame: IdentifiedGrid { IdentifiedGrid(idColumns: idColumns) }

  /// The ids of all columns.
  var columnIDs: [String] { frame.columns(columns.map(\.id)) }

  var sections: [TableSection] {
    let frame = frame
    let assembled = TableAssembly(grid: grid, figures: figures).table()
    return assembled.sections.enumerated().map { number, section in
      let height = grid.blocks[number].map(\.count).max() ?? 0
      return TableSection(
        header: header(section.header, isFirst: number == 0, frame),
        body: section.body.enumerated().map { offset, row in
          let ids = offset < height ? ids(ofRow: offset, section: number) : [:]
          return TableRow(
            cells: frame.cells(row.cells.map(\.withoutFigure), ids: ids),
            keepsWithNext: row.keepsWithNext)
        })
    }
  }

  /// The words in place of the figures, by the positions of row and column.
  private var figures: [[Int: CellContent]] {
    grid.rows.indices.map { row in
      Dictionary(
        uniqueKeysWithValues: grid.rows[row].cells.keys.compactMap { column in
          guard let words = words.words(row: row, column: column) else { return nil }
          // A row of the foot has several figures, each with an id of its own.
          guard case .foot = grid.rows[row].wording else { return (column, .text(words)) }
          return (column, .text("\(grid.rows[row].id): \(words)"))
        })
    }
  }

  /// Where blocks begin that have rows with ids which they do not print as codes.
  private var idColumns: Set<Int> {
    var starts: Set<Int> = []
    for (section, ranges) in zip(grid.form.sections, grid.blocks) {
      for (block, rows) in zip(section.blocks, ranges) {
        let printsCodes = block.columns.contains {
          columns[$0].content == .code && columns[$0].codeLevel == nil
        }
        let isNamed = rows.contains { position in
          guard case .account = grid.rows[position].wording else { return true }
          return !printsCodes
        }
        if isNamed { starts.insert(block.columns.lowerBound) }
      }
    }
    return starts
  }

  /// The ids of a row of a section, by the first columns of the blocks.
  private func ids(ofRow offset: Int, section: Int) -> [Int: String] {
    let blocks = zip(grid.form.sections[section].blocks, grid.blocks[section])
    return Dictionary(
      uniqueKeysWithValues: blocks.map { block, rows in
        let position = rows.lowerBound + offset
        return (block.columns.lowerBound, position < rows.upperBound ? grid.rows[position].id : "")
      })
  }

  /// The header with the row of ids; it stands once, and is repeated with the first header.
  private func header(_ rows: [TableRow], isFirst: Bool, _ frame: IdentifiedGrid) -> [TableRow] {
    guard isFirst else { return frame.header(rows) }
    let ids = columns.enumerated().map { position, column in
      TableCell(column: position, role: .value, content: .text(column.id))
    }
    return frame.header([TableRow(cells: ids)] + rows)
  }
}

/// A grid with columns put in before some of its own.
private struct IdentifiedGrid {
  /// The columns before which one is put in.
  let idColumns: Set<Int>

  /// What stands above a column of ids.
  private static let heading = "id"

  /// The ids of all columns.
  func columns(_ ids: [String]) -> [String] {
    ids.indices.flatMap { idColumns.contains($0) ? [Self.heading, ids[$0]] : [ids[$0]] }
  }

  /// The cells of a row with its ids; where a column of ids has none, the cell behind it begins there.
  ///
  /// - Parameter ids: by the columns before which they stand.
  func cells(_ cells: [TableCell], ids: [Int: String]) -> [TableCell] {
    cells.flatMap { cell -> [TableCell] in
      guard idColumns.contains(cell.column) else { return [moved(cell)] }
      guard let id = ids[cell.column] else { return [moved(cell, covering: true)] }
      let own = TableCell(
        column: position(cell.column) - 1, role: .label, content: id.isEmpty ? .empty : .text(id))
      return [own, moved(cell)]
    }
  }

  /// The rows of a header; a column of ids has cells of its own where no heading runs over it.
  func header(_ rows: [TableRow]) -> [TableRow] {
    var moved = rows.map { $0.cells.map { self.moved($0) } }
    for column in idColumns.sorted() {
      let free = rows.indices.filter { !isSpanned(column, row: $0, of: rows) }
      for run in runs(of: free) {
        let cell = TableCell(
          column: position(column) - 1, rowSpan: run.count, role: .header,
          content: .text(Self.heading))
        moved[run.lowerBound].append(cell)
      }
    }
    return moved.map { cells in TableRow(cells: cells.sorted { $0.column < $1.column }) }
  }

  /// Whether a heading of a row, or one from above, begins before a column and ends behind it.
  private func isSpanned(_ column: Int, row: Int, of rows: [TableRow]) -> Bool {
    rows[...row].enumerated().contains { first, cells in
      cells.cells.contains { cell in
        first + cell.rowSpan > row && cell.columns.lowerBound < column
          && column < cell.columns.upperBound
      }
    }
  }

  /// Ascending numbers as runs of those that follow each other.
  private func runs(of numbers: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs
  }

  /// Where a column stands among all.
  private func position(_ column: Int) -> Int { column + idColumns.count { $0 <= column } }

  /// A cell in its place among all columns.
  ///
  /// - Parameter covering: whether it begins with the column of ids before its own.
  private func moved(_ cell: TableCell, covering: Bool = false) -> TableCell {
    let first = position(cell.column) - (covering ? 1 : 0)
    return TableCell(
      column: first, columnSpan: position(cell.columns.upperBound - 1) - first + 1,
      rowSpan: cell.rowSpan, role: cell.role, content: cell.content, isStrong: cell.isStrong,
      level: cell.level)
  }
}

extension TableCell {
  /// The cell with a text in place of a figure, which may be broken over lines.
  fileprivate var withoutFigure: TableCell {
    guard role == .figure else { return self }
    return TableCell(
      column: column, columnSpan: columnSpan, rowSpan: rowSpan,
      role: content == .empty ? .filler : .text, content: content)
  }
}
