internal import Domain
internal import Figures
internal import SourceFiles

/// A value of an indicator that is a number: `≥95%`, `2.99981万元`, `=30人`.
struct IndicatorValue {
  /// How a number is bound.
  enum Bound: Hashable {
    case atLeast, above, atMost, below, equal

    /// Whether more is better.
    var isLower: Bool { self == .atLeast || self == .above }
    /// Whether less is better.
    var isUpper: Bool { self == .atMost || self == .below }
  }

  /// What stands before the number; nil for nothing.
  let bound: Bound?
  /// The number, in millionths of its unit; of money in millionths of 元.
  let millionths: Int128
  /// What stands behind it; empty for money, of which the number says all.
  let unit: String
  /// Whether it is money, in whatever unit.
  let isMoney: Bool

  /// Longer signs first, for one may begin like another.
  private static let signs: [(String, Bound)] = [
    (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("≧", .atLeast), ("≤", .atMost),
    ("≦", .atMost), (">", .above), ("<", .below), ("=", .equal),
  ]

  /// Reads a value; nil for anything that does not begin with a number, or has a second one.
  init?(_ text: String) {
    guard text.unicodeScalars.first.map(Self.mayBegin) == true else { return nil }
    var rest = folded(text)[...]
    let sign = Self.signs.first { rest.hasPrefix($0.0) }
    if let sign { rest = rest.dropFirst(sign.0.count) }
    let digits = rest.prefix { "0123456789.,".contains($0) }
    let unit = rest.dropFirst(digits.count)
    guard let first = digits.first, first != ".", first != ",",
      !unit.contains(where: { "0123456789".contains($0) }),
      let number = FixedDecimal(printed: digits.filter { $0 != "," }), number.decimals <= 6
    else { return nil }
    bound = sign?.1
    let plain = Int128(number.units) * powerOfTen(6 - number.decimals)
    if let size = AmountUnit(named: unit).flatMap(\.inYuan), unit.hasSuffix(AmountUnit.yuan.name) {
      millionths = plain * Int128(size)
      self.unit = ""
      isMoney = true
    } else {
      millionths = plain
      self.unit = String(unit)
      isMoney = false
    }
  }

  /// Whether a number may begin with a sign, so that most texts are not read any further: ASCII or its
  /// full-width twin, or one of the signs of comparison.
  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII || (0x2264...0x2267).contains(scalar.value)
      || (0xFF01...0xFF5E).contains(scalar.value)
  }

  /// Whether both are numbers of one and the same.
  func isComparable(with other: IndicatorValue) -> Bool {
    unit == other.unit && isMoney == other.isMoney
  }
}
