/// A text as two files are taken to say the same: the one place that says which differences of
/// spelling mean nothing.
///
/// Left out are spaces of every width, line breaks and invisible marks. Full-width letters, digits and
/// signs count as the narrow ones; quotation marks, dashes and dots of every shape as one of their
/// kind. Characters of the language itself are never touched.
public struct ComparableText: Hashable, Comparable, Sendable {
  /// What is compared.
  public let key: String
  /// Whether it has nothing but characters that can be written in one way only, so that texts are the
  /// same where their bytes are: to put others into their common form takes twenty times as long.
  private let isUnambiguous: Bool

  /// Reads a text.
  public init(_ text: String) {
    var text = text
    if text.withUTF8(Self.isKept) {
      (key, isUnambiguous) = (text, true)
      return
    }
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if Self.isKept(scalar) {
        key.append(scalar)
      } else if "\u{FF01}"..."\u{FF5E}" ~= scalar || !Self.isInvisible(scalar) {
        key.append(Self.plain(scalar))
      }
    }
    var result = String(key)
    isUnambiguous = result.withUTF8(Self.isKept)
    self.key = result
  }

  /// Whether two texts are the same.
  public static func == (left: Self, right: Self) -> Bool {
    guard left.isUnambiguous, right.isUnambiguous else { return left.key == right.key }
    guard left.key.utf8.count == right.key.utf8.count else { return false }
    return left.withBytes { own in
      right.withBytes { others in own.indices.allSatisfy { own[$0] == others[$0] } }
    }
  }

  /// Feeds a hasher with the text in its common form, as texts themselves do.
  public func hash(into hasher: inout Hasher) {
    guard isUnambiguous else { return key.hash(into: &hasher) }
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(0xFF as UInt8)
  }

  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var key = key
    return key.withUTF8(body)
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
    if isUnambiguous, rest.first.map({ $0 != "(" && !Self.isOrdinal($0) }) ?? true { return self }
    if let first = rest.first, "①"..."⑳" ~= first { rest = rest.dropFirst() }
    let isOpen = rest.first == "("
    if isOpen { rest = rest.dropFirst() }
    let number = rest.prefix(while: Self.isOrdinal)
    let after = rest.dropFirst(number.count)
    guard !number.isEmpty, let end = after.first, isOpen ? end == ")" : Self.isStop(end)
    else { return ComparableText(String(isOpen ? key.unicodeScalars[...] : rest)) }
    return ComparableText(String(after.dropFirst().drop(while: Self.isStop)))
  }

  /// Whether another text is part of it, byte by byte: a search by characters takes fifty times as
  /// long.
  public func contains(_ other: ComparableText) -> Bool {
    guard other.key.utf8.count <= key.utf8.count else { return false }
    return withBytes { whole in other.withBytes { Self.isPart($0, of: whole) } }
  }

  private static func isPart(
    _ part: UnsafeBufferPointer<UInt8>, of whole: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = part.first else { return true }
    for start in 0...(whole.count - part.count) where whole[start] == first {
      if part.indices.allSatisfy({ whole[start + $0] == part[$0] }) { return true }
    }
    return false
  }

  /// Orders by what is compared.
  public static func < (left: Self, right: Self) -> Bool { left.key < right.key }

  private static func isOrdinal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "〇", "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百": true
    default: false
    }
  }

  private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", ".", ",", ":": true
    default: false
    }
  }

  /// Whether it is a Chinese character, one of their two stops, or visible ASCII but for the quotation
  /// mark: nearly all of a text, for which nothing need be looked up.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{4E00}"..."\u{9FFF}", "!"..."&", "("..."~", "、", "。": true
    default: false
    }
  }

  /// The same of all characters of a text.
  private static func isKept(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 0x21...0x26, 0x28...0x7E: index += 1
      case 0xE5...0xE9: index += 3
      case 0xE4 where bytes[index + 1] >= 0xB8: index += 3
      case 0xE3 where bytes[index + 1] == 0x80 && 0x81...0x82 ~= bytes[index + 2]: index += 3
      default: return false
      }
    }
    return true
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
