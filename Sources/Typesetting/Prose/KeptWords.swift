/// Names that the lines of a title do not take apart, found by the bytes that they begin with: a
/// department may have hundreds of them, and every title is searched for all.
struct KeptWords {
  private let byFirstBytes: [UInt32: [[UInt8]]]

  var isEmpty: Bool { byFirstBytes.isEmpty }

  /// Keeps words together; one shorter than a Chinese character cannot be taken apart.
  init(_ words: [String] = []) {
    let bytes = words.map { Array($0.utf8) }.filter { $0.count >= 3 }
    byFirstBytes = Dictionary(grouping: bytes) { Self.firstBytes($0[...]) }
  }

  /// Where words stand in the text, in bytes.
  func stretches(in text: String) -> [Range<Int>] {
    let bytes = Array(text.utf8)
    var stretches: [Range<Int>] = []
    for start in bytes.indices.dropLast(2) {
      let rest = bytes[start...]
      for word in byFirstBytes[Self.firstBytes(rest)] ?? [] where rest.starts(with: word) {
        stretches.append(start..<start + word.count)
      }
    }
    return stretches
  }

  /// The first three of at least as many bytes: one Chinese character.
  private static func firstBytes(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
