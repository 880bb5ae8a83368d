/// What a part is of a whole.
public enum Share: Hashable, Sendable {
  /// The part is nothing.
  case nothing
  /// The whole is nothing or less: parts of it have no percentage.
  case noBase
  /// The part in per cent of the whole.
  case percentage(Percentage)

  /// Reckons a part of a whole, in per cent with so many decimals.
  public init(_ part: Quantity, of whole: Quantity, decimals: Int) {
    guard whole.raw > 0, let share = Percentage(part.raw, of: whole.raw, decimals: decimals) else {
      self = .noBase
      return
    }
    self = part.raw == 0 ? .nothing : .percentage(share)
  }
}

/// How a figure moved against a base, such as that of the year before.
public struct Change: Hashable, Sendable {
  /// Which way.
  public enum Direction: Hashable, Sendable {
    case more, less, equal
  }

  /// What a change is measured by.
  public enum Basis: Hashable, Sendable {
    /// Nobody says what the base was.
    case unknown
    /// There is no such item among those that are stated.
    case absent
    /// The base is stated, and is nothing: there is no percentage.
    case zero
    /// The base is less than nothing: a percentage of it would mislead.
    case negative
    /// The base is something.
    case positive
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
    let difference = difference.raw
    return difference == 0 ? .equal : difference > 0 ? .more : .less
  }

  /// What it is measured by.
  public var basis: Basis {
    if base.isUnknown { return .unknown }
    if base.value == nil { return .absent }
    return base.raw == 0 ? .zero : base.raw < 0 ? .negative : .positive
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
    /// The budget is less than nothing: a percentage of it would mislead.
    case negative
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
    if budget.raw < 0 { return .negative }
    return switch (figure.raw == 0, budget.raw == 0) {
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
