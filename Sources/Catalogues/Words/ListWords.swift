internal import SourceFiles

/// What stands around the accounts of a list: titles, heads of pages, explanations.
///
/// The words are data, for whoever makes a list chooses them; ``read(from:)`` takes them from their file.
public struct ListWords: Hashable, Sendable {
  /// The lists of words; the file says what each is for.
  enum List: String, CaseIterable {
    case explanationStarts, explanationMarks
    case titleStarts, titleParts, titleEnds, numberedParts
    case codeHeadings, nameHeadingEnds, nameHeadings, explanationHeadingEnds, numberHeadings
    case emptyHeadingParts, levelHeadings
    case revenueChart, governmentChart
  }

  private let lists: [List: [String]]

  /// - Parameter lists: the words as written.
  init(_ lists: [List: [String]]) {
    // Titles and headings are made comparable before they are looked at, and so are their words.
    self.lists = Dictionary(
      uniqueKeysWithValues: lists.map { list, words in
        (list, Self.verbatim.contains(list) ? words : words.map { folded($0) })
      })
  }

  /// The lists whose words are looked for in texts as they were typed, or are printed.
  private static let verbatim: Set<List> = [
    .explanationStarts, .explanationMarks, .revenueChart, .governmentChart,
  ]

  private subscript(list: List) -> [String] { lists[list] ?? [] }

  /// What the chart of revenue is called.
  var revenueChart: String { self[.revenueChart].joined() }
  /// What the government's own economic chart is called.
  var governmentChart: String { self[.governmentChart].joined() }
}

// MARK: - Explanations

extension ListWords {
  /// Where the explanation begins in a text that has a name and an explanation; nil where there is none.
  func explanation(in text: String) -> String.Index? {
    let marks = self[.explanationMarks].compactMap { text.firstRange(of: $0)?.lowerBound }
    if let first = marks.min() { return first }
    var index = text.startIndex
    while let blank = text[index...].firstIndex(where: { isBlank($0) }) {
      let rest = text[blank...].drop { isBlank($0) }
      if isExplanation(String(rest)) { return blank }
      index = rest.startIndex
      if rest.isEmpty { break }
    }
    return isExplanation(text) ? text.startIndex : nil
  }

  /// Whether a text explains an account and does not name one.
  func isExplanation(_ text: String) -> Bool {
    let text = trimmed(text)
    return self[.explanationStarts].contains { text.hasPrefix($0) }
      || text.contains { "。；;".contains($0) } || text.count > 45
  }
}

// MARK: - Titles

extension ListWords {
  /// Whether a text is no part of any list: a title, a page's head or number, a note.
  func isFurniture(_ text: String) -> Bool {
    let word = folded(text)
    return word.isEmpty || Self.isPageNumber(word) || isHeading(word)
      || self[.titleStarts].contains(where: word.hasPrefix)
      || self[.titleParts].contains(where: word.contains)
      || self[.titleEnds].contains(where: word.hasSuffix) || Self.isTitleOfYear(word)
  }

  /// `12`, `— 12 —`, `第 12 页 共 30 页`, `12/30`.
  private static func isPageNumber(_ word: String) -> Bool {
    let rest = word.filter { !"-–—―─·.第共页,/、|".contains($0) }
    return rest.count <= 7 && rest.count < 4 + word.count { $0 == "页" } * 4
      && !rest.isEmpty && rest.allSatisfy(\.isASCIIDigit)
      || rest.isEmpty
  }

  /// `一、…`, `（二）…`, `第三部分…`.
  private func isHeading(_ word: String) -> Bool {
    var rest = word[...]
    let hasBracket = rest.first == "("
    let isOrdinal = rest.first == "第"
    if hasBracket || isOrdinal { rest = rest.dropFirst() }
    let numerals = rest.prefix { "一二三四五六七八九十".contains($0) }
    guard !numerals.isEmpty else { return false }
    let after = rest.dropFirst(numerals.count)
    if hasBracket { return after.hasPrefix(")") }
    if isOrdinal { return self[.numberedParts].contains(where: after.hasPrefix) }
    return after.hasPrefix("、")
  }

  /// `2024年政府收支…`: no account is called after a year.
  private static func isTitleOfYear(_ word: String) -> Bool {
    let digits = word.prefix(while: \.isASCIIDigit)
    return digits.count == 4 && word.dropFirst(4).hasPrefix("年")
  }
}

// MARK: - Headings

extension ListWords {
  /// What a heading says of its column; nil for a word that heads none.
  func role(ofHeading text: String) -> ColumnRole? {
    var word = folded(text)
    for part in self[.emptyHeadingParts] { word = word.replacing(part, with: "") }
    guard !word.isEmpty, word.count <= 14 else { return nil }
    let levels = self[.levelHeadings]
    if let level = levels.firstIndex(of: word) { return .code(level: level) }
    if self[.codeHeadings].contains(where: word.contains) {
      return .code(level: levels.firstIndex { word.hasPrefix($0) })
    }
    if self[.nameHeadingEnds].contains(where: word.hasSuffix)
      || self[.nameHeadings].contains(word)
    {
      return .name
    }
    if self[.explanationHeadingEnds].contains(where: word.hasSuffix) { return .explanation }
    return self[.numberHeadings].contains(word) ? .passedOver : nil
  }
}

/// What a column of a list holds.
enum ColumnRole: Hashable {
  /// Codes; with a level, what this level adds to the code of the level above.
  case code(level: Int?)
  /// One or two digits, which add to the codes of the column before.
  case part
  case name
  case explanation
  case passedOver
}
