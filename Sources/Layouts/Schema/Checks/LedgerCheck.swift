public import Domain

/// Checks of the ledger by itself.
public enum LedgerCheck: Sendable {
  /// Amounts that there must not be: those that a selection takes and no exception.
  case forbidden([Selection], except: [Selection])
  /// Accounts of a level, or units, with amounts of one selection and none of another, fund by fund.
  case uncovered(Selection, by: Selection, per: CoveredGroup)
  /// What each unit, fund and account of the lowest level has received and disposed of must be equal.
  case itemBalance(Selection)
  /// Amounts that must not be below zero once the rows of a key are added up.
  case negative([Selection])
  /// A fund and the accounts that only its money is booked under, and no other of its money.
  case fundAccounts(Fund, [FunctionAccount])
  /// A project code must be of one kind of expenditure, that of projects.
  case projectCodes
  /// Money that one of the department's units pays and another receives is counted twice.
  case ownTransfers(OwnTransfers)
  /// A unit without any amount.
  case idleUnit
  /// Indicators of the prior year whose rows must name a fund and an account.
  case unnamed([String])
}

/// What an account or a unit is covered as.
public enum CoveredGroup: Hashable, Sendable {
  /// Each account of a level, from 0 (类), with each fund.
  case level(Int)
  /// Each unit.
  case unit
}

/// What the department's own units may pay one another.
public struct OwnTransfers: Sendable {
  /// What one unit pays.
  public let paid: [Selection]
  /// What another receives.
  public let received: [Selection]
  /// Whether only equal amounts are told.
  public let isOfEqualAmounts: Bool
}
