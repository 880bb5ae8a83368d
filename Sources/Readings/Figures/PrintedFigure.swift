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
    } else if key.allSatisfy({ $0 == "-" }) {
      self = .dash
    } else if let number = Self.number(key) {
      self = .number(number)
    } else {
      self = .text
    }
  }

  /// The number that a text shows; nil for another text, and for one of more than 18 digits.
  private static func number(_ key: String) -> FixedDecimal? {
    var rest = key[...]
    let isBracketed = rest.hasPrefix("(") && rest.hasSuffix(")")
    if isBracketed { rest = rest.dropFirst().dropLast() }
    let isNegative = rest.hasPrefix("-")
    if isNegative || rest.hasPrefix("+") { rest = rest.dropFirst() }
    if rest.hasPrefix("¥") || rest.hasPrefix("￥") { rest = rest.dropFirst() }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap(digits), !(isBracketed && isNegative) else { return nil }
    let decimals = parts.count > 1 ? String(parts[1]) : ""
    guard parts.count == 1 || isPlain(decimals), whole.utf8.count + decimals.utf8.count <= 18,
      let units = Int64(whole + decimals)
    else { return nil }
    return FixedDecimal(
      units: isNegative || isBracketed ? -units : units, decimals: decimals.utf8.count)
  }

  /// The digits before the point, without the commas between groups of three.
  private static func digits(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ isPlain(String($0)) }),
      groups.count == 1 || groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }
}
