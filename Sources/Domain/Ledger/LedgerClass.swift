/// What an amount may be booked under, whatever its account and unit: the finite part of a
/// ``LedgerKey``.
///
/// ``all`` is the closed list by which a ledger is read and a layout set is judged, so that a form
/// which has a place for each class has one for each amount that a ledger can hold.
public struct LedgerClass: Hashable, Sendable {
  /// What the amount measures.
  public let measure: Measure
  /// 资金性质; nil only for amounts of the prior year that are booked for all funds together.
  public let fund: Fund?
  /// 收入来源; nil for all that is no income.
  public let source: IncomeSource?
  /// 支出类别; nil for all that is no expenditure.
  public let kind: ExpenditureKind?

  private init(
    _ measure: Measure, _ fund: Fund?, source: IncomeSource? = nil, kind: ExpenditureKind? = nil
  ) {
    self.measure = measure
    self.fund = fund
    self.source = source
    self.kind = kind
  }

  /// Every class, in the order of the vocabularies.
  public static let all: [LedgerClass] = Measure.allCases.flatMap(classes)

  private static func classes(of measure: Measure) -> [LedgerClass] {
    switch measure {
    case .income:
      IncomeSource.allCases.map { LedgerClass(measure, $0.fund, source: $0) }
    case .expenditure:
      Fund.allCases.flatMap { fund in
        fund.expenditureKinds.map { LedgerClass(measure, fund, kind: $0) }
      }
    case .priorYear:
      [LedgerClass(measure, nil)] + Fund.allCases.map { LedgerClass(measure, $0) }
    case .openingBalance, .surplusUsed, .surplusDistribution, .closingBalance, .openingBudget:
      Fund.allCases.filter { $0.mayBear(measure) }.map { LedgerClass(measure, $0) }
    }
  }

  /// A key of the class, without account and unit.
  public var key: LedgerKey {
    LedgerKey(measure: measure, fund: fund, source: source, kind: kind)
  }

  /// Whether its amounts stand in the year's books, where each has a unit and a function account.
  public var isOfTheYear: Bool { measure != .openingBudget && measure != .priorYear }
}

extension Fund {
  /// Whether it comes from the treasury.
  public var isFiscal: Bool { Fund.fiscalAppropriation.contains(self) }

  /// Whether its money can be what a measure says.
  public func mayBear(_ measure: Measure) -> Bool {
    !isFiscal || !Measure.outsideFiscalAppropriation.contains(measure)
  }

  /// What its money can be spent on.
  public var expenditureKinds: [ExpenditureKind] {
    isFiscal ? ExpenditureKind.ofFiscalAppropriation : ExpenditureKind.allCases
  }
}

extension LedgerClass: CustomStringConvertible {
  /// As ledgers say it: `支出 其他 经营支出`; income is told by its source.
  public var description: String {
    let parts = [source == nil ? fund?.rawValue : source?.rawValue, kind?.rawValue]
    return ([measure.rawValue] + parts.compactMap { $0 }).joined(separator: " ")
  }
}
