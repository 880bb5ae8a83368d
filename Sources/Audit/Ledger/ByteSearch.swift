extension String {
  /// Whether a word stands in the text, byte by byte: texts that are not ASCII are dear to search sign
  /// by sign, and the words of a set are written as the texts are.
  func has(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    return Array(utf8).withUnsafeBufferPointer { bytes in
      guard bytes.count >= word.count else { return false }
      return (0...(bytes.count - word.count)).contains { start in
        bytes[start] == first && bytes[start..<(start + word.count)].elementsEqual(word)
      }
    }
  }

  /// Whether the text is one of some words; lengths are told apart first.
  func isOne(of words: [String]) -> Bool {
    words.contains { $0.utf8.count == utf8.count && $0 == self }
  }
}
