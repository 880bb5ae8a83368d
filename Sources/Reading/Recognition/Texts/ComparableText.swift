/// A text as two files are taken to say the same: the one place that says which differences of
/// spelling mean nothing.
///
/// Left out are spaces of every width, line breaks and invisible marks. Full-width letters, digits and
/// signs count as the narrow ones; quotation marks, dashes and dots of every shape as one of their
/// kind. Characters of the language itself are never touched.
struct ComparableText: Hashable, Comparable {
  /// What is compared.
  let key: String

  /// Reads a text.
  init(_ text: String) {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !Self.isInvisible(scalar) {
      key.append(Self.plain(scalar))
    }
    self.key = String(key)
  }

  /// Whether nothing can be seen.
  var isEmpty: Bool { key.isEmpty }

  /// Whether it is a whole number in digits: 行次, 栏次, an account code.
  var isDigits: Bool {
    !key.isEmpty && key.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  /// The text without the ordinal before it, as in “一、”, “(二)”, “③”.
  var withoutOrdinal: ComparableText {
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

  static func < (left: Self, right: Self) -> Bool { left.key < right.key }

  private static let ordinals = Set("〇零一二三四五六七八九十百0123456789".unicodeScalars)
  private static let stops = Set("、.,:".unicodeScalars)

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
