public import Diagnostics
public import Domain
internal import FoundationEssentials
internal import SourceFiles

/// A catalogue of a chart and year, shipped with the program or brought in by people.
public struct CatalogueList: Sendable {
  /// The chart that it names accounts of.
  public let chart: AccountChart
  /// The fiscal year.
  public let year: Int
  /// Whether it comes with the program.
  public let isShipped: Bool
  /// Its file as messages name it.
  public let file: String
  /// The names in the order of their codes; what a shipped one was seen in stands in `source`, which is
  /// empty where nobody noted it.
  public let names: [CatalogueName]

  /// The name of a code; nil where it has none.
  public func name(of code: String) -> CatalogueName? { names.first { $0.code == code } }
}

/// Whether two names of an account differ in nothing but the width of characters.
public func areSameName(_ one: String, _ other: String) -> Bool { folded(one) == folded(other) }

extension LayoutLibrary {
  /// Where the shipped names were seen.
  private static let provenance = "catalogues/provenance.csv"

  /// The catalogues that come with the layout sets, by year and chart.
  public var catalogues: Loaded<[CatalogueList]> {
    let log = FindingLog(family: "L")
    let folder = root.appendingPathComponent("catalogues")
    let sources = provenance()
    let lists = UserCatalogues(folder: folder).all.map { chart, year in
      let file = UserCatalogues.fileName(of: chart, year: year)
      var names = AccountNames()
      CatalogueLoader(log: log).read(
        folder.appendingPathComponent(file), as: "catalogues/\(file)", chart: chart, into: &names)
      let all = names.codes(of: chart).map { code in
        CatalogueName(
          code: code, name: names.name(of: code, in: chart) ?? "",
          source: chart == .function ? sources["\(code) \(year)"] ?? "" : "",
          place: names.place(of: code, in: chart) ?? SourcePlace(file: file))
      }
      return CatalogueList(
        chart: chart, year: year, isShipped: true, file: "catalogues/\(file)", names: all)
    }
    return Loaded(lists, log.findings)
  }

  /// The documents in which names were seen, by code and year.
  private func provenance() -> [String: String] {
    let text = SourceText.read(
      root.appendingPathComponent(Self.provenance), as: Self.provenance, family: "L")
    let records = text.value.flatMap { CSVFile.parse($0, family: "L").value }?.records ?? []
    return Dictionary(
      records.filter { $0.count == 4 }.map { ("\($0[0].text) \($0[2].text)", $0[3].text) },
      uniquingKeysWith: { first, _ in first })
  }
}

extension UserCatalogues {
  /// The catalogues that people have brought in, by chart and year; faulty ones are left out.
  public var lists: Loaded<[CatalogueList]> {
    var findings: [Finding] = []
    let lists = all.compactMap { chart, year -> CatalogueList? in
      let loaded = names(of: chart, year: year)
      findings += loaded.findings
      return loaded.value.map { names in
        CatalogueList(
          chart: chart, year: year, isShipped: false, file: Self.fileName(of: chart, year: year),
          names: names.sorted { $0.code < $1.code })
      }
    }
    return Loaded(lists, findings)
  }
}
