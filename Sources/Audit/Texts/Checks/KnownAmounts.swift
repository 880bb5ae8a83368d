internal import Composition
internal import Domain
internal import Figures
internal import Layouts

/// Amounts that a text may state: sorted, without their signs, in 分.
struct AmountList {
  private let sorted: [Int64]

  init(_ amounts: some Sequence<Int64>) { sorted = amounts.map { abs($0) }.sorted() }

  /// Whether one of them is the amount when rounded to the last place that is written.
  func has(_ amount: TypedAmount) -> Bool {
    guard let fen = amount.fen else { return false }
    if fen == 0 { return true }
    let half = amount.step / 2
    let (low, high) = (fen - half, half == 0 ? fen : fen + half - 1)
    return first(from: low).map { $0 <= high } ?? false
  }

  /// The amount that is nearest, if it is at most a tenth away.
  func nearest(to fen: Int64) -> Int64? {
    let near = [first(from: fen), last(before: fen)].compactMap { $0 }
    return near.min { abs($0 - fen) < abs($1 - fen) }.flatMap {
      abs($0 - fen) <= fen / 10 ? $0 : nil
    }
  }

  private func first(from least: Int64) -> Int64? {
    let index = position(of: least)
    return index < sorted.count ? sorted[index] : nil
  }

  private func last(before least: Int64) -> Int64? {
    let index = position(of: least)
    return index > 0 ? sorted[index - 1] : nil
  }

  /// The place of the first amount that is not less.
  private func position(of least: Int64) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What amounts the texts of a dossier may state.
struct KnownAmounts {
  /// Those of forms, ledger and declared facts, and the sums and changes that sentences print.
  let common: AmountList
  /// Those of all evaluations too, for texts of the whole department.
  let all: AmountList

  init(_ checks: TextChecks) {
    let (accounts, set) = (checks.accounts, checks.set)
    let evaluations = set.evaluationForm.map { $0.number + "-" } ?? ""
    var (common, more): ([Int64], [Int64]) = ([], [])
    for form in checks.book.forms {
      let amounts = form.figures.compactMap { figure -> Int64? in
        if case .money(let money)? = figure.value { money.fen } else { nil }
      }
      if !evaluations.isEmpty, form.number.hasPrefix(evaluations) {
        more += amounts
      } else {
        common += amounts
      }
    }
    common += accounts.ledger.entries.map(\.amount.fen)
    let units: [String?] = [nil] + accounts.department.units.map(\.code)
    for declaration in set.facts where declaration.kind == .money {
      for unit in units {
        if case .money(let money)? = accounts.declaredFacts.fact(declaration.path, unit: unit)?
          .value
        {
          common.append(money.fen)
        }
      }
    }
    common += Self.printed(checks)
    self.common = AmountList(common)
    all = AmountList(common + more)
  }

  /// The amounts and changes that sentences of the set print, those of forms' rows among them.
  private static func printed(_ checks: TextChecks) -> [Int64] {
    let values = checks.set.narrative?.values ?? []
    let names = values.reduce(into: Set<QuantitySource>()) { names, value in
      for quantity in value.amounts { names.formUnion(quantity.names) }
    }
    let reckoner = Reckoner(
      book: checks.book, quantities: checks.dossier?.quantities(names) ?? [:])
    return values.flatMap { value -> [Int64] in
      guard case .list(let list) = value.content, case .rows(let rows) = list.source else {
        return value.amounts.map { reckoner.value($0, in: nil).raw }
      }
      let lines = rows.forms.compactMap(checks.book.form).flatMap { form in
        form.rows.compactMap { row in
          row.account.map {
            Reckoner<QuantitySource>.Row(form: form.number, id: row.id, subject: $0.code)
          }
        }
      }
      return list.values.flatMap(\.amounts).flatMap { quantity in
        lines.map { reckoner.value(quantity, in: $0).raw }
      }
    }
  }
}

extension NarrativeValue {
  /// The amounts of money that it prints, those of a list's items among them.
  fileprivate var amounts: [NarrativeQuantity] {
    switch content {
    case .amount(let quantity, _, _): [quantity]
    case .change(let layout): [.difference(layout.figure, layout.base)]
    case .completion(let layout): [layout.budget]
    case .reason, .count, .share, .condition, .expected, .text: []
    case .list(let list): list.values.flatMap(\.amounts)
    }
  }
}
