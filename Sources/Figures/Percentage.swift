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
    let scale = (0..<decimals).reduce(Int128(100)) { scale, _ in scale * 10 }
    let (quotient, remainder) = (Int128(part) * scale).quotientAndRemainder(
      dividingBy: Int128(whole))
    let isNegative = (part < 0) != (whole < 0)
    let roundsUp = remainder.magnitude * 2 >= whole.magnitude
    units = roundsUp ? quotient + (isNegative ? -1 : 1) : quotient
  }

  /// The number with its sign: `76.99%`.
  ///
  /// - Parameters:
  ///   - grouping: whether thousands are separated by commas.
  ///   - isTrimmed: whether zeros at the end of the decimals are left out.
  public func text(grouping: Bool, isTrimmed: Bool) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = padded.dropLast(decimals)
    var text = grouping ? grouped(whole) : String(whole)
    if decimals > 0 { text += "." + padded.suffix(decimals) }
    if isTrimmed { text = text.withoutTrailingZeros }
    return (units < 0 ? "-" : "") + text + Percentage.sign
  }

  /// The digits with a comma before every third from the end.
  private func grouped(_ digits: Substring) -> String {
    var result = ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }
}

extension String {
  /// A decimal number without zeros at its end, and without a point that then ends it.
  public var withoutTrailingZeros: String {
    guard contains(".") else { return self }
    var text = Substring(self)
    while text.last == "0" { text = text.dropLast() }
    if text.last == "." { text = text.dropLast() }
    return String(text)
  }
}
