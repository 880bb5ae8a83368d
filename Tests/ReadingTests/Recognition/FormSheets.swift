import Diagnostics
import Documents
import Figures
import Readings

/// Composed forms as tables that were read, so that recognition can be tried without any file.
extension FormSheet {
  /// As in a workbook: title and head lines are cells above the table, notes below it.
  var asSheet: ReadTable {
    var cells: [ReadCell] = []
    let add = { (row: Int, column: Int, span: Int, text: String) in
      cells.append(
        ReadCell(
          row: row, column: column, columnSpan: span, text: text,
          place: .cell(
            sheet: sheetName, reference: CellRange.reference(row: row, column: column))))
    }
    let width = table.columns.count
    add(0, 0, width, title)
    var row = 1
    for line in head {
      for (column, text) in zip([0, width / 2, width - 1], [line.left, line.middle, line.right])
      where !text.isEmpty { add(row, column, 1, text) }
      row += 1
    }
    for cell in body(from: row) {
      cells.append(
        ReadCell(
          row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
          columnSpan: cell.columnSpan, text: cell.text,
          place: .cell(
            sheet: sheetName,
            reference: CellRange.reference(row: cell.row, column: cell.column))))
      row = max(row, cell.row + cell.rowSpan)
    }
    for note in notes {
      add(row, 0, width, note)
      row += 1
    }
    return ReadTable(name: sheetName, head: [], cells: cells.filter { !$0.text.isEmpty }, notes: [])
  }

  /// As in a tagged PDF: the texts stand around the table, blank cells are cells.
  func asPaper(page: Int) -> ReadTable {
    let texts = [title] + head.flatMap { [$0.left, $0.middle, $0.right] }
    return ReadTable(
      name: title, head: texts.filter { !$0.isEmpty }.map { ReadText($0, at: .page(page)) },
      cells: body(from: 0).map { cell in
        ReadCell(
          row: cell.row, column: cell.column, rowSpan: cell.rowSpan,
          columnSpan: cell.columnSpan, text: cell.text, isHeading: cell.isHeading,
          place: .page(page))
      },
      notes: notes.map { ReadText($0, at: .page(page)) })
  }

  private func body(from first: Int) -> [ReadCell] {
    var row = first
    return table.sections.flatMap { section in
      let rows = section.header.map { ($0, true) } + section.body.map { ($0, false) }
      let side = section.side.map { side in
        ReadCell(
          row: row, column: side.column, rowSpan: rows.count, columnSpan: side.columnSpan,
          text: side.content.printed, place: .page(1))
      }
      let cells = rows.flatMap { line, isHeading in
        defer { row += 1 }
        return line.cells.map { cell in
          ReadCell(
            row: row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
            text: cell.content.printed, isHeading: isHeading, place: .page(1))
        }
      }
      return (side.map { [$0] } ?? []) + cells
    }
  }
}

extension ReadTable {
  /// The same table, each cell changed or left out.
  func mapCells(_ change: (ReadCell) -> ReadCell?) -> ReadTable {
    ReadTable(name: name, head: head, cells: cells.compactMap(change), notes: notes)
  }

  func renamed(_ name: String) -> ReadTable {
    ReadTable(name: name, head: head, cells: cells, notes: notes)
  }

  /// The first cell that reads so.
  func cell(_ text: String) -> ReadCell? { cells.first { $0.text == text } }
}

extension ReadCell {
  /// The cell with another text, or elsewhere.
  func with(text: String? = nil, row: Int? = nil, column: Int? = nil) -> ReadCell {
    let place: Place
    if case .cell(let cell) = self.place {
      place = .cell(
        sheet: cell.sheet,
        reference: CellRange.reference(row: row ?? self.row, column: column ?? self.column))
    } else {
      place = self.place
    }
    return ReadCell(
      row: row ?? self.row, column: column ?? self.column, rowSpan: rowSpan,
      columnSpan: columnSpan, text: text ?? self.text, isHeading: isHeading, place: place)
  }
}
