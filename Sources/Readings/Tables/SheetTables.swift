internal import Diagnostics

extension WorkbookReading {
  /// Each sheet as a table: what its cells show, merged ranges as one cell.
  ///
  /// Positions are those of the sheet. Title and head lines stand among the cells; what is part of
  /// them and what of the table shows only beside a layout set.
  public var tables: [ReadTable] {
    let display = CellDisplay(self)
    return sheets.map { sheet in
      let isCut = sheet.hasTooManyRows
      let cells = sheet.tableCells(display, most: isCut ? 1 : .max)
      return ReadTable(name: sheet.name, head: [], cells: cells, notes: [], isCut: isCut)
    }
  }
}

extension SheetReading {
  /// Whether more rows than any form has show something: such a sheet may have a million cells, and
  /// to make texts of them would cost more than all else.
  fileprivate var hasTooManyRows: Bool {
    guard cells.count > ReadTable.mostRows else { return false }
    var (count, last) = (0, -1)
    for cell in cells where cell.row != last && cell.value.isSeen {
      (count, last) = (count + 1, cell.row)
      if count > ReadTable.mostRows { return true }
    }
    return false
  }

  /// The first cells that show something; those that a merged range hides are left out.
  fileprivate func tableCells(_ display: CellDisplay, most: Int) -> [ReadCell] {
    let spans = MergedCells(merges)
    var result: [ReadCell] = []
    for cell in cells {
      let text = display.text(of: cell)
      guard !text.isEmpty, let span = spans.span(row: cell.row, column: cell.column)
      else { continue }
      result.append(
        ReadCell(
          row: cell.row, column: cell.column, rowSpan: span.rows, columnSpan: span.columns,
          text: text, place: .cell(sheet: name, reference: cell.reference)))
      if result.count == most { break }
    }
    return result
  }
}

extension CellValue {
  /// Whether there is something to be seen, as far as shows without formats.
  fileprivate var isSeen: Bool {
    switch self {
    case .blank: false
    case .text(let text): text.utf8.contains { $0 > 0x20 }
    case .number, .boolean, .error, .date: true
    }
  }
}

/// The merged ranges of a sheet, so that a cell finds the one that it is in.
private struct MergedCells {
  /// By the first row.
  private let byRow: [Int: [CellRange]]
  /// How far up the first row of a range can be from a row that it covers.
  private let tallest: Int

  init(_ merges: [CellRange]) {
    // No form has so many in a row; a damaged sheet must not cost their square.
    byRow = Dictionary(grouping: merges, by: \.firstRow).mapValues { Array($0.prefix(400)) }
    // A range over more rows than a form has is no cell of one; looking for it would cost too much.
    let heights = merges.map { $0.lastRow - $0.firstRow }
    tallest = min(heights.max() ?? 0, 200)
  }

  /// How many rows and columns a cell covers; nil for one that another covers.
  func span(row: Int, column: Int) -> (rows: Int, columns: Int)? {
    guard !byRow.isEmpty else { return (1, 1) }
    for first in stride(from: row, through: max(0, row - tallest), by: -1) {
      guard let range = byRow[first]?.first(where: { $0.contains(row: row, column: column) })
      else { continue }
      guard range.firstRow == row, range.firstColumn == column else { return nil }
      return (range.lastRow - range.firstRow + 1, range.lastColumn - range.firstColumn + 1)
    }
    return (1, 1)
  }
}
