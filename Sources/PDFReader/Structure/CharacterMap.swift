/// Which text the codes of a font stand for (ISO 32000-1, 9.10).
struct CharacterMap {
  /// Codes of a length, first and last.
  private struct Space {
    let length: Int
    let codes: ClosedRange<UInt32>
  }

  private var spaces: [Space] = []
  private var texts: [UInt32: String] = [:]
  /// The length of codes that no space has.
  private let length: Int
  /// Whether codes without an entry are plain characters.
  private let isPlain: Bool

  /// The map of a font.
  ///
  /// A font without a map of its own is read only where its codes are those of Latin letters; other
  /// characters come as U+FFFD. Tagged files, which are made to be read by machines, have the map.
  ///
  /// - Parameters:
  ///   - map: the font's own map, if it has one.
  ///   - isComposite: whether the codes have two bytes.
  init(map: [UInt8]?, isComposite: Bool) {
    length = isComposite ? 2 : 1
    isPlain = map == nil && !isComposite
    guard let map else { return }
    var scanner = ContentScanner(map)
    var operands: [ContentToken] = []
    while let token = scanner.next() {
      guard case .word(let word) = token else {
        operands.append(token)
        continue
      }
      switch word {
      case "endcodespacerange": addSpaces(operands)
      case "endbfchar": addCharacters(operands)
      case "endbfrange": addRanges(operands)
      default: break
      }
      operands = []
    }
  }

  /// The text of a string that is shown.
  func text(of codes: [UInt8]) -> String {
    var text = ""
    var position = 0
    while position < codes.count {
      let (code, length) = self.code(at: position, in: codes)
      position += length
      if let known = texts[code] {
        text += known
      } else if isPlain, (0x20..<0x7F).contains(code), let scalar = Unicode.Scalar(code) {
        text.unicodeScalars.append(scalar)
      } else {
        text += "\u{FFFD}"
      }
    }
    return text
  }

  private func code(at position: Int, in codes: [UInt8]) -> (UInt32, Int) {
    var code: UInt32 = 0
    for length in 1...4 where position + length <= codes.count {
      code = code << 8 | UInt32(codes[position + length - 1])
      if spaces.contains(where: { $0.length == length && $0.codes.contains(code) }) {
        return (code, length)
      }
    }
    let length = min(self.length, codes.count - position)
    return (Self.number(codes[position..<position + length]), length)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func addSpaces(_ operands: [ContentToken]) {
    for pair in Self.texts(operands).chunks(of: 2) {
      let (low, high) = (Self.number(pair[0][...]), Self.number(pair[1][...]))
      guard low <= high, (1...4).contains(pair[0].count), spaces.count < 256 else { continue }
      spaces.append(Space(length: pair[0].count, codes: low...high))
    }
  }

  private mutating func addCharacters(_ operands: [ContentToken]) {
    for pair in Self.texts(operands).chunks(of: 2) {
      texts[Self.number(pair[0][...])] = Self.decoded(pair[1])
    }
  }

  private mutating func addRanges(_ operands: [ContentToken]) {
    var rest = operands[...]
    while case .text(let first)? = rest.popFirst(), case .text(let last)? = rest.popFirst() {
      let low = Self.number(first[...])
      let count = Int(Self.number(last[...])) - Int(low) + 1
      switch rest.popFirst() {
      case .text(let start)? where (1...65_536).contains(count):
        addRange(from: low, count: count, start: start)
      case .arrayStart?:
        var code = low
        while let item = rest.popFirst(), item != .arrayEnd {
          if case .text(let text) = item { texts[code] = Self.decoded(text) }
          code &+= 1
        }
      default: continue
      }
    }
  }

  /// Consecutive codes stand for consecutive characters: the last unit counts up.
  private mutating func addRange(from low: UInt32, count: Int, start: [UInt8]) {
    guard start.count >= 2 else { return }
    let last = Int(start[start.count - 2]) << 8 | Int(start[start.count - 1])
    for offset in 0..<count {
      let unit = UInt16(truncatingIfNeeded: last + offset)
      let text = start.dropLast(2) + [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
      texts[low &+ UInt32(offset)] = Self.decoded(Array(text))
    }
  }

  /// A text in UTF-16, high byte first.
  static func decoded(_ bytes: [UInt8]) -> String {
    let units = bytes.chunks(of: 2).map { UInt16($0[0]) << 8 | UInt16($0[1]) }
    return String(decoding: units, as: UTF16.self)
  }

  private static func texts(_ operands: [ContentToken]) -> [[UInt8]] {
    operands.compactMap { if case .text(let bytes) = $0 { bytes } else { nil } }
  }
}

extension Array {
  /// Whole pieces of a length; what is left over is dropped.
  fileprivate func chunks(of length: Int) -> [[Element]] {
    stride(from: 0, to: count - count % length, by: length).map { Array(self[$0..<$0 + length]) }
  }
}
