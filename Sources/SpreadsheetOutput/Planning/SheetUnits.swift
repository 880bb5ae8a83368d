internal import Geometry

/// How lengths on paper and Excel's own units turn into each other; the only place that knows.
///
/// Excel lays out sheets in pixels of a screen with 96 dots per inch and stores widths as counts of
/// the digit 0 in the workbook's normal font; the library does that last step for Calibri 11.
enum SheetUnits {
  /// What a cell keeps free of text: 5 pixels of its width with Calibri 11 as the normal font
  /// (https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.column).
  static let cellPadding = 5

  /// What one step of a cell's indent takes: three blanks of the normal font
  /// (https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.alignment).
  static let indent = 9

  /// The steps of indent that keep text as far from an edge; what a cell keeps free by itself counts.
  static func indents(for padding: Length) -> Int {
    let free = Double(cellPadding) / 2
    return max(0, Int(((padding.points * 96 / 72 - free) / Double(indent)).rounded(.up)))
  }

  /// The least scale at which a sheet that is to fit is printed on one page.
  static let leastScale = 0.9

  /// The tallest row that Excel knows.
  static let tallestRow = Length.pt(409.5)

  /// The part of a cell's width that we let text fill.
  ///
  /// Excel draws with the reader's fonts and at the screen's resolution, so a line that just fits
  /// by our measure may break on the reader's screen.
  static let usedShare = 0.94

  /// What a row is higher than its text, at least, for the same reason.
  static let heightReserve = Length.pt(2)

  /// The least distance of baselines, as a multiple of the font size: what Excel itself gives the
  /// common Chinese fonts (13.5 pt for 宋体 11, 18.75 pt for 宋体 14), rounded up.
  static let leastLineHeight = 1.35

  /// A length in whole pixels, at least one.
  static func pixels(_ length: Length) -> Int { max(1, Int((length.points * 96 / 72).rounded())) }

  /// The length of so many pixels.
  static func length(pixels: Int) -> Length { .pt(Double(pixels) * 72 / 96) }

  /// The pixels of a cell in which a text of the given width surely fits on one line.
  static func pixels(fitting text: Length, padding: Int = cellPadding) -> Int {
    Int((text.points / usedShare * 96 / 72 - 0.001).rounded(.up)) + padding
  }

  /// The width for text in a cell of so many pixels, safety margin deducted.
  static func textWidth(pixels: Int) -> Length {
    length(pixels: max(1, pixels - cellPadding)) * usedShare
  }

  /// A row's height, rounded up to whole pixels as Excel does when it loads a file.
  static func rowHeight(_ height: Length) -> Length {
    // A hair less than a pixel keeps 18.000000001 from becoming 18.75.
    .pt(((height.points * 96 / 72) - 0.001).rounded(.up) * 72 / 96)
  }
}
