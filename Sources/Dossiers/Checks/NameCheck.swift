internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Sees to it that each account that a form prints has a name: the code and those above it.
struct NameCheck {
  let names: AccountNames
  /// Whether the dossier has a table of names, to which a line can be added.
  let hasTable: Bool
  /// Whether names are known to be missing: the table of names could be read in full.
  let isPossible: Bool
  let log: FindingLog
  /// The codes looked up so far, so that each is reported once, at its first place.
  private var seen: [AccountChart: Set<String>] = [:]

  init(names: AccountNames, hasTable: Bool, isPossible: Bool, log: FindingLog) {
    self.names = names
    self.hasTable = hasTable
    self.isPossible = isPossible
    self.log = log
  }

  /// Reports the account, and each above it, that has no name.
  mutating func check(_ account: some Account, in chart: AccountChart, at place: SourcePlace) {
    guard isPossible, seen[chart, default: []].insert(account.code).inserted else { return }
    if let parent = account.parent { check(parent, in: chart, at: place) }
    if names.name(of: account.code, in: chart) == nil {
      let fault = NameFault.nameless(account.code, chart: chart, table: hasTable)
      log.report(fault, at: place)
    }
  }
}
