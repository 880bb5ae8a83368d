/// The words that the lines of a heading do not take apart; data of a layout set.
public struct HeadWords: Hashable, Sendable {
  /// The scalars of the words by their first, the longest first: characters are dear to compare.
  private let words: [Unicode.Scalar: [[Unicode.Scalar]]]

  /// Makes a list of words of two characters or more; shorter ones say nothing.
  public init(_ words: [String] = []) {
    let scalars = words.map { Array($0.unicodeScalars) }.filter { $0.count > 1 }
    self.words = Dictionary(grouping: scalars) { $0[0] }
      .mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// A heading in parts that stay whole, in order: words of the list, numbers and Latin words, single
  /// characters, each with the signs that cling to it.
  public func parts(of heading: String) -> [String] {
    let text = Array(heading.unicodeScalars)
    var parts: [String] = []
    // Whether what comes next belongs to the last part.
    var isOpen = true
    var index = 0
    while index < text.count {
      let length = wordLength(in: text[index...])
      let clings =
        isOpen || text[index].clings
        || text[index].isLatin && index > 0 && text[index - 1].isLatin
        || percent.contains(text[index]) && index > 0 && text[index - 1].isLatin
      if !clings || parts.isEmpty { parts.append("") }
      parts[parts.count - 1].unicodeScalars.append(contentsOf: text[index..<index + length])
      isOpen = opening.contains(text[index])
      index += length
    }
    return parts
  }

  /// The length of the longest word that a text begins with, else that of a single character.
  private func wordLength(in text: ArraySlice<Unicode.Scalar>) -> Int {
    guard let first = text.first, let known = words[first] else { return 1 }
    return known.first { text.starts(with: $0) }?.count ?? 1
  }
}

extension Unicode.Scalar {
  fileprivate var isLatin: Bool {
    isASCII && (properties.isAlphabetic || ("0"..."9").contains(self))
  }

  /// Whether it belongs to what stands before it: signs that end, blanks, marks above other letters.
  fileprivate var clings: Bool {
    // Chinese characters, which most are.
    guard !(0x4E00...0x9FFF).contains(value) else { return false }
    return closing.contains(self) || properties.isWhitespace
      || properties.canonicalCombiningClass != .notReordered
  }
}

private let opening = Set("（《〈「『【〔［｛〖“‘([{".unicodeScalars)
/// Signs that belong to a number before them.
private let percent = Set("%％‰".unicodeScalars)
private let closing = Set("，。、；：？！）》〉」』】〕］｝〗”’～,.;:?!)]}·-—".unicodeScalars)
