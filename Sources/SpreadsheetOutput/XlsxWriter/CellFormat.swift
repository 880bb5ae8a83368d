/// How a cell looks, as a value.
struct CellFormat: Hashable, Sendable {
  enum Alignment: Hashable, Sendable {
    case left
    case centre
    case right
  }

  let fontName: String
  /// In points.
  let fontSize: Double
  let alignment: Alignment
  /// Whether long text is broken into lines.
  let wraps: Bool
  /// Whether all four edges have a thin line.
  let hasBorder: Bool
  /// Excel's code of the number format; nil for the general one.
  let numberFormat: String?
  /// Whether text begins at the upper edge; otherwise it is centred between top and bottom.
  var beginsAtTop = false
}
