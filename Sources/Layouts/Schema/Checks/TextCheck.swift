/// A check on the texts that people wrote into a dossier.
public struct TextCheck: Sendable {
  /// Which texts are looked at.
  public enum Part: String, CaseIterable, Sendable {
    /// Declared facts.
    case facts
    /// Goal, outcome, analysis and reasons of self-evaluations.
    case evaluations
    /// The names of the projects that are evaluated.
    case projects
    /// The names of the department and its units.
    case names
  }

  /// What is looked for.
  public enum Rule: Sendable {
    /// What a reader would stumble over.
    case slips(Set<TextSlipKind>)
    /// Years outside a span around the fiscal year, counted from it; those of plans may be any.
    case years(ClosedRange<Int>, bare: Bool)
    /// The year before, where nothing is compared with it or carried over from it.
    case lastYear
    /// Amounts that equal no figure.
    case typedAmounts
    /// Reasons that say 增加 where the figure fell, as the narrative pairs reasons and figures.
    case reasonDirections
    /// Reasons for what has no money in either year.
    case idleReasons
    /// Numbers of units that are not the list's.
    case unitCounts([UnitNouns])
    /// Names of the department and its units with a character wrong.
    case misspeltNames
    /// The department's name unlike that of its own office, and unlike the one in its evaluations.
    case departmentName
    /// Scores and grades of an evaluation unlike its total.
    case statedScores
    /// Texts that stand under several projects: from which share in thousandths on, and how long.
    case sharedTexts(permille: Int, length: Int)
    /// Persons' names.
    case persons
  }

  /// Words for units of some types.
  public struct UnitNouns: Sendable {
    /// The words: 事业单位.
    public let nouns: [String]
    /// The types that they mean; nil for all.
    public let types: [String]?
    /// Whether the department's own office may be left out: 所属单位.
    public let mayLackOffice: Bool
  }

  /// Which texts are looked at.
  public let parts: Set<Part>
  /// What is looked for.
  public let rule: Rule
}

/// What kinds of slips there are in a text; which of them a set looks for, and how it words them, is
/// its own.
public enum TextSlipKind: String, CaseIterable, Sendable {
  /// A place that was to be filled in: XX, 待补, ……
  case placeholder
  /// A text that breaks off.
  case cutOff
  /// A bracket or quotation mark without its other half.
  case unbalanced
  /// Words written twice in a row.
  case doubled
  /// A half-width sign between Chinese characters.
  case halfWidth
  /// A traditional character.
  case traditional
  /// The number of an identity card, right by its check digit.
  case identityCard
  /// The number of a bank card, right by its check digit.
  case bankCard
  /// A telephone number.
  case telephone
}
