internal import Diagnostics
internal import Domain

/// What a set declares and what it cites of that, noted while its files are read.
///
/// What nothing cites is most likely a slip: another was cited twice, or a line was lost.
final class SetUsage {
  /// What can be declared by name and cited elsewhere.
  enum Kind: CaseIterable {
    case fact, indicator, format, wording, value
  }

  /// A code that a selection, or a list of a sentence, asks for.
  struct AskedAccount {
    let code: String
    let chart: AccountChart
    let place: SourcePlace
  }

  private var declared: [Kind: [(name: String, place: SourcePlace)]] = [:]
  /// Names in the order in which they are cited, often again and again: that takes less than looking
  /// each up, and they are asked for once a set, where at all.
  private var cited: [Kind: [String]] = [:]
  /// The indicators that a value adds up whatever their fund.
  private(set) var indicatorsOverFunds: Set<String> = []
  /// Every code that is asked for.
  private(set) var accounts: [AskedAccount] = []

  func declare(_ kind: Kind, _ name: String, at place: SourcePlace) {
    declared[kind, default: []].append((name, place))
  }

  func cite(_ kind: Kind, _ name: String) { cited[kind, default: []].append(name) }

  func addOverFunds(_ indicator: String) { indicatorsOverFunds.insert(indicator) }

  func ask(for code: String, in chart: AccountChart, at place: SourcePlace) {
    accounts.append(AskedAccount(code: code, chart: chart, place: place))
  }

  /// What is declared and never cited, in order.
  func idle(_ kind: Kind) -> [(name: String, place: SourcePlace)] {
    let cited = names(of: kind)
    return (declared[kind] ?? []).filter { !cited.contains($0.name) }
  }

  /// The names that are cited.
  func names(of kind: Kind) -> Set<String> { Set(cited[kind] ?? []) }
}
