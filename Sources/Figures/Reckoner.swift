/// Reckons expressions over a book of figures and named quantities: exactly, and without knowing who
/// made either.
public struct Reckoner<Name: Hashable & Sendable>: Sendable {
  /// What an expression is seen from, where it speaks of its own row.
  public struct Row: Hashable, Sendable {
    /// The form of the line; nil for what is no line of a form, such as a unit.
    public let form: String?
    /// The id of the line.
    public let id: String?
    /// The code of the account or unit.
    public let subject: String?

    /// Looks from a line, an account or a unit.
    public init(form: String? = nil, id: String? = nil, subject: String? = nil) {
      self.form = form
      self.id = id
      self.subject = subject
    }
  }

  @usableFromInline let book: FigureBook
  @usableFromInline let quantities: [Name: NamedQuantity]

  /// Takes what is reckoned over; a name that is not among the quantities is unknown.
  public init(book: FigureBook, quantities: [Name: NamedQuantity]) {
    self.book = book
    self.quantities = quantities
  }

  // Inlinable, so that other modules have it made for the names at hand.

  /// The number that an expression comes to.
  @inlinable public func value(_ expression: QuantityExpression<Name>, in row: Row?) -> Quantity {
    switch expression {
    case .figure(let key): return Quantity(book.figure(key)?.value)
    case .named(let name):
      return quantities[name]?.value(for: row?.subject) ?? Quantity(nil, isUnknown: true)
    case .row(let columns):
      return columns.map { Quantity(figure(in: row, column: $0)?.value) }
        .reduce(Quantity(nil), +)
    case .sum(let parts):
      return parts.map { value($0, in: row) }.reduce(Quantity(nil), +)
    case .difference(let first, let second):
      return value(first, in: row) - value(second, in: row)
    case .constant(let value): return Quantity(value)
    case .multiple(let times, let part): return value(part, in: row).multiplied(by: times)
    case .percentage(let part, let whole):
      return value(part, in: row).percentage(of: value(whole, in: row))
    }
  }

  @usableFromInline func figure(in row: Row?, column: String) -> Figure? {
    guard let form = row?.form, let id = row?.id else { return nil }
    return book.figure(FigureKey(form: form, cell: CellKey(row: id, column: column)))
  }
}
