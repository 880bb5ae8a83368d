internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Layouts

/// The table of a self-evaluation: rows for its records, figures with their addresses.
struct EvaluationGrid {
  private let form: EvaluationForm
  private let evaluation: NumberedEvaluation
  /// The rows of each section.
  private let sections: [[EvaluationGridRow]]

  /// - Parameter number: what the evaluation's addresses begin with.
  init(_ form: EvaluationForm, _ evaluation: NumberedEvaluation, number: String) {
    self.form = form
    self.evaluation = evaluation
    let rows = form.sections.map { section in
      section.rows.flatMap { row in
        Self.records(of: row.records, evaluation.evaluation).map { record in
          EvaluationGridRow(layout: row, record: record, side: section.side?.text ?? "")
        }
      }
    }
    var names = EvaluationRowNames(rows.flatMap { $0.map(\.path) }).names[...]
    sections = rows.map { rows in
      rows.map { row in
        var named = row
        named.address = names.popFirst().map { (number, $0) } ?? (number, "")
        return named
      }
    }
  }

  func table() -> Table {
    let holdsFigures = Set(
      form.sections.flatMap(\.rows).flatMap(\.cells).compactMap { cell in
        if case .figure = cell.content, cell.columnSpan == 1 { cell.column } else { nil }
      })
    return Table(
      columns: form.columns.enumerated().map { position, column in
        TableColumn(
          id: column.id, widths: column.widths, holdsFigures: holdsFigures.contains(position))
      },
      sections: zip(form.sections, sections).map(section))
  }

  /// The rows with figures, as lines of the book.
  var figureRows: [FigureRow] {
    sections.joined().filter { $0.layout.hasFigures }.map { row in
      FigureRow(id: row.address.row, kind: row.layout.kind, name: row.address.row)
    }
  }

  private static func records(
    of list: RecordList?, _ evaluation: SelfEvaluation
  ) -> [EvaluationRecord] {
    list.map { list in
      evaluation.record.rows(list.key).map { .row($0, of: list) }
    } ?? [.whole]
  }

  private func section(
    _ layout: EvaluationSection, rows: [EvaluationGridRow]
  ) -> TableSection {
    let side = layout.side.map { side in
      TableCell(
        column: 0, columnSpan: side.columnSpan, role: .side, content: .printing(side.text))
    }
    let header = layout.header.map { row in
      TableRow(
        cells: row.map { cell in
          TableCell(
            column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
            role: .header, content: .printing(cell.text))
        })
    }
    let keys = layout.columnKeys
    let contents = rows.map { row in row.layout.cells.map { content(of: $0, in: row, keys) } }
    return TableSection(
      side: side, header: header, body: Self.body(rows.map(\.layout), contents))
  }

  private func content(
    of cell: EvaluationCell, in row: EvaluationGridRow, _ keys: [Range<Int>: String]
  ) -> CellContent {
    switch cell.content {
    case .text(let text): return .printing(text)
    case .show(let text): return .printing(text.filled { evaluation.text($0, of: row.record) })
    case .figure(let figure, let printing):
      let address = FigureAddress(
        form: row.address.form, row: row.address.row, column: keys[cell.columns] ?? "")
      return .figure(
        Figure(
          key: FigureKey(
            form: address.form,
            cell: CellKey(row: address.row, column: form.columns[cell.column].id)),
          address: address, value: evaluation.value(figure, of: row.record),
          format: printing.format, none: printing.none, zero: printing.zero,
          sources: evaluation.sources(figure, of: row.record)))
    }
  }

  /// The rows of a section's body; what rows below one another share becomes one cell over them.
  private static func body(
    _ layouts: [EvaluationRow], _ contents: [[CellContent]]
  ) -> [TableRow] {
    layouts.indices.map { row in
      TableRow(
        cells: layouts[row].cells.indices.compactMap { position in
          let cell = layouts[row].cells[position]
          guard cell.isGroup else {
            return self.cell(cell, holding: contents[row][position], rowSpan: 1)
          }
          func joins(_ lower: Int) -> Bool {
            joinsAbove(lower, upTo: position, layouts, contents)
          }
          guard !joins(row) else { return nil }
          let below = ((row + 1)..<max(row + 1, layouts.count)).prefix(while: joins)
          return self.cell(cell, holding: contents[row][position], rowSpan: 1 + below.count)
        })
    }
  }

  /// Whether a row's group cell is one with that of the row above: of the same records, with the same
  /// text there and in all groups to its left.
  private static func joinsAbove(
    _ row: Int, upTo position: Int, _ layouts: [EvaluationRow], _ contents: [[CellContent]]
  ) -> Bool {
    guard row > 0, layouts[row].records != nil, layouts[row].place == layouts[row - 1].place else {
      return false
    }
    return layouts[row].cells.indices.prefix(through: position)
      .filter { layouts[row].cells[$0].isGroup }
      .allSatisfy { contents[row][$0] == contents[row - 1][$0] }
  }

  private static func cell(
    _ layout: EvaluationCell, holding content: CellContent, rowSpan: Int
  ) -> TableCell {
    // An empty cell is a filler, but for one that spans rows: it may have to be broken like others.
    let isFiller = content == .empty && rowSpan == 1
    return TableCell(
      column: layout.column, columnSpan: layout.columnSpan, rowSpan: rowSpan,
      role: isFiller ? .filler : layout.role, content: content)
  }
}

/// A row of the form with what it tells of.
struct EvaluationGridRow {
  let layout: EvaluationRow
  let record: EvaluationRecord
  /// The name of its section.
  let side: String
  /// The first two keys of its figures' addresses.
  var address: (form: String, row: String) = ("", "")

  init(layout: EvaluationRow, record: EvaluationRecord, side: String) {
    self.layout = layout
    self.record = record
    self.side = side
  }

  /// What the row is called, and what tells it from others of that name, the nearest first.
  var path: [String] {
    switch record {
    case .whole: [layout.label ?? "", side]
    case .row(let row, let list): list.names.map { row.text($0) } + [side]
    }
  }
}

extension CellContent {
  /// A text, or nothing where it is empty.
  fileprivate static func printing(_ text: String) -> CellContent {
    text.isEmpty ? .empty : .text(text)
  }
}
