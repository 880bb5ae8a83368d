/// What an evaluation has any number of.
public enum EvaluationRecords: String, CaseIterable, Sendable {
  /// The money by source.
  case funding = "资金"
  case indicators = "指标"
  /// The texts of the analysis.
  case analysis = "分析"
}

/// A text of the form with places that an evaluation fills in.
public typealias EvaluationText = PlaceholderText<EvaluationMark>

/// What may stand between the braces of such a text: the keys of an evaluation's file.
public enum EvaluationMark: String, CaseIterable, Sendable {
  case departmentName = "部门名称"
  case fiscalYear = "年度"
  /// Its place among all evaluations: 一, 二, …
  case ordinal = "序号"
  /// Its place with two digits, from a hundred on with three: 03.
  case number = "数序"
  case project = "项目名称"
  case authorityCode = "主管部门代码"
  case authorityName = "主管部门名称"
  case unitCode = "预算单位代码"
  case unitName = "预算单位名称"
  case fund = "资金性质"
  /// The code of the function account; nothing where none is stated.
  case functionCode = "功能科目代码"
  case functionName = "功能科目名称"
  case goal = "年度目标"
  case outcome = "实际完成情况"
  case grade = "等级"

  case source = "来源"
  /// Of a source of money or of an indicator.
  case reason = "偏差原因"
  case firstLevel = "一级"
  case secondLevel = "二级"
  case thirdLevel = "三级"
  case initialValue = "年初指标值"
  case adjustedValue = "调整后指标值"
  case actualValue = "实际完成值"
  case analysisLabel = "分析项目"
  case analysisText = "分析内容"

  /// Those that tell one evaluation from the other, for titles, sheets and entries.
  static let ofName = [
    departmentName, fiscalYear, ordinal, number, project, authorityCode, authorityName, unitCode,
    unitName, fund, functionCode, functionName,
  ]
  /// Those that say something of the whole evaluation.
  static let ofWhole = ofName + [goal, outcome, grade]

  /// Those of a row's cells.
  static func of(_ records: EvaluationRecords?) -> [EvaluationMark] {
    switch records {
    case nil: ofWhole
    case .funding: [source, reason] + ofWhole
    case .indicators:
      [firstLevel, secondLevel, thirdLevel, initialValue, adjustedValue, actualValue, reason]
        + ofWhole
    case .analysis: [analysisLabel, analysisText] + ofWhole
    }
  }
}

/// A figure of an evaluation.
public enum EvaluationFigure: String, CaseIterable, Sendable {
  case declared = "目标申报数"
  case budgeted = "预算编制数"
  case annual = "全年预算数"
  case executed = "全年执行数"
  case carryOver = "资金结转余"
  case executionRate = "执行率"
  /// The points for the execution of the budget.
  case executionScore = "执行得分"
  case weight = "分值"
  case score = "得分"
  case total = "总分"

  /// What kind of number it is.
  public enum Kind: Hashable, Sendable {
    case money, rate, points
  }

  /// What kind of number the word stands for.
  public var kind: Kind {
    switch self {
    case .declared, .budgeted, .annual, .executed, .carryOver: .money
    case .executionRate: .rate
    case .executionScore, .weight, .score, .total: .points
    }
  }

  /// The amounts.
  public static let amounts = allCases.filter { $0.kind == .money }

  private static let ofFunds = amounts + [executionRate, executionScore]

  /// Those that a row may show.
  static func of(_ records: EvaluationRecords?) -> [EvaluationFigure] {
    switch records {
    case nil: ofFunds + [total]
    case .funding: ofFunds
    case .indicators: [weight, score]
    case .analysis: []
    }
  }
}
