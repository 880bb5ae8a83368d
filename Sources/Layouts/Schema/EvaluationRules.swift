public import Domain

/// What a layout set prescribes for self-evaluations (项目支出绩效自评表).
public struct EvaluationRules: Sendable {
  /// The weights and the totals that earn each grade.
  public let scoring: EvaluationScoring
  /// The labels of the analysis rows, in printed order.
  public let analysis: [String]

  /// Pairs the scoring with the labels of the analysis.
  public init(scoring: EvaluationScoring, analysis: [String]) {
    self.scoring = scoring
    self.analysis = analysis
  }
}
