internal import Diagnostics
internal import Documents
internal import Domain
internal import SourceFiles

/// Reads the sections of an evaluation's form: side, header, rows.
struct EvaluationSectionLoader {
  let log: FindingLog
  let rules: RuleLoader
  let evaluation: EvaluationRules
  let printing: EvaluationFormats
  let columnCount: Int

  /// What cells are for, by the words of the form.
  private static let roles: [(String, CellRole)] = [
    ("项目", .label), ("合计", .totalLabel), ("值", .value), ("文字", .text),
  ]
  /// The keys of which a cell has exactly one.
  private static let contents = ["text", "show", "figure"]

  func section(_ value: YAMLValue) -> EvaluationSection? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let side = map.optional("side").flatMap(side)
    // One that could not be read keeps its column, or the rows would seem wrong as well.
    let first = map.has("side") ? min(side?.columnSpan ?? 1, columnCount) : 0
    let header = HeaderTiling(log: log, columnCount: columnCount, firstColumn: first)
      .cells(map.list("header"))
    let rows = map.requiredList("rows").compactMap { row($0, from: first) }
    map.finish()
    let section = EvaluationSection(side: side, header: header, rows: rows)
    check(section)
    return section
  }

  /// A text, or `{text, columns}`.
  private func side(_ value: YAMLValue) -> EvaluationSide? {
    if let text = value.text { return EvaluationSide(text: text, columnSpan: 1) }
    guard let map = YAMLMap(value, log: log) else { return nil }
    let text = map.string("text")
    let columns = map.span("columns")
    map.finish()
    guard let text, let columns else { return nil }
    return EvaluationSide(text: text, columnSpan: columns)
  }

  /// A list of cells, or `{records, cells}`.
  private func row(_ value: YAMLValue, from first: Int) -> EvaluationRow? {
    if value.items != nil {
      let cells = cells(value, of: nil, from: first)
      return EvaluationRow(records: nil, cells: cells, place: value.place)
    }
    guard value.entries != nil, let map = YAMLMap(value, log: log) else {
      log.report(
        YAMLFault.wrongType(
          found: value.kindName, expected: "一行：[单元格, 单元格, …]，或 {records, cells}",
          mend: "把这一行的单元格写在 [ ] 里"), at: value.place)
      return nil
    }
    let records = map.required("records").flatMap { value in
      map.choice(value, of: "记录", among: evaluation.type.lists.map { ($0.key, $0) })
    }
    let list = map.required("cells")
    map.finish()
    guard let records, let list else { return nil }
    return EvaluationRow(
      records: records, cells: cells(list, of: records, from: first), place: map.place)
  }

  /// The cells of a row, laid from left to right; they must fill it.
  private func cells(
    _ value: YAMLValue, of records: RecordList?, from first: Int
  ) -> [EvaluationCell] {
    guard let items = value.items else {
      log.report(
        YAMLFault.wrongType(
          found: value.kindName, expected: "一行：[单元格, 单元格, …]", mend: "把这一行的单元格写在 [ ] 里"),
        at: value.place)
      return []
    }
    var column = first
    var cells: [EvaluationCell] = []
    var isWhole = true
    for item in items {
      let (cell, span) = cell(item, of: records, column: column)
      if let cell { cells.append(cell) } else { isWhole = false }
      column += span
    }
    if column != columnCount, isWhole {
      log.report(GridFault.rowWidth(column: column, columnCount: columnCount), at: value.place)
    }
    return cells
  }

  /// A text, or `{text | show | figure, columns, …}`; its span also where it is faulty.
  private func cell(
    _ item: YAMLValue, of records: RecordList?, column: Int
  ) -> (EvaluationCell?, span: Int) {
    if item.entries == nil {
      return (
        EvaluationCell(
          column: column, columnSpan: 1, content: .text(item.text ?? ""), role: .label,
          isGroup: false, place: item.place), 1
      )
    }
    guard let map = YAMLMap(item, log: log) else { return (nil, 1) }
    defer { map.finish() }
    let span = map.span("columns")
    let role = map.optional("role").flatMap { map.choice($0, of: "单元格的用途", among: Self.roles) }
    let isGroup = map.flag("group")
    if isGroup, records == nil || map.has("figure") {
      log.report(
        EvaluationCellFault.group(isFigure: records != nil),
        at: map.place(of: "group") ?? map.place)
    }
    guard let content = content(map, of: records), let span else { return (nil, span ?? 1) }
    let standard: CellRole =
      switch content {
      case .text: .label
      case .show: isGroup ? .group : .value
      case .figure: .figure
      }
    return (
      EvaluationCell(
        column: column, columnSpan: span, content: content,
        role: isGroup ? .group : role ?? standard, isGroup: isGroup, place: item.place), span
    )
  }

  private func content(
    _ map: YAMLMap, of records: RecordList?
  ) -> EvaluationCell.Content? {
    let written = Self.contents.filter { map.optional($0) != nil }
    guard written.count == 1, let key = written.first else {
      log.report(EvaluationCellFault.content(written, of: Self.contents), at: map.place)
      return nil
    }
    guard let value = map.required(key) else { return nil }
    switch key {
    case "text": return map.string("text").map { .text($0) }
    case "show":
      return log.template(value, allowed: evaluation.marks(of: records)).map { .show($0) }
    default:
      let words = evaluation.type.numbers(in: records).map { ($0, $0) }
      guard let figure = map.choice(value, of: "数", among: words),
        let kind = evaluation.type.kind(of: figure, in: records)
      else {
        _ = rules.printing(map)
        return nil
      }
      return printing.printing(of: kind, map, rules: rules).map { .figure(figure, $0) }
    }
  }

  /// Each figure needs an address of its own.
  private func check(_ section: EvaluationSection) {
    let keys = section.columnKeys
    for row in section.rows {
      var seen: [String: SourcePlace] = [:]
      for cell in row.cells {
        guard case .figure(let figure, _) = cell.content, let key = keys[cell.columns] else {
          continue
        }
        if let first = seen.updateValue(cell.place, forKey: key) {
          log.report(
            EvaluationCellFault.sameHeading(figure: figure, text: key), at: cell.place,
            related: [first])
        }
      }
      if row.records == nil, row.label == nil, let first = seen.values.min() {
        log.report(EvaluationCellFault.unnamedRow, at: first)
      }
    }
  }
}
