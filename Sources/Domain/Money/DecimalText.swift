/// A decimal number taken apart: sign, digits before and after the point.
struct DecimalText {
  let isNegative: Bool
  /// Whether a plus or minus stands before it, or parentheses around it.
  let isSigned: Bool
  let hasCurrency: Bool
  let whole: String
  /// Digits after the point, trailing zeros beyond the decimals to keep dropped.
  let fraction: String

  init(_ text: String, keeping decimals: Int) throws(AmountFault) {
    var rest = Substring(normalised(text))
    guard !rest.isEmpty else { throw .empty }
    let marks = try AccountingMarks(takenOff: &rest)
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let head = parts.first else { throw .notANumber }
    let start = head.prefix { $0 != "," }
    guard start.count <= 3 || start.count == head.count else { throw .notANumber }
    let tail = parts.count == 2 ? parts[1] : ""
    // `.08`, as spreadsheet programs show it by the format `#.00`.
    let digits = head.isEmpty && !tail.isEmpty ? "" : try wholeDigits(head).drop { $0 == "0" }
    whole = digits.isEmpty ? "0" : String(digits)
    guard tail.allSatisfy(isDigit), parts.count == 1 || !tail.isEmpty else { throw .notANumber }
    var significant = tail
    while significant.count > decimals, significant.last == "0" {
      significant = significant.dropLast()
    }
    fraction = String(significant)
    isNegative = marks.isNegative
    isSigned = marks.isSigned
    hasCurrency = marks.hasCurrency
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
func normalised(_ text: String) -> String {
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

/// The digits of the part before the point; behind each comma three must stand.
private func wholeDigits(_ text: Substring) throws(AmountFault) -> String {
  let groups = text.split(separator: ",", omittingEmptySubsequences: false)
  guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }),
    groups.dropFirst().allSatisfy({ $0.count == 3 })
  else { throw .notANumber }
  return groups.joined()
}

extension FixedDecimal {
  /// Reads a number as it is printed: `5,924.67`, `-3`, `+0.50`, with all of its decimals.
  ///
  /// Nil for anything else: for a currency, for a comma without three digits behind it, for more than 18
  /// digits. Before the first comma any number of digits may stand (`1234,567.00`).
  public init?(printed text: some StringProtocol) {
    var text = String(text)
    guard let number = text.withUTF8(Self.read) else { return nil }
    self = number
  }

  /// Reads digits, with a point and commas among them, byte by byte: comparisons read every cell.
  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> FixedDecimal? {
    let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    var units: Int64 = 0
    // How many digits there are, how many since the last comma or point, and commas so far.
    var (count, run, commas) = (0, 0, 0)
    var hasPoint = false
    for byte in bytes.dropFirst(isSigned ? 1 : 0) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard count < 18 else { return nil }
        units = units * 10 + Int64(byte - UInt8(ascii: "0"))
        (count, run) = (count + 1, run + 1)
      case UInt8(ascii: ",") where !hasPoint:
        guard run > 0, commas == 0 || run == 3 else { return nil }
        (run, commas) = (0, commas + 1)
      case UInt8(ascii: ".") where !hasPoint:
        guard run > 0, commas == 0 || run == 3 else { return nil }
        (run, hasPoint) = (0, true)
      default: return nil
      }
    }
    guard run > 0, hasPoint || commas == 0 || run == 3 else { return nil }
    return FixedDecimal(
      units: bytes.first == UInt8(ascii: "-") ? -units : units, decimals: hasPoint ? run : 0)
  }
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
