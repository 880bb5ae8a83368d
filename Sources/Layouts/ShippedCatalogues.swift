internal import Diagnostics
public import Domain
internal import FoundationEssentials
internal import SourceFiles

extension LayoutLibrary {
  /// The names of a chart and year that come with the layout sets, in the order of the file; none where
  /// there is no file.
  ///
  /// A file that is no catalogue is told where a set that reads it is loaded; here it has no names.
  public func shippedNames(of chart: AccountChart, year: Int) -> [CatalogueName] {
    let name = "catalogues/\(UserCatalogues.fileName(of: chart, year: year))"
    let url = root.appendingPathComponent(name)
    guard let text = SourceText.read(url, as: name, family: "L", characters: .printed).value else {
      return []
    }
    let records = CSVFile.parse(text, family: "L").value?.records ?? []
    return records.dropFirst().compactMap { record in
      guard record.count > 1, chart.hasAccount(record[0].text) else { return nil }
      return CatalogueName(
        code: record[0].text, name: record[1].text, source: name, place: record[0].place)
    }
  }
}
