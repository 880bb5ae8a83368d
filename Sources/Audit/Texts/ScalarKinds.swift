/// What kinds of characters there are, for those who go through a text.
extension UInt32 {
  /// What stands for a part of a text that a figure will take: no reader sees what is written there.
  static let quoted: UInt32 = 0xFFFC

  /// Whether it is this character.
  func `is`(_ scalar: Unicode.Scalar) -> Bool { self == scalar.value }

  var isHan: Bool {
    switch self {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Of the Latin alphabet, in half or full width.
  var isLatin: Bool {
    switch self {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// What a digit counts, in half or full width; nil for anything else.
  var digit: UInt8? {
    switch self {
    case 0x30...0x39: UInt8(truncatingIfNeeded: self &- 0x30)
    case 0xFF10...0xFF19: UInt8(truncatingIfNeeded: self &- 0xFF10)
    default: nil
    }
  }

  var isDigit: Bool { digit != nil }

  /// A blank within a line.
  var isBlank: Bool { self == 0x20 || self == 0x3000 || self == 0x09 || self == 0xA0 }

  var isNewline: Bool { self == 0x0A || self == 0x0D }

  /// What joins groups of digits of one number.
  var isHyphen: Bool {
    switch self {
    case 0x2D, 0xFF0D, 0x2010...0x2013: true
    default: false
    }
  }

  /// What stands between the ends of a span of years.
  var isSpanSign: Bool {
    switch Unicode.Scalar(self) {
    case "—", "~", "～", "至", "到": true
    default: isHyphen
    }
  }

  var isPoint: Bool { self.is(".") || self.is("．") }

  var isComma: Bool { self.is(",") || self.is("，") }

  /// Whether a clause ends there: punctuation, but no quotation mark.
  var endsClause: Bool {
    if self >= 0x4E00 && self <= 0x9FFF { return false }
    switch Unicode.Scalar(self) {
    case "，", "；", "：", "、", ",", ";", ":", "…": return true
    default: return endsSentence
    }
  }

  /// Whether a sentence ends there.
  var endsSentence: Bool {
    switch Unicode.Scalar(self) {
    case "。", "！", "？", "!", "?", "\n", "\r": true
    default: false
    }
  }

  /// Brackets and quotation marks that close.
  var isClosing: Bool {
    switch Unicode.Scalar(self) {
    case "）", ")", "]", "】", "》", "〉", "〕", "」", "』", "”", "’", "\"": true
    default: false
    }
  }

  /// Brackets and quotation marks that open.
  var isOpening: Bool {
    switch Unicode.Scalar(self) {
    case "（", "(", "[", "【", "《", "〈", "〔", "「", "『", "“", "‘": true
    default: false
    }
  }
}
