internal import Documents
internal import Domain
internal import Layouts

/// Composes the form of self-evaluations without one: placeholders as they are written, the names of
/// figures, and one row where records would have many.
///
/// Its rows have no ids; a column at the right says for what a row is repeated.
func emptyEvaluation(_ form: EvaluationForm) -> EmptyContent {
  let ids = form.columns.map(\.id) + ["records"]
  return EmptyContent(
    code: "", title: form.title.written, sheetName: form.sheetName.written,
    head: form.head.map { line in
      HeadLine(left: line.left.written, middle: line.middle.written, right: line.right.written)
    },
    columns: ids,
    sections: [idSection(ids)] + form.sections.map { section($0, last: form.columns.count) },
    notes: form.titlesByEnding.map { "名称以“\($0.ending)”结尾的项目，标题：\($0.title.written)" }
      + form.notes.map(\.written))
}

/// A section of nothing but the ids of the columns.
private func idSection(_ ids: [String]) -> TableSection {
  let cells = ids.enumerated().map { position, id in
    TableCell(column: position, role: .value, content: .text(id))
  }
  return TableSection(header: [], body: [TableRow(cells: cells, keepsWithNext: true)])
}

private func section(_ layout: EvaluationSection, last: Int) -> TableSection {
  let side = layout.side.map { side in
    TableCell(column: 0, columnSpan: side.columnSpan, role: .side, content: .text(side.text))
  }
  var header = layout.header.map { row in
    row.map { cell in
      TableCell(
        column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, role: .header,
        content: content(cell.text))
    }
  }
  if !header.isEmpty {
    header[0].append(
      TableCell(column: last, rowSpan: header.count, role: .filler, content: .empty))
  }
  let body = layout.rows.map { row in
    let cells = row.cells.map { cell in
      TableCell(
        column: cell.column, columnSpan: cell.columnSpan,
        role: cell.role == .figure ? .value : cell.role, content: content(of: cell))
    }
    let records = TableCell(
      column: last, role: .value, content: content(row.records.map { "每项\($0.key)一行" } ?? ""))
    return TableRow(cells: cells + [records])
  }
  return TableSection(side: side, header: header.map { TableRow(cells: $0) }, body: body)
}

private func content(of cell: EvaluationCell) -> CellContent {
  switch cell.content {
  case .text(let text): content(text)
  case .show(let text): content(text.written)
  case .figure(let figure, _): content(figure)
  }
}

private func content(_ text: String) -> CellContent { text.isEmpty ? .empty : .text(text) }

extension PlaceholderText {
  /// The text as the set writes it.
  fileprivate var written: String { filled { "{\($0.rawValue)}" } }
}
