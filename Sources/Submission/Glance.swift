internal import Domain
internal import Figures
internal import Layouts

/// An amount that tells at a glance whether a submission is what somebody thinks it is.
public struct GlanceFigure: Decodable, Hashable, Sendable {
  /// What the layout set calls it.
  public let name: String
  /// The amount as it is printed, without its unit; nothing prints as zero.
  public let printed: String
  /// The unit of the printed amount.
  public let unit: String

  enum CodingKeys: String, CodingKey {
    case name, printed, unit
  }
}

extension GlanceEntry {
  /// The amount by a book of figures; nil where the book has none of its cells.
  func figure(of book: FigureBook) -> GlanceFigure? {
    guard quantity.isIn(book) else { return nil }
    let reckoner = Reckoner<QuantitySource>(book: book, quantities: [:])
    let value = reckoner.value(quantity, in: nil).value ?? .money(.zero)
    let printed = format.shown(value).text(grouping: format.grouping)
    return GlanceFigure(name: name, printed: printed, unit: format.unit)
  }
}

extension QuantityExpression {
  /// Whether a book has any of its figures.
  fileprivate func isIn(_ book: FigureBook) -> Bool {
    switch self {
    case .figure(let key): book.figure(key) != nil
    case .row, .named, .constant: false
    case .sum(let parts): parts.contains { $0.isIn(book) }
    case .multiple(_, let part): part.isIn(book)
    case .difference(let first, let second), .percentage(let first, let second):
      first.isIn(book) || second.isIn(book)
    }
  }
}
