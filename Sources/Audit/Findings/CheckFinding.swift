public import Diagnostics

/// A check that does not hold somewhere.
public struct CheckFinding: Hashable, Sendable {
  /// A side of what was held against each other.
  public struct Side: Hashable, Sendable {
    /// What it is: the formula of that side, in words.
    public let words: String
    /// What it comes to, with its unit: `6,548.69 万元`.
    public let amount: String
    /// Where it comes from: cells, lines of the ledger, pages.
    public let parts: [Part]

    /// Describes a side.
    public init(words: String, amount: String, parts: [Part]) {
      self.words = words
      self.amount = amount
      self.parts = parts
    }
  }

  /// A figure or a quantity of a side.
  public struct Part: Hashable, Sendable {
    /// What it is called: `公开01表 总计`.
    public let words: String
    /// As it is printed, with its unit.
    public let amount: String
    /// Where it stands, and where it comes from, in that order.
    public let places: [Place]

    /// Describes a part.
    public init(words: String, amount: String, places: [Place]) {
      self.words = words
      self.amount = amount
      self.places = places
    }
  }

  /// The check's steady id.
  public let check: String
  /// How grave it is.
  public let severity: Severity
  /// What it is about, as reasons cite it: `01!行31.1`, `05!211.*`, `自评-03`, `431001`.
  public let address: String
  /// What was found.
  public internal(set) var what: String
  /// What must hold.
  public internal(set) var words: String
  /// What to do.
  public internal(set) var mend: String
  /// The sides that were held against each other; empty where something is told by itself.
  public let sides: [Side]
  /// How far they are apart; nil where nothing was reckoned.
  public let difference: String?
  /// Where to look, beside the places of the sides.
  public let places: [Place]
  /// The form that it is told under; nil for what is of no form.
  public let form: String?
  /// The reason that settles it; nil where none does.
  public internal(set) var reason: SettlingReason?

  /// Whether something is left to do.
  public var isOpen: Bool { severity == .error || (severity == .warning && reason == nil) }
}

/// A reason that the department states: `审核说明.yaml`.
public struct SettlingReason: Hashable, Sendable {
  /// What is so.
  public let text: String
  /// Where it is stated.
  public let place: SourcePlace
}
