public import Diagnostics

/// What a layout set prescribes for self-evaluations (项目支出绩效自评表).
public struct EvaluationRules: Hashable, Sendable {
  /// What a file states, and what follows.
  public let type: RecordType
  /// The words that totals come to; nil where none are given.
  public let grades: GradeScale?

  /// Takes what a set declares.
  public init(type: RecordType, grades: GradeScale?) {
    self.type = type
    self.grades = grades
  }

  /// The list whose rows are scored, and how.
  public var scored: (list: RecordList, scoring: RowScoring)? {
    type.lists.lazy.compactMap { list in list.scoring.map { (list, $0) } }.first
  }
}

/// 项目支出绩效自评表: how a unit judges one of its projects.
///
/// Only what people declare is kept. What follows from it (totals, carry-over, 执行率, scores, grade)
/// is reckoned by the rules from exact amounts and rounded once, half away from zero.
public struct SelfEvaluation: Sendable {
  /// What its file states.
  public let record: Record
  /// What there is to state, and what follows.
  public let rules: EvaluationRules
  /// 项目名称, as the file has it.
  public let project: String
  /// The code of the budget unit.
  public let unit: String
  /// 资金性质: the fund that pays for the project; nil where the set does not ask for it.
  public let fund: Fund?
  /// The function account that the project is booked under, where it is stated.
  public let function: FunctionAccount?
  /// Where it begins in its file.
  public var place: SourcePlace { record.place }

  /// Takes what a file states; nil without a project or a unit.
  public init?(_ record: Record, rules: EvaluationRules) {
    func text(_ kind: RecordField.Kind) -> String? {
      rules.type.field(kind).flatMap { field in
        let text = record.text(field.name)
        return text.isEmpty ? nil : text
      }
    }
    guard let project = text(.project), let unit = text(.unit) else { return nil }
    self.record = record
    self.rules = rules
    self.project = project
    self.unit = unit
    fund = text(.fund).flatMap(Fund.init)
    function = text(.function).flatMap { FunctionAccount($0) }
  }
}

// MARK: - What it says

extension SelfEvaluation {
  /// 主管部门 by code and name; nil where the set asks for neither.
  public var authority: (code: String, name: String)? {
    let type = rules.type
    guard let code = type.field(.authorityCode), let name = type.field(.authorityName) else {
      return nil
    }
    return (record.text(code.name), record.text(name.name))
  }

  /// A number of the whole: stated, derived, or that of all rows added up.
  public func number(_ name: String) -> RecordNumber? { rules.type.number(name, of: record) }

  /// An amount of the whole; nil where there is none of the name.
  public func money(_ name: String) -> Money? {
    if case .money(let money) = number(name) { money } else { nil }
  }

  /// What was spent, by which points are earned; nil where none are.
  public var executed: Money? {
    for value in rules.type.derived {
      if case .earned(_, of: let part, in: _) = value.rule { return money(part) }
    }
    return nil
  }

  /// The amounts that are stated, those of rows added up, in the order of the record type.
  public var statedAmounts: [Money] {
    (rules.type.fields + rules.type.lists.flatMap(\.fields)).filter { $0.numberKind == .money }
      .compactMap { money($0.name) }
  }

  /// What is graded; nil where nothing is.
  public var total: Points? {
    if let grades = rules.grades, case .points(let total) = number(grades.total) {
      total
    } else {
      nil
    }
  }

  /// 等级; nil where none is given.
  public var grade: String? {
    rules.grades.flatMap { grades in total.map(grades.grade) }
  }

  /// What was aimed at, what came of it, and the points for it.
  public struct Indicator: Sendable {
    /// What it is called, the nearest first: 三级, 二级, 一级.
    public let names: [String]
    /// What was aimed at; empty where nothing is stated.
    public let target: String
    /// All values that say something of it, what was aimed at first.
    public let values: [String]
    /// What was reached.
    public let reached: String
    /// 分值.
    public let weight: Points
    /// 得分.
    public let score: Points
    /// Why points are lacking; empty where nothing is stated.
    public let reason: String
    /// Where it stands in the evaluation's file.
    public let place: SourcePlace
  }

  /// The rows that are scored, in the order of the file.
  public var indicators: [Indicator] {
    guard let (list, scoring) = rules.scored else { return [] }
    return record.rows(list.key).map { row in
      func joined(_ fields: [String]) -> String { fields.map { row.text($0) }.joined() }
      let targets = scoring.targets.map(joined).filter { !$0.isEmpty }
      let reached = joined(scoring.reached)
      return Indicator(
        names: list.names.map { row.text($0) }, target: targets.first ?? "",
        values: targets.reversed() + [reached], reached: reached,
        weight: row.points(scoring.weight) ?? .zero, score: row.points(scoring.score) ?? .zero,
        reason: scoring.reason.map { row.text($0) } ?? "", place: row.place)
    }
  }
}
