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
  /// - Throws: the first fault in it.
  public init(parsing text: String) throws(FormulaFault) {
    var parser = FormulaParser(text)
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
  private var next = 0

  private static let total = "sum"
  private static let percentage = "percent"

  /// Splits by bytes: what parts words is ASCII, and texts are dear to build sign by sign.
  init(_ text: String) {
    let bytes = Array(text.utf8)
    var words: [Word] = []
    var start: (byte: Int, offset: Int)?
    var offset = 0
    func close(before end: Int) {
      guard let first = start else { return }
      let word = String(decoding: bytes[first.byte..<end], as: UTF8.self)
      words.append(Word(text: word, offset: first.offset))
      start = nil
    }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): close(before: index)
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","):
        close(before: index)
        words.append(Word(text: String(UnicodeScalar(byte)), offset: offset))
      default:
        if start == nil { start = (index, offset) }
      }
      // All but the bytes that continue a scalar begin one.
      if byte & 0b1100_0000 != 0b1000_0000 { offset += 1 }
    }
    close(before: bytes.count)
    self.words = words
    end = offset
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
    guard let pattern = CellPattern(parsing: text) else {
      throw FormulaFault(kind: .cell(text), offset: offset)
    }
    next += 1
    return pattern
  }
}

extension CellPattern {
  /// `form!row`, `form!row.column`; nil for anything else.
  fileprivate init?(parsing text: String) {
    let parts = text.split(separator: "!", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    let (rows, column) = Self.parted(parts[1])
    guard let rows = Self.rows(rows), column.map({ !$0.isEmpty && !$0.contains(".") }) ?? true
    else { return nil }
    form = String(parts[0])
    self.rows = rows
    columns = column.map { $0 == "*" ? .each : .id(String($0)) } ?? .only
    self.text = text
  }

  /// Rows, and the column behind the point that is no part of `..`.
  private static func parted(_ text: Substring) -> (rows: Substring, column: Substring?) {
    let start = text.firstRange(of: "..").map(\.upperBound) ?? text.startIndex
    guard let point = text[start...].firstIndex(of: ".") else { return (text, nil) }
    return (text[..<point], text[text.index(after: point)...])
  }

  private static func rows(_ text: Substring) -> Rows? {
    if let range = text.firstRange(of: "..") {
      let (first, last) = (text[..<range.lowerBound], text[range.upperBound...])
      guard !first.isEmpty, !last.isEmpty, !text.contains("*") else { return nil }
      return .range(String(first), String(last))
    }
    if text.hasSuffix("*") {
      let prefix = text.dropLast()
      guard !prefix.contains("*") else { return nil }
      if let group = RowGroup(rawValue: String(prefix)), group != .below {
        return .each(group, prefix: "")
      }
      return .each(.every, prefix: String(prefix))
    }
    guard !text.contains("*") else { return nil }
    return RowGroup(rawValue: String(text)).map { .all($0) } ?? .id(String(text))
  }
}
