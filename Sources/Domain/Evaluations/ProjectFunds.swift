/// A project's money, of one source or of all.
public struct ProjectFunds: Hashable, Sendable {
  /// 目标申报数.
  public var declared = Money.zero
  /// 预算编制数.
  public var budgeted = Money.zero
  /// 全年预算数.
  public var annual = Money.zero
  /// 全年执行数.
  public var executed = Money.zero

  /// No money yet.
  public init() {}

  /// 资金结转余: what of the year's budget was not spent.
  public var carryOver: Money { annual - executed }

  /// 执行率 in per cent with two decimals; nil where there was no budget.
  public var executionRate: FixedDecimal? {
    share(of: 100_00).map { FixedDecimal(units: $0, decimals: 2) }
  }

  /// The points for the execution: as much of the weight as of the budget was spent, at most all.
  ///
  /// It follows from the exact amounts, never from the printed rate, and is nil without a budget.
  public func executionScore(of weight: Points) -> Points? {
    share(of: weight.hundredths).map { min(Points(hundredths: $0), weight) }
  }

  /// Each of the amounts added up.
  public static func + (left: ProjectFunds, right: ProjectFunds) -> ProjectFunds {
    var sum = ProjectFunds()
    sum.declared = left.declared + right.declared
    sum.budgeted = left.budgeted + right.budgeted
    sum.annual = left.annual + right.annual
    sum.executed = left.executed + right.executed
    return sum
  }

  /// `whole × executed / annual`, rounded half away from zero; nil for a budget of zero, or where the
  /// share is beyond all numbers.
  private func share(of whole: Int64) -> Int64? {
    guard annual != .zero else { return nil }
    // The product can be greater than 2^63.
    let product = Int128(executed.fen) * Int128(whole)
    return Int64(exactly: roundedQuotient(product, by: Int128(annual.fen)))
  }
}
