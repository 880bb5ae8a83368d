internal import Diagnostics
internal import SourceFiles

/// Reads the words by which texts are judged: each list is a text, its words separated by blanks.
struct TextWordsLoader {
  let log: FindingLog
  /// The text of a catalogue by its file's name.
  let readCatalogue: (String) -> SourceText?

  /// Lists that say the opposite of each other.
  private static let opposites: [(TextWords.List, TextWords.List)] = [
    (.upWords, .downWords), (.placeholders, .placeholderExceptions), (.neverDoubled, .repetitions),
    (.unitNouns, .otherNouns), (.scoreWords, .partScoreWords), (.pointWords, .noPoints),
  ]

  func words(_ root: YAMLValue) -> TextWords {
    var words = TextWords()
    guard let map = YAMLMap(root, log: log) else { return words }
    for list in TextWords.List.allCases {
      guard let value = map.optional(list.rawValue), let text = map.string(list.rawValue) else {
        continue
      }
      words.lists[list] = self.words(of: list, text, at: value.place)
    }
    if let file = map.optionalString("traditional") {
      words.traditional = readCatalogue(file)?.text ?? ""
    }
    for (first, second) in Self.opposites {
      guard let place = map.place(of: second.rawValue) else { continue }
      let others = Set(words[first])
      for word in words[second] where others.contains(word) {
        let lists = [first.rawValue, second.rawValue]
        log.report(TextCheckFault.contradiction(word, lists: lists), at: place)
      }
    }
    map.finish()
    return words
  }

  private func words(
    of list: TextWords.List, _ text: String, at place: SourcePlace
  ) -> [String] {
    let words = text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      .map { String(Substring($0)) }
    if words.isEmpty { log.report(TextCheckFault.emptyList(list.rawValue), at: place) }
    if Set(words).count < words.count {
      var seen: Set<String> = []
      for word in words where !seen.insert(word).inserted {
        log.report(TextCheckFault.repeatedWord(word, list: list.rawValue), at: place)
      }
    }
    return words
  }
}
