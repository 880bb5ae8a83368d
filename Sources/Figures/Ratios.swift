/// What a part is of a whole.
public enum Share: Hashable, Sendable {
  /// The part is nothing.
  case nothing
  /// The whole is nothing and the part is not.
  case noBase
  /// The part in per cent of the whole.
  case percentage(Percentage)

  /// Reckons a part of a whole, in per cent with so many decimals.
  public init(_ part: Quantity, of whole: Quantity, decimals: Int) {
    guard part.raw != 0 else {
      self = .nothing
      return
    }
    self = Percentage(part.raw, of: whole.raw, decimals: decimals).map(Share.percentage) ?? .noBase
  }
}

/// How a figure moved against a base, such as that of the year before.
public struct Change: Hashable, Sendable {
  /// Which way.
  public enum Direction: Hashable, Sendable {
    case more, less, equal
    /// The base is nothing and the figure is not: there is no percentage.
    case noBase
    /// Nobody says what the base was.
    case noPrior
  }

  /// The figure that moved.
  public let figure: Quantity
  /// What it moved from.
  public let base: Quantity

  /// Compares a figure with its base.
  public init(of figure: Quantity, against base: Quantity) {
    self.figure = figure
    self.base = base
  }

  /// The figure less the base.
  public var difference: Quantity { figure - base }

  /// Which way it moved.
  public var direction: Direction {
    if base.isUnknown { return .noPrior }
    let difference = difference.raw
    if difference == 0 { return .equal }
    if base.raw == 0 { return .noBase }
    return difference > 0 ? .more : .less
  }

  /// The size of the difference in per cent of the base's size; nil where the base is nothing.
  public func ratio(decimals: Int) -> Percentage? {
    Percentage(difference.magnitude.raw, of: base.magnitude.raw, decimals: decimals)
  }

  /// Whether the difference is more than so many per cent of the base; never where nobody says what
  /// the base was.
  public func exceeds(percent limit: Int) -> Bool {
    guard !base.isUnknown else { return false }
    let difference = Int128(figure.raw) - Int128(base.raw)
    return difference.magnitude * 100 > Int128(base.raw).magnitude * UInt128(limit)
  }
}

/// How far a budget was carried out.
public struct Completion: Hashable, Sendable {
  /// What there is to be said of it.
  public enum State: Hashable, Sendable {
    /// There was a budget, and something was spent.
    case rate
    /// There was a budget and nothing was spent.
    case zero
    /// There was neither a budget nor a figure.
    case nothing
    /// There was a figure without a budget.
    case noBase
  }

  /// What was spent.
  public let figure: Quantity
  /// What was to be spent.
  public let budget: Quantity

  /// Compares a figure with its budget.
  public init(of figure: Quantity, against budget: Quantity) {
    self.figure = figure
    self.budget = budget
  }

  /// The figure less the budget.
  public var difference: Quantity { figure - budget }

  /// What there is to be said of it.
  public var state: State {
    switch (figure.raw == 0, budget.raw == 0) {
    case (true, true): .nothing
    case (false, true): .noBase
    case (true, false): .zero
    case (false, false): .rate
    }
  }

  /// The figure in per cent of the budget; nil where either is nothing.
  public func rate(decimals: Int) -> Percentage? {
    figure.raw == 0 ? nil : Percentage(figure.raw, of: budget.raw, decimals: decimals)
  }
}
