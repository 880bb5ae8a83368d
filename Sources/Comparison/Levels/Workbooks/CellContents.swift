internal import Readings

extension CellReading {
  /// Whether the cell says nothing: it is there for its looks.
  var isEmpty: Bool {
    if formula != nil { return false }
    return switch value {
    case .blank: true
    case .text(let text): text.isEmpty
    default: false
    }
  }

  /// Whether it is no text: figures, dates, truths, errors and formulas.
  var isValue: Bool {
    if formula != nil { return true }
    return switch value {
    case .blank, .text: false
    default: true
    }
  }

  /// The text, where it is one that says something.
  var plainText: String? {
    guard formula == nil, case .text(let text) = value, !text.isEmpty else { return nil }
    return text
  }

  /// Whether two cells say the same; looks and places play no part.
  func saysTheSame(as other: CellReading) -> Bool {
    guard formula == nil, other.formula == nil else {
      return sameValue(other) && relativeFormula == other.relativeFormula
    }
    return sameValue(other)
  }

  private func sameValue(_ other: CellReading) -> Bool {
    switch (value, other.value) {
    case (.number(let a), .number(let b)), (.date(let a), .date(let b)):
      a == b || plainNumber(a) == plainNumber(b)
    case (.text(let text), .blank), (.blank, .text(let text)): text.isEmpty
    default: value == other.value
    }
  }

  /// Feeds what ``saysTheSame(as:)`` looks at, but for the formula.
  func hashContent(into hasher: inout Hasher) {
    switch value {
    case .blank: hasher.combine(0)
    case .number(let text):
      hasher.combine(1)
      hasher.combine(plainNumber(text))
    case .text(let text): hasher.combine(text)
    case .boolean(let truth): hasher.combine(truth)
    case .error(let name): hasher.combine(name)
    case .date(let serial):
      hasher.combine(2)
      hasher.combine(plainNumber(serial))
    }
  }

  /// The formula with its references as distances from this cell, so that it is the same formula
  /// wherever a row or column was inserted.
  private var relativeFormula: String? {
    formula.map { RelativeFormula.text(of: $0.text, row: row, column: column) }
  }
}

/// The shortest spelling of a number, so that `29.30` and `29.300000000000001` are one.
///
/// Programs write the nearest binary fraction in up to 17 digits; short plain spellings are nearly
/// all there are and need no second look.
func plainNumber(_ text: String) -> String {
  let bytes = text.utf8
  if bytes.count <= 15 {
    var hasPoint = false
    var isPlain = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): continue
      case UInt8(ascii: "."): hasPoint = true
      default: isPlain = false
      }
    }
    let endsInZero =
      hasPoint && (bytes.last == UInt8(ascii: "0") || bytes.last == UInt8(ascii: "."))
    if isPlain, !endsInZero, bytes.first != UInt8(ascii: "-") || text != "-0" { return text }
  }
  guard let number = Double(text), number.isFinite else { return text }
  if number.magnitude < 1e15, number == number.rounded() { return String(Int64(number)) }
  return String(number)
}

/// Spells the references of a formula as distances.
enum RelativeFormula {
  /// The formula of a cell at a row and column, from 0, with `R[-1]C[0]` for relative references.
  static func text(of formula: String, row: Int, column: Int) -> String {
    var result = ""
    var rest = formula[...]
    var isQuoted = false
    while let first = rest.first {
      // Inside quotation marks stand texts and names of sheets.
      if first == "\"" || first == "'" { isQuoted.toggle() }
      let isStart = result.last.map { !($0.isLetter || $0.isNumber || "_.$".contains($0)) } ?? true
      if !isQuoted, isStart, let match = rest.prefixMatch(of: /(\$?)([A-Z]{1,3})(\$?)([0-9]{1,7})/)
      {
        let after = rest[match.range.upperBound...].first
        if after.map({ !($0.isLetter || $0.isNumber || "_(!.".contains($0)) }) ?? true {
          let target = columnNumber(match.2)
          let line = (Int(match.4) ?? 0) - 1
          result += match.3.isEmpty ? "R[\(line - row)]" : "R\(line)"
          result += match.1.isEmpty ? "C[\(target - column)]" : "C\(target)"
          rest = rest[match.range.upperBound...]
          continue
        }
      }
      result.append(first)
      rest = rest.dropFirst()
    }
    return result
  }

  private static func columnNumber(_ letters: Substring) -> Int {
    letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}
