/// What a cell says, or the beginning of a line: a code, digits that are none, or text.
enum WrittenCell: Equatable {
  /// 3, 5 or 7 digits, with what stands behind them.
  case code(String, rest: String)
  /// Digits in another number, or what a program made of a code (`2.01E+06`).
  case digits(String, rest: String)
  /// A code with letters that look like digits, and the code that is meant.
  case lookalike(String, meant: String, rest: String)
  case text(String)

  /// The digits that codes have.
  static let lengths = [3, 5, 7]

  init(_ raw: String) {
    let text = Array(Self.withoutMarks(raw.map(Self.halfWidth)))
    self = Self.written(text) ?? .text(trimmed(raw))
  }

  /// What stands behind the code or digits; empty for a text.
  var rest: String {
    switch self {
    case .code(_, let rest), .digits(_, let rest), .lookalike(_, _, let rest): rest
    case .text: ""
    }
  }

  /// Whether it is one or two digits and nothing else, or with a name behind them.
  var part: (digits: String, rest: String)? {
    guard case .digits(let digits, let rest) = self, digits.count <= 2,
      digits.allSatisfy(\.isASCIIDigit)
    else { return nil }
    return (digits.count == 1 ? "0" + digits : digits, rest)
  }
}

// MARK: - Digits

extension WrittenCell {
  private static func written(_ text: [Character]) -> WrittenCell? {
    if let number = scientific(text) { return .digits(number, rest: "") }
    let run = text.prefix { $0.isASCIIDigit || lookalikes[$0] != nil }
    let digits = run.filter(\.isASCIIDigit)
    guard !digits.isEmpty else { return nil }
    if run.count > digits.count, lengths.contains(run.count), digits.count * 2 > run.count {
      let rest = Array(text.dropFirst(run.count))
      if rest.first.map({ !($0.isASCII && $0.isLetter) }) ?? true {
        let meant = String(run.map { lookalikes[$0] ?? $0 })
        return .lookalike(String(run), meant: meant, rest: behind(rest))
      }
    }
    return plain(text)
  }

  private static func plain(_ text: [Character]) -> WrittenCell? {
    guard text.first?.isASCIIDigit == true else { return nil }
    var (code, end) = digits(at: 0, of: text)
    if let whole = grouped(text) {
      (code, end) = whole
    } else if let zeros = zeros(at: end, of: text) {
      end = zeros
    } else {
      while [3, 5].contains(code.count), let next = part(at: end, of: text) {
        code += next.digits
        end = next.end
      }
    }
    let after = Array(text[end...])
    if isQuantity(code, after) { return nil }
    let rest = behind(after)
    guard lengths.contains(code.count) else { return .digits(code, rest: rest) }
    return .code(withoutEmptyLevels(code), rest: rest)
  }

  private static func digits(at start: Int, of text: [Character]) -> (String, Int) {
    let run = text[start...].prefix(while: \.isASCIIDigit)
    return (String(run), run.endIndex)
  }

  /// Two digits behind a dot, a stroke or a blank: `201 01 02`, `201.01.02`.
  private static func part(at start: Int, of text: [Character]) -> (digits: String, end: Int)? {
    guard start < text.count, " .·-–‐".contains(text[start]) else { return nil }
    let (digits, end) = digits(at: start + 1, of: text)
    guard digits.count == 2, !isQuantity(digits, Array(text[end...])) else { return nil }
    return (digits, end)
  }

  /// The end of what a program makes of a whole number: `20101.0`.
  private static func zeros(at start: Int, of text: [Character]) -> Int? {
    guard start < text.count, text[start] == "." else { return nil }
    let run = text[(start + 1)...].prefix { $0 == "0" }
    let isWhole = !run.isEmpty && (run.endIndex == text.count || !text[run.endIndex].isASCIIDigit)
    return isWhole ? run.endIndex : nil
  }

  /// A number with commas between thousands: `2,010,102`.
  private static func grouped(_ text: [Character]) -> (String, Int)? {
    var (code, end) = digits(at: 0, of: text)
    guard code.count < 4 else { return nil }
    while end < text.count, text[end] == "," {
      let (next, after) = digits(at: end + 1, of: text)
      guard next.count == 3 else { break }
      code += next
      end = after
    }
    return end > code.count && lengths.contains(code.count) ? (code, end) : nil
  }

  /// A number as a program shows one that is too wide: `2.01E+06`.
  private static func scientific(_ text: [Character]) -> String? {
    let run = text.prefix { $0.isASCIIDigit || ".eE+".contains($0) }
    guard run.contains(where: { "eE".contains($0) }), run.contains("+"), run.count > 4 else {
      return nil
    }
    return String(run)
  }

  /// A code that is filled up with zeros (`2010000`) without them.
  private static func withoutEmptyLevels(_ code: String) -> String {
    var code = code
    while code.count > 3, code.hasSuffix("00") { code.removeLast(2) }
    return code
  }

  /// Whether digits count or date something: `2024年`, `201 个`.
  private static func isQuantity(_ digits: String, _ after: [Character]) -> Bool {
    let next = String(after.drop { isBlank($0) }.prefix(2))
    if ["元", "个", "页", "%", "号", "条", "万元"].contains(where: next.hasPrefix) { return true }
    return !lengths.contains(digits.count) && ["年", "月", "日"].contains(where: next.hasPrefix)
  }
}

// MARK: - Around the digits

extension WrittenCell {
  /// What stands behind a code, without what divides the two.
  private static func behind(_ text: [Character]) -> String {
    var rest = text[...]
    // `201类 一般公共服务支出`.
    if let first = rest.first, ["类", "款", "项"].contains(String(first)),
      rest.dropFirst().first.map(isBlank) ?? true
    {
      rest = rest.dropFirst()
    }
    rest = rest.drop { isBlank($0) || dividers.contains($0) }
    return trimmed(String(rest))
  }

  /// A text without stars, bullets and a running number in front of it.
  private static func withoutMarks(_ text: [Character]) -> ArraySlice<Character> {
    var rest = text.drop { isBlank($0) || marks.contains($0) }
    let number = rest.prefix(while: \.isASCIIDigit)
    let after = rest.dropFirst(number.count)
    if (1...4).contains(number.count), let divider = after.first, "、)）.".contains(divider) {
      let behind = after.dropFirst().drop { isBlank($0) }
      let isApart = divider != "." || behind.count < after.count - 1
      let (code, _) = digits(at: 0, of: Array(behind))
      if isApart, lengths.contains(code.count) { rest = behind }
    }
    return rest
  }

  /// A character of ASCII in half width, a blank of any width as a blank; others as they are.
  private static func halfWidth(_ character: Character) -> Character {
    if character != "\n", isBlank(character) { return " " }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
      ("０"..."９").contains(scalar) || "．－，：".unicodeScalars.contains(scalar),
      let half = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(half)
  }

  private static let marks: Set<Character> = Set("|★☆●○■□◆◇▲△▼▽※•·*＊✓√►▶→#-–—'‘\"“")
  private static let dividers: Set<Character> = Set("-–—―─_:|/.,、，·)）]】>'’\"”")
  private static let lookalikes: [Character: Character] = [
    "O": "0", "o": "0", "〇": "0", "О": "0", "о": "0", "Ｏ": "0", "ｏ": "0", "Q": "0",
    "l": "1", "I": "1", "ｌ": "1", "Ｉ": "1", "i": "1", "B": "8", "S": "5", "Z": "2",
  ]
}

extension Character {
  /// Whether it is one of 0 to 9.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
