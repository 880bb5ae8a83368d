public import Domain

/// The exact value of a figure, before any rounding.
public enum FigureValue: Hashable, Sendable {
  /// An amount, in 分.
  case money(Money)
  /// A number of things.
  case count(Int64)
  /// A number that was reckoned and rounded once: 执行率 in per cent, 得分 in points.
  case decimal(FixedDecimal)

  /// Whether it is exactly nothing.
  public var isZero: Bool { raw == 0 }

  /// The number in its smallest unit: 分, one, or the last decimal.
  public var raw: Int64 {
    switch self {
    case .money(let money): money.fen
    case .count(let count): count
    case .decimal(let decimal): decimal.units
    }
  }

  /// Another number of the same kind, in its smallest unit.
  func with(raw: Int64) -> FigureValue {
    switch self {
    case .money: .money(Money(fen: raw))
    case .count: .count(raw)
    case .decimal(let decimal): .decimal(FixedDecimal(units: raw, decimals: decimal.decimals))
    }
  }

  /// The number with the other sign.
  public static prefix func - (value: FigureValue) -> FigureValue { value.with(raw: -value.raw) }

  /// The exact sum; nil for numbers of different kinds, which have none.
  public func adding(_ other: FigureValue) -> FigureValue? {
    switch (self, other) {
    case (.money(let first), .money(let second)): .money(first + second)
    case (.count(let first), .count(let second)): .count(first + second)
    case (.decimal(let first), .decimal(let second)) where first.decimals == second.decimals:
      .decimal(FixedDecimal(units: first.units + second.units, decimals: first.decimals))
    case (.money, _), (.count, _), (.decimal, _): nil
    }
  }
}

extension FigureValue: CustomStringConvertible {
  /// The digits as `figures.csv` has them: money in 元 with two decimals.
  public var description: String {
    switch self {
    case .money(let money): money.description
    case .count(let count): String(count)
    case .decimal(let decimal): decimal.description
    }
  }
}
