public import Diagnostics

/// The names of account codes: a layout set's dated catalogue, extended by others.
public struct AccountNames: Sendable {
  /// A name with the place that gives it.
  private struct Entry {
    let name: String
    let place: SourcePlace?
  }

  private var entries: [AccountChart: [String: Entry]] = [:]

  /// No names yet.
  public init() {}

  /// The name of a code; nil where neither the catalogue nor the dossier has one.
  public func name(of code: String, in chart: AccountChart) -> String? {
    entries[chart]?[code]?.name
  }

  /// Where a code's name was read; nil where it has none, or nobody said.
  public func place(of code: String, in chart: AccountChart) -> SourcePlace? {
    entries[chart]?[code]?.place
  }

  /// The codes of a chart that have a name, sorted.
  public func codes(of chart: AccountChart) -> [String] { (entries[chart] ?? [:]).keys.sorted() }

  /// These names, and another list's where these have none.
  public func filled(by other: AccountNames) -> AccountNames {
    var all = self
    all.entries.merge(other.entries) { own, others in own.merging(others) { first, _ in first } }
    return all
  }

  /// Gives a code a name, in place of one it may have.
  ///
  /// - Parameter place: where it was read; nil where it was not.
  public mutating func set(
    _ name: String, for code: String, in chart: AccountChart, at place: SourcePlace? = nil
  ) {
    entries[chart, default: [:]][code] = Entry(name: name, place: place)
  }
}
