internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Proves of a form, before any fact is seen, that each class of amounts in its scope has a cell and
/// no amount has two.
///
/// Classes are finite (``LedgerClass``, with the set's unit types); of accounts it is enough to know
/// whether the prefixes of two cells meet. An account that no line has is the one thing that is left
/// for the ledger to show.
struct ScopeProof {
  let log: FindingLog
  let form: FormLayout
  let unitTypes: [String]
  /// The expenditure whose rows must name an economic account.
  let economicRequired: [Selection]
  private let leaves: [Leaf]
  private let cells: FormCells

  /// A cell on which facts fall.
  private struct Leaf {
    let cell: FormCell
    let selection: Selection
  }

  /// A class of amounts of units of one type; nil where types do not matter, or there is no unit.
  fileprivate struct Case: Hashable {
    let ledgerClass: LedgerClass
    let unitType: String?
  }

  /// A pair of leaves, by their positions.
  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  init(
    log: FindingLog, form: FormLayout, cells: FormCells, unitTypes: [String],
    economicRequired: [Selection]
  ) {
    self.log = log
    self.form = form
    self.unitTypes = unitTypes
    self.economicRequired = economicRequired
    self.cells = cells
    leaves = cells.all.compactMap { cell in
      switch cell.shows {
      case .success(.select(let selection)), .success(.closed(.some(let selection))):
        Leaf(cell: cell, selection: selection)
      case .success, .failure: nil
      }
    }
  }

  func check() {
    checkLines()
    var pairs: [Pair: Case] = [:]
    var seen: Set<[Int]> = []
    for (number, item) in form.scope.enumerated() {
      let place = form.scopePlaces.indices.contains(number) ? form.scopePlaces[number] : form.place
      var untaken: [Case] = []
      var loose: [Case] = []
      for one in cases(of: item) {
        let takers = leaves.indices.filter { leaves[$0].selection.meets(item, in: one) }
        if takers.isEmpty { untaken.append(one) }
        if !takers.isEmpty, isLoose(one, of: item, takers) { loose.append(one) }
        if seen.insert(takers).inserted {
          for pair in meetings(takers) where pairs[pair] == nil { pairs[pair] = one }
        }
      }
      if !untaken.isEmpty { log.report(ScopeFault.untaken(names(untaken), form: name), at: place) }
      if !loose.isEmpty {
        log.report(ScopeFault.economicNotRequired(names(loose), form: name), at: place)
      }
    }
    report(pairs)
  }

  private var name: String { "\(form.number) \(form.title)" }

  /// The classes of a part of the scope, by unit type where a cell or the part asks for one.
  private func cases(of item: Selection) -> [Case] {
    let asksForType =
      item.unitTypes != nil || leaves.contains { $0.selection.unitTypes != nil }
    return LedgerClass.all.flatMap { one -> [Case] in
      guard asksForType else { return [Case(ledgerClass: one, unitType: nil)] }
      let known = unitTypes.map { Case(ledgerClass: one, unitType: $0) }
      return one.isOfTheYear ? known : known + [Case(ledgerClass: one, unitType: nil)]
    }.filter { item.takes($0.ledgerClass, unitType: $0.unitType) }
  }

  /// Whether a class has cells only by economic account, and may be booked without one.
  private func isLoose(_ one: Case, of item: Selection, _ takers: [Int]) -> Bool {
    guard item.economics == nil, takers.allSatisfy({ leaves[$0].selection.economics != nil }) else {
      return false
    }
    return !economicRequired.contains { required in
      required.functions == nil && required.economics == nil
        && required.takes(one.ledgerClass.key, unitType: one.unitType)
    }
  }

  /// The pairs among some leaves of one class that an account can fall on both of.
  private func meetings(_ takers: [Int]) -> [Pair] {
    // There are thousands of pairs: each leaf's accounts are looked up once.
    let functions = takers.map { leaves[$0].selection.functions }
    let economics = takers.map { leaves[$0].selection.economics }
    var pairs: [Pair] = []
    for first in takers.indices {
      let (function, economic) = (functions[first], economics[first])
      for second in takers.indices[(first + 1)...]
      where areMeeting(function, functions[second]) && areMeeting(economic, economics[second]) {
        pairs.append(Pair(first: takers[first], second: takers[second]))
      }
    }
    return pairs
  }

  private func report(_ pairs: [Pair: Case]) {
    for (pair, one) in pairs.sorted(by: {
      ($0.key.second, $0.key.first) < ($1.key.second, $1.key.first)
    }) {
      let (first, second) = (leaves[pair.first].cell, leaves[pair.second].cell)
      let isOneLine = first.key.row == second.key.row
      func told(_ cell: FormCell) -> (name: String, place: SourcePlace) {
        isOneLine
          ? ("列“\(cell.key.column)”", form.columns[cell.column].place) : (cell.name, cell.place)
      }
      log.report(
        ScopeFault.takenTwice(
          one.ledgerClass.description, cell: told(second).name, other: told(first).name),
        at: told(second).place, related: [told(first).place])
    }
  }

  /// Each class once, with the unit types where not all of them are meant.
  private func names(_ cases: [Case]) -> [String] {
    var order: [LedgerClass] = []
    for one in cases where !order.contains(one.ledgerClass) { order.append(one.ledgerClass) }
    return order.map { one in
      let types = cases.filter { $0.ledgerClass == one }.compactMap(\.unitType)
      let isAll = types.isEmpty || types.count == unitTypes.count
      return one.description + (isAll ? "" : "（\(types.joined(separator: "、"))）")
    }
  }
}

// MARK: - Lines

extension ScopeProof {
  /// Reports each line, and each column, none of whose cells can ever take anything: single cells
  /// where a row and a column exclude each other are in order.
  private func checkLines() {
    let taking = Set(leaves.indices.filter(canTake))
    for (rowID, indices) in Dictionary(grouping: leaves.indices, by: { leaves[$0].cell.key.row })
      .sorted(by: { $0.value[0] < $1.value[0] })
    where taking.isDisjoint(with: indices) {
      let cell = leaves[indices[0]].cell
      log.report(ScopeFault.never(cell: cell.name), at: cell.place)
      // Its columns would say the same.
      if FormCells.isSample(rowID) { return }
    }
    for (column, indices) in Dictionary(grouping: leaves.indices, by: { leaves[$0].cell.column })
      .sorted(by: { $0.key < $1.key })
    where indices.count > 1 || FormCells.isSample(leaves[indices[0]].cell.key.row) {
      guard taking.isDisjoint(with: indices) else { continue }
      let layout = form.columns[column]
      log.report(ScopeFault.never(cell: "列“\(layout.id)”"), at: layout.place)
    }
  }

  private func canTake(_ leaf: Int) -> Bool {
    let selection = leaves[leaf].selection
    return LedgerClass.all.contains { one in
      let types: [String?] = selection.unitTypes.map(Array.init) ?? [nil]
      return types.contains { type in
        selection.takes(one, unitType: type)
          && (form.scope.isEmpty
            || form.scope.contains { $0.takes(one, unitType: type) || $0.unitTypes != nil })
      }
    }
  }
}

/// Whether an account can lie within both; nil stands for all accounts.
private func areMeeting<Code: Account>(_ one: [Code]?, _ other: [Code]?) -> Bool {
  guard let one, let other else { return true }
  return one.contains { code in other.contains { code.isWithin($0) || $0.isWithin(code) } }
}

extension Selection {
  /// Whether some ledger can hold an amount that is taken.
  var isPossible: Bool { LedgerClass.all.contains { takes($0, unitType: nil) } }

  /// Whether amounts of a case are taken, of some account of a part of the scope.
  fileprivate func meets(_ item: Selection, in one: ScopeProof.Case) -> Bool {
    takes(one.ledgerClass, unitType: one.unitType)
      && areMeeting(functions, item.functions) && areMeeting(economics, item.economics)
  }
}
