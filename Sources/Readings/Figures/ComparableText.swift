/// A text as two files are taken to say the same: the one place that says which differences of
/// spelling mean nothing.
///
/// Left out are spaces of every width, line breaks and invisible marks. Full-width letters, digits and
/// signs count as the narrow ones; quotation marks, dashes and dots of every shape as one of their
/// kind. Characters of the language itself are never touched.
public struct ComparableText: Hashable, Comparable, Sendable {
  /// What is compared.
  public let key: String

  /// Reads a text.
  public init(_ text: String) {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if Self.isPlain(scalar) {
        key.append(scalar)
      } else if !Self.isInvisible(scalar) {
        key.append(Self.plain(scalar))
      }
    }
    self.key = String(key)
  }

  /// Whether nothing can be seen.
  public var isEmpty: Bool { key.isEmpty }

  /// Whether it is a whole number in digits: 行次, 栏次, an account code.
  public var isDigits: Bool {
    !key.isEmpty && key.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// The text without the ordinal before it, as in “一、”, “(二)”, “③”.
  public var withoutOrdinal: ComparableText {
    var rest = key.unicodeScalars[...]
    if let first = rest.first, "①"..."⑳" ~= first { rest = rest.dropFirst() }
    let isOpen = rest.first == "("
    if isOpen { rest = rest.dropFirst() }
    let number = rest.prefix { Self.ordinals.contains($0) }
    let after = rest.dropFirst(number.count)
    guard !number.isEmpty, let end = after.first, isOpen ? end == ")" : Self.stops.contains(end)
    else { return ComparableText(String(isOpen ? key.unicodeScalars[...] : rest)) }
    return ComparableText(String(after.dropFirst().drop { Self.stops.contains($0) }))
  }

  /// Whether another text is part of it, byte by byte: a search by characters takes fifty times as
  /// long.
  public func contains(_ other: ComparableText) -> Bool {
    let part = other.key.utf8
    guard let first = part.first else { return true }
    var rest = key.utf8[...]
    while rest.count >= part.count, let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Orders by what is compared.
  public static func < (left: Self, right: Self) -> Bool { left.key < right.key }

  private static let ordinals = Set("〇零一二三四五六七八九十百0123456789".unicodeScalars)
  private static let stops = Set("、.,:".unicodeScalars)

  /// Whether it is a Chinese character, a digit or a Latin letter: nearly all of a text, for which
  /// nothing need be looked up.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{4E00}"..."\u{9FFF}", "0"..."9", "A"..."Z", "a"..."z": true
    default: false
    }
  }

  /// White space, and marks that take no room: joiners, directions, the byte order mark.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
      || scalar.properties.generalCategory == .control
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    // The full-width forms of ASCII stand in its order (Unicode, block FF00–FFEF).
    case "\u{FF01}"..."\u{FF5E}": Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case "“", "”", "‘", "’", "'", "「", "」", "『", "』", "＂": "\""
    case "\u{2010}"..."\u{2015}", "\u{2212}", "─", "━", "﹣", "ー": "-"
    case "〔", "【", "﹙": "("
    case "〕", "】", "﹚": ")"
    case "·", "•", "・", "‧": "·"
    case "，": ","
    default: scalar
    }
  }
}
