/// A text by its bytes but for blanks: the same for equal texts, and for others next to never.
///
/// With it thousands of texts are looked for among thousands of others in no time.
public struct TextMark: Hashable, Sendable {
  private let hash: UInt64

  /// Marks a text; nil for one of ASCII alone, as numbers are, which tells no forms apart.
  public init?(_ text: String) {
    var text = text
    guard let mark = text.withUTF8({ TextMark($0[...]) }) else { return nil }
    self = mark
  }

  /// Marks some bytes of UTF-8, likewise (FNV-1a, 64 bits).
  init?(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isWide = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte <= 0x20 {
        index += 1
        continue
      }
      // The blank that is as wide as a character, U+3000.
      if byte == 0xE3, index + 2 < bytes.endIndex, bytes[index + 1] == 0x80,
        bytes[index + 2] == 0x80
      {
        index += 3
        continue
      }
      isWide = isWide || byte >= 0x80
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      index += 1
    }
    guard isWide else { return nil }
    self.hash = hash
  }
}
