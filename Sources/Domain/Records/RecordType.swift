/// What a layout set declares of a kind of record: what a dossier states of each, and what follows from
/// that.
public struct RecordType: Hashable, Sendable {
  /// What is stated once.
  public let fields: [RecordField]
  /// What is stated any number of times.
  public let lists: [RecordList]
  /// What follows, each from what stands before it.
  public let derived: [DerivedValue]

  /// Takes what a set declares.
  public init(fields: [RecordField], lists: [RecordList], derived: [DerivedValue]) {
    self.fields = fields
    self.lists = lists
    self.derived = derived
  }

  /// The list of a key.
  public func list(_ key: String) -> RecordList? { lists.first { $0.key == key } }

  /// What kind of number a name stands for in the rows of a list, or in a whole record, whose rows are
  /// then added up; nil where there is no number of that name.
  public func kind(of name: String, in list: RecordList?) -> RecordNumber.Kind? {
    if let stated = (list?.fields ?? fields).first(where: { $0.name == name })?.numberKind {
      return stated
    }
    if let value = derived.first(where: { $0.name == name }) {
      let kinds = value.parts.map { kind(of: $0, in: list) }
      guard !kinds.contains(nil) else { return nil }
      return switch value.rule {
      case .difference: .money
      case .percentage: .rate
      case .earned, .points: .points
      case .sum: kinds.first ?? nil
      }
    }
    guard list == nil else { return nil }
    return lists.flatMap(\.fields).first { $0.name == name }?.numberKind
  }

  /// The names of the numbers that the rows of a list, or a whole record, have.
  public func numbers(in list: RecordList?) -> [String] {
    let stated = list.map(\.fields) ?? (fields + lists.flatMap(\.fields))
    return (stated.map(\.name) + derived.map(\.name)).filter { kind(of: $0, in: list) != nil }
  }

  /// The lists whose rows a number of the whole record comes from.
  public func lists(behind name: String) -> [RecordList] {
    if let value = derived.first(where: { $0.name == name }) {
      let keys = Set(value.parts.flatMap(lists(behind:)).map(\.key))
      return lists.filter { keys.contains($0.key) }
    }
    return lists.filter { $0.fields.contains { $0.name == name } }
  }

  /// The first field of a kind.
  public func field(_ kind: RecordField.Kind) -> RecordField? { fields.first { $0.kind == kind } }
}

/// A value that a record states.
public struct RecordField: Hashable, Sendable {
  /// What may be stated.
  public enum Kind: Hashable, Sendable {
    /// What a project is called; a unit has one record of each.
    case project
    /// The code of one of the department's units.
    case unit
    /// A fund (资金性质).
    case fund
    /// A function account.
    case function
    /// The code of the department above.
    case authorityCode
    /// The name of the department above.
    case authorityName
    /// A name or a code, on one line.
    case name
    /// Words of any length.
    case text
    /// A short text that is no sentence, what an indicator aims at; its key has to be written, with ""
    /// behind it where nothing was stated.
    case value
    /// One of some words.
    case option([String])
    /// An amount, stated in a unit.
    case money(MoneyUnit)
    /// Points, with at most two decimals.
    case points
  }

  /// What its value is called in forms and formulas.
  public let name: String
  /// The keys under which it is stated, from the record's root.
  public let keys: [String]
  /// What may be stated.
  public let kind: Kind
  /// Whether a record without it is refused.
  public let isRequired: Bool
  /// The most characters of a text; nil for any number.
  public let longest: Int?

  /// Takes what a set declares.
  public init(
    name: String, keys: [String], kind: Kind, isRequired: Bool = true, longest: Int? = nil
  ) {
    self.name = name
    self.keys = keys
    self.kind = kind
    self.isRequired = isRequired
    self.longest = longest
  }
}

extension RecordField {
  /// What kind of number it is; nil for words.
  public var numberKind: RecordNumber.Kind? {
    switch kind {
    case .money: .money
    case .points: .points
    case .project, .unit, .fund, .function, .authorityCode, .authorityName, .name, .text, .value,
      .option:
      nil
    }
  }
}

/// Rows that a record states: sources of money, indicators.
public struct RecordList: Hashable, Sendable {
  /// The key under which they are stated.
  public let key: String
  /// What a row states.
  public let fields: [RecordField]
  /// The fields by which rows are called, the nearest first, each qualifying those before it.
  public let names: [String]
  /// The rows that there are, where the set prescribes them; nil where people write rows.
  ///
  /// Each is then stated behind its label: the first field is the label, the second what stands there.
  public let labels: [String]?
  /// How rows are scored; nil where they are not.
  public let scoring: RowScoring?

  /// Takes what a set declares.
  public init(
    key: String, fields: [RecordField], names: [String], labels: [String]?, scoring: RowScoring?
  ) {
    self.key = key
    self.fields = fields
    self.names = names
    self.labels = labels
    self.scoring = scoring
  }
}

/// How the rows of a list are scored: indicators, each of which is worth some points.
public struct RowScoring: Hashable, Sendable {
  /// The field of what a row is worth (分值).
  public let weight: String
  /// The field of what it was given (得分), at most its weight.
  public let score: String
  /// The field that says why points are lacking; nil where the form has none.
  public let reason: String?
  /// What the weights of a record's rows add up to.
  public let total: Points
  /// What those of its groups add up to; nil where the set does not say.
  public let groups: Groups?
  /// What is aimed at, of which the first holds that has something to say: fields whose words stand one
  /// behind the other, such as `≥`, `95` and `%`.
  public let targets: [[String]]
  /// What was reached, likewise.
  public let reached: [String]

  /// Rows that are told apart by a field, 产出指标 from 效益指标.
  public struct Groups: Hashable, Sendable {
    /// The field.
    public let field: String
    /// For each of its words what the weights of such rows add up to.
    public let totals: [String: Points]

    /// Takes what a set declares.
    public init(field: String, totals: [String: Points]) {
      self.field = field
      self.totals = totals
    }
  }

  /// Takes what a set declares.
  public init(
    weight: String, score: String, reason: String?, total: Points, groups: Groups? = nil,
    targets: [[String]], reached: [String]
  ) {
    self.weight = weight
    self.score = score
    self.reason = reason
    self.total = total
    self.groups = groups
    self.targets = targets
    self.reached = reached
  }
}
