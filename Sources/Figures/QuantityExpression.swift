internal import Domain

/// How an exact number is reckoned from the figures of a book and from named quantities.
///
/// Sentences of the narrative and formulas of the audit are both made of it. `Name` is what tells one
/// named quantity from another: a selection of the ledger, a declared fact.
public indirect enum QuantityExpression<Name: Hashable & Sendable>: Hashable, Sendable {
  /// A figure of the book.
  case figure(FigureKey)
  /// Figures of the row that is looked at, by the ids of their columns, added.
  case row(columns: [String])
  /// A quantity that whoever reckons is given by name.
  case named(Name)
  /// Added up exactly.
  case sum([QuantityExpression])
  /// The first less the second.
  case difference(QuantityExpression, QuantityExpression)
  /// A number that is written out.
  case constant(FigureValue)
  /// So many times as much.
  case multiple(Int64, QuantityExpression)
  /// The first in per cent of the second, rounded once to two decimals; not known where the second is
  /// nothing.
  case percentage(QuantityExpression, QuantityExpression)
}

extension QuantityExpression {
  /// The names of all quantities in it.
  public var names: Set<Name> {
    var names: Set<Name> = []
    add(to: &names)
    return names
  }

  // Inlinable, so that other modules have it made for the names at hand.

  /// Adds the names of all quantities in it.
  @inlinable public func add(to names: inout Set<Name>) {
    switch self {
    case .figure, .row, .constant: break
    case .named(let name): names.insert(name)
    case .sum(let parts): for part in parts { part.add(to: &names) }
    case .multiple(_, let part): part.add(to: &names)
    case .difference(let first, let second), .percentage(let first, let second):
      first.add(to: &names)
      second.add(to: &names)
    }
  }
}

/// An exact number, or the lack of one.
public struct Quantity: Hashable, Sendable {
  /// Nil where there is no fact.
  public let value: FigureValue?
  /// Whether nothing at all is said of what is asked, so that nothing can be compared with it.
  public let isUnknown: Bool

  /// Pairs a value with whether it is known; a value is nil where there is no fact.
  public init(_ value: FigureValue?, isUnknown: Bool = false) {
    self.value = value
    self.isUnknown = isUnknown
  }

  /// The number in its smallest unit: 分, or one; 0 where there is no fact.
  public var raw: Int64 { value?.raw ?? 0 }

  /// The number without its sign.
  public var magnitude: Quantity { raw < 0 ? -self : self }

  /// The numbers added; what is unknown in part is unknown, and so is the sum of money and counts.
  public static func + (left: Quantity, right: Quantity) -> Quantity {
    let isUnknown = left.isUnknown || right.isUnknown
    guard let first = left.value else { return Quantity(right.value, isUnknown: isUnknown) }
    guard let second = right.value else { return Quantity(first, isUnknown: isUnknown) }
    let sum = first.adding(second)
    return Quantity(sum, isUnknown: isUnknown || sum == nil)
  }

  /// The number with the other sign.
  public static prefix func - (number: Quantity) -> Quantity {
    Quantity(number.value.map { -$0 }, isUnknown: number.isUnknown)
  }

  /// So many times the number; not known where that is more than an amount can be.
  public func multiplied(by times: Int64) -> Quantity {
    guard let value else { return self }
    let (product, overflow) = value.raw.multipliedReportingOverflow(by: times)
    return overflow
      ? Quantity(nil, isUnknown: true) : Quantity(value.with(raw: product), isUnknown: isUnknown)
  }

  /// The number in per cent of a whole, with two decimals.
  public func percentage(of whole: Quantity) -> Quantity {
    let share = Percentage(raw, of: whole.raw, decimals: 2).flatMap { Int64(exactly: $0.units) }
    let isUnknown = isUnknown || whole.isUnknown || share == nil
    return Quantity(
      share.map { .decimal(FixedDecimal(units: $0, decimals: 2)) }, isUnknown: isUnknown)
  }

  /// The first less the second.
  public static func - (left: Quantity, right: Quantity) -> Quantity { left + (-right) }
}

/// A quantity that reckoning is given: one number, or one for each account or unit.
public struct NamedQuantity: Hashable, Sendable {
  /// The number where no account or unit is looked at, or none that it tells apart.
  public let value: Quantity
  /// The numbers by the code of the account or unit that is looked at.
  public let bySubject: [String: Quantity]

  /// Hands a quantity over.
  public init(_ value: Quantity, bySubject: [String: Quantity] = [:]) {
    self.value = value
    self.bySubject = bySubject
  }

  /// The number, seen from an account or a unit.
  public func value(for subject: String?) -> Quantity {
    subject.flatMap { bySubject[$0] } ?? value
  }
}
