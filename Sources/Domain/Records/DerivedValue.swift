/// A value that follows from what records state: by row where its parts are stated by row, and for the
/// whole record from its rows added up.
public struct DerivedValue: Hashable, Sendable {
  /// What it follows from.
  public enum Rule: Hashable, Sendable {
    /// The first less the second.
    case difference(String, String)
    /// The first in per cent of the second, with two decimals; nothing where the second is nothing.
    case percentage(of: String, in: String)
    /// As much of some points as the first is of the second, at most all; nothing where the second is
    /// nothing.
    case earned(Points, of: String, in: String)
    /// All of them added; those that are nothing are left out.
    case sum([String])
    /// The same in each record.
    case points(Points)
  }

  /// What it is called in forms and formulas.
  public let name: String
  /// What it follows from.
  public let rule: Rule

  /// Takes what a set declares.
  public init(name: String, rule: Rule) {
    self.name = name
    self.rule = rule
  }

  /// What it follows from, by name.
  public var parts: [String] {
    switch rule {
    case .difference(let first, let second), .percentage(let first, let second),
      .earned(_, let first, let second):
      [first, second]
    case .sum(let parts): parts
    case .points: []
    }
  }
}

/// A number that a record states or that follows.
public enum RecordNumber: Hashable, Sendable {
  case money(Money)
  case points(Points)
  /// In per cent, with two decimals.
  case rate(FixedDecimal)

  /// What kinds there are.
  public enum Kind: Hashable, Sendable {
    case money, points, rate
  }
}

/// What words a total comes to, by the lowest total that earns each; data of a layout set.
public struct GradeScale: Hashable, Sendable {
  /// A grade: 优.
  public struct Grade: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// The lowest total that earns it.
    public let least: Points

    /// Pairs a name with a total.
    public init(name: String, least: Points) {
      self.name = name
      self.least = least
    }
  }

  /// What the grade is called in forms: 等级.
  public let name: String
  /// The value that is graded: 总分.
  public let total: String
  /// By falling total; the last is earned by any.
  public let grades: [Grade]

  /// A scale; nil where totals do not fall from grade to grade, or the last is not 0.
  public init?(name: String, total: String, grades: [Grade]) {
    guard grades.last?.least == .zero,
      zip(grades, grades.dropFirst()).allSatisfy({ $0.least > $1.least })
    else { return nil }
    self.name = name
    self.total = total
    self.grades = grades
  }

  /// The grade of a total, which is not negative.
  public func grade(of total: Points) -> String {
    grades.first { total >= $0.least }?.name ?? grades.last?.name ?? ""
  }
}
