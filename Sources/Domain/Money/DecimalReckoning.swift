/// 10 to a power that the number can hold: up to 18 for 64 bits, up to 38 for 128.
public func powerOfTen<Number: FixedWidthInteger>(_ exponent: Int) -> Number {
  precondition(exponent >= 0, "power of ten out of range: \(exponent)")
  return (0..<exponent).reduce(1) { power, _ in power * 10 }
}

/// The quotient of two integers, rounded once, half away from zero.
public func roundedQuotient<Number: FixedWidthInteger & SignedInteger>(
  _ dividend: Number, by divisor: Number
) -> Number {
  let (quotient, remainder) = dividend.quotientAndRemainder(dividingBy: divisor)
  // Doubling cannot overflow: a remainder is smaller than its divisor, and magnitudes have one bit more.
  guard remainder.magnitude * 2 >= divisor.magnitude else { return quotient }
  return quotient + ((dividend < 0) != (divisor < 0) ? -1 : 1)
}

/// A decimal number as people read it: its digits with a point, and with a minus only before a number
/// that is not zero.
///
/// - Parameters:
///   - units: the number in units of its last decimal.
///   - decimals: how many decimals it has.
///   - grouping: whether a comma stands before every third digit from the point.
public func decimalText<Number: FixedWidthInteger & SignedInteger>(
  _ units: Number, decimals: Int, grouping: Bool = false
) -> String {
  let digits = String(units.magnitude)
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
  let whole = padded.dropLast(decimals)
  let fraction = decimals > 0 ? "." + padded.suffix(decimals) : ""
  return (units < 0 ? "-" : "") + (grouping ? grouped(whole) : String(whole)) + fraction
}

/// The same decimal number without zeros at the end of its decimals.
public func withoutIdleZeros<Number: FixedWidthInteger & SignedInteger>(
  _ units: Number, decimals: Int
) -> (units: Number, decimals: Int) {
  var (units, decimals) = (units, decimals)
  while decimals > 0, units.isMultiple(of: 10) { (units, decimals) = (units / 10, decimals - 1) }
  return (units, decimals)
}

/// Puts a comma before every third digit from the end.
private func grouped(_ digits: Substring) -> String {
  var result = ""
  for (offset, digit) in digits.enumerated() {
    if offset > 0, (digits.count - offset).isMultiple(of: 3) { result.append(",") }
    result.append(digit)
  }
  return result
}
