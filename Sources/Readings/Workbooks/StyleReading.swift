/// How a cell looks: what its entry in the style table comes to, names and numbers resolved.
public struct StyleReading: Hashable, Codable, Sendable {
  /// The number format's code: `#,##0.00`; `General` for the plain one.
  public var numberFormat = "General"
  /// The font of the cell's text; parts of a rich text may have others.
  public var font = FontReading()
  /// What the cell's ground is filled with.
  public var fill = FillReading()
  /// The lines around the cell.
  public var borders = BordersReading()
  /// Where the text stands in the cell.
  public var alignment = AlignmentReading()
  /// Whether the cell cannot be changed once its sheet is protected.
  public var isLocked = true
  /// Whether its formula is not shown once its sheet is protected.
  public var hidesFormula = false

  /// The style of a plain cell.
  public init() {}
}

/// A font.
public struct FontReading: Hashable, Codable, Sendable {
  /// The font's name as the file has it; empty where the file does not say.
  public var name = ""
  /// In points; 0 where the file does not say.
  public var size = 0.0
  /// Whether it is bold.
  public var isBold = false
  /// Whether it is italic.
  public var isItalic = false
  /// Whether a line runs through the text.
  public var isStruck = false
  /// Whether only the edges of the letters are drawn.
  public var isOutlined = false
  /// Whether the letters throw a shadow.
  public var hasShadow = false
  /// `single`, `double`, …; empty for none.
  public var underline = ""
  /// `superscript` or `subscript`; empty for neither.
  public var position = ""
  /// The colour of the text.
  public var colour = ColourReading.automatic

  /// A font that the file does not describe.
  public init() {}
}

/// A colour.
public enum ColourReading: Hashable, Codable, Sendable {
  /// The system's own: black for texts and lines, white for grounds.
  case automatic
  /// Red, green and blue in hexadecimal capitals behind `FF`, for no program draws anything else
  /// as more or less opaque: `FF000000`. Colours of the palette and the theme are resolved.
  case rgb(String)
}

/// What a cell's ground is filled with.
public struct FillReading: Hashable, Codable, Sendable {
  /// The format's word for it: `none`, `solid`, `gray125`; and `gradient`.
  public var pattern = "none"
  /// The colour of the pattern, and of a solid fill as a whole.
  public var foreground = ColourReading.automatic
  /// The colour behind the pattern, which a solid fill hides.
  public var background = ColourReading.automatic
  /// How a gradient runs, and its colours; empty for other fills.
  public var gradient = ""

  /// No fill.
  public init() {}
}

/// The lines around a cell.
public struct BordersReading: Hashable, Codable, Sendable {
  /// A line.
  public struct Side: Hashable, Codable, Sendable {
    /// The format's word for it: `thin`, `medium`, `double`; `none` for no line.
    public var style = "none"
    /// The colour of the line.
    public var colour = ColourReading.automatic

    /// No line.
    public init() {}
  }

  /// The line at the left edge.
  public var left = Side()
  /// The line at the right edge.
  public var right = Side()
  /// The line at the upper edge.
  public var top = Side()
  /// The line at the lower edge.
  public var bottom = Side()
  /// The line across the cell, in either direction or both.
  public var diagonal = Side()
  /// Whether it runs from the lower left to the upper right.
  public var diagonalRunsUp = false
  /// Whether it runs from the upper left to the lower right.
  public var diagonalRunsDown = false

  /// No lines.
  public init() {}
}

/// Where a text stands in its cell.
public struct AlignmentReading: Hashable, Codable, Sendable {
  /// The format's word for it: `general`, `left`, `center`, `right`.
  public var horizontal = "general"
  /// The format's word for it: `bottom`, `center`, `top`.
  public var vertical = "bottom"
  /// Whether a long text is broken into lines.
  public var wraps = false
  /// Whether a long text is set smaller, so that it fits.
  public var shrinks = false
  /// Steps of indent, each as wide as three spaces (ISO/IEC 29500-1, 18.8.1).
  public var indent = 0
  /// In degrees, as the format counts them: 1…90 upwards, 91…180 downwards, 255 stacked.
  public var rotation = 0
  /// The format's number for it: 1 left to right, 2 right to left; 0 as the text itself runs.
  public var readingOrder = 0
  /// Whether the last line of a text that fills its lines is stretched too.
  public var stretchesLastLine = false

  /// The alignment of a plain cell.
  public init() {}
}
