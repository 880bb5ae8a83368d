internal import Diagnostics
internal import SourceFiles

/// Reads rows that stand below the blocks of a section and span them.
struct FootLoader {
  let log: FindingLog
  let rules: RuleLoader
  let rows: RowLoader
  let columnCount: Int

  /// One foot row, its cells laid from left to right.
  func row(_ value: YAMLValue) -> [FootCell] {
    var column = 0
    var label = ""
    var cells: [FootCell] = []
    for item in value.items ?? [] {
      guard let map = YAMLMap(item, log: log) else { continue }
      let span = max(1, map.optionalInteger("columns") ?? 1)
      if let id = map.optionalString("figure") {
        let rule = rules.rule(map) { rows.references($0, order: []) } ?? .sum([])
        cells.append(
          FootCell(
            column: column, columnSpan: span,
            content: .figure(id: id, label: label, rule: rule)))
      } else {
        label = map.string("text") ?? ""
        cells.append(FootCell(column: column, columnSpan: span, content: .text(label)))
      }
      map.finish()
      column += span
    }
    if column != columnCount {
      log.error(
        "103", at: value.place, what: "表尾这一行共占 \(column) 列", expected: "正好 \(columnCount) 列",
        mend: "核对各单元格的 columns")
    }
    return cells
  }
}
