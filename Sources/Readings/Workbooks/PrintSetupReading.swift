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
    public var left: Double
    public var right: Double
    public var top: Double
    public var bottom: Double
    public var header: Double
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
    public var oddHeader = ""
    public var oddFooter = ""
    public var evenHeader = ""
    public var evenFooter = ""
    public var firstHeader = ""
    public var firstFooter = ""
    public var differsOnEvenPages = false
    public var differsOnFirstPage = false

    /// Empty headers and footers.
    public init() {}
  }

  /// Number of the paper in the format's list: 8 is A3, 9 is A4; nil where the file does not say.
  public var paper: Int?
  public var orientation = Orientation.unset
  public var margins: Margins?
  /// Whether the pages are fitted to a number of pages; otherwise the scale counts.
  public var fitsToPages = false
  /// Pages in width, 1 if the file does not say; 0 leaves the direction free.
  public var fitWidth = 1
  /// Pages in height, likewise.
  public var fitHeight = 1
  /// In percent.
  public var scale = 100
  public var firstPageNumber: Int?
  /// Whether pages run to the right before they run down.
  public var runsOverThenDown = false
  public var centresHorizontally = false
  public var centresVertically = false
  public var printsGridLines = false
  public var printsHeadings = false
  public var isBlackAndWhite = false
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
