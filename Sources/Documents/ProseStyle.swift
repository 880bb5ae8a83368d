public import Geometry

/// How cover, contents and running text are set.
public struct ProseStyle: Hashable, Sendable {
  /// Paper, margins and page number of text pages.
  public let page: PageStyle
  /// How many lines the text area holds: its height divided by it is the pitch of all lines.
  public private(set) var linesPerPage: Int
  /// The text; its line height is the pitch and not the style's own.
  public let body: TextStyle
  /// The first-line indent in ems of the body.
  public let indent: Double
  /// Levels 1 to 3.
  public let headings: [HeadingStyle]
  /// What stands above a table in running text; its line height is the pitch.
  public let caption: TextStyle
  /// How the first page is set.
  public let cover: CoverStyle
  /// The heading of the contents.
  public let contentsTitle: TextStyle
  /// Its entries by level, as many levels as it lists; their line height is the pitch.
  public let contentsEntries: [TextStyle]

  /// Makes a style; headings and entries of the contents come by level, 1 first.
  public init(
    page: PageStyle, linesPerPage: Int, body: TextStyle, indent: Double,
    headings: [HeadingStyle], caption: TextStyle, cover: CoverStyle, contentsTitle: TextStyle,
    contentsEntries: [TextStyle]
  ) {
    self.page = page
    self.linesPerPage = linesPerPage
    self.body = body
    self.indent = indent
    self.headings = headings
    self.caption = caption
    self.cover = cover
    self.contentsTitle = contentsTitle
    self.contentsEntries = contentsEntries
  }

  /// From one baseline to the next.
  public var pitch: Length {
    (page.size.height - page.margins.top - page.margins.bottom) / Double(linesPerPage)
  }

  /// The same with another number of lines in the same area.
  public func holding(lines: Int) -> ProseStyle {
    var style = self
    style.linesPerPage = lines
    return style
  }

  /// How many lines a sheet holds that is held so; one that is held sideways has fewer.
  public func linesPerPage(_ orientation: PageOrientation) -> Int {
    let height = page.size(orientation).height - page.margins.top - page.margins.bottom
    // The hundredth is what a quotient of fractions may lack.
    return orientation == .portrait
      ? linesPerPage : max(1, Int(height.points / pitch.points + 0.01))
  }
}

/// How headings of a level are set.
public struct HeadingStyle: Hashable, Sendable {
  /// The font and size; the line height is the pitch and not the style's own.
  public let text: TextStyle
  /// Whether it stands in the middle of the line; otherwise it is indented like a paragraph.
  public let isCentred: Bool
  /// Whether it begins a page.
  public let startsPage: Bool
  /// Blank lines above, in lines of the grid.
  public let linesAbove: Int
  /// Blank lines below, in lines of the grid.
  public let linesBelow: Int

  /// Makes a style of headings.
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
  /// The name of the department, above the title.
  public let issuer: TextStyle
  /// The title in the middle of the page.
  public let title: TextStyle
  /// The date or the place, at the foot of the page.
  public let foot: TextStyle

  /// Makes a style of the cover's three texts.
  public init(issuer: TextStyle, title: TextStyle, foot: TextStyle) {
    self.issuer = issuer
    self.title = title
    self.foot = foot
  }
}
