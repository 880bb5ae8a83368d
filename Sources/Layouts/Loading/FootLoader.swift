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
      log.error(
        "004", at: value.place, what: "这里是\(value.kindName)",
        expected: "表尾的一行：[单元格, 单元格, …]", mend: "把这一行的单元格写在 [ ] 里")
      return []
    }
    var column = 0
    var label = ""
    var cells: [FootCell] = []
    for item in items {
      guard let map = YAMLMap(item, log: log) else { continue }
      let span = map.span("columns") ?? 1
      let content = content(map, label: label)
      map.finish()
      if case .text(let text) = content { label = text }
      let cell = FootCell(column: column, columnSpan: span, content: content, place: item.place)
      check(cell)
      cells.append(cell)
      column += span
    }
    if column != columns.count {
      log.error(
        "103", at: value.place, what: "表尾这一行共占 \(column) 列", expected: "正好 \(columns.count) 列",
        mend: "核对各单元格的 columns")
    }
    return cells
  }

  private func content(_ map: YAMLMap, label: String) -> FootCell.Content {
    guard let id = map.optionalString("figure") else { return .text(map.string("text") ?? "") }
    rows.checkID(id, at: map.place)
    let rule = rules.rule(map, isRequired: true) { rows.references($0, order: []) }
    return .figure(id: id, label: label, rule: rule ?? .sum([]))
  }

  /// A figure stands in the last column that its cell covers, and is printed as that column is.
  private func check(_ cell: FootCell) {
    guard case .figure(let id, _, _) = cell.content, cell.lastColumn < columns.count,
      columns[cell.lastColumn].content != .figure
    else { return }
    let content = columns[cell.lastColumn].content.rawValue
    log.error(
      "103", at: cell.place,
      what: "表尾的数“\(id)”落在列“\(columns[cell.lastColumn].id)”，那是“\(content)”列",
      expected: "单元格的最后一列是“\(ColumnLayout.Content.figure.rawValue)”列",
      mend: "核对这一行各单元格的 columns")
  }
}
