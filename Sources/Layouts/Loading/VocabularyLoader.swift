internal import Diagnostics
internal import Domain
internal import FoundationEssentials
internal import SourceFiles

/// Reads the words that a set takes for those of the tables: the file that `words` of set.yaml names.
struct VocabularyLoader {
  let log: FindingLog
  let indicators: [String]
  /// The set's catalogues; nil where they could not be read, so that no name is known to be missing.
  let names: AccountNames?
  /// The text of a catalogue by its file's name.
  let readCatalogue: (String) -> SourceText?

  func vocabulary(_ root: YAMLValue) -> Vocabulary {
    var vocabulary = Vocabulary()
    guard let map = YAMLMap(root, log: log) else { return vocabulary }
    readHeadings(map, into: &vocabulary)
    var seen: [Vocabulary.List: SeenWords] = [:]
    for list in Vocabulary.List.allCases {
      let own = words(of: list)
      seen[list] = SeenWords(list: list.rawValue, own: own, log: log)
    }
    readWords(map, into: &vocabulary, seen: &seen)
    readUnclear(map, into: &vocabulary, seen: &seen)
    if let other = map.optional("otherChart").flatMap({ YAMLMap($0, log: log) }) {
      readOtherChart(other, into: &vocabulary)
    }
    map.finish()
    return vocabulary
  }

  /// The words of a list that every dossier may use.
  private func words(of list: Vocabulary.List) -> [String] {
    switch list {
    case .fund: Fund.allCases.map(\.rawValue)
    case .source: IncomeSource.allCases.map(\.rawValue)
    case .kind: ExpenditureKind.allCases.map(\.rawValue)
    case .indicator: indicators
    }
  }
}

/// The words of a list that have a meaning, each with the place where it got it.
private struct SeenWords {
  let list: String
  let log: FindingLog
  private var places: [String: SourcePlace?] = [:]

  init(list: String, own: [String], log: FindingLog) {
    self.list = list
    self.log = log
    for word in own { places[folded(word)] = .some(nil) }
  }

  /// How a word is looked up; nil, with a finding, where it has a meaning already.
  mutating func key(_ word: String, at place: SourcePlace) -> String? {
    let key = folded(word)
    if let first = places[key] {
      log.report(
        VocabularyFault.repeated(word, list: list), at: place, related: first.map { [$0] } ?? [])
      return nil
    }
    places[key] = .some(place)
    return key
  }
}

// MARK: - Headings and words

extension VocabularyLoader {
  private func readHeadings(_ map: YAMLMap, into vocabulary: inout Vocabulary) {
    let usual = TableHeading.allCases.map { ($0.rawValue, $0) }
    var seen = SeenWords(list: "列名", own: usual.map(\.0), log: log)
    for (meaning, word, place) in synonyms(of: map.optional("headings")) {
      guard let heading = map.choice(meaning, of: "列名", among: usual),
        let key = seen.key(word, at: place)
      else { continue }
      vocabulary.headings[key] = heading
    }
    for (word, _) in map.strings("totals") { vocabulary.totals.insert(folded(word)) }
    for (word, place) in map.strings("passedOver") {
      if let key = seen.key(word, at: place) { vocabulary.passedOver.insert(key) }
    }
    for (meaning, word, place) in synonyms(of: map.optional("names")) {
      guard let heading = map.choice(meaning, of: "列名", among: usual),
        let key = seen.key(word, at: place)
      else { continue }
      vocabulary.named[key] = heading
    }
  }

  private func readWords(
    _ map: YAMLMap, into vocabulary: inout Vocabulary, seen: inout [Vocabulary.List: SeenWords]
  ) {
    guard let lists = map.optional("words").flatMap({ YAMLMap($0, log: log) }) else { return }
    for list in Vocabulary.List.allCases {
      let own = words(of: list).map { ($0, $0) }
      for (meaning, word, place) in synonyms(of: lists.optional(list.rawValue)) {
        guard let meant = map.choice(meaning, of: list.rawValue, among: own),
          let key = seen[list]?.key(word, at: place)
        else { continue }
        vocabulary.words[list, default: [:]][key] = meant
      }
    }
    lists.finish()
  }

  private func readUnclear(
    _ map: YAMLMap, into vocabulary: inout Vocabulary, seen: inout [Vocabulary.List: SeenWords]
  ) {
    guard let lists = map.optional("unclear").flatMap({ YAMLMap($0, log: log) }) else { return }
    for list in Vocabulary.List.allCases {
      let own = words(of: list).map { ($0, $0) }
      for item in lists.list(list.rawValue) {
        guard let entry = YAMLMap(item, log: log) else { continue }
        let meanings = entry.requiredList("means").compactMap {
          entry.choice($0, of: list.rawValue, among: own)
        }
        let reason = entry.string("because") ?? ""
        _ = entry.requiredList("words")
        for (word, place) in entry.strings("words") {
          guard let key = seen[list]?.key(word, at: place) else { continue }
          vocabulary.unclear[list, default: [:]][key] = .init(meanings: meanings, reason: reason)
        }
        entry.finish()
      }
    }
    lists.finish()
  }

  /// The words behind each key of a mapping, in the order of the file.
  private func synonyms(
    of value: YAMLValue?
  ) -> [(meaning: YAMLValue, word: String, place: SourcePlace)] {
    guard let value, let map = YAMLMap(value, log: log) else { return [] }
    return map.keys.flatMap { key in
      key.text.map(map.strings)?.map { (key, $0.text, $0.place) } ?? []
    }
  }
}

// MARK: - The other chart

extension VocabularyLoader {
  private static let headings = ["科目代码", "科目名称", "部门科目代码"]

  /// Reads the chart that expenditure is not booked by: a name and a file of `代码,名称,科目代码`.
  private func readOtherChart(_ map: YAMLMap, into vocabulary: inout Vocabulary) {
    defer { map.finish() }
    guard let name = map.string("name"), let file = map.string("file"),
      let text = readCatalogue(file)
    else { return }
    vocabulary.otherChart = name
    let parsed = CSVFile.parse(text, family: log.family)
    log.report(parsed.findings)
    guard let records = parsed.value?.records, records.first?.map(\.text) == Self.headings else {
      log.report(
        CatalogueFault.header(expected: Self.headings), at: SourcePlace(file: text.file, line: 1))
      return
    }
    var seen: [String: SourcePlace] = [:]
    for record in records.dropFirst() {
      let place = record[0].place
      guard let account = otherAccount(record) else { continue }
      if let first = seen.updateValue(place, forKey: record[0].text) {
        log.report(
          CatalogueFault.repeatedAccount(record[0].text), at: place, related: [first])
      }
      vocabulary.otherAccounts[record[0].text] = account
    }
  }

  private func otherAccount(_ record: [CSVField]) -> Vocabulary.OtherAccount? {
    guard record.count == Self.headings.count, EconomicAccount(record[0].text) != nil,
      !record[1].text.isEmpty
    else {
      log.report(VocabularyFault.otherAccount, at: record[0].place)
      return nil
    }
    let codes = record[2].text.split(separator: " ").map(String.init)
    let meanings = codes.compactMap(EconomicAccount.init)
    if meanings.count < codes.count {
      log.report(VocabularyFault.otherAccount, at: record[2].place)
    }
    for meaning in meanings {
      guard let names, names.name(of: meaning.code, in: .economic) == nil else { continue }
      log.report(VocabularyFault.namelessMeaning(meaning.code), at: record[2].place)
    }
    return Vocabulary.OtherAccount(name: record[1].text, meanings: meanings)
  }
}
