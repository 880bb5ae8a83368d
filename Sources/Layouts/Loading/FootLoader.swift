internal import Diagnostics
internal import SourceFiles

/// Reads rows that stand below the blocks of a section and span them.
struct FootLoader {
  let log: FindingLog
  let rules: RuleLoader
  let rows: RowLoader
  let columns: [ColumnLayout]

  /// One foot row, its cells laid from left to right.
  func row(_ value: YAMLValue) -> [FootCell] {
    guard let items = value.items else {
      log.report(
        YAMLFault.wrongType(
          found: value.kindName, expected: "表尾的一行：[单元格, 单元格, …]", mend: "把这一行的单元格写在 [ ] 里"),
        at: value.place)
      return []
    }
    var column = 0
    var label = ""
    var cells: [FootCell] = []
    for item in items {
      guard let map = YAMLMap(item, log: log) else { continue }
      let span = map.span("columns") ?? 1
      let (content, rule) = content(map, label: label)
      map.finish()
      if case .text(let text) = content { label = text }
      let cell = FootCell(
        column: column, columnSpan: span, content: content, rule: rule, place: item.place)
      check(cell)
      cells.append(cell)
      column += span
    }
    if column != columns.count {
      log.report(GridFault.footWidth(column: column, columnCount: columns.count), at: value.place)
    }
    return cells
  }

  private func content(_ map: YAMLMap, label: String) -> (FootCell.Content, CellRule?) {
    guard let id = map.optionalString("figure") else {
      return (.text(map.string("text") ?? ""), nil)
    }
    rows.checkID(id, at: map.place)
    let rule = rules.rule(map, isRequired: true) { rows.references($0, order: []) }
    return (.figure(id: id, label: label), rule ?? .sum([]))
  }

  /// A figure stands in the last column that its cell covers, and is printed as that column is.
  private func check(_ cell: FootCell) {
    guard case .figure(let id, _) = cell.content, cell.lastColumn < columns.count,
      columns[cell.lastColumn].content != .figure
    else { return }
    let content = columns[cell.lastColumn].content.rawValue
    log.report(
      GridFault.footFigure(
        id: id, column: columns[cell.lastColumn].id, shows: content,
        needed: ColumnLayout.Content.figure.rawValue),
      at: cell.place)
  }
}
