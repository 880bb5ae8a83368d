/// Reads a stretch of a drawn file, which must be written in one way and no other.
struct ByteScanner {
  let bytes: [UInt8]
  /// Where the next byte stands.
  private(set) var position: Int
  let end: Int

  /// Begins to read a stretch of the bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Whether nothing is left.
  var isAtEnd: Bool { position >= end }

  /// Goes over a text if it stands here.
  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end - position >= count else { return false }
    let start = position
    let isSame = text.withUTF8Buffer { text in
      for index in 0..<count where bytes[start + index] != text[index] { return false }
      return true
    }
    if isSame { position += count }
    return isSame
  }

  /// Goes over a text that must stand here.
  mutating func expect(_ text: StaticString) throws(PDFFault) {
    guard take(text) else { throw unexpected("“\(text)”") }
  }

  /// Goes over a whole number that must stand here, of nine digits at most.
  mutating func number() throws(PDFFault) -> Int {
    let start = position
    var number = 0
    while position < end, bytes[position] &- 48 < 10, position - start < 10 {
      number = number * 10 + Int(bytes[position] - 48)
      position += 1
    }
    guard position > start, position - start < 10 else { throw unexpected("a number") }
    return number
  }

  /// Whether a digit stands here.
  var isAtNumber: Bool { position < end && bytes[position] &- 48 < 10 }

  /// Goes over `12 0 R`, which must stand here.
  mutating func reference() throws(PDFFault) -> Int {
    let number = try number()
    try expect(" 0 R")
    return number
  }

  /// Goes over everything before the next byte of a kind, which must come.
  mutating func skip(to byte: UInt8) throws(PDFFault) -> Range<Int> {
    let start = position
    while position < end, bytes[position] != byte { position += 1 }
    guard position < end else { throw unexpected("“\(UnicodeScalar(byte))”") }
    return start..<position
  }

  /// Goes to a text that must come.
  mutating func skip(to text: StaticString) throws(PDFFault) {
    let first = text.withUTF8Buffer { $0[0] }
    while !isAtEnd {
      _ = try skip(to: first)
      let start = position
      guard !take(text) else {
        position = start
        return
      }
      position += 1
    }
    throw unexpected("“\(text)”")
  }

  /// The fault of something else standing here.
  func unexpected(_ expected: String) -> PDFFault {
    PDFFault(
      "cairo", doing: "read the drawing",
      reason: "no \(expected) at byte \(position): not as cairo 1.16 writes it")
  }
}
