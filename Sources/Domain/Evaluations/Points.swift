/// Points of a self-evaluation (分值, 得分): an exact number with up to two decimals.
public struct Points: Hashable, Sendable {
  /// The number in hundredths of a point.
  public let hundredths: Int64

  /// Makes points of hundredths: 955 for 9.55.
  public init(hundredths: Int64) { self.hundredths = hundredths }

  /// No points.
  public static let zero = Points(hundredths: 0)

  /// The most that a text may state; an evaluation as a whole has a hundred.
  public static let limit = Points(hundredths: 1_000_00)

  /// Reads points as people type them: `20`, `7.5`, `9.55`, full-width digits.
  ///
  /// Nil for anything else: a sign, a unit, more than two decimals, more than ``limit``.
  public init?(_ text: String) {
    guard let number = try? DecimalText(text, keeping: 2), !number.isSigned, !number.hasCurrency,
      let hundredths = number.units(decimals: 2), hundredths <= Points.limit.hundredths
    else { return nil }
    self.init(hundredths: hundredths)
  }

  /// The points as a number with two decimals.
  public var decimal: FixedDecimal { FixedDecimal(units: hundredths, decimals: 2) }

  /// The points of both added up, exactly.
  public static func + (left: Points, right: Points) -> Points {
    Points(hundredths: left.hundredths + right.hundredths)
  }
}

extension Points: Comparable {
  /// Whether the left points are the fewer ones.
  public static func < (left: Points, right: Points) -> Bool { left.hundredths < right.hundredths }
}

extension Sequence<Points> {
  /// The points added up.
  public func sum() -> Points { reduce(.zero, +) }
}

extension Points: CustomStringConvertible {
  /// The number without idle zeros: `20`, `7.5`, `9.55`.
  public var description: String { decimal.trimmed.description }
}
