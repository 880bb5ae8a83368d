public import Diagnostics
public import Domain
internal import Readings

/// An account as a list names it.
public struct ListedAccount: Hashable, Sendable {
  /// The chart that the code is of.
  public let chart: AccountChart
  /// The code, digits alone.
  public let code: String
  /// The name, without blanks.
  public let name: String
  /// Where the code stands.
  public let place: Place

  /// An account with its place.
  public init(chart: AccountChart, code: String, name: String, place: Place) {
    self.chart = chart
    self.code = code
    self.name = name
    self.place = place
  }
}

extension ListedAccount {
  /// The code of the account above; nil for a 类.
  var parentCode: String? { chart.parent(of: code) }
}

/// What was understood of a list of accounts.
public struct CatalogueReading: Sendable {
  /// The accounts of each chart in the order of their codes, each once.
  public let accounts: [AccountChart: [ListedAccount]]
  /// What is amiss in the list, each with its place.
  public let findings: [Finding]
  /// Rows from which nothing was taken: titles, heads of pages, explanations.
  public let passed: PassedRows
  /// Accounts whose names were put together of several lines.
  public let joined: [ListedAccount]

  /// The accounts of a chart; none where the list has none.
  public func accounts(of chart: AccountChart) -> [ListedAccount] { accounts[chart] ?? [] }
}

/// Reads the accounts of a list in whatever form people have it.
///
/// - Parameters:
///   - parts: its sheets, or the text.
///   - words: what titles, headings and explanations are told by.
///   - charts: those that are wanted; accounts of others are passed over, and told.
public func readCatalogue(
  _ parts: [ListPart], by words: ListWords, charts: [AccountChart] = AccountChart.allCases
) -> CatalogueReading {
  var collector = AccountCollector(by: words)
  for part in parts {
    if part.isTable {
      var reader = TableReader(collector: collector)
      reader.read(part)
      collector = reader.collector
    } else {
      var reader = LineReader(part.rows, collector: collector)
      reader.read()
      collector = reader.collector
    }
  }
  var findings = collector.findings
  for (digit, found) in collector.foreign.sorted(by: { $0.key < $1.key }) {
    let name = digit == "1" ? words.revenueChart : words.governmentChart
    let fault = StructureFault.otherChart(.foreign(name), count: found.count)
    findings.append(fault.finding(at: found.first))
  }
  var accounts: [AccountChart: [ListedAccount]] = [:]
  for chart in AccountChart.allCases {
    let listed = (collector.accounts[chart] ?? [:]).values.sorted { $0.code < $1.code }
    guard let first = listed.first else { continue }
    if charts.contains(chart) {
      accounts[chart] = listed
      findings += equalSiblings(listed)
    } else {
      findings.append(
        StructureFault.otherChart(.unwanted(chart), count: listed.count).finding(at: first.place))
    }
  }
  return CatalogueReading(
    accounts: accounts, findings: findings, passed: collector.passed, joined: collector.joined)
}

/// Accounts that are called like another one below the same account.
private func equalSiblings(_ accounts: [ListedAccount]) -> [Finding] {
  var seen: [String: ListedAccount] = [:]
  return accounts.compactMap { account in
    let parent = account.parentCode ?? ""
    guard let other = seen.updateValue(account, forKey: "\(parent)/\(account.name)") else {
      return nil
    }
    return ListFault.sameName(code: account.code, other: other.code, name: account.name)
      .finding(at: account.place)
  }
}
