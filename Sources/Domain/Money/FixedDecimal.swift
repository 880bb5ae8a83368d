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
    units = roundedQuotient(dividend, by: powerOfTen(shift - decimals))
  }

  /// The same number without zeros at the end of its decimals.
  public var trimmed: FixedDecimal {
    let (units, decimals) = withoutIdleZeros(units, decimals: decimals)
    return FixedDecimal(units: units, decimals: decimals)
  }

  /// The number as people read it.
  ///
  /// - Parameter grouping: whether a comma stands after every third digit before the point.
  public func text(grouping: Bool) -> String {
    decimalText(units, decimals: decimals, grouping: grouping)
  }
}

extension FixedDecimal: CustomStringConvertible {
  /// The digits with a point, and with a minus only before a number that is not zero.
  public var description: String { text(grouping: false) }
}
