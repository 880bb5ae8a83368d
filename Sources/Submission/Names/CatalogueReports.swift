public import Diagnostics
internal import Domain
public import Layouts

/// A catalogue of account names as it is told of in a list.
public struct CatalogueOverview: Sendable {
  /// What it covers of a 类.
  public struct Class: Sendable {
    /// The code of the 类.
    public let code: String
    /// Its name; empty where the catalogue has none.
    public let name: String
    /// How many names it has below the 类, by level: 款, 项.
    public let counts: [Int]
  }

  /// The chart that it names accounts of.
  public let chart: String
  /// The fiscal year.
  public let year: Int
  /// Whether it comes with the program.
  public let isShipped: Bool
  /// Its file as messages name it.
  public let file: String
  /// How many names it has by level, 类 first.
  public let counts: [Int]
  /// What it covers of each 类, in the order of their codes.
  public let classes: [Class]

  init(_ list: CatalogueList) {
    chart = list.chart.rawValue
    year = list.year
    isShipped = list.isShipped
    file = list.file
    let levels = list.chart.levelDigits
    let names = list.names
    counts = levels.map { digits in names.count { $0.code.count == digits } }
    classes = Set(names.map { String($0.code.prefix(levels[0])) }).sorted().map { code in
      Class(
        code: code, name: list.name(of: code)?.name ?? "",
        counts: levels.dropFirst().map { digits in
          names.count { $0.code.count == digits && $0.code.hasPrefix(code) }
        })
    }
  }
}

/// What a catalogue says of an account.
public struct CatalogueEntry: Sendable {
  /// The fiscal year.
  public let year: Int
  /// The account's level: 类, 款, 项.
  public let level: String
  /// The account's code.
  public let code: String
  /// The account's name.
  public let name: String
  /// Where the catalogue has it.
  public let place: String
  /// What it was taken from; empty where nobody noted it.
  public let source: String
}

/// What there is of catalogues, with what is wrong with them.
public struct CatalogueReport<Item: Sendable>: Sendable {
  /// What was asked for.
  public let items: [Item]
  /// What was found in the catalogues.
  public let findings: [Finding]
  /// The lines of the catalogues, for quoting.
  public let lines: @Sendable (_ file: String) -> [String]?
}

/// Lists the catalogues that are shipped and those that people have brought in.
///
/// - Parameter year: the year of which they are; nil for all.
public func reportCatalogues(
  ofYear year: Int? = nil, data: DataFolder, catalogues: UserCatalogues?
) -> CatalogueReport<CatalogueOverview> {
  let all = AllCatalogues(data: data, catalogues: catalogues)
  return CatalogueReport(
    items: all.lists.filter { year == nil || $0.year == year }.map(CatalogueOverview.init),
    findings: all.findings, lines: all.lines)
}

/// What the catalogues of all years, or of one, call an account and those above it.
///
/// - Returns: nothing where none has the account; also `X419` for a text that is no code.
public func lookUpAccount(
  _ code: String, year: Int? = nil, data: DataFolder, catalogues: UserCatalogues?
) -> CatalogueReport<CatalogueEntry> {
  let all = AllCatalogues(data: data, catalogues: catalogues)
  guard AccountChart.allCases.contains(where: { $0.hasAccount(code) }) else {
    let fault = UsageFault.accountCode(code)
    return CatalogueReport(items: [], findings: [fault.finding(at: nil)], lines: all.lines)
  }
  let entries = all.lists.filter { list in
    (year == nil || list.year == year) && list.name(of: code) != nil
  }.flatMap { list in
    list.chart.lineage(of: code).compactMap { code in
      list.name(of: code).map { name in
        CatalogueEntry(
          year: list.year, level: list.chart.levelName(of: code), code: code, name: name.name,
          place: "\(list.file):\(name.place.line)", source: name.source)
      }
    }
  }
  return CatalogueReport(items: entries, findings: all.findings, lines: all.lines)
}

/// The names of all catalogues.
struct AllCatalogues {
  /// By year and chart; of two of the same, the shipped one first.
  let lists: [CatalogueList]
  /// What is wrong with them.
  let findings: [Finding]
  /// Their lines, for quoting.
  let lines: @Sendable (_ file: String) -> [String]?

  init(data: DataFolder, catalogues: UserCatalogues?) {
    let library = data.layouts
    let shipped = library.catalogues
    let own = catalogues?.lists ?? Loaded([], [])
    lists = ((shipped.value ?? []) + (own.value ?? [])).sorted { left, right in
      (left.year, left.chart.order, left.isShipped ? 0 : 1)
        < (right.year, right.chart.order, right.isShipped ? 0 : 1)
    }
    findings = shipped.findings + own.findings
    lines = { catalogues?.lines(of: $0) ?? library.lines(of: $0) }
  }

  /// What catalogues of other years call an account, the nearest year first.
  func elsewhere(
    _ code: String, in chart: AccountChart, than year: Int
  ) -> (name: String, year: Int, file: String)? {
    lists.filter { $0.chart == chart && $0.year != year }
      .sorted { abs($0.year - year) < abs($1.year - year) }.lazy
      .compactMap { list in list.name(of: code).map { ($0.name, list.year, list.file) } }.first
  }
}

extension AccountChart {
  /// The place among the charts.
  fileprivate var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
