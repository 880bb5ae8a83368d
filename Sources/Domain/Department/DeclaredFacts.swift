public import Diagnostics

/// The value of a fact that a dossier declares beside its ledgers.
public enum DeclaredValue: Hashable, Sendable {
  /// An amount, given in 元.
  case money(Money)
  /// A number of things or people.
  case count(Int64)
  case text(String)
  case list([String])
}

/// A declared fact: its value and where it was read.
public struct DeclaredFact: Hashable, Sendable {
  public let value: DeclaredValue
  public let place: SourcePlace

  public init(value: DeclaredValue, place: SourcePlace) {
    self.value = value
    self.place = place
  }
}

/// The declared facts of a dossier, by path (`三公经费.公务接待费.决算`) and, where a fact is kept by
/// unit, by the unit's code.
public struct DeclaredFacts: Sendable {
  private struct Key: Hashable {
    let path: String
    let unit: String?
  }

  private var facts: [Key: DeclaredFact] = [:]

  /// No facts yet.
  public init() {}

  /// The fact of a path; nil where the dossier does not declare it.
  public func fact(_ path: String, unit: String? = nil) -> DeclaredFact? {
    facts[Key(path: path, unit: unit)]
  }

  /// Keeps a fact under its path.
  public mutating func set(_ fact: DeclaredFact, for path: String, unit: String? = nil) {
    facts[Key(path: path, unit: unit)] = fact
  }
}
