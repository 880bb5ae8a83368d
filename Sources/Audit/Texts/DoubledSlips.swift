internal import Layouts

/// Words written twice in a row.
extension ScannedText {
  /// A short word of the list, or a sign of punctuation, that stands twice from a place on.
  func doubledWord(at index: Int, by rules: TextRules) -> Range<Int>? {
    let scalar = scalars[index]
    if scalar == self[index + 1], Self.isSingleSign(scalar) {
      var end = index + 2
      while self[end] == scalar { end += 1 }
      return index..<end
    }
    guard let length = rules.neverDoubled.match(in: scalars, at: index),
      index + 2 * length <= scalars.count
    else { return nil }
    for offset in index..<index + length where scalars[offset] != scalars[offset + length] {
      return nil
    }
    let part = index..<index + 2 * length
    return isWithin(rules.repetitions, part) ? nil : part
  }

  /// Whether a word of a list covers a part: 目的的 the two 的.
  private func isWithin(_ words: WordList, _ part: Range<Int>) -> Bool {
    (max(0, part.lowerBound - 2)...part.lowerBound).contains { start in
      words.match(in: scalars, at: start).map { start + $0 >= part.upperBound } ?? false
    }
  }

  private static func isSingleSign(_ scalar: UInt32) -> Bool {
    switch Unicode.Scalar(scalar) {
    case "，", "。", "、", "；", "：", "？", "！", ",", ";": true
    default: false
    }
  }

  /// Where each character was seen last, by so many of the last bits of its number at most; of two that
  /// share them the later one is kept, so a repetition is missed if that befalls all its characters.
  private static let memory = 10

  /// The least length of a repeated part.
  private static let leastLength = 3

  /// Parts of three characters and more that are repeated at once.
  ///
  /// At least one character of such a part stands in it once, so its last place before is as far back
  /// as the part is long; from there the repetition is followed in both directions.
  func findRepetitions(by rules: TextRules, into found: inout [TextSlip]) {
    guard scalars.count >= 2 * Self.leastLength else { return }
    // A short text needs no more places than it has characters.
    let bits = min(Self.memory, Int.bitWidth - scalars.count.leadingZeroBitCount + 1)
    var seen = [Int32](repeating: -1, count: 1 << bits)
    var done = 0
    for index in scalars.indices {
      let scalar = scalars[index]
      let slot = Int(scalar) & (1 << bits - 1)
      let last = Int(seen[slot])
      seen[slot] = Int32(truncatingIfNeeded: index)
      guard index >= done, last >= 0, index - last >= Self.leastLength,
        scalars[last] == scalar,
        let part = repetition(around: index, of: index - last), part.lowerBound >= done,
        isSlip(part, of: index - last, by: rules)
      else { continue }
      found.append(slip(.doubled, part))
      done = part.upperBound
    }
  }

  /// The two parts of a length that are the same and of which the second has a place.
  private func repetition(around index: Int, of length: Int) -> Range<Int>? {
    var start = index
    while start > length, scalars[start - 1] == scalars[start - 1 - length],
      index - start < length
    { start -= 1 }
    var end = index + 1
    while end < scalars.count, scalars[end] == scalars[end - length], end - start < length {
      end += 1
    }
    return end - start < length ? nil : start - length..<end
  }

  /// Whether a repetition is one that nobody wants: of words, within a line, and no list of amounts.
  private func isSlip(_ part: Range<Int>, of length: Int, by rules: TextRules) -> Bool {
    let block = scalars[part.lowerBound..<part.lowerBound + length]
    guard block.count(where: \.isHan) >= 2, !block.contains(where: \.isNewline) else {
      return false
    }
    let lists =
      block.contains { $0.isDigit || $0 == .quoted } && block.contains(where: \.endsClause)
    return !lists && rules.repetitions.match(in: scalars, at: part.lowerBound) == nil
  }
}
