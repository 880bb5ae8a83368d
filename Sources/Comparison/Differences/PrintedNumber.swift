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

  /// Reads `5,924.67`, `-3`, `12.5%`; nil for anything else, and for more than 18 digits.
  public init?(_ text: String) {
    var units: Int64 = 0
    var digits = 0
    var decimals: Int?
    var body = text.utf8[...]
    let isNegative = body.first == UInt8(ascii: "-")
    if isNegative || body.first == UInt8(ascii: "+") { body = body.dropFirst() }
    if body.last == UInt8(ascii: "%") { body = body.dropLast() }
    for byte in body {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        guard digits <= 18 else { return nil }
        units = units * 10 + Int64(byte - UInt8(ascii: "0"))
        if let places = decimals { decimals = places + 1 }
      case UInt8(ascii: ",") where digits > 0 && decimals == nil: continue
      case UInt8(ascii: ".") where digits > 0 && decimals == nil: decimals = 0
      default: return nil
      }
    }
    guard digits > 0, decimals != 0 else { return nil }
    self.init(units: isNegative ? -units : units, decimals: decimals ?? 0)
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
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let fraction = decimals > 0 ? "." + padded.suffix(decimals) : ""
    let sign = units < 0 ? "-" : units > 0 ? "+" : ""
    return sign + padded.dropLast(decimals) + fraction
  }
}
