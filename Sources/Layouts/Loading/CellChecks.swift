internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Checks every figure cell of a form: that its rule can be resolved, that it knows what it
/// measures, that its format fits, and that no sum goes round in a circle.
struct CellChecks {
  let log: FindingLog
  let form: FormLayout
  let facts: [FactDeclaration]
  private let index: FormIndex

  init(log: FindingLog, form: FormLayout, facts: [FactDeclaration]) {
    self.log = log
    self.form = form
    self.facts = facts
    index = FormIndex(form)
  }

  func check() {
    var sums: [CellKey: [CellKey]] = [:]
    var kinds: [(row: FixedRow, column: Int, cell: ResolvedCell)] = []
    for section in form.sections {
      for block in section.blocks {
        for case .fixed(let row) in block.rows {
          check(row, in: block, sums: &sums)
          kinds += figureCells(of: row, in: block)
        }
      }
      for cell in section.foot.joined() {
        guard case .figure(let id, _, let rule) = cell.content else { continue }
        let column = cell.column + cell.columnSpan - 1
        guard form.columns.indices.contains(column) else { continue }
        let resolved = index.resolved(rule, row: id, column: column)
        check(resolved, at: form.place, name: id)
        if case .sum(let keys) = resolved {
          sums[CellKey(row: id, column: form.columns[column].id)] = keys
        }
      }
    }
    guard !hasCircle(sums) else { return }
    for (row, column, cell) in kinds { checkFormat(cell, of: row, column: form.columns[column]) }
  }

  private func figureCells(
    of row: FixedRow, in block: BlockLayout
  ) -> [(row: FixedRow, column: Int, cell: ResolvedCell)] {
    block.columns.filter { form.columns[$0].content == .figure }
      .map { (row, $0, index.resolved(row, column: $0)) }
  }

  private func check(
    _ row: FixedRow, in block: BlockLayout, sums: inout [CellKey: [CellKey]]
  ) {
    for (row, column, resolved) in figureCells(of: row, in: block) {
      check(resolved, at: row.place, name: row.id)
      if case .sum(let keys) = resolved {
        sums[CellKey(row: row.id, column: form.columns[column].id)] = keys
      }
    }
  }

  private func check(_ cell: ResolvedCell, at place: SourcePlace, name: String) {
    switch cell {
    case .blank, .closed, .sumOfLeaves, .fact: break
    case .select(let selection):
      let measures = Set(form.scope.map(\.measure))
      guard selection.measure == nil, form.scope.isEmpty || measures.count > 1 || measures == [nil]
      else { return }
      log.error(
        "110", at: place, what: "行“\(name)”的选择没有说明计量（measure）",
        expected: "行或列的 select 写明 measure，或表的 scope 只有一种 measure",
        mend: "在 select 中加上 measure")
    case .contradiction:
      log.error(
        "110", at: place, what: "行“\(name)”与它的某一列选择了不同的计量（measure）",
        expected: "行和列的选择可以同时成立", mend: "去掉其中一个 measure")
    case .unknownReference(let reference):
      let text = [reference.row, reference.column].compactMap { $0 }.joined(separator: ".")
      log.error(
        "107", at: place, what: "行“\(name)”的 sum 引用了“\(text)”，表里没有，或说不清是哪一列",
        expected: "本表的行 id，或“行.列”", mend: "核对 id；跨块引用时写明列")
    case .sum(let keys):
      for key in keys where index.block(ofRow: key.row) == nil || index.column(key.column) == nil {
        log.error(
          "107", at: place, what: "行“\(name)”的合计引用了“\(key.row).\(key.column)”，表里没有",
          expected: "本表的行 id 和列 id", mend: "核对 sum 中的 id")
      }
    }
  }

  /// A count cannot be printed as money, nor money as a count.
  private func checkFormat(_ cell: ResolvedCell, of row: FixedRow, column: ColumnLayout) {
    guard let format = row.printing.completed(by: column.printing).format else {
      log.error(
        "113", at: row.place, what: "行“\(row.id)”没有数字格式", expected: "行、列、表或整套版式给出 format",
        mend: "在 set.yaml 的 printing 中写 format")
      return
    }
    let kinds = self.kinds(of: cell)
    guard kinds.count < 2 else {
      log.error(
        "113", at: row.place, what: "行“\(row.id)”把金额和数量加在一起", expected: "只加金额，或只加数量",
        mend: "从 sum 中去掉其中一种")
      return
    }
    guard let isMoney = kinds.first, isMoney != (format.kind != .count) else { return }
    log.error(
      "113", at: row.place,
      what: "行“\(row.id)”的\(isMoney ? "金额" : "数量")用了\(isMoney ? "数量" : "金额")的格式",
      expected: isMoney ? "money 格式" : "count 格式", mend: "改 format")
  }

  /// Whether the facts behind a cell are money (true), counts (false) or, wrongly, both.
  private func kinds(of cell: ResolvedCell) -> Set<Bool> {
    switch cell {
    case .select, .sumOfLeaves: return [true]
    case .fact(let path):
      return facts.first { $0.path == path }.map { [$0.kind == .money] } ?? []
    case .sum(let keys):
      return keys.reduce(into: []) { result, key in
        guard let row = index.row(key.row), let column = index.column(key.column) else { return }
        result.formUnion(kinds(of: index.resolved(row, column: column)))
      }
    case .blank, .closed, .contradiction, .unknownReference: return []
    }
  }

  /// Reports the first sum that leads back to itself.
  private func hasCircle(_ sums: [CellKey: [CellKey]]) -> Bool {
    var settled = Set<CellKey>()
    let keys = sums.keys.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    for key in keys {
      var path: [CellKey] = []
      if let circle = circle(from: key, sums: sums, path: &path, settled: &settled) {
        log.error(
          "108", at: index.row(circle.row)?.place ?? form.place,
          what: "行“\(circle.row)”的合计绕了一圈又加到自己", expected: "合计只加不含自己的行和列",
          mend: "从 sum 中去掉绕回来的那一项")
        return true
      }
    }
    return false
  }

  /// The first cell on the path that a sum comes back to.
  private func circle(
    from key: CellKey, sums: [CellKey: [CellKey]], path: inout [CellKey],
    settled: inout Set<CellKey>
  ) -> CellKey? {
    if settled.contains(key) { return nil }
    if path.contains(key) { return key }
    path.append(key)
    defer { path.removeLast() }
    for next in sums[key] ?? [] {
      if let found = circle(from: next, sums: sums, path: &path, settled: &settled) {
        return found
      }
    }
    settled.insert(key)
    return nil
  }
}
