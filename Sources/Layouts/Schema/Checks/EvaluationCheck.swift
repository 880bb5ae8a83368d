public import Domain

/// Checks of the self-evaluations: by themselves, against each other and against the ledger.
public enum EvaluationCheck: Sendable {
  /// What the evaluations of a unit, fund and account have spent must be in its project expenditure.
  case projectMoney(tolerance: Money)
  /// The department above must be the one whose accounts these are, spelled alike.
  case authority
  /// An indicator with such a word must be there.
  case missingIndicator(String)
  /// What was reached must agree with what was aimed at where it has all points; of costs, which such
  /// words tell, less is as good.
  case indicatorTargets(costs: [String])
  /// The costs among the indicators, which such words tell, must be of the size of the project's money.
  case indicatorMoney(costs: [String])
  /// Indicators that say nothing: all alike, or one of such words.
  case fillers([String])
  /// A ledger that names projects asks for self-evaluations.
  case unevaluated
}
