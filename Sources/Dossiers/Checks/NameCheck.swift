internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Sees to it that each account that a form prints has a name: the code and those above it.
///
/// Names that are missing are gathered, to be told in one go: they are mended in one go.
struct NameCheck {
  let sources: NameSources
  /// Whether the dossier has a table of names, to which lines can be added.
  let hasTable: Bool
  /// Whether names are known to be missing: the table of names could be read in full.
  let isPossible: Bool
  let log: FindingLog
  /// The codes looked up so far, so that each is told once, at its first place.
  private var seen: [AccountChart: Set<String>] = [:]
  private var nameless: [NamelessAccount] = []
  /// The names of all sources together.
  let names: AccountNames

  init(sources: NameSources, hasTable: Bool, isPossible: Bool, log: FindingLog) {
    self.sources = sources
    names = sources.all
    self.hasTable = hasTable
    self.isPossible = isPossible
    self.log = log
  }

  /// Notes the account, and each above it, that has no name; reports a name beside the code that is
  /// not the account's.
  ///
  /// - Parameter written: the names that stand beside the code.
  mutating func check(
    _ account: some Account, in chart: AccountChart, written: [InputCell] = [],
    at place: SourcePlace
  ) {
    let known = names.name(of: account.code, in: chart)
    for name in written {
      guard let known, folded(known) != folded(name.text) else { continue }
      let fault = MeaningFault.otherName(
        of: "科目 \(account.code)", known: known, written: name.text)
      log.report(fault, at: name.place)
    }
    guard isPossible else { return }
    if seen[chart, default: []].insert(account.code).inserted {
      if let parent = account.parent { check(parent, in: chart, at: place) }
      guard known == nil else { return }
      nameless.append(NamelessAccount(code: account.code, chart: chart, place: place))
    }
    guard known == nil, let name = written.first,
      let index = nameless.firstIndex(where: { $0.code == account.code && $0.chart == chart })
    else { return }
    nameless[index].written = nameless[index].written ?? name.text
  }

  /// Notes accounts that forms print of themselves, and those above them.
  mutating func addListed(_ accounts: [EconomicAccount]) {
    guard isPossible else { return }
    for account in accounts {
      seen[.economic, default: []].formUnion(account.lineage.map(\.code))
    }
  }

  /// What names the accounts that were looked up; nil where that cannot be known.
  var origins: NameOrigins? {
    guard isPossible else { return nil }
    return NameOrigins(
      added: sources.added(among: seen),
      nameless: nameless.sorted { $0.line < $1.line }.map {
        NameOrigins.Missing(chart: $0.chart, code: $0.code, line: $0.line)
      },
      own: sources.compared, all: names)
  }

  /// Reports the accounts of which two catalogues have different names, and at the first place with all
  /// others those without a name.
  func report() {
    for account in sources.undecided(among: seen) {
      log.report(
        NameFault.undecided(account), at: account.brought.place, related: [account.shipped.place])
    }
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
  /// The first name that stood beside the code; nil where none did.
  var written: String?
  /// Where it was found first.
  let place: SourcePlace

  /// The line of accounts.csv that would name it.
  var line: String { accountLine(chart, code, written ?? AccountNamesReader.placeholder) }
}

/// The line of accounts.csv that gives an account a name.
func accountLine(_ chart: AccountChart, _ code: String, _ name: String) -> String {
  "\(chart.rawValue),\(code),\(csvField(name))"
}
