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
    try lines(text, style, pixels: pixels) + SheetUnits.heightReserve
  }

  /// The height of a text's lines in a cell of so many pixels.
  func lines(_ text: String, _ style: TextStyle, pixels: Int) throws -> Length {
    let looser = looser(style)
    // Most texts need no more than a line, and how wide they are is known from their columns.
    if !text.utf8.contains(UInt8(ascii: "\n")), try fits(text, style, pixels: pixels) {
      return looser.size * looser.lineHeight
    }
    return try measure.height(text, looser, SheetUnits.textWidth(pixels: pixels))
  }

  /// Whether the text stands on one line in a cell of so many pixels.
  func fits(_ text: String, _ style: TextStyle, pixels: Int) throws -> Bool {
    let room = SheetUnits.textWidth(pixels: pixels)
    // No character is wider than an em: short texts need not be measured.
    return try style.size * Double(text.unicodeScalars.count) <= room
      || measure.width(text, style) <= room
  }

  /// The pixels that a cell needs for its text to stand on one line.
  func pixels(_ text: String, _ style: TextStyle) throws -> Int {
    SheetUnits.pixels(fitting: try measure.width(text, style))
  }

  /// The style with the line height that Excel uses, which no setting of ours can lessen.
  func looser(_ style: TextStyle) -> TextStyle {
    TextStyle(
      role: style.role, size: style.size,
      lineHeight: max(style.lineHeight, SheetUnits.leastLineHeight))
  }
}
