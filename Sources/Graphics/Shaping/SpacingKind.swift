/// How a character stands beside others on a line: where its blank is, and what may come beside it.
enum SpacingKind: UInt8 {
  /// A Chinese character.
  case ideograph
  /// 万 or 亿, which behind a number is part of its unit.
  case myriad
  /// ASCII: part of a number or a Latin word.
  case digit, letter
  /// A sign of an em whose left half is blank: （ “.
  case opening
  /// A sign of an em whose right half is blank: ， ） ”.
  case closing
  /// A sign of punctuation whose ink stands in the middle of its em: ？.
  case middle
  /// Half of a sign of two characters: —— …….
  case doubled
  case blank
  case other

  /// - Parameter scalar: the number of the character.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x4E07, 0x4EBF: self = .myriad
    case 0x4E00...0x9FFF: self = .ideograph
    case 0x20, 0x3000, 0x09: self = .blank
    case 0x30...0x39: self = .digit
    case 0x21...0x7E: self = .letter
    // “ ‘ （ 《 〈 「 『 【 〔 〖 ［ ｛
    case 0x201C, 0x2018, 0xFF08, 0x300A, 0x3008, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0xFF3B,
      0xFF5B:
      self = .opening
    // ” ’ ） 》 〉 」 』 】 〕 〗 ］ ｝ ， 。 、 ； ： ！
    case 0x201D, 0x2019, 0xFF09, 0x300B, 0x3009, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0xFF3D,
      0xFF5D, 0xFF0C, 0x3002, 0x3001, 0xFF1B, 0xFF1A, 0xFF01:
      self = .closing
    case 0xFF1F: self = .middle
    // — … ─
    case 0x2014, 0x2026, 0x2500: self = .doubled
    default: self = .other
    }
  }

  /// Whether it is part of a number or a Latin word, whose parts stand close.
  var isTight: Bool { self == .digit || self == .letter }

  var isIdeograph: Bool { self == .ideograph || self == .myriad }

  /// Whether half an em is blank between it and a sign behind it, and only looks like a hole there.
  func isPaired(with next: SpacingKind) -> Bool {
    switch (self, next) {
    case (.closing, .opening), (.closing, .closing), (.closing, .middle), (.opening, .opening),
      (.middle, .opening):
      true
    default: false
    }
  }
}

extension SetParagraph {
  /// How each of its clusters stands beside others, by the cluster's first character.
  func spacingKinds(in text: [UInt8]) -> [SpacingKind] {
    clusters.map { SpacingKind(scalar(at: $0.bytes.lowerBound, in: text)) }
  }

  /// The paragraph with pairs of signs closed up by nearly half an em, as 标点挤压 has it.
  ///
  /// Signs that the face makes narrower than an em have no blank half.
  ///
  /// - Parameter em: in pango's units.
  func closingPairs(of kinds: [SpacingKind], em: Int) -> SetParagraph {
    let pairs = kinds.indices.dropLast().filter { index in
      kinds[index].isPaired(with: kinds[index + 1]) && clusters[index].advance >= em * 9 / 10
        && clusters[index + 1].advance >= em * 9 / 10
    }
    return pairs.isEmpty ? self : narrowed(at: pairs, by: em * pairSqueeze / 100)
  }
}

/// By how many hundredths of an em a pair is closed up.
///
/// Poppler takes a character that begins half an em within the one before it for the start of a line;
/// gaps of a line lose up to a fiftieth of an em besides.
private let pairSqueeze = 47

/// The number of the character whose UTF-8 starts at a byte.
private func scalar(at byte: Int, in text: [UInt8]) -> UInt32 {
  let first = UInt32(text[byte])
  func next(_ offset: Int) -> UInt32 { UInt32(text[byte + offset] & 0x3F) }
  switch first {
  case 0..<0x80: return first
  case 0xE0..<0xF0: return (first & 0x0F) << 12 | next(1) << 6 | next(2)
  case 0xF0...: return (first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)
  default: return (first & 0x1F) << 6 | next(1)
  }
}
