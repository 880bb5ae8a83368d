internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reads the rows of a block.
struct RowLoader {
  let log: FindingLog
  let rules: RuleLoader
  /// The ids of the figure columns that the rows have.
  let columnIDs: [String]

  func rows(_ values: [YAMLValue]) -> [RowLayout] {
    let order = values.flatMap(ids)
    return values.flatMap { row($0, order: order) }
  }

  /// The ids that a row brings, before anything else is read, so that ranges can be resolved.
  private func ids(_ value: YAMLValue) -> [String] {
    let entries = value.entries ?? []
    func entry(_ key: String) -> YAMLValue? { entries.first { $0.key.text == key }?.value }
    if entry("list") != nil, let accounts = entry("accounts") {
      return (accounts.items ?? [accounts]).compactMap(\.text)
    }
    return entry("id")?.text.map { [$0] } ?? []
  }

  private func row(_ value: YAMLValue, order: [String]) -> [RowLayout] {
    guard let map = YAMLMap(value, log: log) else { return [] }
    defer { map.finish() }
    if map.has("tree") { return tree(map).map { [.tree($0)] } ?? [] }
    if map.has("records") { return records(map).map { [.records($0)] } ?? [] }
    if map.has("list") { return list(map).map { .fixed($0) } }
    return fixed(map, order: order).map { [.fixed($0)] } ?? []
  }

  /// Rows for the units, or for the texts of a declared list.
  private func records(_ map: YAMLMap) -> RecordRows? {
    guard let value = map.required("records") else { return nil }
    guard let text = map.text(of: value), text != IdentityKey.units else {
      let known = rules.selections.unitTypes.map { ($0, $0) }
      let types = map.list("types").compactMap { map.choice($0, of: "单位类型", among: known) }
      return RecordRows(
        source: .units(types: types.isEmpty ? nil : types), cells: cells(map, order: []),
        place: map.place)
    }
    guard rules.declares(text, kinds: [.list], at: value.place) else { return nil }
    return RecordRows(source: .facts(path: text), cells: [:], place: map.place)
  }

  private func tree(_ map: YAMLMap) -> TreeRow? {
    guard let chart = map.required("tree") else { return nil }
    _ = map.choice(chart, of: "科目类型", among: [(AccountChart.function.rawValue, ())])
    let levels = map.list("levels").compactMap { map.accountLevel($0) }
    let parents =
      map.optional("parents").flatMap { value in
        map.choice(
          value, of: "上级科目加的数", among: TreeRow.Parents.allCases.map { ($0.rawValue, $0) })
      } ?? .exact
    guard !levels.isEmpty, levels == levels.sorted(), Set(levels).count == levels.count else {
      log.report(FormFault.treeLevels, at: map.place)
      return nil
    }
    return TreeRow(levels: levels, parents: parents, place: map.place)
  }

  private func list(_ map: YAMLMap) -> [FixedRow] {
    if let chart = map.required("list") {
      _ = map.choice(chart, of: "科目类型", among: [(AccountChart.economic.rawValue, ())])
    }
    let isClosed = map.flag("closed")
    let printing = rules.printing(map)
    _ = map.required("accounts")
    let given = map.strings("accounts")
    let accounts: [(EconomicAccount, SourcePlace)] = given.compactMap { item in
      let account: EconomicAccount? = rules.selections.account(item, chart: "支出经济")
      return account.map { ($0, item.place) }
    }
    return accounts.map { account, place in
      var selection = Selection()
      selection.economics = [account]
      return FixedRow(
        id: account.code, kind: .account(account), label: "", lineNumber: nil,
        rule: .select(selection), cells: [:], isClosed: isClosed, printing: printing, place: place)
    }
  }

  private func fixed(_ map: YAMLMap, order: [String]) -> FixedRow? {
    let total = map.optionalString("total")
    let label = total == nil ? map.optionalString("label") : nil
    let line = map.optionalString("line")
    let rule = rules.rule(map) { references($0, order: order) }
    let cells = self.cells(map, order: order)
    let isClosed = map.flag("closed")
    let printing = rules.printing(map)
    guard let id = map.string("id") else { return nil }
    checkID(id, at: map.place)
    return FixedRow(
      id: id, kind: total == nil ? .line : .total, label: total ?? label ?? "", lineNumber: line,
      rule: rule, cells: cells, isClosed: isClosed, printing: printing, place: map.place)
  }

  /// Reports an id that references could not be told apart from `row.column`.
  func checkID(_ id: String, at place: SourcePlace) {
    guard id.isEmpty || id.contains(".") else { return }
    log.report(FormFault.rowID(id), at: place)
  }

  private func cells(_ map: YAMLMap, order: [String]) -> [String: CellRule] {
    guard let value = map.optional("cells"), let cells = YAMLMap(value, log: log) else {
      return [:]
    }
    var result: [String: CellRule] = [:]
    for id in columnIDs {
      guard let value = cells.optional(id), let cell = YAMLMap(value, log: log) else { continue }
      result[id] = rules.rule(cell, isRequired: true) { references($0, order: order) }
      cell.finish()
    }
    cells.finish()
    return result
  }

  /// The rows and cells that a `sum` of a row cites: `r1`, `r1..r8`, `r1.c2`, `.c2` (same row).
  func references(_ value: YAMLValue, order: [String]) -> [CellReference] {
    (value.items ?? [value]).flatMap { item -> [CellReference] in
      guard let text = item.text else {
        log.report(
          YAMLFault.wrongType(found: item.kindName, expected: "行的 id，或 id..id", mend: "改为行的 id"),
          at: item.place)
        return []
      }
      if let dots = text.firstRange(of: "..") {
        return range(
          from: String(text[..<dots.lowerBound]), to: String(text[dots.upperBound...]),
          order: order, at: item.place)
      }
      let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      let row = parts[0].isEmpty ? nil : String(parts[0])
      return [CellReference(row: row, column: parts.count > 1 ? String(parts[1]) : nil)]
    }
  }

  private func range(
    from first: String, to last: String, order: [String], at place: SourcePlace
  ) -> [CellReference] {
    guard let start = order.firstIndex(of: first), let end = order.firstIndex(of: last),
      start <= end
    else {
      log.report(RuleFault.range(first: first, last: last), at: place)
      return []
    }
    return order[start...end].map { CellReference(row: $0, column: nil) }
  }
}
