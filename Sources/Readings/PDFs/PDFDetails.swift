/// What is read of a PDF beside pages and words; each costs time.
public struct PDFDetails: OptionSet, Hashable, Sendable {
  /// The bits of the details, one each.
  public let rawValue: Int

  /// Makes a set of its bits; those without a name here mean nothing.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Font and size of each run, and the fonts of the file.
  public static let fonts = PDFDetails(rawValue: 1)
  /// The areas that lead somewhere.
  public static let links = PDFDetails(rawValue: 2)
  /// The outline (bookmarks) of the file.
  public static let outline = PDFDetails(rawValue: 4)
  /// The tagged structure (kinds, spans, pages) and the language.
  public static let tags = PDFDetails(rawValue: 8)
  /// The texts of the tagged structure, and the structure itself.
  public static let tagTexts: PDFDetails = [.tags, PDFDetails(rawValue: 16)]

  /// The cells of ruled tables, for which each page that may have one is drawn.
  public static let grids = PDFDetails(rawValue: 32)

  /// What the file says about itself.
  public static let properties = PDFDetails(rawValue: 64)

  /// All that two files can differ in, but for the texts of tags, which the pages have as well.
  public static let all: PDFDetails = [.fonts, .links, .outline, .properties, .tags]
}

/// How much of a file is read at most, so that a hostile one ends with a message.
public struct PDFLimits: Hashable, Sendable {
  /// The size of the file, which is held in memory twice while it is read.
  public var bytes = 48 << 20
  /// What one stream unpacks to, at most: a picture of A3 at 300 dpi.
  public var streamBytes = 64 << 20
  /// What all streams unpack to, for the time that it takes.
  public var inflatedBytes = 1 << 30
  /// The bytes of text that one stream shows; a page of small print has some ten thousand.
  public var shownBytes = 400_000
  /// The objects that the file says it has.
  public var objects = 300_000
  /// The pages that the file has.
  public var pages = 5_000
  /// The characters of all pages together.
  public var characters = 1_000_000
  /// Entries of the outline; those beyond are left out.
  public var outlineEntries = 50_000
  /// Elements of the structure; those beyond are left out.
  public var tags = 1_000_000
  /// Levels of the outline and of the structure; what lies deeper is left out.
  public var depth = 64
  /// Seconds until no further page is begun.
  public var seconds = 60

  /// The limits of the program, from which tests depart.
  public init() {}
}
