public import Diagnostics

extension SelfEvaluation {
  /// 主管部门: the department above, by code and name.
  public struct Authority: Hashable, Sendable {
    /// The code of that department, as the evaluation's file has it.
    public let code: String
    /// Its name, as the evaluation's file has it.
    public let name: String

    /// Pairs a code with a name.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// The money of one source.
  public struct Funding: Hashable, Sendable {
    /// 来源: where the money comes from, by the form's terms.
    public let source: String
    /// The amounts of this source.
    public let funds: ProjectFunds
    /// 偏差原因; empty where none is stated.
    public let reason: String
    /// Where the source stands in the evaluation's file.
    public let place: SourcePlace

    /// Takes what a file says of one source.
    public init(source: String, funds: ProjectFunds, reason: String, place: SourcePlace) {
      self.source = source
      self.funds = funds
      self.reason = reason
      self.place = place
    }
  }

  /// 绩效指标: what was aimed at, what came of it, and the points for it.
  public struct Indicator: Hashable, Sendable {
    /// 一级, 二级 and 三级指标.
    public let levels: [String]
    /// 年初指标值.
    public let initialValue: String
    /// 调整后指标值; empty where none is stated.
    public let adjustedValue: String
    /// 实际完成值.
    public let actualValue: String
    /// 分值.
    public let weight: Points
    /// 得分, at most ``weight``.
    public let score: Points
    /// 偏差原因; empty where none is stated.
    public let reason: String
    /// Where the indicator stands in the evaluation's file.
    public let place: SourcePlace

    /// Takes what a file says of one indicator.
    public init(
      levels: [String], initialValue: String, adjustedValue: String, actualValue: String,
      weight: Points, score: Points, reason: String, place: SourcePlace
    ) {
      self.levels = levels
      self.initialValue = initialValue
      self.adjustedValue = adjustedValue
      self.actualValue = actualValue
      self.weight = weight
      self.score = score
      self.reason = reason
      self.place = place
    }
  }

  /// A row of the analysis.
  public struct Analysis: Hashable, Sendable {
    /// The row's label, as the layout set has it.
    public let label: String
    /// What the unit wrote there.
    public let text: String
    /// Where the row stands in the evaluation's file.
    public let place: SourcePlace

    /// Pairs a label with the text behind it.
    public init(label: String, text: String, place: SourcePlace) {
      self.label = label
      self.text = text
      self.place = place
    }
  }
}
