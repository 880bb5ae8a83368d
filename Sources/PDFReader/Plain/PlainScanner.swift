/// An operand of a content stream; texts and names are places in it, so that nothing is copied.
enum PlainOperand {
  case number(Double)
  /// What stands between `(` and `)`, or between `<` and `>`.
  case literal(Range<Int>)
  case hexadecimal(Range<Int>)
  /// Without its slash.
  case name(Range<Int>)
  case arrayStart, arrayEnd
  /// What plain pages have in the properties of marks alone.
  case other
}

/// Takes the content stream of a plain page apart, operator by operator (ISO 32000-1, 7.2 and 7.8.2).
///
/// ``ContentScanner`` reads any stream; this one gives up where a page is not plain, and is many times
/// as fast.
struct PlainScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  /// The operands of the operator that was found last.
  private(set) var operands: [PlainOperand] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The next operator, its letters as one number; nil at the end.
  mutating func next() throws(NotPlain) -> UInt32? {
    operands.removeAll(keepingCapacity: true)
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case _ where ContentScanner.isSpace(byte): position += 1
      case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
        operands.append(.number(try number()))
      case UInt8(ascii: "("): operands.append(.literal(try literal()))
      case UInt8(ascii: "<"): operands.append(try hexadecimal())
      case UInt8(ascii: ">"):
        operands.append(.other)
        position += 1
      case UInt8(ascii: "["):
        operands.append(.arrayStart)
        position += 1
      case UInt8(ascii: "]"):
        operands.append(.arrayEnd)
        position += 1
      case UInt8(ascii: "/"):
        position += 1
        let start = position
        while position < bytes.count, ContentScanner.isRegular(bytes[position]) { position += 1 }
        operands.append(.name(start..<position))
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "'"), UInt8(ascii: "\""):
        let word = word()
        // The only words that are operands stand in the properties of marks.
        if word != plainWord("true"), word != plainWord("null"), word != plainWord("fals") {
          return word
        }
        operands.append(.other)
      default: throw NotPlain()
      }
      guard operands.count < 10_000 else { throw NotPlain() }
    }
    return nil
  }

  /// A word by its first four letters.
  private mutating func word() -> UInt32 {
    var word: UInt32 = 0
    var count = 0
    while position < bytes.count, ContentScanner.isRegular(bytes[position]) {
      if count < 4 { word = word << 8 | UInt32(bytes[position]) }
      count += 1
      position += 1
    }
    return word
  }

  private mutating func number() throws(NotPlain) -> Double {
    var (value, scale) = (0.0, 0.0)
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      case UInt8(ascii: "."):
        guard scale == 0 else { throw NotPlain() }
        scale = 1
      default:
        guard !ContentScanner.isRegular(byte) else { throw NotPlain() }
        if scale > 1 { value /= scale }
        return isNegative ? -value : value
      }
      position += 1
    }
    throw NotPlain()
  }

  private mutating func literal() throws(NotPlain) -> Range<Int> {
    position += 1
    let start = position
    var depth = 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\") {
        position += 1
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return start..<(position - 1) }
      }
    }
    throw NotPlain()
  }

  private mutating func hexadecimal() throws(NotPlain) -> PlainOperand {
    position += 1
    if position < bytes.count, bytes[position] == UInt8(ascii: "<") {
      position += 1
      return .other
    }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
    guard position < bytes.count else { throw NotPlain() }
    position += 1
    return .hexadecimal(start..<(position - 1))
  }

  /// The bytes of a text that is shown.
  func codes(_ operand: PlainOperand, into codes: inout [UInt8]) throws(NotPlain) {
    codes.removeAll(keepingCapacity: true)
    switch operand {
    case .literal(let range):
      var index = range.lowerBound
      while index < range.upperBound {
        var byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\\") {
          guard index < range.upperBound else { throw NotPlain() }
          byte = bytes[index]
          index += 1
          // Octal numbers and the names of control characters are read by the other scanner.
          guard byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
          else {
            index -= 1
            byte = try octal(&index, end: range.upperBound)
            codes.append(byte)
            continue
          }
        }
        codes.append(byte)
      }
    case .hexadecimal(let range):
      var high: UInt8?
      for index in range {
        guard let digit = ContentScanner.digit(bytes[index]) else {
          guard bytes[index] <= 0x20 else { throw NotPlain() }
          continue
        }
        if let first = high {
          codes.append(first << 4 | digit)
          high = nil
        } else {
          high = digit
        }
      }
      guard high == nil else { throw NotPlain() }
    default: throw NotPlain()
    }
  }

  /// Three digits behind a backslash.
  private func octal(_ index: inout Int, end: Int) throws(NotPlain) -> UInt8 {
    guard index + 3 <= end else { throw NotPlain() }
    var value = 0
    for byte in bytes[index..<index + 3] {
      guard (0x30...0x37).contains(byte) else { throw NotPlain() }
      value = value * 8 + Int(byte - 0x30)
    }
    index += 3
    return UInt8(truncatingIfNeeded: value)
  }

}

/// A word of at most four letters as ``PlainScanner`` gives it.
func plainWord(_ text: StaticString) -> UInt32 {
  text.withUTF8Buffer { $0.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
}

/// Says that a page has more than text, rules and fields of colour, or has them in other ways than
/// most programs write: poppler reads it then.
struct NotPlain: Error {}
