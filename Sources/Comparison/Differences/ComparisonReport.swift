public import Diagnostics

/// A form, sheet or page group that was compared.
public struct ComparedGroup: Hashable, Sendable {
  /// What a group is known by.
  public struct Name: Hashable, Sendable {
    /// The file by its name relative to what is compared.
    public let file: String
    /// The form, sheet or page within the file, as differences name it.
    public let group: String
  }

  /// What the group is known by.
  public let name: Name
  /// How many figures, rows, paragraphs, … of it were compared.
  public internal(set) var compared = 0
  /// How many of the differences that count are found in it; one may be found in several groups.
  public internal(set) var different = 0
}

/// A rule with the number of differences that it kept out.
public struct RuleUse: Hashable, Sendable {
  /// The rule as its file has it.
  public let rule: ComparisonRule
  /// How many differences it kept out; 0 where it matched nothing.
  public let count: Int
}

/// All that a comparison found.
public struct ComparisonReport: Sendable {
  /// The name of the left side, as it was given.
  public let left: String
  /// The name of the right side, as it was given.
  public let right: String
  /// The level down to which the two were compared.
  public let level: ComparisonLevel
  /// What was compared, in the order of the left, then what only the right has.
  public let groups: [ComparedGroup]
  /// How far the comparison reached.
  public let extent: ComparedExtent
  /// All differences that count, group by group, what several files have in common once.
  public let differences: [Difference]
  /// Every rule with its count, in the order of its file.
  public let rules: [RuleUse]
  /// What stood in the way: levels that the two cannot be compared at, figures that nothing could
  /// read, rules that matched nothing (warnings).
  public private(set) var findings: [Finding]

  /// What is told of a comparison that could not begin.
  public init(
    left: String, right: String, level: ComparisonLevel, stoppedBy findings: [Finding]
  ) {
    self.init(
      left: left, right: right, level: level, groups: [], extent: ComparedExtent(),
      differences: [], rules: [], findings: findings)
  }

  init(
    left: String, right: String, level: ComparisonLevel, groups: [ComparedGroup],
    extent: ComparedExtent, differences: [Difference], rules: [RuleUse], findings: [Finding]
  ) {
    self.left = left
    self.right = right
    self.level = level
    self.groups = groups
    self.extent = extent
    self.differences = differences
    self.rules = rules
    self.findings = findings
  }

  /// Whether there was something to compare and nothing differs.
  public var isEqual: Bool { differences.isEmpty && !findings.hasErrors }
  /// The same with what was found before anything was compared, so that a report tells all of it.
  public func including(_ earlier: [Finding]) -> ComparisonReport {
    var report = self
    report.findings = earlier + findings
    return report
  }

  /// How many figures, rows, paragraphs, … were compared.
  public var comparedCount: Int { groups.reduce(0) { $0 + $1.compared } }
  /// How many differences rules kept out.
  public var ignoredCount: Int { rules.reduce(0) { $0 + $1.count } }
}
