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
  let cells: FormCells

  func check() {
    for cell in cells.all { check(cell) }
    checkRepeatedFacts()
    guard !hasCircle() else { return }
    var contents: [CellKey: CellContents] = [:]
    for cell in cells.all { checkFormat(of: cell, known: &contents) }
  }

  private func check(_ cell: FormCell) {
    switch cell.shows {
    case .success(.blank), .success(.closed), .success(.fact), .success(.sumOfPrinted): break
    case .success(.select(let selection)): check(selection, of: cell)
    case .failure(.contradiction):
      log.report(CellFault.contradiction(cell: cell.name), at: cell.place)
    case .failure(.unknownReference(let reference)):
      let text = (reference.row ?? "") + (reference.column.map { ".\($0)" } ?? "")
      log.report(CellFault.unknownReference(cell: cell.name, text), at: cell.place)
    case .success(.sum(let keys)): checkSum(keys, of: cell)
    case .success(.sumOfLeaves):
      guard cells.added(by: cell).isEmpty else { return }
      log.report(CellFault.noLeaves(cell: cell.name), at: cell.place)
    }
  }

  /// Sums of rows are resolved by now; what is left over was cited by a column.
  private func checkSum(_ keys: [CellKey], of cell: FormCell) {
    for key in keys where cells.byKey[key] == nil {
      log.report(
        CellFault.unknownColumn(column: cell.key.column, cited: key.column),
        at: form.columns[cell.column].place)
    }
  }

  private func check(_ selection: Selection, of cell: FormCell) {
    let measures = Set(form.scope.map(\.measure))
    if selection.measure == nil, form.scope.isEmpty || measures.count > 1 || measures == [nil] {
      log.report(CellFault.noMeasure(cell: cell.name), at: cell.place)
    }
    // What lies outside the scope is never looked at, so the cell would stay empty without a word.
    guard !form.scope.isEmpty, selection.canTakeAnything,
      !form.scope.contains(where: { $0.narrowed(by: selection)?.canTakeAnything ?? false })
    else { return }
    log.report(CellFault.outsideScope(cell: cell.name, column: cell.key.column), at: cell.place)
  }

  /// A fact of a line would be printed in each of its columns.
  private func checkRepeatedFacts() {
    for row in form.fixedRows {
      guard case .fact(let path)? = row.rule else { continue }
      let columns = cells.all.filter {
        $0.key.row == row.id && $0.shows == .success(.fact(path: path))
          && row.cells[$0.key.column] == nil
      }
      guard columns.count > 1 else { continue }
      log.report(CellFault.factInSeveralColumns(row: row.id, count: columns.count), at: row.place)
    }
  }

  /// A count cannot be printed as money, nor money as a count.
  private func checkFormat(of cell: FormCell, known: inout [CellKey: CellContents]) {
    let kinds = contents(of: cell, known: &known).kinds
    guard kinds.count < 2 else {
      log.report(CellFault.mixedKinds(cell: cell.name), at: cell.place)
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
    log.report(
      CellFault.format(cell: cell.name, isMoney: isMoney, printed: printed), at: cell.place)
  }

  /// What a cell is made of; reports a sum that adds a cell twice, itself or by way of another sum.
  private func contents(
    of cell: FormCell, known: inout [CellKey: CellContents]
  ) -> CellContents {
    if let result = known[cell.key] { return result }
    var result = CellContents(leaves: [cell.key])
    switch cell.shows {
    case .success(.select): result.kinds = [true]
    case .success(.fact(let path, _)):
      if let fact = facts.first(where: { $0.path == path }) {
        result.kinds = [fact.kind == .money]
      }
    case .success(.blank), .success(.closed), .success(.sumOfPrinted), .failure: break
    case .success(.sum), .success(.sumOfLeaves):
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
        log.report(
          CellFault.addedTwice(cell: cell.name, row: repeated.row, column: repeated.column),
          at: cell.place)
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
      log.report(CellFault.circle(cell: circle.name), at: circle.place)
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
