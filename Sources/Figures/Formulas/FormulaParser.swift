internal import Domain

/// What is wrong with a formula, and where.
public struct FormulaFault: Error, Hashable, Sendable {
  /// What kinds there are.
  public enum Kind: Hashable, Sendable {
    /// There is no relation, or more than one.
    case relations(Int)
    /// Something else was to stand here.
    case unexpected(String, expected: String)
    /// A cell that is not written as `form!row.column`.
    case cell(String)
    /// A bracket that is never closed.
    case open
  }

  /// What is wrong.
  public let kind: Kind
  /// Where, in Unicode scalars from the formula's first, from 0.
  public let offset: Int
}

extension Formula {
  /// Reads a formula.
  ///
  /// - Parameter records: the lists of records that its rows may stand for.
  /// - Throws: the first fault in it.
  public init(parsing text: String, records: [String] = []) throws(FormulaFault) {
    var parser = FormulaParser(text, records: records)
    self = try parser.formula()
  }
}

/// Reads formulas: words apart by spaces, brackets, and nothing that needs looking ahead.
private struct FormulaParser {
  private struct Word {
    let text: String
    let offset: Int
    /// The relation that it stands for; nil for any other word.
    let relation: Formula.Relation?

    init(text: String, offset: Int) {
      self.text = text
      self.offset = offset
      relation = text.utf8.count > Word.longestSign ? nil : Word.relation(text)
    }

    /// Whether it is a sign of the grammar; other words are longer, mostly, and dear to compare.
    func isSign(_ sign: String) -> Bool { text.utf8.count == sign.utf8.count && text == sign }

    private static let longestSign = 3

    private static func relation(_ text: String) -> Formula.Relation? {
      switch text {
      case "=": .equal
      case "≠", "!=": .unequal
      case "≤", "<=": .atMost
      case "≥", ">=": .atLeast
      case "<": .less
      case ">": .greater
      default: nil
      }
    }
  }

  private let words: [Word]
  private let end: Int
  private let records: [String]
  private var next = 0

  private static let total = "sum"
  private static let percentage = "percent"
  /// Room for as many words as most formulas have.
  private static let usualWords = 8

  /// Splits by bytes: what parts words is ASCII, and texts are dear to build sign by sign.
  init(_ text: String, records: [String]) {
    self.records = records
    var text = text
    var words: [Word] = []
    words.reserveCapacity(Self.usualWords)
    end = text.withUTF8 { bytes in
      var (index, offset) = (0, 0)
      while index < bytes.count {
        let (start, startOffset) = (index, offset)
        repeat {
          // All but the bytes that continue a scalar begin one.
          if bytes[index] & 0b1100_0000 != 0b1000_0000 { offset += 1 }
          index += 1
        } while index < bytes.count && !bytes[start].standsAlone && !bytes[index].standsAlone
        if bytes[start].isBlank { continue }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        words.append(Word(text: word, offset: startOffset))
      }
      return offset
    }
    self.words = words
  }

  private var word: String? { next < words.count ? words[next].text : nil }

  private mutating func take(_ text: String) -> Bool {
    guard next < words.count, words[next].isSign(text) else { return false }
    next += 1
    return true
  }

  private func unexpected(_ expected: String) -> FormulaFault {
    FormulaFault(
      kind: .unexpected(word ?? "", expected: expected),
      offset: next < words.count ? words[next].offset : end)
  }

  mutating func formula() throws(FormulaFault) -> Formula {
    let count = words.count { $0.relation != nil }
    guard count == 1 else { throw FormulaFault(kind: .relations(count), offset: 0) }
    let left = try side()
    guard let relation = next < words.count ? words[next].relation : nil else {
      throw unexpected("“+”“-”或比较符号")
    }
    next += 1
    let right = try side()
    guard word == nil else { throw unexpected("公式到此结束") }
    return Formula(left: left, relation: relation, right: right)
  }

  private mutating func side() throws(FormulaFault) -> FormulaTerm {
    var term = try factor()
    while true {
      if take("+") {
        let added = try factor()
        if case .sum(let parts) = term {
          term = .sum(parts + [added])
        } else {
          term = .sum([term, added])
        }
      } else if take("-") || take("−") {
        term = .difference(term, try factor())
      } else {
        return term
      }
    }
  }

  private mutating func factor() throws(FormulaFault) -> FormulaTerm {
    guard next < words.count, words[next].relation == nil,
      !words[next].isSign(")"), !words[next].isSign(",")
    else { throw unexpected("单元格、数量或数") }
    let (text, start) = (words[next].text, words[next].offset)
    let isOpening = words[next].isSign("(")
    next += 1
    if isOpening {
      let inner = try side()
      try close(from: start)
      return inner
    }
    if words[next - 1].isSign(Self.total), take("(") {
      let pattern = try cell()
      try close(from: start)
      return .total(pattern)
    }
    if words[next - 1].isSign(Self.percentage), take("(") {
      let part = try side()
      guard take(",") else { throw unexpected("“,”") }
      let whole = try side()
      try close(from: start)
      return .percentage(part, whole)
    }
    if text.utf8.contains(UInt8(ascii: "!")) {
      next -= 1
      return .cell(try cell())
    }
    guard text.unicodeScalars.first.map({ ("0"..."9").contains($0) }) == true else {
      return .name(text)
    }
    if take("×") {
      guard let times = Int64(text) else {
        next -= 2
        throw unexpected("“×”前是整数")
      }
      return .multiple(times, try factor())
    }
    guard let constant = Self.constant(text) else {
      next -= 1
      throw unexpected("数，或带“元”“万元”的金额")
    }
    return .constant(constant.isZero ? nil : constant)
  }

  private mutating func close(from start: Int) throws(FormulaFault) {
    guard take(")") else { throw FormulaFault(kind: .open, offset: start) }
  }

  /// `100`, `0.5`, `100元`, `0.01万元`.
  private static func constant(_ text: String) -> FigureValue? {
    for unit in [MoneyUnit.tenThousand, .yuan] where text.hasSuffix(unit.rawValue) {
      guard let number = FixedDecimal(printed: text.dropLast(unit.rawValue.count)),
        number.decimals <= unit.shift
      else { return nil }
      return .money(Money(fen: number.units * powerOfTen(unit.shift - number.decimals)))
    }
    guard let number = FixedDecimal(printed: text) else { return nil }
    return number.decimals == 0 ? .count(number.units) : .decimal(number)
  }

  private mutating func cell() throws(FormulaFault) -> CellPattern {
    guard next < words.count else { throw unexpected("单元格") }
    let (text, offset) = (words[next].text, words[next].offset)
    guard let pattern = CellPattern(parsing: text, records: records) else {
      throw FormulaFault(kind: .cell(text), offset: offset)
    }
    next += 1
    return pattern
  }
}

extension UInt8 {
  /// Whether it parts words.
  fileprivate var isBlank: Bool {
    switch self {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): true
    default: false
    }
  }

  /// Whether it is no part of a longer word: a blank, a bracket or a comma.
  fileprivate var standsAlone: Bool {
    switch self {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","): true
    default: isBlank
    }
  }
}
