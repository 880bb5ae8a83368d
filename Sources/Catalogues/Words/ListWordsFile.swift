public import Diagnostics
internal import FoundationEssentials
public import Layouts
internal import SourceFiles

extension ListWords {
  /// The file of the words, below the folder of the layout sets.
  private static let file = "catalogues/words.yaml"

  /// Reads the words that come with the layout sets: each list is a text, its words separated by blanks.
  ///
  /// - Returns: nil with findings of the family `L` where the file is missing or faulty.
  public static func read(from library: LayoutLibrary) -> Loaded<ListWords> {
    let log = FindingLog(family: "L")
    let source = SourceText.read(
      library.root.appendingPathComponent(file), as: file, family: log.family, characters: .printed)
    log.report(source.findings)
    let parsed = source.value.map { YAMLValue.parse($0, family: log.family) }
    log.report(parsed?.findings ?? [])
    guard let root = parsed?.value, let map = YAMLMap(root, log: log) else {
      return Loaded(nil, log.findings)
    }
    var lists: [List: [String]] = [:]
    for list in List.allCases {
      lists[list] = map.string(list.rawValue)?.split { isBlank($0) }.map(String.init)
    }
    map.finish()
    return Loaded(log.findings.hasErrors ? nil : ListWords(lists), log.findings)
  }
}
