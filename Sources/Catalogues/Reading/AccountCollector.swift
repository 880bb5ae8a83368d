internal import Diagnostics
internal import Domain
internal import Layouts
public import Readings
internal import SourceFiles

/// What a row says of an account, before anything is judged.
struct ListEntry {
  let code: String
  let codePlace: Place
  let name: String
  /// Where the name begins; nil where there is none.
  let namePlace: Place?
  /// Texts behind the name that no column of explanations holds.
  var extras: [ListCell] = []
  /// Whether the name was put together of several lines.
  var isJoined = false
  /// Whether code and name stood in one another's column.
  var isSwapped = false
}

/// Judges entries and collects the accounts, each once.
struct AccountCollector {
  /// The words that lists are written with.
  let words: ListWords
  private(set) var accounts: [AccountChart: [String: ListedAccount]] = [:]
  private(set) var findings: [Finding] = []
  /// How many accounts of each foreign chart were passed over, by the first digit of their codes.
  private(set) var foreign: [Character: (count: Int, first: Place)] = [:]
  /// Rows and lines of which nothing was taken and nothing was amiss.
  private(set) var passed = PassedRows()
  /// The names that were put together of several lines.
  private(set) var joined: [ListedAccount] = []

  init(by words: ListWords) { self.words = words }

  mutating func report(_ fault: ListFault, at place: Place) {
    findings.append(fault.finding(at: place))
  }

  mutating func pass(_ cells: [ListCell]) {
    guard let first = cells.first else { return }
    passed.add(cells.map { trimmed($0.text) }.joined(separator: " "), at: first.place)
  }

  mutating func add(_ entry: ListEntry) {
    guard let first = entry.code.first else { return }
    guard let chart = Self.charts[first] else {
      if "15".contains(first) {
        foreign[first, default: (0, entry.codePlace)].count += 1
      } else {
        report(.unknownChart(code: entry.code), at: entry.codePlace)
      }
      return
    }
    guard chart.hasAccount(entry.code) else {
      return report(.wrongLength(digits: entry.code), at: entry.codePlace)
    }
    let text = AccountNameText(entry.name, of: entry.code, by: words)
    let place = entry.namePlace ?? entry.codePlace
    if let fault = text.fault {
      report(fault, at: place)
      if fault.leavesOut { return }
    }
    if entry.isSwapped {
      report(.swapped(code: entry.code, name: text.name), at: entry.codePlace)
    }
    for extra in entry.extras where folded(extra.text) != folded(text.name) {
      report(
        .extraText(code: entry.code, name: text.name, extra: trimmed(extra.text)), at: extra.place)
    }
    let account = ListedAccount(
      chart: chart, code: entry.code, name: text.name, place: entry.codePlace)
    guard let known = accounts[chart]?[entry.code] else {
      accounts[chart, default: [:]][entry.code] = account
      if entry.isJoined { joined.append(account) }
      return
    }
    guard folded(known.name) != folded(account.name) else { return }
    report(
      .twoNames(code: entry.code, taken: known.name, other: account.name, at: known.place),
      at: place)
  }

  private static let charts: [Character: AccountChart] = ["2": .function, "3": .economic]
}

/// Rows from which nothing was taken: how many, and the first of them.
public struct PassedRows: Hashable, Sendable {
  /// How many there are.
  public private(set) var count = 0
  /// The first of them, each with its place.
  public private(set) var examples: [ReadText] = []

  private static let mostExamples = 5

  mutating func add(_ text: String, at place: Place) {
    count += 1
    if examples.count < Self.mostExamples { examples.append(ReadText(text, at: place)) }
  }
}
