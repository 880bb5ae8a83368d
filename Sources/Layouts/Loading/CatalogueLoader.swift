internal import Diagnostics
internal import Domain
internal import FoundationEssentials
internal import SourceFiles

/// Reads a dated catalogue of account names: a comma-separated file with code and name.
struct CatalogueLoader {
  let log: FindingLog

  /// The headings of a catalogue.
  private static let headings = ["科目代码", "科目名称"]

  /// Adds the names of a catalogue file.
  func read(_ url: URL, as file: String, chart: AccountChart, into names: inout AccountNames) {
    let source = SourceText.read(
      url, as: file, family: log.family, characters: .printed)
    log.report(source.findings)
    guard let text = source.value else { return }
    let parsed = CSVFile.parse(text, family: log.family)
    log.report(parsed.findings)
    guard let records = parsed.value?.records, let header = records.first,
      header.map(\.text) == Self.headings
    else {
      log.report(
        CatalogueFault.header(expected: Self.headings), at: SourcePlace(file: file, line: 1))
      return
    }
    var seen: [String: SourcePlace] = [:]
    let before = log.findings.count
    for record in records.dropFirst() {
      add(record, chart: chart, to: &names, seen: &seen)
    }
    guard log.findings.count == before, !seen.keys.contains(where: { chart.isLowestLevel($0) })
    else { return }
    log.report(CitationFault.catalogue(chart: chart.rawValue), at: SourcePlace(file: file, line: 1))
  }

  private func add(
    _ record: [CSVField], chart: AccountChart, to names: inout AccountNames,
    seen: inout [String: SourcePlace]
  ) {
    let place = record[0].place
    let code = record[0].text
    guard record.count == 2, chart.hasAccount(code), !record[1].text.isEmpty else {
      log.report(CatalogueFault.line(chart: chart.rawValue), at: place)
      return
    }
    if let first = seen.updateValue(place, forKey: code) {
      log.report(CatalogueFault.repeatedAccount(code), at: place, related: [first])
    }
    names.set(record[1].text, for: code, in: chart, at: place)
  }
}
