public import Domain

/// What is printed where a figure has no fact, or facts that come to nothing.
public enum EmptyStyle: String, CaseIterable, Sendable {
  /// Nothing is printed.
  case blank = "空白"
  /// The number is printed: `0.00`, `0`.
  case number = "数字"
  /// `——`.
  case dash = "——"
}

/// How a figure is printed; data of a layout set.
public struct NumberFormat: Hashable, Sendable {
  /// What kind of value it prints, and in which unit.
  public enum Kind: Hashable, Sendable {
    /// Money in a unit.
    case money(MoneyUnit)
    /// Things, in a unit of their own: 辆, 台.
    case count(unit: String)
    /// A number that was reckoned, in a unit of its own: %, 分.
    case decimal(unit: String)
  }

  /// What kind of value it prints.
  public let kind: Kind
  /// How many decimals are printed.
  public let decimals: Int
  /// Whether thousands are separated by commas.
  public let grouping: Bool
  /// Whether zeros at the end of the decimals are left out: amounts that are printed as declared.
  public let isTrimmed: Bool

  /// Says how figures are printed.
  public init(kind: Kind, decimals: Int, grouping: Bool, isTrimmed: Bool = false) {
    self.kind = kind
    self.decimals = decimals
    self.grouping = grouping
    self.isTrimmed = isTrimmed
  }

  /// The unit of the printed number: 万元, 辆, %.
  public var unit: String {
    switch kind {
    case .money(let unit): unit.rawValue
    case .count(let unit), .decimal(let unit): unit
    }
  }

  /// The unit of the exact value: 元 for money, whatever it is printed in.
  public var exactUnit: String {
    switch kind {
    case .money: MoneyUnit.yuan.rawValue
    case .count(let unit), .decimal(let unit): unit
    }
  }

  /// The value as printed: rounded once, half away from zero.
  public func shown(_ value: FigureValue) -> FixedDecimal {
    let number = FixedDecimal(
      rounding: value.raw, shiftedBy: shift(of: value), decimals: decimals)
    return isTrimmed ? number.trimmed : number
  }

  /// The value that the printed number has: an amount of as many decimals as are printed.
  public func rounded(_ value: FigureValue) -> FigureValue {
    guard case .money(let unit) = kind, case .money = value, unit.shift > decimals else {
      return value
    }
    let shown = FixedDecimal(rounding: value.raw, shiftedBy: unit.shift, decimals: decimals)
    return value.with(raw: shown.units * powerOfTen(unit.shift - decimals))
  }

  /// The value of a number that was printed by the format, as exactly as print tells it.
  public func value(ofPrinted shown: FixedDecimal) -> FigureValue {
    switch kind {
    case .money(let unit):
      let digits = unit.shift - shown.decimals
      return digits < 0 ? .decimal(shown) : .money(Money(fen: shown.units * powerOfTen(digits)))
    case .count: return shown.decimals == 0 ? .count(shown.units) : .decimal(shown)
    case .decimal:
      let digits = decimals - shown.decimals
      guard digits >= 0 else { return .decimal(shown) }
      return .decimal(
        FixedDecimal(units: shown.units * powerOfTen(digits), decimals: decimals))
    }
  }

  /// Half of the last decimal that is printed of money, by which a printed amount may be off; zero
  /// where the format prints all there is.
  public var slack: Money {
    guard case .money(let unit) = kind, decimals < unit.shift else { return .zero }
    return Money(fen: powerOfTen(unit.shift - decimals) / 2)
  }

  /// How many of the digits of a value in its smallest unit stand behind the point.
  private func shift(of value: FigureValue) -> Int {
    switch (value, kind) {
    case (.money, .money(let unit)): unit.shift
    // The loader lets no amount into a cell of counts; there it would be printed in 元.
    case (.money, .count), (.money, .decimal): MoneyUnit.yuan.shift
    case (.count, _): 0
    case (.decimal(let decimal), _): decimal.decimals
    }
  }
}
