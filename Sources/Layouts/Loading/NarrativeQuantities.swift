internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// A quantity as read, with what it is; the kind is nil where faults leave it unknown.
struct LoadedQuantity {
  let quantity: NarrativeQuantity
  let kind: NumberKind?
  /// How many quantities it adds, itself included.
  var size = 1
}

/// What the items of a list are, for values that stand in it.
enum ListScope: Equatable {
  case rows(forms: [String])
  case units
  case facts
}

/// Reads quantities: where an exact number comes from.
struct NarrativeQuantities {
  let log: FindingLog
  let rules: RuleLoader
  let forms: NarrativeForms
  let indicators: [String]
  /// The keys of the set's lists.
  let lists: [String]
  /// What the set prescribes for self-evaluations; nil for a set without them.
  let evaluation: EvaluationRules?
  /// The list that the values stand in; nil outside of one.
  var scope: ListScope?

  /// The word for the account or unit of a list's row.
  static let ownRow = "本行"
  /// The word for amounts that are booked for all funds together.
  private static let anyFund = "不分"
  /// The words that are none of a selection's.
  private static let ownWords: Set<String> = [ownRow, anyFund]
  /// The keys of which a quantity has exactly one.
  private static let keys = [
    "cell", "fact", "ledger", "row", "add", "subtract", "units", "items",
    "evaluations",
  ]
  /// So few that no sum of amounts overflows.
  private static let mostAddends = 1_000

  /// A quantity in a mapping of its own.
  func quantity(_ value: YAMLValue) -> LoadedQuantity? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    return quantity(map)
  }

  /// A quantity of a key that must be there.
  func quantity(_ key: String, of map: YAMLMap) -> LoadedQuantity? {
    map.required(key).flatMap(quantity)
  }

  /// The quantity among the keys of a mapping that may have others.
  func quantity(_ map: YAMLMap) -> LoadedQuantity? {
    let written = Self.keys.filter { map.optional($0) != nil }
    guard written.count == 1, let key = written.first, let value = map.optional(key) else {
      log.report(NarrativeQuantityFault.source(written, of: Self.keys), at: map.place)
      return nil
    }
    switch key {
    case "cell": return cell(value)
    case "fact": return fact(value, map)
    case "ledger": return ledger(value)
    case "row": return row(map.strings("row"), at: value.place)
    case "add": return sum(map.list("add"), at: value.place)
    case "subtract": return difference(map.list("subtract"), at: value.place)
    case "items": return items(value)
    case "evaluations": return evaluations(value, map)
    default:
      _ = map.flag("units")
      return LoadedQuantity(
        quantity: .named(.units(types: rules.selections.types(map))), kind: .count)
    }
  }

  private func sum(_ values: [YAMLValue], at place: SourcePlace) -> LoadedQuantity? {
    let parts = values.compactMap(quantity)
    guard !parts.isEmpty, parts.count == values.count else {
      if values.isEmpty {
        log.report(NarrativeQuantityFault.emptySum, at: place)
      }
      return nil
    }
    return combined(.sum(parts.map(\.quantity)), of: parts, at: place)
  }

  private func difference(_ values: [YAMLValue], at place: SourcePlace) -> LoadedQuantity? {
    guard values.count == 2 else {
      log.report(NarrativeQuantityFault.differenceOf(values.count), at: place)
      return nil
    }
    let parts = values.compactMap(quantity)
    guard parts.count == 2 else { return nil }
    return combined(.difference(parts[0].quantity, parts[1].quantity), of: parts, at: place)
  }

  /// Checks that numbers which meet are of one kind.
  func checkKinds(_ parts: [LoadedQuantity], at place: SourcePlace) {
    guard Set(parts.compactMap(\.kind)).count > 1 else { return }
    log.report(NarrativeQuantityFault.mixedKinds, at: place)
  }

  private func combined(
    _ quantity: NarrativeQuantity, of parts: [LoadedQuantity], at place: SourcePlace
  ) -> LoadedQuantity? {
    checkKinds(parts, at: place)
    let kinds = Set(parts.compactMap(\.kind))
    let size = parts.map(\.size).reduce(0, +)
    guard size <= Self.mostAddends else {
      log.report(NarrativeQuantityFault.tooManyAddends(size, most: Self.mostAddends), at: place)
      return nil
    }
    return LoadedQuantity(
      quantity: quantity, kind: kinds.count == 1 ? kinds.first : nil, size: size)
  }

  private func items(_ value: YAMLValue) -> LoadedQuantity? {
    if let key = value.text { rules.usage.cite(.value, key) }
    guard let key = value.text, lists.contains(key) else {
      log.report(
        NarrativeQuantityFault.unknownList(value.text ?? "", known: lists), at: value.place)
      return nil
    }
    return LoadedQuantity(quantity: .named(.items(list: key)), kind: .count)
  }

  private func ledger(_ value: YAMLValue) -> LoadedQuantity? {
    ledgerAmounts(value).map { LoadedQuantity(quantity: .named(.ledger($0)), kind: .money) }
  }

  /// Ledger amounts, as a value or a list selects them.
  func ledgerAmounts(_ value: YAMLValue) -> LedgerQuantity? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    var selection = rules.selections.selection(map, passing: Self.ownWords)
    let indicator = map.optional("indicator").flatMap { value in
      map.choice(value, of: "指标", among: indicators.map { ($0, $0) })
    }
    let own = ["function", "economic"].map { key in
      map.strings(key).contains { $0.text == Self.ownRow }
    }
    if own.contains(true) {
      guard case .rows = scope else {
        outsideRows(Self.ownRow, at: map.place)
        return nil
      }
    }
    if map.has("indicator"), selection.measure == nil { selection.measure = .priorYear }
    let isPrior = selection.measure == .priorYear
    guard selection.measure != nil, isPrior == map.has("indicator") else {
      let priorYear = Measure.priorYear.rawValue
      log.report(
        selection.measure == nil
          ? NarrativeQuantityFault.noMeasure(priorYear: priorYear)
          : .indicator(priorYear: priorYear),
        at: map.place)
      return nil
    }
    if let indicator { rules.usage.cite(.indicator, indicator) }
    let isWithoutFund = map.strings("fund").contains { $0.text == Self.anyFund }
    // Only amounts of the prior year may be booked for all funds together.
    if isWithoutFund, !isPrior { log.report(ScopeFault.impossible, at: map.place) }
    if let indicator, selection.funds == nil, !isWithoutFund {
      rules.usage.addOverFunds(indicator)
    }
    return LedgerQuantity(
      selection: selection, indicator: indicator, isWithoutFund: isWithoutFund,
      isOfFunction: own[0], isOfEconomic: own[1])
  }

  /// Reports what only a row of a form can have.
  func outsideRows(_ what: String, at place: SourcePlace) {
    log.report(NarrativeQuantityFault.outsideRows(what), at: place)
  }
}
