public import Diagnostics
public import Domain
public import FoundationEssentials
internal import SourceFiles

/// A name of an account that people have brought in, with the list that it was taken from.
public struct CatalogueName: Hashable, Sendable {
  /// The account's code: 3, 5 or 7 digits, of economic accounts 3 or 5.
  public let code: String
  /// What the account is called.
  public let name: String
  /// What it was taken from, as people call it: the name of a file.
  public let source: String
  /// Where it stands.
  public let place: SourcePlace

  /// Takes what a list says of an account.
  public init(code: String, name: String, source: String, place: SourcePlace) {
    self.code = code
    self.name = name
    self.source = source
    self.place = place
  }
}

/// The catalogues of account names that people have brought in, one file a chart and year, in a folder
/// of their own: `function-2024.csv`, `economic-2024.csv`.
public struct UserCatalogues: Sendable {
  /// The folder, which may not be there.
  public let folder: URL

  /// The columns of a file.
  private static let headings = ["科目代码", "科目名称", "来源"]

  /// The catalogues in a folder.
  public init(folder: URL) { self.folder = folder }

  /// The name of the file of a chart and year.
  public static func fileName(of chart: AccountChart, year: Int) -> String {
    "\(chart.stem)-\(year).csv"
  }

  /// The file of a chart and year, which may not be there.
  public func file(of chart: AccountChart, year: Int) -> URL {
    folder.appendingPathComponent(Self.fileName(of: chart, year: year))
  }

  /// The charts and years that there are files of, sorted.
  public var all: [(chart: AccountChart, year: Int)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      for chart in AccountChart.allCases {
        guard name.hasPrefix("\(chart.stem)-"), name.hasSuffix(".csv"),
          let year = Int(name.dropFirst(chart.stem.count + 1).dropLast(4)),
          name == Self.fileName(of: chart, year: year)
        else { continue }
        return (chart, year)
      }
      return nil
    }
  }

  /// The names of a chart and year in the order of their codes; none where there is no file.
  ///
  /// - Returns: nil with findings (`L011` and following, `L114`, `L142`, `L143`) where the file is no such
  ///   list.
  public func names(of chart: AccountChart, year: Int) -> Loaded<[CatalogueName]> {
    let url = file(of: chart, year: year)
    guard FileManager.default.fileExists(atPath: url.path) else { return Loaded([], []) }
    let log = FindingLog(family: "L")
    let source = SourceText.read(
      url, as: url.lastPathComponent, family: log.family, characters: .printed)
    log.report(source.findings)
    let parsed = source.value.map { CSVFile.parse($0, family: log.family) }
    log.report(parsed?.findings ?? [])
    guard let records = parsed?.value?.records, records.first?.map(\.text) == Self.headings else {
      if !log.findings.hasErrors {
        log.report(
          CatalogueFault.header(expected: Self.headings),
          at: SourcePlace(file: url.lastPathComponent, line: 1))
      }
      return Loaded(nil, log.findings)
    }
    let names = records.dropFirst().compactMap { name(of: $0, in: chart, log: log) }
    var seen: [String: SourcePlace] = [:]
    for name in names {
      guard let first = seen.updateValue(name.place, forKey: name.code) else { continue }
      log.report(CatalogueFault.repeatedAccount(name.code), at: name.place, related: [first])
    }
    return Loaded(log.findings.hasErrors ? nil : names, log.findings)
  }

  /// The names of a year, of both charts, each with its place.
  ///
  /// - Returns: nil where a file is faulty, with what is wrong.
  public func names(ofYear year: Int) -> Loaded<AccountNames> {
    var all = AccountNames()
    var findings: [Finding] = []
    for chart in AccountChart.allCases {
      let loaded = names(of: chart, year: year)
      findings += loaded.findings
      for name in loaded.value ?? [] {
        all.set(name.name, for: name.code, in: chart, at: name.place)
      }
    }
    return Loaded(findings.hasErrors ? nil : all, findings)
  }

  /// The lines of a file as messages name it, for quoting; nil for one that is none of these.
  public func lines(of file: String) -> [String]? {
    guard all.contains(where: { Self.fileName(of: $0.chart, year: $0.year) == file }) else {
      return nil
    }
    return SourceText.read(folder.appendingPathComponent(file), as: file, family: "L").value?.lines
  }

  private func name(
    of record: [CSVField], in chart: AccountChart, log: FindingLog
  ) -> CatalogueName? {
    guard record.count == Self.headings.count, chart.hasAccount(record[0].text),
      !record[1].text.isEmpty
    else {
      log.report(CatalogueFault.line(chart: chart.rawValue), at: record[0].place)
      return nil
    }
    return CatalogueName(
      code: record[0].text, name: record[1].text, source: record[2].text, place: record[0].place)
  }

  /// The text of a file with some names, in the order of their codes.
  public static func text(of names: [CatalogueName]) -> String {
    let lines = names.sorted { $0.code < $1.code }.map { [$0.code, $0.name, $0.source] }
    return ([headings] + lines).map { fields in
      fields.map(csvField).joined(separator: ",") + "\n"
    }.joined()
  }
}

extension AccountChart {
  /// What the names of catalogue files begin with.
  public var stem: String {
    switch self {
    case .function: "function"
    case .economic: "economic"
    }
  }
}
