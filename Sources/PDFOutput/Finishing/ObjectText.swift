/// Writes the text of objects with as few bytes as its meaning needs (ISO 32000-1, 7.2).
struct ObjectText {
  private(set) var bytes: [UInt8] = []

  /// Forgets the text, and keeps the room it took.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

  mutating func append(_ other: ObjectText) { bytes.append(contentsOf: other.bytes) }

  mutating func append(_ other: ArraySlice<UInt8>) { bytes.append(contentsOf: other) }

  /// Copies a stretch of a drawn file without its comments and with white space only where two words
  /// would run together; texts in brackets stay as they are.
  mutating func copy(_ source: [UInt8], _ range: Range<Int>) {
    let start = bytes.count
    // Room for all of it; what is saved is given back.
    bytes.append(contentsOf: repeatElement(0, count: range.count))
    let end = source.withUnsafeBufferPointer { source in
      bytes.withUnsafeMutableBufferPointer { Self.copy(source, range, to: $0, at: start) }
    }
    bytes.removeLast(bytes.count - end)
  }

  /// Copies from one buffer to another, which has the room; returns where the copy ends.
  private static func copy(
    _ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    to target: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var place = start
    var index = range.lowerBound
    // Whether the byte before separates words by itself.
    var isSeparated = true
    while index < range.upperBound {
      let byte = source[index]
      switch kinds[Int(byte)] {
      case .regular, .delimiter:
        target[place] = byte
        place += 1
        index += 1
        isSeparated = kinds[Int(byte)] == .delimiter
      case .text:
        let end = endOfText(source, from: index, before: range.upperBound)
        for index in index..<end {
          target[place] = source[index]
          place += 1
        }
        isSeparated = true
        index = end
      case .space, .comment:
        index = endOfSpace(source, from: index, before: range.upperBound)
        if !isSeparated, index < range.upperBound, kinds[Int(source[index])] == .regular {
          target[place] = 0x20
          place += 1
        }
      }
    }
    return place
  }

  /// Adds entries to the dictionary that was written last.
  mutating func insert(_ entries: String) {
    let end = Array(">>".utf8)
    precondition(bytes.suffix(2).elementsEqual(end), "entries go into a dictionary")
    bytes.removeLast(2)
    append(entries)
    bytes.append(contentsOf: end)
  }

  private enum Kind: UInt8 { case regular, delimiter, text, space, comment }

  private static let kinds: [Kind] = (0...255).map { byte in
    switch UnicodeScalar(UInt8(byte)) {
    case "<", ">", "[", "]", "/", "{", "}", ")": .delimiter
    case "(": .text
    case " ", "\n", "\r", "\t", "\0", "\u{C}": .space
    case "%": .comment
    default: .regular
    }
  }

  /// Behind the bracket that closes the one that stands here.
  private static func endOfText(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int
  ) -> Int {
    var depth = 0
    var index = start
    while index < end {
      switch UnicodeScalar(source[index]) {
      case "\\": index += 1
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return min(index, end)
  }

  /// Behind white space and comments, which end with their line.
  private static func endOfSpace(
    _ source: UnsafeBufferPointer<UInt8>, from start: Int, before end: Int
  ) -> Int {
    var index = start
    while index < end {
      switch kinds[Int(source[index])] {
      case .space: index += 1
      case .comment: while index < end, source[index] != 0x0A { index += 1 }
      case .regular, .delimiter, .text: return index
      }
    }
    return end
  }
}
