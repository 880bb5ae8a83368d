internal import Domain

/// A number as it is printed, exact to its last decimal; never a binary fraction.
public struct PrintedNumber: Hashable, Sendable {
  /// The number in units of its last decimal.
  public let units: Int64
  /// How many decimals are printed.
  public let decimals: Int

  init(units: Int64, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// Reads `5,924.67`, `-3`, `12.5%`, wherever commas stand before the point, and the same in
  /// full-width characters; nil for anything else, and for more than 18 digits.
  public init?(_ text: String) {
    let text = Self.narrow(text)
    let body = text.hasSuffix("%") ? text.dropLast() : text[...]
    let whole = body.prefix { $0 != "." }
    let isGrouped = whole.contains(",")
    guard !isGrouped || whole.first(where: { $0 != "-" && $0 != "+" }) != ",",
      let number = FixedDecimal(
        printed: isGrouped ? whole.filter { $0 != "," } + body.dropFirst(whole.count) : String(body)
      )
    else { return nil }
    self.init(units: number.units, decimals: number.decimals)
  }

  /// The text with full-width digits and signs as narrow ones; nearly all texts have none.
  private static func narrow(_ text: String) -> String {
    guard text.utf8.contains(0xEF) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { scalar in
          "\u{FF01}"..."\u{FF5E}" ~= scalar
            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
        }))
  }

  /// The difference with the finer one's decimals; nil where it cannot be told in 18 digits.
  public func minus(_ other: PrintedNumber) -> PrintedNumber? {
    let places = max(decimals, other.decimals)
    guard let first = scaled(to: places), let second = other.scaled(to: places) else { return nil }
    let (difference, overflows) = first.subtractingReportingOverflow(second)
    return overflows ? nil : PrintedNumber(units: difference, decimals: places)
  }

  /// Whether its size is at most that of another, which is not negative.
  public func isWithin(_ limit: PrintedNumber) -> Bool {
    let places = max(decimals, limit.decimals)
    guard let size = scaled(to: places)?.magnitude, let most = limit.scaled(to: places) else {
      return false
    }
    return size <= most.magnitude
  }

  /// The units with more decimals.
  private func scaled(to places: Int) -> Int64? {
    var result = units
    for _ in decimals..<places {
      let (product, overflows) = result.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      result = product
    }
    return result
  }
}

extension PrintedNumber: CustomStringConvertible {
  /// The digits with a point and, in front, `+` or `-`; nothing before a zero.
  public var description: String {
    (units > 0 ? "+" : "") + decimalText(units, decimals: decimals)
  }
}
