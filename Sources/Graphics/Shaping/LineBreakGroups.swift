/// What a line break must not take apart in Chinese text, beyond what UAX #14 says.
///
/// UAX #14 keeps signs and numbers together, but has no counsel where a stretch without any place to
/// break (a web address, a row of short quotations) is wider than the line. These groups say what
/// stays whole even there, unless it is itself wider than the line. They also mend what the standard
/// leaves to the language: quotation marks, whose two sides it cannot tell apart, and full-width
/// digits.
///
/// The rules are those of GB/T 15834-2011 §5.1 and https://www.w3.org/TR/clreq/#line_breaking_rules.
struct LineBreakGroups {
  /// A number, a row of — or of …: bytes of the text, in order.
  private var cores: [Range<Int>] = []
  /// Cores and single characters with the signs that belong to them; together they make up the text.
  private var signed: [Range<Int>] = []
  /// The same with whole words for single letters.
  private var words: [Range<Int>] = []
  /// Where a quotation begins or ends between Chinese characters.
  private var quotationEdges: Set<Int> = []

  init(_ text: String) {
    var scanner = GroupScanner(text)
    while let group = scanner.next() {
      signed.append(group.bytes)
      cores += group.cores
      if group.continuesWord, let last = words.last {
        words[words.count - 1] = last.lowerBound..<group.bytes.upperBound
      } else {
        words.append(group.bytes)
      }
      if group.isQuotationEdge { quotationEdges.insert(group.bytes.lowerBound) }
    }
  }

  /// Whether a line may end before the byte though UAX #14 says no.
  func mayBreak(before byte: Int) -> Bool { quotationEdges.contains(byte) }

  /// What a break before the byte would take apart, the largest first.
  func taken(apartBefore byte: Int) -> [Range<Int>] {
    [words, signed, cores].compactMap { groups in
      // The first group that ends behind the byte is the only one that can hold it.
      var (low, high) = (0, groups.count)
      while low < high {
        let middle = (low + high) / 2
        if groups[middle].upperBound <= byte { low = middle + 1 } else { high = middle }
      }
      guard low < groups.count, groups[low].lowerBound < byte else { return nil }
      return groups[low]
    }
  }
}

/// A group as it is found.
private struct Group {
  let bytes: Range<Int>
  let cores: [Range<Int>]
  /// Whether a letter or digit stands on both sides of its start.
  let continuesWord: Bool
  let isQuotationEdge: Bool
}

/// Takes a text apart from start to end: opening signs, core, closing signs, and again.
private struct GroupScanner {
  private let characters: [(sign: Character, kind: CharacterKind, start: Int)]
  private let end: Int
  private var index = 0

  init(_ text: String) {
    var offset = 0
    characters = text.map { character in
      defer { offset += character.utf8.count }
      return (character, CharacterKind(character), offset)
    }
    end = offset
  }

  mutating func next() -> Group? {
    guard index < characters.count else { return nil }
    let first = index
    while kind == .opening || kind == .openingQuote || isSignOfNumber { index += 1 }
    var cores: [Range<Int>] = []
    let isLineEnd = kind == .lineEnd
    if let core = core() { cores.append(core) }
    // …… clings to what it leaves unsaid, and is whole itself.
    while !isLineEnd, kind == .closing || kind == .closingQuote || kind == .ellipsis {
      if let core = core() { cores.append(core) } else { index += 1 }
    }
    return Group(
      bytes: characters[first].start..<offset, cores: cores,
      continuesWord: isWord(kind(at: first)) && isWord(kind(at: first - 1)),
      isQuotationEdge: isQuotationEdge(first))
  }

  /// Goes behind what stands between the signs; nil where it is a single character or nothing.
  private mutating func core() -> Range<Int>? {
    let start = offset
    switch kind {
    case .dash: while kind == .dash { index += 1 }
    case .ellipsis: while kind == .ellipsis { index += 1 }
    case .digit: while isInNumber { index += 1 }
    case .letter, .wide, .other, .lineEnd, .numberSign:
      index += 1
      return nil
    case .opening, .openingQuote, .closing, .closingQuote, nil: return nil
    }
    return start..<offset
  }

  /// Whether the character goes on with a number: a digit, or a sign between two digits.
  private var isInNumber: Bool {
    if kind == .digit { return true }
    return index < characters.count && numberSeparators.contains(characters[index].sign)
      && kind(at: index - 1) == .digit && kind(at: index + 1) == .digit
  }

  private var isSignOfNumber: Bool { kind == .numberSign && kind(at: index + 1) == .digit }

  /// Whether a quotation begins or ends before the character, and none of its sides is Latin.
  private func isQuotationEdge(_ index: Int) -> Bool {
    guard let before = kind(at: index - 1), let after = kind(at: index) else { return false }
    return after == .openingQuote && before.isChinese || before == .closingQuote && after.isChinese
  }

  private func isWord(_ kind: CharacterKind?) -> Bool { kind == .letter || kind == .digit }
  private var kind: CharacterKind? { kind(at: index) }
  private var offset: Int { index < characters.count ? characters[index].start : end }

  private func kind(at index: Int) -> CharacterKind? {
    characters.indices.contains(index) ? characters[index].kind : nil
  }
}

/// How a character behaves at the end of a line.
private enum CharacterKind {
  case opening, openingQuote, closing, closingQuote, dash, ellipsis
  case digit, letter, numberSign, wide, lineEnd, other

  init(_ character: Character) {
    let scalars = character.unicodeScalars
    let value = scalars.first?.value ?? 0
    // Most of a Chinese text; comparing characters with signs takes far longer than this.
    if ideographs.contains(value) {
      self = .wide
    } else if let kind = kinds[value], scalars.dropFirst().isEmpty {
      self = kind
    } else {
      self.init(compared: character)
    }
  }

  /// By comparing the character with all signs.
  fileprivate init(compared character: Character) {
    let value = character.unicodeScalars.first?.value ?? 0
    self =
      switch character {
      case "“", "‘": .openingQuote
      case "”", "’": .closingQuote
      case "—", "―": .dash
      case "…", "⋯": .ellipsis
      case "0"..."9", "０"..."９": .digit
      case "A"..."Z", "a"..."z": .letter
      case _ where openingSigns.contains(character): .opening
      case _ where closingSigns.contains(character): .closing
      case _ where numberSigns.contains(character): .numberSign
      case _ where character.isNewline: .lineEnd
      // Chinese characters and full-width forms.
      case _ where (0x2E80...0xFFEF).contains(value) || value >= 0x20000: .wide
      default: .other
      }
  }

  /// Whether Chinese goes on beside it.
  var isChinese: Bool {
    switch self {
    case .wide, .opening, .openingQuote, .closing, .closingQuote, .dash, .ellipsis: true
    default: false
    }
  }
}

/// The block of CJK Unified Ideographs; none of them is a sign.
private let ideographs: ClosedRange<UInt32> = 0x4E00...0x9FFF

/// The kinds of ASCII and of Chinese punctuation, by their numbers.
private let kinds: [UInt32: CharacterKind] = {
  let signs: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x2010...0x2027, 0x3000...0x3020, 0xFF01...0xFF5E,
  ]
  return Dictionary(
    uniqueKeysWithValues: signs.joined().compactMap { Unicode.Scalar($0) }.map { sign in
      (sign.value, CharacterKind(compared: Character(sign)))
    })
}()

private let openingSigns = Set("（《〈「『【〔［｛〖([{")
private let closingSigns = Set("，。、；：？！）》〉」』】〕］｝〗·～％‰℃°′″,.;:?!)]}%")
/// Signs that belong to the number behind them.
private let numberSigns = Set("-−+±￥¥$＄€£#№")
/// Signs that stand inside numbers, dates and times.
private let numberSeparators = Set(",.:/-．")
