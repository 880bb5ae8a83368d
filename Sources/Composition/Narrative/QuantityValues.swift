internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// Makes the named quantities that a set's sentences reckon with: what the ledger, the declared facts
/// and the evaluations come to, handed over as values.
struct QuantityValues {
  let accounts: FinalAccounts
  let facts: FactTable
  let rows: NarrativeRows
  /// The lists of the set, by their keys.
  let lists: [String: ListSource]

  /// The quantities that some values of the set name.
  func quantities(of values: [NarrativeValue]) -> [QuantitySource: NamedQuantity] {
    let names = values.reduce(into: Set<QuantitySource>()) { names, value in
      for quantity in value.content.quantities { quantity.add(to: &names) }
    }
    return quantities(named: names)
  }

  /// The quantities of some names.
  func quantities(named names: Set<QuantitySource>) -> [QuantitySource: NamedQuantity] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, quantity($0)) })
  }

  /// The places of the facts behind a quantity, in reading order.
  func places(of source: QuantitySource, subject: String?) -> [SourcePlace] {
    switch source {
    case .fact(let reference):
      let units: [String?] =
        reference.isOfRow ? [subject] : [nil] + accounts.department.units.map(\.code)
      return units.compactMap { accounts.declaredFacts.fact(reference.path, unit: $0)?.place }
    case .ledger(let quantity):
      return facts.booked.places(bookings(of: quantity, subject: subject).map(\.position))
    case .evaluations(let quantity):
      return accounts.evaluations.filter(quantity.takes).map(\.place)
    case .units, .items: return []
    }
  }

  /// The entries of the ledger that a quantity adds up.
  ///
  /// - Parameter subject: the account of the row that is looked at; nil for none.
  func bookings(of quantity: LedgerQuantity, subject: String?) -> [BookedEntries.Booking] {
    let booked = facts.booked
    let isOfKind = quantity.kinds(in: booked)
    let taking = booked.taking([quantity.selection])
    return booked.bookings.filter { booking in
      isOfKind[booking.sort] && taking.takes(booking)
        && (!quantity.isOfRow
          || subject.map {
            quantity.subjects(of: booked.entries[booking.position].key).contains($0)
          } ?? false)
    }
  }

  private func quantity(_ source: QuantitySource) -> NamedQuantity {
    switch source {
    case .fact(let reference): fact(reference)
    case .ledger(let quantity): ledger(quantity)
    case .units(let types):
      NamedQuantity(Quantity(.count(Int64(accounts.department.units(of: types).count))))
    case .items(let list):
      NamedQuantity(Quantity(.count(Int64(lists[list].map { rows.rows(of: $0).count } ?? 0))))
    case .evaluations(let quantity): NamedQuantity(Quantity(evaluations(quantity)))
    }
  }

  /// How many evaluations there are, or what their amounts come to.
  private func evaluations(_ quantity: EvaluationQuantity) -> FigureValue {
    let taken = accounts.evaluations.filter(quantity.takes)
    guard let amount = quantity.amount else { return .count(Int64(taken.count)) }
    return .money(taken.compactMap { $0.money(amount) }.sum())
  }

  /// A declared fact; one that is not declared is not known.
  private func fact(_ reference: FactReference) -> NamedQuantity {
    func known(_ value: FigureValue?) -> Quantity { Quantity(value, isUnknown: value == nil) }
    guard reference.isOfRow else {
      return NamedQuantity(known(facts.value(reference.path).value))
    }
    func value(ofUnit unit: String?) -> Quantity {
      known(accounts.declaredFacts.fact(reference.path, unit: unit)?.value.figure)
    }
    let units = accounts.department.units.map { ($0.code, value(ofUnit: $0.code)) }
    return NamedQuantity(
      value(ofUnit: nil), bySubject: Dictionary(units, uniquingKeysWith: { first, _ in first }))
  }

  /// Ledger amounts.
  ///
  /// They are known where the ledger has a line of their kind and fund; of the accounts of a list's
  /// rows, where it has one that names an account. An account that none names then has no such
  /// amount, which is not the same as one that is stated as nothing.
  private func ledger(_ quantity: LedgerQuantity) -> NamedQuantity {
    var isUnknown = true
    var total: Money?
    var bySubject: [String: Money] = [:]
    let booked = facts.booked
    let isOfKind = quantity.kinds(in: booked)
    let taking = booked.taking([quantity.selection])
    for booking in booked.bookings where isOfKind[booking.sort] {
      let subjects =
        quantity.isOfRow ? quantity.subjects(of: booked.entries[booking.position].key) : []
      if !quantity.isOfRow || !subjects.isEmpty { isUnknown = false }
      guard taking.takes(booking) else { continue }
      guard quantity.isOfRow else {
        total = (total ?? .zero) + booking.amount
        continue
      }
      for code in subjects { bySubject[code, default: .zero] += booking.amount }
    }
    return NamedQuantity(
      Quantity(total.map { .money($0) }, isUnknown: isUnknown),
      bySubject: bySubject.mapValues { Quantity(.money($0)) })
  }
}

extension LedgerQuantity {
  /// By the position of a sort, whether its amounts are of the measure, indicator and fund that are
  /// meant, whatever their accounts.
  fileprivate func kinds(in booked: BookedEntries) -> [Bool] {
    let position = indicator.flatMap(booked.indicators.firstIndex(of:))
    let isBooked = position != nil || indicator == nil
    return booked.sorts.map { sort in
      guard isBooked, sort.measure == selection.measure, sort.indicator == position else {
        return false
      }
      if isWithoutFund { return sort.fund == nil }
      return selection.funds.map { funds in sort.fund.map(funds.contains) ?? false } ?? true
    }
  }

  /// Whether an amount is taken, whatever the list's row.
  func takes(_ key: LedgerKey, unitType: String?) -> Bool {
    key.indicator == indicator && (!isWithoutFund || key.fund == nil)
      && selection.takes(key, unitType: unitType)
  }

  /// Whether only what lies within the account of a list's row is added.
  fileprivate var isOfRow: Bool { isOfFunction || isOfEconomic }

  /// The accounts whose rows take an amount: its own and those above it.
  fileprivate func subjects(of key: LedgerKey) -> Set<String> {
    let functions = Set(key.function?.lineage.map(\.code) ?? [])
    let economics = Set(key.economic?.lineage.map(\.code) ?? [])
    if isOfFunction && isOfEconomic { return functions.intersection(economics) }
    return isOfFunction ? functions : economics
  }
}

extension Department {
  /// The units of some types, or of all.
  func units(of types: [String]?) -> [BudgetUnit] {
    units.filter { types?.contains($0.type) ?? true }
  }
}

extension NarrativeValue.Content {
  /// Every quantity that the value is reckoned from, those of a list's items among them.
  fileprivate var quantities: [NarrativeQuantity] {
    switch self {
    case .amount(let quantity, _, _), .count(let quantity, _): [quantity]
    case .share(let layout): [layout.part, layout.whole]
    case .change(let layout): [layout.figure, layout.base]
    case .completion(let layout): [layout.figure, layout.budget]
    case .condition(let condition): condition.quantities
    case .reason(let layout): layout.explained.map { [$0.figure, $0.base] } ?? []
    case .expected(let facts): facts.map { .named(.fact($0)) }
    case .text: []
    case .list(let list): list.values.flatMap(\.content.quantities)
    }
  }
}

extension ConditionLayout {
  fileprivate var quantities: [NarrativeQuantity] {
    switch self {
    case .nonZero(let quantity), .hasFacts(let quantity), .known(let quantity): [quantity]
    case .equal(let first, let second), .more(let first, let second), .less(let first, let second):
      [first, second]
    }
  }
}
