/// 等级: what a self-evaluation's total comes to in a word, the best first.
///
/// Raw values are the terms that forms and layout sets use.
public enum Grade: String, CaseIterable, Sendable {
  case excellent = "优"
  case good = "良"
  case fair = "中"
  case poor = "差"
}

/// How self-evaluations are scored; data of a layout set.
public struct EvaluationScoring: Hashable, Sendable {
  /// The points that the execution of the budget is worth.
  public let executionWeight: Points
  /// What the weights of the indicators add up to.
  public let indicatorWeight: Points
  /// The total from which on each grade is given, by falling total; every total has a grade.
  private let limits: [Limit]

  private struct Limit: Hashable {
    let grade: Grade
    let total: Points
  }

  /// A scoring.
  ///
  /// - Parameter grades: for each grade the lowest total that earns it, which falls from grade to
  ///   grade and is 0 for the last. Nil otherwise.
  public init?(executionWeight: Points, indicatorWeight: Points, grades: [Grade: Points]) {
    let limits = Grade.allCases.compactMap { grade in
      grades[grade].map { Limit(grade: grade, total: $0) }
    }
    guard limits.count == Grade.allCases.count, limits.last?.total == .zero,
      zip(limits, limits.dropFirst()).allSatisfy({ $0.total > $1.total })
    else { return nil }
    self.executionWeight = executionWeight
    self.indicatorWeight = indicatorWeight
    self.limits = limits
  }

  /// The grade of a total, which is not negative.
  public func grade(of total: Points) -> Grade {
    limits.first { total >= $0.total }?.grade ?? .poor
  }
}
