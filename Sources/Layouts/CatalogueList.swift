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
      let file = shippedFile(of: chart, year: year)
      let names = shippedNames(of: chart, year: year, log: log).map { name in
        CatalogueName(
          code: name.code, name: name.name,
          source: chart == .function ? sources["\(name.code) \(year)"] ?? "" : "",
          place: name.place)
      }
      return CatalogueList(chart: chart, year: year, isShipped: true, file: file, names: names)
    }
    return Loaded(lists, log.findings)
  }

  /// The names of a chart and year that come with the layout sets, in the order of their codes; none where
  /// there is no file.
  ///
  /// What is wrong with a file is told where a set that reads it is loaded; here it has no such names.
  public func shippedNames(of chart: AccountChart, year: Int) -> [CatalogueName] {
    let file = root.appendingPathComponent(shippedFile(of: chart, year: year))
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return shippedNames(of: chart, year: year, log: FindingLog(family: "L"))
  }

  private func shippedNames(
    of chart: AccountChart, year: Int, log: FindingLog
  ) -> [CatalogueName] {
    let file = shippedFile(of: chart, year: year)
    var names = AccountNames()
    CatalogueLoader(log: log).read(
      root.appendingPathComponent(file), as: file, chart: chart, into: &names)
    return names.codes(of: chart).map { code in
      CatalogueName(
        code: code, name: names.name(of: code, in: chart) ?? "", source: file,
        place: names.place(of: code, in: chart) ?? SourcePlace(file: file))
    }
  }

  private func shippedFile(of chart: AccountChart, year: Int) -> String {
    "catalogues/\(UserCatalogues.fileName(of: chart, year: year))"
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
