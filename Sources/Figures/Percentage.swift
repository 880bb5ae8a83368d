internal import Domain

/// A ratio in per cent, rounded once, half away from zero, from exact integers.
public struct Percentage: Hashable, Sendable {
  /// The number in units of its last decimal.
  ///
  /// The largest amount in per cent of one 分 has more digits than 64 bits hold.
  public let units: Int128
  /// How many decimals it has.
  public let decimals: Int

  /// The sign behind every percentage.
  public static let sign = "%"

  /// `part ÷ whole × 100`; nil where the whole is nothing.
  public init?(_ part: Int64, of whole: Int64, decimals: Int) {
    guard whole != 0 else { return nil }
    self.decimals = decimals
    let scale: Int128 = powerOfTen(decimals + 2)
    units = roundedQuotient(Int128(part) * scale, by: Int128(whole))
  }

  /// The number with its sign: `76.99%`.
  ///
  /// - Parameters:
  ///   - grouping: whether thousands are separated by commas.
  ///   - isTrimmed: whether zeros at the end of the decimals are left out.
  public func text(grouping: Bool, isTrimmed: Bool) -> String {
    let (units, decimals) =
      isTrimmed ? withoutIdleZeros(units, decimals: decimals) : (units, decimals)
    return decimalText(units, decimals: decimals, grouping: grouping) + Percentage.sign
  }
}
