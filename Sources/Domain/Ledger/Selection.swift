/// Which ledger amounts a line, a column or a whole form takes; data of a layout set.
///
/// A part that is nil does not narrow. Codes are prefixes: `302` takes every account below 302.
public struct Selection: Hashable, Sendable {
  /// What the amounts measure.
  public var measure: Measure?
  /// 资金性质: the amount's own must be one of these.
  public var funds: Set<Fund>?
  /// 收入来源: the amount's own must be one of these.
  public var sources: Set<IncomeSource>?
  /// 支出类别: the amount's own must be one of these.
  public var kinds: Set<ExpenditureKind>?
  /// Function accounts: the amount's own must be one of these or below one.
  public var functions: [FunctionAccount]?
  /// Economic accounts: the amount's own must be one of these or below one.
  public var economics: [EconomicAccount]?
  /// Types of budget units: that of the amount's unit must be one of these.
  public var unitTypes: Set<String>?
  /// Budget units by their codes: the amount's own must be one of these.
  ///
  /// No set names any; a row that stands for a unit does.
  public var units: Set<String>?

  /// A selection that takes everything until it is narrowed.
  public init() {}

  /// Whether an amount booked under the key is taken.
  ///
  /// - Parameter unitType: the type of the key's unit; nil for amounts of the whole department.
  public func takes(_ key: LedgerKey, unitType: String?) -> Bool {
    guard takes(key.measure, key.fund, key.source, key.kind) else { return false }
    if let functions {
      guard let account = key.function, functions.contains(where: account.isWithin) else {
        return false
      }
    }
    if let economics {
      guard let account = key.economic, economics.contains(where: account.isWithin) else {
        return false
      }
    }
    if let units, !key.unit.isIn(units) { return false }
    if let unitTypes, !unitType.isIn(unitTypes) { return false }
    return true
  }

  /// Whether amounts of a class are taken, of some account at least.
  ///
  /// - Parameter unitType: the type of the unit; nil where it does not matter.
  public func takes(_ one: LedgerClass, unitType: String?) -> Bool {
    guard takes(one.measure, one.fund, one.source, one.kind) else { return false }
    guard let unitTypes, unitType != nil else { return true }
    return unitType.isIn(unitTypes)
  }

  /// Whether entries of a sort are taken, whatever their accounts.
  ///
  /// - Parameter unitType: the type of the sort's unit; nil for amounts of the whole department.
  func takes(_ sort: BookedEntries.Sort, unitType: @autoclosure () -> String?) -> Bool {
    guard takes(sort.measure, sort.fund, sort.source, sort.kind) else { return false }
    guard let unitTypes else { return true }
    return unitType().isIn(unitTypes)
  }

  private func takes(
    _ measure: Measure, _ fund: Fund?, _ source: IncomeSource?, _ kind: ExpenditureKind?
  ) -> Bool {
    if let asked = self.measure, measure != asked { return false }
    if let funds, !fund.isIn(funds) { return false }
    if let sources, !source.isIn(sources) { return false }
    if let kinds, !kind.isIn(kinds) { return false }
    return true
  }
}

extension Optional where Wrapped: Hashable {
  fileprivate func isIn(_ allowed: Set<Wrapped>) -> Bool { map(allowed.contains) ?? false }
}

extension Selection {
  /// What both selections take; nil where they contradict each other.
  public func narrowed(by other: Selection) -> Selection? {
    var result = self
    if let measure, let second = other.measure, measure != second { return nil }
    result.measure = measure ?? other.measure
    result.funds = common(funds, other.funds)
    result.sources = common(sources, other.sources)
    result.kinds = common(kinds, other.kinds)
    result.units = common(units, other.units)
    result.unitTypes = common(unitTypes, other.unitTypes)
    result.functions = common(functions, other.functions)
    result.economics = common(economics, other.economics)
    return result
  }

  private func common<Term>(_ left: Set<Term>?, _ right: Set<Term>?) -> Set<Term>? {
    guard let left, let right else { return left ?? right }
    return left.intersection(right)
  }

  /// The prefixes that lie within a prefix of the other side.
  private func common<Code: Account>(_ left: [Code]?, _ right: [Code]?) -> [Code]? {
    guard let left, let right else { return left ?? right }
    return left.filter { code in right.contains(where: code.isWithin) }
      + right.filter { code in left.contains { code != $0 && code.isWithin($0) } }
  }
}
