internal import Geometry

/// How a sheet is printed: always one page wide and centred between the left and right margin.
struct PrintSetup: Hashable, Sendable {
  /// Excel's number of a paper size.
  enum Paper: Int, Hashable, Sendable {
    case a3 = 8
    case a4 = 9
  }

  let paper: Paper
  let isLandscape: Bool
  let margins: Insets
  /// In Excel's notation: `&C— &P —`.
  let footer: String
  /// From the lower edge of the sheet to the footer.
  let footerMargin: Length
  /// Whether all of it is reduced to one page, or only its width.
  let fitsOnePage: Bool
  /// The rows that are printed again at the top of every page.
  let repeatedRows: ClosedRange<Int>?
  /// What is printed.
  let area: CellRange
}

extension Length {
  /// The length in inches, as the library takes margins; a thousandth is far below any printer's.
  var inches: Double { (points / 72 * 1000).rounded() / 1000 }
}
