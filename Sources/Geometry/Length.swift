/// A length on paper, kept in points (1/72 inch).
public struct Length: Hashable, Comparable, Sendable {
  /// The length in points.
  public let points: Double

  /// A length in points.
  public static func pt(_ points: Double) -> Length { Length(points: points) }

  /// A length in millimetres.
  public static func mm(_ millimetres: Double) -> Length { Length(points: millimetres * 72 / 25.4) }

  /// The length in millimetres.
  public var millimetres: Double { points * 25.4 / 72 }

  /// No length at all.
  public static let zero = Length(points: 0)

  /// Whether the left length is the shorter one.
  public static func < (left: Length, right: Length) -> Bool { left.points < right.points }
  /// The two lengths laid end to end.
  public static func + (left: Length, right: Length) -> Length { .pt(left.points + right.points) }
  /// The left length less the right one; it may be negative.
  public static func - (left: Length, right: Length) -> Length { .pt(left.points - right.points) }
  /// So many times the length.
  public static func * (left: Length, factor: Double) -> Length { .pt(left.points * factor) }
  /// So many times the length.
  public static func * (factor: Double, right: Length) -> Length { right * factor }
  /// The length divided by a number.
  public static func / (left: Length, divisor: Double) -> Length { .pt(left.points / divisor) }
  /// Lengthens the left length by the right one.
  public static func += (left: inout Length, right: Length) { left = left + right }

  private init(points: Double) { self.points = points }
}

/// A measure with one decimal, rounded, for people: `12.5`, `-0.3`.
public func tenths(_ measure: Double) -> String {
  let tenths = Int((measure * 10).rounded())
  return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
}

extension Sequence<Length> {
  /// The lengths added up.
  @inlinable
  public func sum() -> Length {
    var sum = Length.zero
    for length in self { sum += length }
    return sum
  }
}
