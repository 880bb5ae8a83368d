/// Which of the two charts an account belongs to, by the name that ledgers use.
public enum AccountChart: String, CaseIterable, Sendable, FixedTerm {
  case function = "支出功能"
  case economic = "支出经济"
}

/// The names of account codes: a layout set's dated catalogue, extended by a dossier's own.
public struct AccountNames: Sendable {
  private var names: [AccountChart: [String: String]] = [:]

  /// No names yet.
  public init() {}

  /// The name of a code; nil where neither the catalogue nor the dossier has one.
  public func name(of code: String, in chart: AccountChart) -> String? { names[chart]?[code] }

  /// Gives a code a name, in place of one it may have.
  public mutating func set(_ name: String, for code: String, in chart: AccountChart) {
    names[chart, default: [:]][code] = name
  }
}
