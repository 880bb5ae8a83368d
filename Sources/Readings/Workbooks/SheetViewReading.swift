/// What of a sheet the screen shows; where it is scrolled to and what is selected plays no part.
public struct SheetViewReading: Hashable, Codable, Sendable {
  /// The format's word for it: `normal`, `pageBreakPreview`, `pageLayout`.
  public var mode = "normal"
  /// In percent.
  public var zoom = 100
  /// Whether cells show their formulas in place of the results.
  public var showsFormulas = false
  /// Whether zeros are shown; otherwise their cells look empty.
  public var showsZeros = true
  /// Whether the letters of columns and the numbers of rows are shown.
  public var showsHeadings = true
  /// Whether the first column stands at the right.
  public var runsRightToLeft = false
  /// Whether the signs of groups are shown.
  public var showsOutlineSymbols = true
  /// Where the window is parted without holding anything in place; empty for nowhere.
  public var split = ""

  /// The view of a sheet that sets nothing.
  public init() {}
}
