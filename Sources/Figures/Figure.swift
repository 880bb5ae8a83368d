public import Diagnostics
public import Domain

/// The exact value of a figure, before any rounding.
public enum FigureValue: Hashable, Sendable {
  case money(Money)
  case count(Int64)
  /// A number that was reckoned and rounded once: 执行率 in per cent, 得分 in points.
  case decimal(FixedDecimal)

  /// Whether it is exactly nothing.
  public var isZero: Bool {
    switch self {
    case .money(let money): money == .zero
    case .count(let count): count == 0
    case .decimal(let decimal): decimal.units == 0
    }
  }
}

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
    /// Money divided by 10^shift 分: 6 for 万元, 2 for 元.
    case money(shift: Int)
    case count
    /// A number of its own, in ``exactUnit``.
    case decimal
  }

  public let kind: Kind
  /// The unit by name, as it stands in `figures.csv`: 元 for the exact amounts of money, 辆, 台.
  public let exactUnit: String
  public let decimals: Int
  /// Whether thousands are separated by commas.
  public let grouping: Bool
  /// Whether zeros at the end of the decimals are left out: amounts that are printed as declared.
  public let isTrimmed: Bool

  public init(
    kind: Kind, exactUnit: String, decimals: Int, grouping: Bool, isTrimmed: Bool = false
  ) {
    self.kind = kind
    self.exactUnit = exactUnit
    self.decimals = decimals
    self.grouping = grouping
    self.isTrimmed = isTrimmed
  }

  /// The value as printed: rounded once, half away from zero.
  public func shown(_ value: FigureValue) -> FixedDecimal {
    let number = rounded(value)
    return isTrimmed ? number.trimmed : number
  }

  private func rounded(_ value: FigureValue) -> FixedDecimal {
    switch (value, kind) {
    case (.money(let money), .money(let shift)):
      FixedDecimal(rounding: money.fen, shiftedBy: shift, decimals: decimals)
    case (.count(let count), _):
      FixedDecimal(rounding: count, shiftedBy: 0, decimals: decimals)
    case (.decimal(let decimal), _):
      FixedDecimal(rounding: decimal.units, shiftedBy: decimal.decimals, decimals: decimals)
    case (.money(let money), .decimal),
      (.money(let money), .count):
      preconditionFailure("an amount of \(money) 元 in a cell of counts; the loader refuses this")
    }
  }
}

/// One evaluated cell of a form.
///
/// Every renderer prints the same one.
public struct Figure: Hashable, Sendable {
  public let address: FigureAddress
  /// The exact value; nil where no fact falls on the cell, or it shows a standing `——`.
  public let value: FigureValue?
  /// What is printed: `5,924.67`, an empty text for a blank, `——`.
  public let printed: String
  /// The rounded number that is printed; nil where the cell shows no number.
  public let shown: FixedDecimal?
  public let format: NumberFormat
  /// The places of the facts behind it, in reading order, each once.
  public let sources: [SourcePlace]

  /// Evaluates how a value is printed.
  ///
  /// - Parameters:
  ///   - none: what is printed without a fact.
  ///   - zero: what is printed when the facts come to exactly nothing; a value that merely rounds to
  ///     nothing prints its zeros.
  public init(
    address: FigureAddress, value: FigureValue?, format: NumberFormat, none: EmptyStyle,
    zero: EmptyStyle, sources: [SourcePlace]
  ) {
    self.address = address
    self.value = value
    self.format = format
    self.sources = sources
    let style: EmptyStyle =
      switch value {
      case nil: none
      case .some(let value): value.isZero ? zero : .number
      }
    switch style {
    case .blank: (printed, shown) = ("", nil)
    case .dash: (printed, shown) = (Figure.dash, nil)
    case .number:
      let number = format.shown(value ?? .count(0))
      (printed, shown) = (number.text(grouping: format.grouping), number)
    }
  }

  /// The sign of a cell that is never filled.
  public static let dash = "——"

  /// The exact value in ``NumberFormat/exactUnit``: money in 元 with two decimals, counts as digits.
  public var exact: String {
    switch value {
    case .money(let money): money.description
    case .count(let count): String(count)
    case .decimal(let decimal): decimal.description
    case nil: ""
    }
  }
}
