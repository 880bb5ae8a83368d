/// A decimal number with a fixed count of decimals, kept as an integer of its last unit.
///
/// It is what a figure prints: `59_246_700_14` 分 in 万元 with two decimals is 592,467 units.
public struct FixedDecimal: Codable, Hashable, Sendable {
  /// The number in units of its last decimal.
  public let units: Int64
  /// How many decimals it has, from 0.
  public let decimals: Int

  /// The number `units × 10^-decimals`.
  public init(units: Int64, decimals: Int) {
    self.units = units
    self.decimals = decimals
  }

  /// `dividend / 10^shift` with `decimals` decimals, rounded once, half away from zero.
  ///
  /// - Parameters:
  ///   - dividend: the exact integer, for money in 分.
  ///   - shift: the power of ten by which it is divided: 6 turns 分 into 万元, 2 into 元.
  ///   - decimals: the decimals to keep, at most `shift` in effect; missing ones are zeros.
  public init(rounding dividend: Int64, shiftedBy shift: Int, decimals: Int) {
    self.decimals = decimals
    guard shift > decimals else {
      units = dividend * powerOfTen(decimals - shift)
      return
    }
    let divisor = powerOfTen(shift - decimals)
    let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
    // The remainder has the dividend's sign; doubling cannot overflow below 10^18.
    if abs(remainder) * 2 >= divisor {
      units = quotient + (dividend < 0 ? -1 : 1)
    } else {
      units = quotient
    }
  }

  /// The same number without zeros at the end of its decimals.
  public var trimmed: FixedDecimal {
    guard decimals > 0, units.isMultiple(of: 10) else { return self }
    return FixedDecimal(units: units / 10, decimals: decimals - 1).trimmed
  }

  /// The number as people read it.
  ///
  /// - Parameter grouping: whether a comma stands after every third digit before the point.
  public func text(grouping: Bool) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    var whole = String(padded.dropLast(decimals))
    if grouping { whole = grouped(whole) }
    let fraction = decimals > 0 ? "." + padded.suffix(decimals) : ""
    return (units < 0 ? "-" : "") + whole + fraction
  }
}

extension FixedDecimal: CustomStringConvertible {
  /// The digits with a point, and with a minus only before a number that is not zero.
  public var description: String { text(grouping: false) }
}

/// Puts a comma before every third digit from the end.
private func grouped(_ digits: String) -> String {
  var result = ""
  for (offset, digit) in digits.enumerated() {
    if offset > 0, (digits.count - offset).isMultiple(of: 3) { result.append(",") }
    result.append(digit)
  }
  return result
}

/// 10 to the given power, which must be 0 to 18.
func powerOfTen(_ exponent: Int) -> Int64 {
  precondition((0...18).contains(exponent), "power of ten out of range: \(exponent)")
  return (0..<exponent).reduce(1) { power, _ in power * 10 }
}
