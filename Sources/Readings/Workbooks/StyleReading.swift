/// How a cell looks: what its entry in the style table comes to, names and numbers resolved.
public struct StyleReading: Hashable, Codable, Sendable {
  /// The number format's code: `#,##0.00`; `General` for the plain one.
  public var numberFormat = "General"
  public var font = FontReading()
  public var fill = FillReading()
  public var borders = BordersReading()
  public var alignment = AlignmentReading()
  public var isLocked = true
  public var hidesFormula = false

  /// The style of a plain cell.
  public init() {}
}

/// A font.
public struct FontReading: Hashable, Codable, Sendable {
  public var name = ""
  /// In points; 0 where the file does not say.
  public var size = 0.0
  public var isBold = false
  public var isItalic = false
  public var isStruck = false
  /// `single`, `double`, …; empty for none.
  public var underline = ""
  /// `superscript` or `subscript`; empty for neither.
  public var position = ""
  public var colour = ColourReading.automatic

  /// A font that the file does not describe.
  public init() {}
}

/// A colour.
public enum ColourReading: Hashable, Codable, Sendable {
  case automatic
  /// Opacity, red, green and blue in eight hexadecimal capitals: `FF000000`.
  case rgb(String)
  /// A colour of the workbook's theme, lightened or darkened by −1…1.
  case theme(Int, tint: Double)
}

/// What a cell's ground is filled with.
public struct FillReading: Hashable, Codable, Sendable {
  /// The format's word for it: `none`, `solid`, `gray125`; and `gradient`.
  public var pattern = "none"
  public var foreground = ColourReading.automatic
  public var background = ColourReading.automatic

  /// No fill.
  public init() {}
}

/// The lines around a cell.
public struct BordersReading: Hashable, Codable, Sendable {
  /// A line.
  public struct Side: Hashable, Codable, Sendable {
    /// The format's word for it: `thin`, `medium`, `double`; `none` for no line.
    public var style = "none"
    public var colour = ColourReading.automatic

    /// No line.
    public init() {}
  }

  public var left = Side()
  public var right = Side()
  public var top = Side()
  public var bottom = Side()
  public var diagonal = Side()
  public var diagonalRunsUp = false
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
  public var wraps = false
  public var shrinks = false
  public var indent = 0
  /// In degrees, as the format counts them: 1…90 upwards, 91…180 downwards, 255 stacked.
  public var rotation = 0

  /// The alignment of a plain cell.
  public init() {}
}
