public import Geometry

/// How cover, contents and running text are set; the defaults of official documents are those of
/// GB/T 9704—2012 (A4, margins 37/26/35/28 mm, 三号仿宋, 22 lines a page), given in the layout set.
public struct ProseStyle: Hashable, Sendable {
  /// Paper, margins and page number of text pages.
  public let page: PageStyle
  /// How many lines the text area holds: its height divided by it is the pitch of all lines.
  public let linesPerPage: Int
  /// The text; its line height is the pitch and not the style's own.
  public let body: TextStyle
  /// The first-line indent in ems of the body.
  public let indent: Double
  /// Levels 1 to 3.
  public let headings: [HeadingStyle]
  public let cover: CoverStyle
  /// The heading of the contents.
  public let contentsTitle: TextStyle
  /// Its entries by level, as many levels as it lists; their line height is the pitch.
  public let contentsEntries: [TextStyle]

  public init(
    page: PageStyle, linesPerPage: Int, body: TextStyle, indent: Double,
    headings: [HeadingStyle], cover: CoverStyle, contentsTitle: TextStyle,
    contentsEntries: [TextStyle]
  ) {
    self.page = page
    self.linesPerPage = linesPerPage
    self.body = body
    self.indent = indent
    self.headings = headings
    self.cover = cover
    self.contentsTitle = contentsTitle
    self.contentsEntries = contentsEntries
  }

  /// From one baseline to the next.
  public var pitch: Length {
    (page.size.height - page.margins.top - page.margins.bottom) / Double(linesPerPage)
  }
}

/// How headings of a level are set.
public struct HeadingStyle: Hashable, Sendable {
  public let text: TextStyle
  /// Whether it stands in the middle of the line; otherwise it is indented like a paragraph.
  public let isCentred: Bool
  /// Whether it begins a page.
  public let startsPage: Bool
  /// Blank lines above and below, in lines of the grid.
  public let linesAbove: Int
  public let linesBelow: Int

  public init(
    text: TextStyle, isCentred: Bool, startsPage: Bool, linesAbove: Int, linesBelow: Int
  ) {
    self.text = text
    self.isCentred = isCentred
    self.startsPage = startsPage
    self.linesAbove = linesAbove
    self.linesBelow = linesBelow
  }
}

/// How the cover is set.
public struct CoverStyle: Hashable, Sendable {
  public let issuer: TextStyle
  public let title: TextStyle
  public let foot: TextStyle

  public init(issuer: TextStyle, title: TextStyle, foot: TextStyle) {
    self.issuer = issuer
    self.title = title
    self.foot = foot
  }
}
