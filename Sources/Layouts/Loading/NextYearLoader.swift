internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Reads what the year after takes over.
struct NextYearLoader {
  let log: FindingLog
  let quantities: NarrativeQuantities
  /// The set's name: of what it inherits, items on forms that it does not have are left out.
  let set: String

  /// What stands behind the key; nothing where it is not written.
  func nextYear(_ value: YAMLValue?) -> NextYear {
    guard let map = value.flatMap({ YAMLMap($0, log: log) }) else { return .none }
    defer { map.finish() }
    return NextYear(
      amounts: map.list("amounts").filter(isPossible).compactMap(amount),
      balances: map.list("balances").filter(isPossible).compactMap(balance))
  }

  /// Whether an item is the set's own, or speaks of nothing but forms that the set has.
  private func isPossible(_ item: YAMLValue) -> Bool {
    guard !item.place.isOwn(ofSet: set) else { return true }
    return item.leaves.allSatisfy { leaf in
      leaf.texts.allSatisfy { text in
        let isForm = leaf.path.last == "rows"
        guard isForm || text.contains("!") else { return true }
        return quantities.forms.columns(of: String(text.prefix { $0 != "!" })) != nil
      }
    }
  }

  private func amount(_ value: YAMLValue) -> CarriedAmount? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let indicator = map.required("indicator").flatMap { value in
      map.choice(value, of: "指标", among: quantities.indicators.map { ($0, $0) })
    }
    let fund = map.optional("fund").flatMap { value in
      map.choice(value, of: "资金性质", among: Fund.allCases.map { ($0.rawValue, $0) })
    }
    let rows = rows(map)
    let loaded = money(map, by: rows.map(scoped) ?? quantities)
    guard let indicator, let quantity = loaded?.quantity, rows != nil || !map.has("rows") else {
      return nil
    }
    return CarriedAmount(indicator: indicator, fund: fund, rows: rows, quantity: quantity)
  }

  /// Reads quantities of the rows of a form.
  private func scoped(to rows: CarriedRows) -> NarrativeQuantities {
    var quantities = quantities
    quantities.scope = .rows(forms: [rows.form])
    return quantities
  }

  /// The accounts' rows of a form, of which each has an amount.
  private func rows(_ map: YAMLMap) -> CarriedRows? {
    guard let form = map.optional("rows") else { return nil }
    let levels = accountLevelNames.enumerated().map { ($0.element, $0.offset) }
    let level = map.required("level").flatMap { map.choice($0, of: "级次", among: levels) }
    let number = form.text ?? ""
    guard quantities.columns(of: number, at: form.place) != nil, let level else { return nil }
    return CarriedRows(form: number, level: level)
  }

  private func balance(_ value: YAMLValue) -> CarriedBalance? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let taken = quantities.rules.selections.selection(map).funds ?? Set(Fund.allCases)
    guard let loaded = money(map, by: quantities) else { return nil }
    return CarriedBalance(funds: Fund.allCases.filter(taken.contains), quantity: loaded.quantity)
  }

  /// The quantity among the keys of an item, which is one of money.
  private func money(_ map: YAMLMap, by quantities: NarrativeQuantities) -> LoadedQuantity? {
    let loaded = quantities.quantity(map)
    if loaded?.kind == .count { log.report(NextYearFault.count, at: map.place) }
    return loaded
  }
}

/// What can be wrong with what the year after takes over.
enum NextYearFault: Fault {
  /// A number of things, where money is taken over.
  case count

  var wording: FaultWording {
    switch self {
    case .count:
      FaultWording(
        code: "L320", what: "nextYear 的这一项是数量，不是金额", expected: "下一年要用的金额",
        mend: "改为取金额的格，或删去这一项")
    }
  }
}
