/// Why a text is no amount.
public enum AmountFault: Error, Hashable, Sendable {
  case empty
  case notANumber
  /// More decimals than allowed; the count found.
  case tooManyDecimals(Int)
  /// Beyond ``Money/limit``.
  case tooLarge
}

extension Money {
  /// Reads an amount in 元 as people type it.
  ///
  /// `1,234.50`, `￥1234.5`, `－１２３４．５０` (full-width) and surrounding spaces are accepted; commas
  /// must stand where thousands are separated. At most two decimals.
  ///
  /// - Throws: ``AmountFault``, saying what is wrong with the text.
  public init(yuan text: String) throws(AmountFault) { try self.init(text, decimals: 2) }

  /// Reads an amount in 万元 as people type it, written like one in 元, down to the 分: at most six
  /// decimals.
  ///
  /// - Throws: ``AmountFault``, saying what is wrong with the text.
  public init(tenThousandYuan text: String) throws(AmountFault) {
    try self.init(text, decimals: 6)
  }

  /// Reads an amount in a unit that has the given number of decimals down to the 分.
  private init(_ text: String, decimals: Int) throws(AmountFault) {
    let number = try DecimalText(text, keeping: decimals)
    guard number.fraction.count <= decimals else {
      throw .tooManyDecimals(number.fraction.count)
    }
    guard let magnitude = number.units(decimals: decimals), magnitude <= Money.limit.fen else {
      throw .tooLarge
    }
    self.init(fen: number.isNegative ? -magnitude : magnitude)
  }
}

/// A decimal number taken apart: sign, digits before and after the point.
struct DecimalText {
  let isNegative: Bool
  /// Whether a plus or minus stands before it.
  let isSigned: Bool
  let hasCurrency: Bool
  let whole: String
  /// Digits after the point, trailing zeros beyond the decimals to keep dropped.
  let fraction: String

  init(_ text: String, keeping decimals: Int) throws(AmountFault) {
    var rest = Substring(normalised(text))
    guard !rest.isEmpty else { throw .empty }
    var sign: Character?
    var hasCurrency = false
    // The currency sign and the minus come in either order, each once at most: ￥-5, -￥5.
    while let first = rest.first {
      if sign == nil, first == "-" || first == "+" {
        sign = first
      } else if !hasCurrency, first == "¥" {
        hasCurrency = true
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let head = parts.first else { throw .notANumber }
    whole = try digitsWithoutSeparators(head)
    let tail = parts.count == 2 ? parts[1] : ""
    guard tail.allSatisfy(isDigit), parts.count == 1 || !tail.isEmpty else { throw .notANumber }
    var significant = tail
    while significant.count > decimals, significant.last == "0" {
      significant = significant.dropLast()
    }
    fraction = String(significant)
    isNegative = sign == "-"
    isSigned = sign != nil
    self.hasCurrency = hasCurrency
  }

  /// The number without its sign, in units of its last decimal of the given count; nil where it has
  /// more decimals, or is too large.
  func units(decimals: Int) -> Int64? {
    guard fraction.count <= decimals else { return nil }
    return Int64(whole + fraction + String(repeating: "0", count: decimals - fraction.count))
  }
}

/// Whether the character is one digit and nothing else: a range of characters would also take
/// digits with combining marks.
private func isDigit(_ character: Character) -> Bool {
  character.isASCII && character.isWholeNumber
}

/// The text in half-width characters, without spaces around it.
private func normalised(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    // Full-width ASCII: U+FF01…U+FF5E stand 0xFEE0 above their half-width twins.
    case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0xFFE5: result.append("¥")
    case 0x2212, 0x2010, 0x2011, 0x2013: result.append("-")
    case 0x3000, 0x00A0, 0x20, 0x09: result.append(" ")
    default: result.append(scalar)
    }
  }
  return String(result).trimmingSpaces()
}

/// The digits of the part before the point; commas must separate groups of three.
private func digitsWithoutSeparators(_ text: Substring) throws(AmountFault) -> String {
  let groups = text.split(separator: ",", omittingEmptySubsequences: false)
  guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }), let first = groups.first
  else {
    throw .notANumber
  }
  if groups.count > 1 {
    guard first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
      throw .notANumber
    }
  }
  let digits = groups.joined()
  let significant = digits.drop { $0 == "0" }
  return significant.isEmpty ? "0" : String(significant)
}

extension String {
  /// The text without the spaces at its ends.
  fileprivate func trimmingSpaces() -> String {
    var rest = Substring(self)
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
