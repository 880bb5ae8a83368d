internal import Geometry

/// How lengths on paper and Excel's own units turn into each other; the only place that knows.
///
/// Excel lays out sheets in pixels of a screen with 96 dots per inch and stores widths as counts of
/// the digit 0 in the workbook's normal font; the library does that last step for digits of 7 pixels.
enum SheetUnits {
  /// The size of the workbook's normal font in points.
  ///
  /// The digits of Chinese fonts are half an em wide: 7 pixels in this size, as exactly as on paper, so
  /// that columns are as wide in every program that has the font. A Latin font would make them wider
  /// wherever a program has to do with another one in its place.
  static let normalSize = 10.5

  /// What a cell keeps free of text: 5 pixels of its width where digits have 7
  /// (https://learn.microsoft.com/dotnet/api/documentformat.openxml.spreadsheet.column).
  static let cellPadding = 5

  /// What a cell keeps free at either side by itself.
  static var freeEdge: Length { length(pixels: cellPadding) / 2 }

  /// The least scale at which a sheet is printed, if its figures and rows can be had so.
  static let leastScale = 0.9

  /// The parts of its size to which a sheet is laid out to be reduced in print.
  ///
  /// The rows of a sheet are higher than those of a page; reduced together with wider columns, as many
  /// find room. The least is a little above ``leastScale``, for columns are rounded to pixels and
  /// scales down to whole percents.
  static let reductions = [1, 0.95, 0.905]

  /// The part of a page's width that columns may fill at that scale: programs round their widths.
  static let usedWidth = 0.995

  /// The part of a page's height that rows may fill: printers round the heights of rows.
  static let usedHeight = 0.99

  /// The scale at which columns, their widths in pixels, just fit side by side in a width; at most 1.
  static func scale(_ columns: [Int], in width: Length) -> Double {
    min(1, width.points / length(pixels: columns.reduce(0, +)).points)
  }

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

  /// A length in whole pixels, at least one; rounded up, so that what was measured fits.
  static func pixels(_ length: Length) -> Int {
    max(1, Int((length.points * 96 / 72 - 0.001).rounded(.up)))
  }

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
