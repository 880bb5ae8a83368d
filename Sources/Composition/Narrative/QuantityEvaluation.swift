internal import Domain
internal import Figures
internal import Layouts

/// An exact number of a sentence.
struct QuantityValue {
  /// Nil where there is no fact.
  var value: FigureValue?
  /// Whether the dossier says nothing at all of what is asked, so that nothing can be compared with.
  var isUnknown = false

  /// The number in its smallest unit: 分, or one.
  var raw: Int64 {
    switch value {
    case .money(let money): money.fen
    case .count(let count): count
    case .decimal(let decimal): decimal.units
    case nil: 0
    }
  }

  /// The numbers added; what is unknown in part is unknown.
  static func + (left: QuantityValue, right: QuantityValue) -> QuantityValue {
    var sum = CellValue(value: left.value)
    sum.add(CellValue(value: right.value))
    return QuantityValue(value: sum.value, isUnknown: left.isUnknown || right.isUnknown)
  }

  /// The number with the other sign.
  static prefix func - (number: QuantityValue) -> QuantityValue {
    let value: FigureValue? =
      switch number.value {
      case .money(let money): .money(-money)
      case .count(let count): .count(-count)
      case .decimal(let decimal):
        .decimal(FixedDecimal(units: -decimal.units, decimals: decimal.decimals))
      case nil: nil
      }
    return QuantityValue(value: value, isUnknown: number.isUnknown)
  }
}

/// Evaluates quantities from the forms' evaluated cells, the ledger and the declared facts.
struct QuantityEvaluation {
  let accounts: FinalAccounts
  let facts: FactTable
  let forms: [String: ComposedForm]
  /// The lists of the set, by their keys.
  let lists: [String: ListSource]

  /// The value of a quantity, seen from a list's row where it stands in one.
  func value(_ quantity: Quantity, row: NarrativeRow?) -> QuantityValue {
    switch quantity {
    case .cell(let form, let key): return QuantityValue(value: forms[form]?.figure(key)?.value)
    case .fact(let reference): return fact(reference, row: row)
    case .ledger(let quantity): return ledger(quantity, row: row)
    case .row(let columns):
      return columns.map { QuantityValue(value: row?.figures[$0]?.value) }
        .reduce(QuantityValue(), +)
    case .sum(let parts):
      return parts.map { value($0, row: row) }.reduce(QuantityValue(), +)
    case .difference(let first, let second):
      return value(first, row: row) + (-value(second, row: row))
    case .units(let types): return QuantityValue(value: .count(Int64(units(types).count)))
    case .items(let list):
      return QuantityValue(value: .count(Int64(lists[list].map { rows(of: $0).count } ?? 0)))
    case .evaluations(let quantity): return QuantityValue(value: evaluations(quantity))
    }
  }

  /// How many evaluations there are, or what their amounts come to.
  private func evaluations(_ quantity: EvaluationQuantity) -> FigureValue {
    let taken = accounts.evaluations.filter(quantity.takes)
    guard let amount = quantity.amount else { return .count(Int64(taken.count)) }
    return .money(taken.compactMap { amount.amount(of: $0.funds) }.sum())
  }

  private func fact(_ reference: FactReference, row: NarrativeRow?) -> QuantityValue {
    let value: FigureValue?
    if reference.isOfRow {
      value =
        switch accounts.declaredFacts.fact(reference.path, unit: row?.unit)?.value {
        case .money(let money): .money(money)
        case .count(let count): .count(count)
        case .text, .list, nil: nil
        }
    } else {
      value = facts.value(reference.path).value
    }
    return QuantityValue(value: value, isUnknown: value == nil)
  }

  private func ledger(_ quantity: LedgerQuantity, row: NarrativeRow?) -> QuantityValue {
    var result = QuantityValue(isUnknown: true)
    for (entry, unitType) in zip(facts.entries, facts.unitTypes) {
      let key = entry.key
      guard key.measure == quantity.selection.measure, key.indicator == quantity.indicator,
        !quantity.isWithoutFund || key.fund == nil
      else { continue }
      // One line of the kind, and a line that is missing means nothing rather than not known.
      result.isUnknown = false
      guard quantity.takes(key, unitType: unitType),
        !quantity.isOfFunction || isWithin(key.function, row),
        !quantity.isOfEconomic || isWithin(key.economic, row)
      else { continue }
      result = result + QuantityValue(value: .money(entry.amount))
    }
    return result
  }

  private func isWithin(_ account: (some Account)?, _ row: NarrativeRow?) -> Bool {
    guard let account, let code = row?.code else { return false }
    return account.code.hasPrefix(code)
  }

  /// The department's units of some types, or of all.
  func units(_ types: [String]?) -> [BudgetUnit] {
    accounts.department.units.filter { types?.contains($0.type) ?? true }
  }
}

extension LedgerQuantity {
  /// Whether an amount is taken, whatever the list's row.
  func takes(_ key: LedgerKey, unitType: String?) -> Bool {
    key.indicator == indicator && (!isWithoutFund || key.fund == nil)
      && selection.takes(key, unitType: unitType)
  }
}
