public import Documents
public import Geometry

/// The type of a table in one size: what cells are measured and set with.
public struct TableType: Hashable, Sendable {
  public let style: TableStyle
  /// The size of all text in the table.
  public let size: Length

  /// The style in one of its sizes.
  public init(style: TableStyle, size: Length) {
    self.style = style
    self.size = size
  }

  /// From one baseline to the next.
  public var pitch: Length { size * style.lineHeight }

  /// What a cell is wider than its text, at least.
  var horizontalPadding: Length { style.padding.left + style.padding.right }

  /// What a cell is higher than its text, at least.
  var verticalPadding: Length { style.padding.top + style.padding.bottom }

  /// The height of a cell with so many lines.
  func height(lines: Int) -> Length { pitch * Double(lines) + verticalPadding }

  /// How many lines a cell of the height holds.
  func lines(in height: Length) -> Int {
    max(0, Int(((height - verticalPadding + tolerance).points / pitch.points).rounded(.down)))
  }
}

/// Lengths that differ by less are equal: sums of fractions of a point are never exact.
let tolerance = Length.pt(0.001)
