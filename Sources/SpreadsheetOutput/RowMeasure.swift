public import Documents
public import Geometry

/// How much room text takes; the only thing that the planning of a sheet asks fonts about.
public struct RowMeasure {
  /// The height of a text set in a style and broken into lines of the given width.
  ///
  /// An empty text has the height of one line; nothing is added for padding.
  public let height: (_ text: String, _ style: TextStyle, _ width: Length) throws -> Length

  /// The width of a text on one line.
  public let width: (_ text: String, _ style: TextStyle) throws -> Length

  /// Takes the two measurements, as a typesetter makes them.
  public init(
    height: @escaping (_ text: String, _ style: TextStyle, _ width: Length) throws -> Length,
    width: @escaping (_ text: String, _ style: TextStyle) throws -> Length
  ) {
    self.height = height
    self.width = width
  }
}

/// Measures text as it will stand in a sheet: with the safety margins of ``SheetUnits``.
struct TextRoom {
  let measure: RowMeasure

  /// The height that a cell of so many pixels needs for its text.
  func height(_ text: String, _ style: TextStyle, pixels: Int) throws -> Length {
    let width = SheetUnits.textWidth(pixels: pixels)
    return try measure.height(text, looser(style), width) + SheetUnits.heightReserve
  }

  /// The pixels that a cell needs for its text to stand on one line.
  func pixels(_ text: String, _ style: TextStyle) throws -> Int {
    SheetUnits.pixels(fitting: try measure.width(text, style))
  }

  /// The style with the line height that Excel uses, which no setting of ours can lessen.
  private func looser(_ style: TextStyle) -> TextStyle {
    TextStyle(
      role: style.role, size: style.size,
      lineHeight: max(style.lineHeight, SheetUnits.leastLineHeight))
  }
}
