/// Counts the bytes of the strings that a content stream shows, as its bytes come.
///
/// It looks for strings that an operator of text follows (ISO 32000-1, 9.4.3), and takes any bytes:
/// in fonts and pictures, which are no content, such a sequence is rarer than one in millions.
struct ShownText {
  /// The bytes that were shown so far; a string in hexadecimal counts twice.
  private(set) var count = 0
  /// How often a form or picture is called.
  private(set) var calls = 0
  /// The strings since the last operator.
  private var pending = 0
  private var depth = 0
  private var isEscaped = false
  private var isHexadecimal = false
  private var last: UInt8 = 0

  mutating func take(_ bytes: UnsafeRawBufferPointer) {
    for byte in bytes {
      if depth > 0 {
        takeInside(byte)
      } else if isHexadecimal {
        if byte == UInt8(ascii: ">") { isHexadecimal = false } else { pending += 1 }
      } else {
        takeOutside(byte)
      }
      last = byte
    }
  }

  private mutating func takeInside(_ byte: UInt8) {
    pending += 1
    if isEscaped {
      isEscaped = false
    } else if byte == UInt8(ascii: "\\") {
      isEscaped = true
    } else if byte == UInt8(ascii: "(") {
      depth += 1
    } else if byte == UInt8(ascii: ")") {
      depth -= 1
    }
  }

  private mutating func takeOutside(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("): depth = 1
    case UInt8(ascii: "<"): isHexadecimal = true
    case UInt8(ascii: "j") where last == UInt8(ascii: "T"),
      UInt8(ascii: "J") where last == UInt8(ascii: "T"),
      UInt8(ascii: "'"), UInt8(ascii: "\""):
      count += pending
      pending = 0
    // Numbers and brackets stand between the strings of an array; `T` begins an operator.
    case 0, 0x09...0x0D, 0x20, 0x2B...0x2E, 0x30...0x39, UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "T"), UInt8(ascii: ">"):
      break
    case UInt8(ascii: "o") where last == UInt8(ascii: "D"):
      calls += 1
      pending = 0
    default: pending = 0
    }
  }
}
