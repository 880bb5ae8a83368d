public import Documents
public import Geometry

/// The type of a table in one size: what cells are measured and set with.
public struct TableType: Hashable, Sendable {
  /// How the document sets its tables.
  public let style: TableStyle
  /// The size of all text in the table.
  public let size: Length
  /// From a cell's edges to its text.
  public let padding: Insets

  /// The style in one of its sizes.
  ///
  /// - Parameter vertical: the padding above and below, where it is not the style's.
  public init(style: TableStyle, size: Length, vertical: Length? = nil) {
    self.style = style
    self.size = size
    padding = Insets(
      top: vertical ?? style.padding.top, right: style.padding.right,
      bottom: vertical ?? style.padding.bottom, left: style.padding.left)
  }

  /// From one baseline to the next.
  public var pitch: Length { size * style.lineHeight }

  /// What a cell of running text is wider than its text, at least.
  var horizontalPadding: Length { padding.left + padding.right }

  /// The width that a cell has for text.
  func textWidth(_ cell: TableCell, in width: Length) -> Length {
    width - style.leftPadding(cell) - style.rightPadding(cell.role)
  }

  /// What a cell is higher than its text, at least.
  var verticalPadding: Length { padding.top + padding.bottom }

  /// The height of a cell with so many lines.
  func height(lines: Int) -> Length { pitch * Double(lines) + verticalPadding }

  /// How many lines a cell of the height holds.
  func lines(in height: Length) -> Int {
    max(0, Int(((height - verticalPadding + tolerance).points / pitch.points).rounded(.down)))
  }
}

/// Lengths that differ by less are equal: sums of fractions of a point are never exact.
let tolerance = Length.pt(0.001)
