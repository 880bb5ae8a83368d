internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Sees to it that each account that a form prints has a name: the code and those above it.
///
/// Names that are missing are gathered, to be told in one go: they are mended in one go.
struct NameCheck {
  let names: AccountNames
  /// Whether the dossier has a table of names, to which lines can be added.
  let hasTable: Bool
  /// Whether names are known to be missing: the table of names could be read in full.
  let isPossible: Bool
  let log: FindingLog
  /// The codes looked up so far, so that each is told once, at its first place.
  private var seen: [AccountChart: Set<String>] = [:]
  private var nameless: [NamelessAccount] = []

  init(names: AccountNames, hasTable: Bool, isPossible: Bool, log: FindingLog) {
    self.names = names
    self.hasTable = hasTable
    self.isPossible = isPossible
    self.log = log
  }

  /// Notes the account, and each above it, that has no name.
  ///
  /// - Parameter written: the name that stands beside the code.
  mutating func check(
    _ account: some Account, in chart: AccountChart, written: String? = nil, at place: SourcePlace
  ) {
    if let written { compare(written, with: account, in: chart, at: place) }
    guard isPossible, seen[chart, default: []].insert(account.code).inserted else { return }
    if let parent = account.parent { check(parent, in: chart, at: place) }
    if names.name(of: account.code, in: chart) == nil {
      nameless.append(
        NamelessAccount(code: account.code, chart: chart, written: written, place: place))
    }
  }

  /// Reports a name beside a code that is not the account's.
  func compare(
    _ written: String, with account: some Account, in chart: AccountChart, at place: SourcePlace
  ) {
    guard let known = names.name(of: account.code, in: chart), folded(known) != folded(written)
    else { return }
    log.report(
      MeaningFault.otherName(of: "科目 \(account.code)", known: known, written: written), at: place)
  }

  /// Reports the accounts without a name, at the first place with all others.
  func report() {
    guard let first = nameless.min(by: { $0.place < $1.place }) else { return }
    let accounts = nameless.sorted { $0.line < $1.line }
    let places = Set(nameless.map(\.place)).subtracting([first.place])
    log.report(
      NameFault.nameless(accounts, table: hasTable), at: first.place, related: places.sorted())
  }
}

/// An account that has no name.
struct NamelessAccount {
  let code: String
  let chart: AccountChart
  /// The name that stood beside the code where it was found first.
  let written: String?
  /// Where it was found first.
  let place: SourcePlace

  /// The line of accounts.csv that would name it.
  var line: String {
    let name = written ?? AccountNamesReader.placeholder
    // A field with a comma or a quotation mark stands in quotation marks.
    let field =
      name.contains { ",\"".contains($0) }
      ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : name
    return "\(chart.rawValue),\(code),\(field)"
  }
}
