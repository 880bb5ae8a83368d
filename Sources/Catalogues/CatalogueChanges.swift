public import Diagnostics
public import Domain
public import Layouts

/// The names of a chart that are known already.
public struct KnownNames: Sendable {
  /// Those that people brought in for the year.
  public var own: [CatalogueName]
  /// Those that come with the program for the year.
  public var shipped: [CatalogueName]
  /// Those of the year before, from both.
  public var former: [CatalogueName]

  /// Puts them together; none unless given.
  public init(
    own: [CatalogueName] = [], shipped: [CatalogueName] = [], former: [CatalogueName] = []
  ) {
    self.own = own
    self.shipped = shipped
    self.former = former
  }
}

/// What a list adds to the names of a chart and year that people have brought in.
public struct CatalogueChanges: Sendable {
  /// The chart.
  public let chart: AccountChart
  /// The year of the catalogue.
  public let year: Int
  /// Accounts that the catalogue does not have.
  public let added: [ListedAccount]
  /// Accounts that it has by the same name.
  public let same: [ListedAccount]
  /// Accounts that it has by another name.
  public let renamed: [ListedAccount]
  /// What is to be looked at: conflicts, accounts without a parent, levels that are empty.
  public let findings: [Finding]
  /// Whether names of the list take the place of others.
  public let isReplacing: Bool
  private let own: [CatalogueName]

  /// Holds the accounts of a list against the names that are known.
  ///
  /// Two spellings that differ in blanks or the width of characters are one name.
  public init(
    _ accounts: [ListedAccount], of chart: AccountChart, year: Int, known: KnownNames,
    isReplacing: Bool = false
  ) {
    self.chart = chart
    self.year = year
    self.isReplacing = isReplacing
    own = known.own
    let (before, shipped, former) = (known.own.byCode, known.shipped.byCode, known.former.byCode)
    var (added, same, renamed): ([ListedAccount], [ListedAccount], [ListedAccount]) = ([], [], [])
    var findings: [Finding] = []
    for account in accounts {
      func report(_ fault: StructureFault, _ name: CatalogueName) {
        findings.append(fault.finding(at: account.place, related: [name.place]))
      }
      if let name = before[account.code] {
        if areSameName(name.name, account.name) {
          same.append(account)
        } else {
          renamed.append(account)
          report(
            .kept(
              code: account.code, listed: account.name, known: name.name, isReplaced: isReplacing),
            name)
        }
      } else {
        added.append(account)
      }
      if let name = shipped[account.code], !areSameName(name.name, account.name) {
        report(
          .shipped(
            code: account.code, listed: account.name, known: name.name, file: name.place.file),
          name)
      }
      if let name = former[account.code], !areSameName(name.name, account.name) {
        report(
          .changed(
            code: account.code, listed: account.name, former: name.name, year: year - 1), name)
      }
    }
    (self.added, self.same, self.renamed) = (added, same, renamed)
    let others = Set(before.keys).union(shipped.keys)
    self.findings = findings + Self.gaps(in: accounts, of: chart, others: others)
  }

  /// Whether there is anything to be written.
  public var isEmpty: Bool { added.isEmpty && (renamed.isEmpty || !isReplacing) }

  /// The whole catalogue with what the list adds.
  ///
  /// - Parameter source: what the names were taken from, as people call it.
  public func names(from source: String) -> [CatalogueName] {
    var names = own.byCode
    for account in added + (isReplacing ? renamed : []) {
      names[account.code] = CatalogueName(
        code: account.code, name: account.name, source: source, place: SourcePlace(file: source))
    }
    return names.values.sorted { $0.code < $1.code }
  }

  /// Accounts whose parent is nowhere, and those without anything below them.
  private static func gaps(
    in accounts: [ListedAccount], of chart: AccountChart, others: Set<String>
  ) -> [Finding] {
    let codes = Set(accounts.map(\.code)).union(others)
    let parents = Set(codes.compactMap { chart.parent(of: $0) })
    var below: [String: [ListedAccount]] = [:]
    var empty: [Int: [ListedAccount]] = [:]
    for account in accounts {
      if let parent = account.parentCode, !codes.contains(parent) {
        below[parent, default: []].append(account)
      }
      if !chart.isLowestLevel(account.code), !parents.contains(account.code) {
        empty[account.code.count == 3 ? 0 : 1, default: []].append(account)
      }
    }
    var findings = below.sorted { $0.key < $1.key }.map { parent, accounts in
      StructureFault.orphans(parent: parent, below: accounts.map(\.code))
        .finding(at: accounts[0].place)
    }
    for (level, accounts) in empty.sorted(by: { $0.key < $1.key }) {
      // A part of a chart has many: they are told together.
      let groups = accounts.count > 10 ? [accounts] : accounts.map { [$0] }
      findings += groups.map { group in
        StructureFault.empty(level: level, accounts: group.map(\.code)).finding(at: group[0].place)
      }
    }
    return findings
  }
}

extension [CatalogueName] {
  fileprivate var byCode: [String: CatalogueName] {
    Dictionary(map { ($0.code, $0) }) { first, _ in first }
  }
}
