public import Diagnostics
public import FoundationEssentials
public import Layouts
public import SourceFiles

/// The words that exports of budget and accounting systems have, beside those that a set declares.
public struct ExportWords: Sendable {
  /// Words of rows that add up others.
  let totals: [String]
  /// Words of columns that add up others.
  let totalHeadings: Set<String>
  /// The first cell of a row that numbers the columns.
  let numbering: Set<String>
  /// The heads of columns with one level of a code, 类 first.
  let levels: [String]
  /// What stands above levels, or before their common head.
  let accountHeads: [String: TableHeading]
  /// What stands below those over a column of codes.
  let codeHeads: Set<String>
  /// What stands below those over a column of names.
  let nameHeads: Set<String>
  /// Headings that mean a column unless another says it more exactly.
  let headings: [String: [TableHeading]]
  /// Headings of columns that nothing is taken from, with the reason.
  let passedOver: [String: String]
  /// Headings of amounts by table.
  let amounts: [String: [String: TableHeading]]
  /// Parts of a head that say which side of an account it is.
  let sides: Set<String>
  /// Headings that begin so are part of another column.
  let within: [String]
  /// What titles say before the name of a unit.
  let unitTitles: [String]

  /// The file's name in the folder of layout sets.
  public static let file = "exports.yaml"

  /// Reads the words from the folder of layout sets.
  public static func load(from layouts: URL) -> Loaded<ExportWords> {
    let source = SourceText.read(layouts.appendingPathComponent(file), as: file, family: "L")
    guard let text = source.value else { return Loaded(nil, source.findings) }
    return read(text)
  }

  /// Reads the words of a text.
  public static func read(_ text: SourceText) -> Loaded<ExportWords> {
    let log = FindingLog(family: "L")
    let parsed = YAMLValue.parse(text, family: log.family)
    log.report(parsed.findings)
    guard let value = parsed.value, let map = YAMLMap(value, log: log) else {
      return Loaded(nil, log.findings)
    }
    let words = ExportWords(map, log: log)
    map.finish()
    return Loaded(log.findings.hasErrors ? nil : words, log.findings)
  }

  private init(_ map: YAMLMap, log: FindingLog) {
    func list(_ key: String) -> [String] { map.strings(key).map { folded($0.text) } }
    let usual = TableHeading.allCases.map { ($0.word, $0) }
    /// The texts behind the headings that are keys of a mapping.
    func byHeading(_ value: YAMLValue?) -> [(word: String, heading: TableHeading)] {
      guard let value, let map = YAMLMap(value, log: log) else { return [] }
      return map.keys.flatMap { key -> [(String, TableHeading)] in
        guard let text = key.text, let heading = map.choice(key, of: "列名", among: usual) else {
          return []
        }
        return map.strings(text).map { (folded($0.text), heading) }
      }
    }
    totals = list("totals")
    totalHeadings = Set(list("totalHeadings"))
    numbering = Set(list("numbering"))
    levels = list("levels")
    codeHeads = Set(list("codeHeads"))
    nameHeads = Set(list("nameHeads"))
    within = list("within")
    sides = Set(list("sides"))
    unitTitles = list("unitTitles")
    accountHeads = Dictionary(
      byHeading(map.required("accountHeads")).map { ($0.word, $0.heading) },
      uniquingKeysWith: { first, _ in first })
    headings = Dictionary(
      byHeading(map.required("headings")).map { ($0.word, [$0.heading]) }, uniquingKeysWith: +)
    var passedOver: [String: String] = [:]
    if let reasons = map.required("passedOver").flatMap({ YAMLMap($0, log: log) }) {
      for reason in reasons.keys.compactMap(\.text) {
        for word in reasons.strings(reason) { passedOver[folded(word.text)] = reason }
      }
    }
    self.passedOver = passedOver
    var amounts: [String: [String: TableHeading]] = [:]
    if let tables = map.required("amounts").flatMap({ YAMLMap($0, log: log) }) {
      for table in tables.keys.compactMap(\.text) {
        let words = byHeading(tables.optional(table))
        amounts[table] = Dictionary(
          words.map { ($0.word, $0.heading) }, uniquingKeysWith: { first, _ in first })
      }
    }
    self.amounts = amounts
  }
}

/// All that is known of words: a set's and those of exports, seen from the table that is filled.
public struct ExportContext: Sendable {
  /// The table that is filled.
  public let table: ExportTable
  /// The set's words.
  public let vocabulary: Vocabulary
  /// The words of exports.
  public let words: ExportWords
  /// The units of the dossier by code, with their names; nil where they are not known.
  public let units: [String: String]?

  /// Puts together what is known.
  public init(
    table: ExportTable, vocabulary: Vocabulary, words: ExportWords, units: [String: String]?
  ) {
    self.table = table
    self.vocabulary = vocabulary
    self.words = words
    self.units = units
  }
}
