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
  private let cells: FormCells

  init(log: FindingLog, form: FormLayout, facts: [FactDeclaration]) {
    self.log = log
    self.form = form
    self.facts = facts
    cells = FormCells(form, index: FormIndex(form))
  }

  func check() {
    for cell in cells.all { check(cell) }
    checkRepeatedFacts()
    guard !hasCircle() else { return }
    var contents: [CellKey: CellContents] = [:]
    for cell in cells.all { checkFormat(of: cell, known: &contents) }
  }

  private func check(_ cell: FormCell) {
    switch cell.shows {
    case .blank, .closed, .fact: break
    case .select(let selection): check(selection, of: cell)
    case .contradiction:
      log.error(
        "110", at: cell.place, what: "\(cell.name)与它的某一列选择了不同的计量（measure）",
        expected: "行和列的选择可以同时成立", mend: "去掉其中一个 measure")
    case .unknownReference(let reference):
      let text = (reference.row ?? "") + (reference.column.map { ".\($0)" } ?? "")
      log.error(
        "107", at: cell.place, what: "\(cell.name)的 sum 引用了“\(text)”，表里没有，或说不清是哪一列",
        expected: "本表的行 id，或“行.列”", mend: "核对 id；跨块引用时写明列")
    case .sum(let keys): checkSum(keys, of: cell)
    case .sumOfLeaves:
      guard cells.added(by: cell).isEmpty else { return }
      log.error(
        "107", at: cell.place, what: "\(cell.name)的 sumOfLeaves 没有可加的行",
        expected: "同一块里有列入账目的行", mend: "改用 sum，或核对这一块的行")
    }
  }

  /// Sums of rows are resolved by now; what is left over was cited by a column.
  private func checkSum(_ keys: [CellKey], of cell: FormCell) {
    for key in keys where cells.byKey[key] == nil {
      log.error(
        "107", at: form.columns[cell.column].place,
        what: "列“\(cell.key.column)”的 sum 引用了列“\(key.column)”，同一块里没有这个数字列",
        expected: "同一块的数字列的 id", mend: "核对 sum 中的 id")
    }
  }

  private func check(_ selection: Selection, of cell: FormCell) {
    let measures = Set(form.scope.map(\.measure))
    if selection.measure == nil, form.scope.isEmpty || measures.count > 1 || measures == [nil] {
      log.error(
        "110", at: cell.place, what: "\(cell.name)的选择没有说明计量（measure）",
        expected: "行或列的 select 写明 measure，或表的 scope 只有一种 measure",
        mend: "在 select 中加上 measure")
    }
    // What lies outside the scope is never looked at, so the cell would stay empty without a word.
    guard !form.scope.isEmpty, selection.canTakeAnything,
      !form.scope.contains(where: { $0.narrowed(by: selection)?.canTakeAnything ?? false })
    else { return }
    log.error(
      "110", at: cell.place, what: "\(cell.name)在列“\(cell.key.column)”选择的数不在表的 scope 之内",
      expected: "scope 包含表里各格选择的数", mend: "在 scope 中加上这一项，或改选择")
  }

  /// A fact of a line would be printed in each of its columns.
  private func checkRepeatedFacts() {
    for row in form.fixedRows {
      guard case .fact(let path)? = row.rule else { continue }
      let columns = cells.all.filter {
        $0.key.row == row.id && $0.shows == .fact(path: path) && row.cells[$0.key.column] == nil
      }
      guard columns.count > 1 else { continue }
      log.error(
        "107", at: row.place, what: "行“\(row.id)”的 fact 会印在 \(columns.count) 个数字列里",
        expected: "一个事实只印一次", mend: "改写在 cells 里，指明是哪一列")
    }
  }

  /// A count cannot be printed as money, nor money as a count.
  private func checkFormat(of cell: FormCell, known: inout [CellKey: CellContents]) {
    let kinds = contents(of: cell, known: &known).kinds
    guard kinds.count < 2 else {
      log.error(
        "113", at: cell.place, what: "\(cell.name)把金额和数量加在一起", expected: "只加金额，或只加数量",
        mend: "从 sum 中去掉其中一种")
      return
    }
    guard let format = cell.printing.format, let isMoney = kinds.first else { return }
    let (isFitting, printed): (Bool, String) =
      switch format.kind {
      case .money: (isMoney, "金额")
      case .count: (!isMoney, "数量")
      case .decimal: (false, "比率、得分")
      }
    guard !isFitting else { return }
    log.error(
      "113", at: cell.place,
      what: "\(cell.name)的\(isMoney ? "金额" : "数量")用了\(printed)的格式",
      expected: isMoney ? "money 格式" : "count 格式", mend: "改 format")
  }

  /// What a cell is made of; reports a sum that adds a cell twice, itself or by way of another sum.
  private func contents(
    of cell: FormCell, known: inout [CellKey: CellContents]
  ) -> CellContents {
    if let result = known[cell.key] { return result }
    var result = CellContents(leaves: [cell.key])
    switch cell.shows {
    case .select: result.kinds = [true]
    case .fact(let path):
      if let fact = facts.first(where: { $0.path == path }) {
        result.kinds = [fact.kind == .money]
      }
    case .blank, .closed, .contradiction, .unknownReference: break
    case .sum, .sumOfLeaves:
      result.leaves = []
      var repeated: CellKey?
      for key in cells.added(by: cell) {
        guard let added = cells.byKey[key] else { continue }
        let contents = contents(of: added, known: &known)
        if !result.leaves.isDisjoint(with: contents.leaves) { repeated = repeated ?? key }
        result.kinds.formUnion(contents.kinds)
        result.leaves.formUnion(contents.leaves)
      }
      if let repeated {
        log.error(
          "107", at: cell.place,
          what: "\(cell.name)的合计把“\(repeated.row).\(repeated.column)”里的数加了两遍",
          expected: "每一格直接或经过别的合计只加一次", mend: "从 sum 中去掉重复的一项")
      }
    }
    known[cell.key] = result
    return result
  }

  /// Reports the first sum that leads back to itself.
  private func hasCircle() -> Bool {
    var settled = Set<CellKey>()
    for cell in cells.all {
      var path: [CellKey] = []
      guard let circle = circle(from: cell, path: &path, settled: &settled) else { continue }
      log.error(
        "108", at: circle.place, what: "\(circle.name)的合计绕了一圈又加到自己",
        expected: "合计只加不含自己的行和列", mend: "从 sum 中去掉绕回来的那一项")
      return true
    }
    return false
  }

  /// The first cell on the path that a sum comes back to.
  private func circle(
    from cell: FormCell, path: inout [CellKey], settled: inout Set<CellKey>
  ) -> FormCell? {
    if settled.contains(cell.key) { return nil }
    if path.contains(cell.key) { return cell }
    path.append(cell.key)
    defer { path.removeLast() }
    for next in cells.added(by: cell).compactMap({ cells.byKey[$0] }) {
      if let found = circle(from: next, path: &path, settled: &settled) { return found }
    }
    settled.insert(cell.key)
    return nil
  }
}

/// What a cell is made of, down to the cells that are no sums.
private struct CellContents {
  /// Whether the facts behind it are money (true), counts (false) or, wrongly, both.
  var kinds: Set<Bool> = []
  var leaves: Set<CellKey>
}

extension Selection {
  /// Whether some amount could be taken: no part is narrowed to nothing.
  fileprivate var canTakeAnything: Bool {
    funds?.isEmpty != true && sources?.isEmpty != true && kinds?.isEmpty != true
      && functions?.isEmpty != true && economics?.isEmpty != true && unitTypes?.isEmpty != true
  }
}
