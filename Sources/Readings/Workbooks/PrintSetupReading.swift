/// How a sheet is printed.
public struct PrintSetupReading: Hashable, Codable, Sendable {
  /// Which way the paper lies.
  public enum Orientation: String, Hashable, Codable, Sendable {
    /// The file does not say; printers take portrait.
    case unset
    case portrait
    case landscape
  }

  /// Margins in inches, as the format has them.
  public struct Margins: Hashable, Codable, Sendable {
    /// From the left edge of the paper to the cells.
    public var left: Double
    /// From the right edge of the paper to the cells.
    public var right: Double
    /// From the upper edge of the paper to the cells.
    public var top: Double
    /// From the lower edge of the paper to the cells.
    public var bottom: Double
    /// From the upper edge of the paper to the header.
    public var header: Double
    /// From the lower edge of the paper to the footer.
    public var footer: Double

    /// Sets all margins.
    public init(
      left: Double, right: Double, top: Double, bottom: Double, header: Double, footer: Double
    ) {
      self.left = left
      self.right = right
      self.top = top
      self.bottom = bottom
      self.header = header
      self.footer = footer
    }
  }

  /// Header and footer texts with their codes (`&C第&P页`).
  public struct HeaderFooter: Hashable, Codable, Sendable {
    /// The header of all pages that have none of their own; empty for none.
    public var oddHeader = ""
    /// The footer of all pages that have none of their own; empty for none.
    public var oddFooter = ""
    /// The header of even pages, which counts only with ``differsOnEvenPages``.
    public var evenHeader = ""
    /// The footer of even pages, likewise.
    public var evenFooter = ""
    /// The header of the first page, which counts only with ``differsOnFirstPage``.
    public var firstHeader = ""
    /// The footer of the first page, likewise.
    public var firstFooter = ""
    /// Whether even pages have texts of their own.
    public var differsOnEvenPages = false
    /// Whether the first page has texts of its own.
    public var differsOnFirstPage = false

    /// Empty headers and footers.
    public init() {}
  }

  /// Number of the paper in the format's list: 8 is A3, 9 is A4; nil where the file does not say.
  public var paper: Int?
  /// Which way the paper lies.
  public var orientation = Orientation.unset
  /// The margins of the paper; nil where the file does not say.
  public var margins: Margins?
  /// Whether the pages are fitted to a number of pages; otherwise the scale counts.
  public var fitsToPages = false
  /// Pages in width, 1 if the file does not say; 0 leaves the direction free.
  public var fitWidth = 1
  /// Pages in height, likewise.
  public var fitHeight = 1
  /// In percent.
  public var scale = 100
  /// The number that the first page bears; nil where it follows from the sheets before.
  public var firstPageNumber: Int?
  /// Whether pages run to the right before they run down.
  public var runsOverThenDown = false
  /// Whether the cells stand in the middle between left and right margin.
  public var centresHorizontally = false
  /// Whether the cells stand in the middle between upper and lower margin.
  public var centresVertically = false
  /// Whether the lines between cells are printed that the screen shows.
  public var printsGridLines = false
  /// Whether the letters of columns and the numbers of rows are printed.
  public var printsHeadings = false
  /// Whether colours are left out in print.
  public var isBlackAndWhite = false
  /// What is printed above and below the cells of each page.
  public var headerFooter = HeaderFooter()
  /// Empty where the whole sheet is printed.
  public var printArea: [CellRange] = []
  /// Rows at the top of each page, from 0, ends included.
  public var titleRows: ClosedRange<Int>?
  /// Columns at the left of each page, from 0, ends included.
  public var titleColumns: ClosedRange<Int>?
  /// Rows before which a page begins by hand.
  public var rowBreaks: [Int] = []
  /// Columns before which a page begins by hand.
  public var columnBreaks: [Int] = []

  /// The set-up of a sheet that sets nothing.
  public init() {}
}
