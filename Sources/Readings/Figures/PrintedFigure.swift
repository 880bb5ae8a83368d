internal import Domain
public import Figures

extension Figure.Content {
  /// What a cell shows, by its text: blank, `——`, a number, or something else.
  ///
  /// Numbers may have thousands separators, full-width digits, a currency sign, and brackets or a
  /// minus for what is below nothing. A single stroke counts as `——`, for either is how people leave
  /// a cell that is never filled.
  public init(printed text: String) {
    let key = ComparableText(text).key
    if key.isEmpty {
      self = .blank
    } else if key.utf8.allSatisfy({ $0 == UInt8(ascii: "-") }) {
      self = .dash
    } else if let number = Self.number(key) {
      self = .number(number)
    } else {
      self = .text
    }
  }

  /// The number that a text shows; nil for another text, and for one of more than 18 digits.
  private static func number(_ key: String) -> FixedDecimal? {
    if let first = key.utf8.first, UInt8(ascii: "0")...UInt8(ascii: "9") ~= first,
      key.utf8.allSatisfy({ $0 < 0x80 })
    {
      return FixedDecimal(printed: key)
    }
    var rest = key[...]
    let isBracketed = rest.hasPrefix("(") && rest.hasSuffix(")")
    if isBracketed { rest = rest.dropFirst().dropLast() }
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    if rest.hasPrefix("¥") || rest.hasPrefix("￥") { rest = rest.dropFirst() }
    guard !(isBracketed && isNegative), rest.first?.isNumber == true,
      let number = FixedDecimal(printed: rest)
    else { return nil }
    return isNegative || isBracketed
      ? FixedDecimal(units: -number.units, decimals: number.decimals) : number
  }
}
