internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// What a row of an evaluation's form tells of.
enum EvaluationRecord {
  case whole
  case funding(SelfEvaluation.Funding)
  case indicator(SelfEvaluation.Indicator)
  case analysis(SelfEvaluation.Analysis)
}

/// A self-evaluation with what it is called by.
struct NumberedEvaluation {
  let evaluation: SelfEvaluation
  /// Its place among all evaluations, from 1.
  let ordinal: Int
  let accounts: FinalAccounts

  /// Its place with two digits, from a hundred on with three.
  var number: String { (ordinal < 10 ? "0" : "") + String(ordinal) }

  /// What a placeholder stands for in a row.
  func text(_ mark: EvaluationMark, of record: EvaluationRecord) -> String {
    switch (mark, record) {
    case (.source, .funding(let row)): row.source
    case (.reason, .funding(let row)): row.reason
    case (.reason, .indicator(let row)): row.reason
    case (.firstLevel, .indicator(let row)): row.levels[0]
    case (.secondLevel, .indicator(let row)): row.levels[1]
    case (.thirdLevel, .indicator(let row)): row.levels[2]
    case (.initialValue, .indicator(let row)): row.initialValue
    case (.adjustedValue, .indicator(let row)): row.adjustedValue
    case (.actualValue, .indicator(let row)): row.actualValue
    case (.analysisLabel, .analysis(let row)): row.label
    case (.analysisText, .analysis(let row)): row.text
    default: text(mark)
    }
  }

  /// What a placeholder says of the whole evaluation; nothing for those of rows, which the loader
  /// refuses elsewhere.
  func text(_ mark: EvaluationMark) -> String {
    switch mark {
    case .departmentName: accounts.department.name
    case .fiscalYear: String(accounts.fiscalYear)
    case .ordinal: chineseNumeral(ordinal)
    case .number: number
    case .project: evaluation.project
    case .authorityCode: evaluation.authority.code
    case .authorityName: evaluation.authority.name
    case .unitCode: evaluation.unit
    case .unitName: accounts.department.units.first { $0.code == evaluation.unit }?.name ?? ""
    case .fund: evaluation.fund.rawValue
    case .functionCode: evaluation.function?.code ?? ""
    case .functionName:
      evaluation.function.flatMap { accounts.accountNames.name(of: $0.code, in: .function) } ?? ""
    case .goal: evaluation.goal
    case .outcome: evaluation.outcome
    case .grade: evaluation.grade.rawValue
    case .source, .reason, .firstLevel, .secondLevel, .thirdLevel, .initialValue, .adjustedValue,
      .actualValue, .analysisLabel, .analysisText:
      ""
    }
  }

  /// The value of a figure in a row; nil for a rate or a score without a budget.
  func value(_ figure: EvaluationFigure, of record: EvaluationRecord) -> FigureValue? {
    let funds = if case .funding(let row) = record { row.funds } else { evaluation.funds }
    if let amount = figure.amount(of: funds) { return .money(amount) }
    switch (figure, record) {
    case (.executionRate, _): return funds.executionRate.map { .decimal($0) }
    case (.executionScore, _):
      return funds.executionScore(of: evaluation.scoring.executionWeight).map {
        .decimal($0.decimal)
      }
    case (.weight, .indicator(let row)): return .decimal(row.weight.decimal)
    case (.score, .indicator(let row)): return .decimal(row.score.decimal)
    case (.total, _): return .decimal(evaluation.total.decimal)
    default: return nil
    }
  }

  /// The places of what a figure was reckoned from, in reading order.
  func sources(_ figure: EvaluationFigure, of record: EvaluationRecord) -> [SourcePlace] {
    switch record {
    case .funding(let row): [row.place]
    case .indicator(let row): [row.place]
    case .analysis(let row): [row.place]
    case .whole:
      (evaluation.funding.map(\.place)
        + (figure == .total ? evaluation.indicators.map(\.place) : [])).sorted()
    }
  }
}

extension EvaluationFigure {
  /// The amount among a project's funds; nil for what is no amount.
  func amount(of funds: ProjectFunds) -> Money? {
    switch self {
    case .declared: funds.declared
    case .budgeted: funds.budgeted
    case .annual: funds.annual
    case .executed: funds.executed
    case .carryOver: funds.carryOver
    case .executionRate, .executionScore, .weight, .score, .total: nil
    }
  }
}
