public import Diagnostics

/// 项目支出绩效自评表: how a unit judges one of its projects.
///
/// Only what people declare is kept. What follows from it (totals, carry-over, 执行率, scores, grade)
/// is reckoned from exact amounts and rounded once, half away from zero.
public struct SelfEvaluation: Sendable {
  /// 项目名称, as the file has it.
  public let project: String
  /// 主管部门.
  public let authority: Authority
  /// The code of the budget unit.
  public let unit: String
  /// 资金性质: the fund that pays for the project.
  public let fund: Fund
  /// The function account that the project is booked under, where it is stated.
  public let function: FunctionAccount?
  /// The money by source, in the order of the file.
  public let funding: [Funding]
  /// 年度目标.
  public let goal: String
  /// 实际完成情况.
  public let outcome: String
  /// In the order of the file.
  public let indicators: [Indicator]
  /// The texts of the analysis, a row each, in the order that the layout set prescribes.
  public let analysis: [Analysis]
  /// How it is scored: weights and grades of the layout set.
  public let scoring: EvaluationScoring
  /// Where it begins in its file.
  public let place: SourcePlace

  /// Takes what people declare; totals, rates and scores follow from it.
  public init(
    project: String, authority: Authority, unit: String, fund: Fund, function: FunctionAccount?,
    funding: [Funding], goal: String, outcome: String, indicators: [Indicator],
    analysis: [Analysis], scoring: EvaluationScoring, place: SourcePlace
  ) {
    self.project = project
    self.authority = authority
    self.unit = unit
    self.fund = fund
    self.function = function
    self.funding = funding
    self.goal = goal
    self.outcome = outcome
    self.indicators = indicators
    self.analysis = analysis
    self.scoring = scoring
    self.place = place
  }
}

// MARK: - What follows

extension SelfEvaluation {
  /// 资金总额: the amounts of all sources added up.
  public var funds: ProjectFunds {
    funding.map(\.funds).reduce(ProjectFunds()) { total, row in total + row }
  }

  /// The points for the execution of the budget; nil where there was no budget.
  public var executionScore: Points? { funds.executionScore(of: scoring.executionWeight) }

  /// 总分: the scores of the indicators, and that of the execution where there is one.
  public var total: Points { indicators.map(\.score).sum() + (executionScore ?? .zero) }

  /// 等级.
  public var grade: Grade { scoring.grade(of: total) }
}
