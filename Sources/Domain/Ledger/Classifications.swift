/// 资金性质: the fund from which money comes.
///
/// Raw values are the terms that ledgers use.
public enum Fund: String, CaseIterable, Sendable, Comparable, FixedTerm {
  case generalBudget = "一般公共预算财政拨款"
  case governmentFund = "政府性基金预算财政拨款"
  case stateCapital = "国有资本经营预算财政拨款"
  case other = "其他"

  /// 财政拨款: the three funds that come from the treasury.
  public static let fiscalAppropriation: [Fund] = [.generalBudget, .governmentFund, .stateCapital]
  /// What the three funds of the treasury are called together.
  public static let appropriation = "财政拨款"

  /// Orders as the law lists them.
  public static func < (left: Fund, right: Fund) -> Bool { left.position < right.position }

  /// Its position among the funds, as the law lists them, from 0.
  public var position: Int {
    switch self {
    case .generalBudget: 0
    case .governmentFund: 1
    case .stateCapital: 2
    case .other: 3
    }
  }
}

/// 收入来源: what kind of income.
///
/// Raw values are the terms that ledgers use.
public enum IncomeSource: String, CaseIterable, Sendable, FixedTerm {
  case generalBudget = "一般公共预算财政拨款"
  case governmentFund = "政府性基金预算财政拨款"
  case stateCapital = "国有资本经营预算财政拨款"
  case subsidyFromSuperior = "上级补助收入"
  case publicService = "事业收入"
  case business = "经营收入"
  case remittanceFromAffiliates = "附属单位上缴收入"
  case other = "其他收入"

  /// 财政拨款收入: the sources that are the three fiscal funds.
  public static let fiscalAppropriation: [IncomeSource] = [
    .generalBudget, .governmentFund, .stateCapital,
  ]

  /// The fund that the income belongs to when a unit's books are balanced.
  public var fund: Fund {
    switch self {
    case .generalBudget: .generalBudget
    case .governmentFund: .governmentFund
    case .stateCapital: .stateCapital
    case .subsidyFromSuperior, .publicService, .business, .remittanceFromAffiliates, .other: .other
    }
  }
}

/// 支出类别: what kind of expenditure.
///
/// Raw values are the terms that ledgers use.
public enum ExpenditureKind: String, CaseIterable, Sendable, FixedTerm {
  case basic = "基本支出"
  case project = "项目支出"
  case remittanceToSuperior = "上缴上级支出"
  case business = "经营支出"
  case subsidyToAffiliates = "对附属单位补助支出"

  /// What money of the treasury may be spent on; the other kinds are by their definition paid from
  /// other money.
  public static let ofFiscalAppropriation: [ExpenditureKind] = [.basic, .project]
}

/// What a ledger fact measures.
///
/// Raw values are the terms that layout sets use.
public enum Measure: String, CaseIterable, Sendable, FixedTerm {
  case income = "收入"
  case expenditure = "支出"
  case openingBalance = "年初结转和结余"
  case surplusUsed = "使用非财政拨款结余和专用结余"
  case surplusDistribution = "结余分配"
  case closingBalance = "年末结转和结余"
  case openingBudget = "年初预算"
  case priorYear = "上年"

  /// What by its definition is never money of the treasury, whose surplus is neither used up like
  /// this nor distributed.
  public static let outsideFiscalAppropriation: Set<Measure> = [.surplusUsed, .surplusDistribution]
}
