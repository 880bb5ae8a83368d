/// A part of a content stream or of a character map (ISO 32000-1, 7.2 and 7.8.2).
enum ContentToken: Equatable {
  case integer(Int)
  /// A number with decimals, which nobody here asks for.
  case number
  /// Without its slash.
  case name(String)
  case text([UInt8])
  case arrayStart, arrayEnd, dictionaryStart, dictionaryEnd
  case word(String)
}

/// Takes a content stream apart; whatever it holds, each step goes on by one byte at least.
struct ContentScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next token; nil at the end.
  mutating func next() -> ContentToken? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "("): return .text(literal())
    case UInt8(ascii: "<"):
      guard take(UInt8(ascii: "<")) else { return .text(hexadecimal()) }
      return .dictionaryStart
    case UInt8(ascii: ">"): return take(byte) ? .dictionaryEnd : next()
    case UInt8(ascii: "["): return .arrayStart
    case UInt8(ascii: "]"): return .arrayEnd
    case UInt8(ascii: "/"): return .name(name())
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"): return .word("")
    default: return regular(from: position - 1)
    }
  }

  /// Goes behind the data of an inline image: behind `EI` between white space.
  mutating func skipImage() {
    while position + 3 < bytes.count {
      if Self.isSpace(bytes[position]), bytes[position + 1] == UInt8(ascii: "E"),
        bytes[position + 2] == UInt8(ascii: "I"), Self.isSpace(bytes[position + 3])
      {
        position += 3
        return
      }
      position += 1
    }
    position = bytes.count
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
          position += 1
        }
      } else if Self.isSpace(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
  }

  static func isRegular(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 0x09, 0x0A, 0x0C, 0x0D, 0x20: false
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"): false
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): false
    case UInt8(ascii: "/"), UInt8(ascii: "%"): false
    default: true
    }
  }

  /// A number or an operator that begins at a place.
  private mutating func regular(from start: Int) -> ContentToken {
    while position < bytes.count, Self.isRegular(bytes[position]) { position += 1 }
    let first = bytes[start]
    let isNumber =
      (0x30...0x39).contains(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
      || first == UInt8(ascii: ".")
    guard isNumber else {
      return .word(String(decoding: bytes[start..<position], as: UTF8.self))
    }
    var value = 0
    for byte in bytes[start..<position] {
      guard (0x30...0x39).contains(byte), value < 1 << 40 else { return .number }
      value = value * 10 + Int(byte - 0x30)
    }
    return .integer(value)
  }

  private mutating func name() -> String {
    var name: [UInt8] = []
    while position < bytes.count, Self.isRegular(bytes[position]) {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "#"), position + 1 < bytes.count,
        let high = Self.digit(bytes[position]), let low = Self.digit(bytes[position + 1])
      {
        name.append(high << 4 | low)
        position += 2
      } else {
        name.append(byte)
      }
    }
    return String(decoding: name, as: UTF8.self)
  }

  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private mutating func hexadecimal() -> [UInt8] {
    var text: [UInt8] = []
    var high: UInt8?
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if let digit = Self.digit(bytes[position]) {
        if let first = high {
          text.append(first << 4 | digit)
          high = nil
        } else {
          high = digit
        }
      }
      position += 1
    }
    position += 1
    // A missing last digit is 0 (7.3.4.3).
    if let high { text.append(high << 4) }
    return text
  }

  /// A text in parentheses, behind the first one.
  private mutating func literal() -> [UInt8] {
    var text: [UInt8] = []
    var depth = 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return text }
      case UInt8(ascii: "\\"):
        if let escaped = escape() { text.append(escaped) }
        continue
      default: break
      }
      text.append(byte)
    }
    return text
  }

  /// What stands behind a backslash; nil for the end of a line, which is passed over.
  private mutating func escape() -> UInt8? {
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case 0x0A: return nil
    case 0x0D:
      _ = take(0x0A)
      return nil
    case 0x30...0x37:
      var value = Int(byte - 0x30)
      for _ in 0..<2 {
        guard position < bytes.count, (0x30...0x37).contains(bytes[position]) else { break }
        value = value * 8 + Int(bytes[position] - 0x30)
        position += 1
      }
      return UInt8(truncatingIfNeeded: value)
    default: return byte
    }
  }
}
