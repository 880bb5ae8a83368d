/// An exact amount of money in 分 (1/100 元); never a binary fraction.
///
/// Additions trap on overflow like Swift's integers. The reader of a dossier refuses amounts whose
/// absolute values together exceed ``limit``, so that no sum of a valid dossier comes near.
public struct Money: Hashable, Sendable {
  /// The amount in 分.
  public let fen: Int64

  /// An amount in 分.
  public init(fen: Int64) { self.fen = fen }

  /// Nothing.
  public static let zero = Money(fen: 0)

  /// The largest amount, and the largest sum of absolute amounts, that a dossier may hold: 2^46 元.
  ///
  /// Up to there a spreadsheet's binary number still tells two neighbouring 分 apart.
  public static let limit = Money(fen: 7_036_874_417_766_400)

  /// The absolute amount.
  public var magnitude: Money { Money(fen: abs(fen)) }

  /// The two amounts added up, exactly.
  public static func + (left: Money, right: Money) -> Money { Money(fen: left.fen + right.fen) }
  /// The left amount less the right one, exactly.
  public static func - (left: Money, right: Money) -> Money { Money(fen: left.fen - right.fen) }
  /// The amount with the other sign.
  public static prefix func - (value: Money) -> Money { Money(fen: -value.fen) }
  /// Adds the right amount to the left one, exactly.
  public static func += (left: inout Money, right: Money) { left = left + right }
}

extension Money: Comparable {
  /// Whether the left amount is the smaller one; signs count.
  public static func < (left: Money, right: Money) -> Bool { left.fen < right.fen }
}

extension Sequence<Money> {
  /// The amounts added up.
  public func sum() -> Money { reduce(.zero, +) }
}

extension Money: CustomStringConvertible {
  /// The amount in 元 with two decimals, without separators: `-1234.50`.
  public var description: String { FixedDecimal(units: fen, decimals: 2).description }
}
