internal import Diagnostics
internal import Glibc

/// A YAML file taken apart, or several that were laid over one another: all values in one list, in the
/// order in which they are written.
///
/// What lies within a list or a mapping stands right behind it, so that thousands of values are made and
/// freed as one thing. Made once, by ``YAMLParser``, and never changed.
final class YAMLTree: Sendable {
  /// A value as it is written.
  struct Node: Sendable {
    var kind: Kind
    /// The text of a scalar; empty for all others.
    var text: String
    /// Of a text that is a key: equal for equal bytes, and of others equal next to never; 0 for all else.
    ///
    /// With it keys need not be held against each other letter by letter.
    let hash: UInt64
    /// Counted from 1, as is the column.
    let line: Int32
    let column: Int32
    /// Which of the tree's sources it was written in.
    var source: Int16 = 0
    /// How many items a list has, or keys a mapping.
    var count: Int32 = 0
    /// The position behind all that lies within.
    var end: Int32 = 0
  }

  enum Kind: Sendable, Equatable {
    /// Nothing is written (`键:` alone, `~`, `null`).
    case nothing
    /// Behind `|`.
    case literal
    /// Between `"`, where a backslash begins an escape.
    case doubleQuoted
    /// Any other scalar.
    case text
    case sequence
    case mapping
    /// Another name of a list or mapping further up, by its position; that of a scalar is a copy.
    case alias(of: Int32)
  }

  let sources: [SourceText]
  /// Never empty: the first is the value of the whole file.
  let nodes: [Node]

  init(_ sources: [SourceText], nodes: [Node]) {
    self.sources = sources
    self.nodes = nodes
  }

  /// The value at a position; that which an alias stands for.
  func value(at position: Int) -> YAMLValue {
    if case .alias(let target) = nodes[position].kind {
      YAMLValue(tree: self, position: Int(target))
    } else {
      YAMLValue(tree: self, position: position)
    }
  }

  /// The file in which a value was written.
  func source(of position: Int) -> SourceText { sources[Int(nodes[position].source)] }

  /// Hands over the position of each item of a list.
  func forEachItem(of position: Int, _ body: (Int) -> Void) {
    let end = Int(nodes[position].end)
    var item = position + 1
    while item < end {
      body(item)
      item = Int(nodes[item].end)
    }
  }

  /// Hands over the position of each key of a mapping, and of what stands behind it.
  func forEachEntry(of position: Int, _ body: (_ key: Int, _ value: Int) -> Void) {
    let end = Int(nodes[position].end)
    var key = position + 1
    while key < end {
      let value = Int(nodes[key].end)
      body(key, value)
      key = Int(nodes[value].end)
    }
  }
}

extension YAMLTree.Kind {
  /// Whether it is a scalar with a text.
  var isText: Bool {
    switch self {
    case .text, .literal, .doubleQuoted: true
    case .nothing, .sequence, .mapping, .alias: false
    }
  }
}

extension String {
  /// Whether a text is written with the same bytes: what equal texts are, all but always, and told
  /// without bringing either into a normal form.
  @inlinable public func hasSameBytes(as other: String) -> Bool {
    // Inlinable, so that texts of other lengths, which most are, are passed over without a call.
    utf8.count == other.utf8.count && hasSameBytes(asLong: other)
  }

  @usableFromInline func hasSameBytes(asLong other: String) -> Bool {
    var (left, right) = (self, other)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        guard let left = left.baseAddress, let right = right.baseAddress else { return true }
        return memcmp(left, right, utf8.count) == 0
      }
    }
  }

  /// Whether a byte, of ASCII, stands in the text; unlike a view's `contains`, not byte by byte.
  func has(byte: UInt8) -> Bool {
    var text = self
    return text.withUTF8 { UnsafeRawBufferPointer($0).has(byte: byte) }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether a byte is among them.
  func has(byte: UInt8) -> Bool {
    baseAddress.map { memchr($0, Int32(byte), count) != nil } ?? false
  }
}

/// A hash of the bytes of a text, the same in every run (FNV-1a, 64 bits).
func byteHash(_ text: String) -> UInt64 {
  var hash: UInt64 = 0xCBF2_9CE4_8422_2325
  var text = text
  text.withUTF8 { bytes in
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }
  return hash
}
