internal import Diagnostics
internal import Glibc

/// A value of a YAML file as it is written, with what it holds and its place.
///
/// Nodes are made once, by ``YAMLParser``, and never change.
final class YAMLNode: Sendable {
  /// What is written; a text with its tabs.
  enum Content: Sendable {
    case scalar(String, Style)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  enum Style: Sendable {
    /// Written without quotes; what is written may mean nothing at all.
    case plain
    /// Behind `|`.
    case literal
    /// Between `"`, where a backslash begins an escape.
    case doubleQuoted
    case other
  }

  let content: Content
  let place: SourcePlace
  /// The text of a scalar; nil for a mapping, a list or nothing.
  let text: String?
  /// Of a text: equal for equal bytes, and of others equal next to never, so that keys need not be held
  /// against each other letter by letter.
  let hash: UInt64

  /// - Parameter isPrinted: whether the text is one that will be printed, where a tab is a blank.
  init(_ content: Content, at place: SourcePlace, isPrinted: Bool) {
    self.content = content
    self.place = place
    guard case .scalar(let written, let style) = content,
      style != .plain || written.utf8.count > 4 || !Self.meansNothing(written)
    else {
      text = nil
      hash = 0
      return
    }
    var text = written
    if isPrinted, written.has(byte: UInt8(ascii: "\t")) {
      var scalars = written.unicodeScalars
      scalars.replaceTabs()
      text = String(scalars)
    }
    self.text = text
    hash = byteHash(text)
  }

  /// Whether nothing is written (`键:` alone, `~`, `null`).
  var isNull: Bool {
    if case .scalar = content { text == nil } else { false }
  }

  private static func meansNothing(_ written: String) -> Bool {
    switch written {
    case "", "~", "null", "Null", "NULL": true
    default: false
    }
  }
}

extension String {
  /// Whether a text is written with the same bytes: what equal texts are, all but always, and told
  /// without bringing either into a normal form.
  public func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
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
    return text.withUTF8 { bytes in
      bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
    }
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
