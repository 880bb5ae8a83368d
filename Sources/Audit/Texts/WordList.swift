/// Words that are looked for in texts, the longest first where several begin at a place.
public struct WordList: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The words, as given.
  public let words: [String]
  private let firsts: ScalarSet
  private let lasts: ScalarSet
  /// The words' scalars one after the other: by the first one, then the longer words first.
  private let letters: [UInt32]
  /// Where each of them begins in ``letters``, and where the last one ends.
  private let starts: [Int]

  /// A list of words; empty ones are passed over.
  public init(_ words: some Sequence<String>) {
    self.words = Array(words)
    var decoded: [[UInt32]] = self.words.map { word in word.unicodeScalars.map(\.value) }
    decoded.removeAll(where: \.isEmpty)
    decoded.sort { (left: [UInt32], right: [UInt32]) -> Bool in
      left[0] == right[0] ? left.count > right.count : left[0] < right[0]
    }
    var letters: [UInt32] = []
    var starts = [0]
    for word in decoded {
      letters += word
      starts.append(letters.count)
    }
    (self.letters, self.starts) = (letters, starts)
    firsts = ScalarSet(values: decoded.compactMap(\.first))
    lasts = ScalarSet(values: decoded.compactMap(\.last))
  }

  /// A list of words; empty ones are passed over.
  public init(arrayLiteral words: String...) { self.init(words) }

  /// Whether one of the words begins with the character.
  @inline(__always)
  func begins(with scalar: UInt32) -> Bool { firsts.contains(scalar) }

  /// The length in scalars of the longest word that begins at a place; nil where none does.
  @inline(__always)
  func match(in scalars: [UInt32], at index: Int) -> Int? {
    firsts.contains(scalars[index]) ? longestWord(in: scalars, at: index) : nil
  }

  private func longestWord(in scalars: [UInt32], at index: Int) -> Int? {
    let first = scalars[index]
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if letters[starts[middle]] < first { low = middle + 1 } else { high = middle }
    }
    while low < starts.count - 1, letters[starts[low]] == first {
      if stands(low, in: scalars, at: index) { return starts[low + 1] - starts[low] }
      low += 1
    }
    return nil
  }

  /// Whether one of the words ends right before a place.
  func matchEnds(in scalars: [UInt32], before end: Int) -> Bool {
    guard end > 0, lasts.contains(scalars[end - 1]) else { return false }
    return (0..<starts.count - 1).contains { word in
      let start = end - (starts[word + 1] - starts[word])
      return start >= 0 && stands(word, in: scalars, at: start)
    }
  }

  /// Whether one of the words stands somewhere in a part of a text.
  func occurs(in scalars: [UInt32], within part: Range<Int>) -> Bool {
    part.contains { index in
      match(in: scalars, at: index).map { index + $0 <= part.upperBound } ?? false
    }
  }

  private func stands(_ word: Int, in scalars: [UInt32], at index: Int) -> Bool {
    let (start, end) = (starts[word], starts[word + 1])
    guard index + end - start <= scalars.count else { return false }
    for letter in start..<end where letters[letter] != scalars[index + letter - start] {
      return false
    }
    return true
  }
}
