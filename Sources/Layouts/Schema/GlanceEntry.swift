public import Figures

/// An amount that a build shows at a glance, reckoned from cells of forms.
public struct GlanceEntry: Hashable, Sendable {
  /// What it is called.
  public let name: String
  /// The cells that it comes from; it names nothing but figures of the book.
  public let quantity: NarrativeQuantity
  /// How it is printed; a format of money.
  public let format: NumberFormat
}
