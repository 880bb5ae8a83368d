/// What is read of a PDF beside pages, words and properties; each costs time.
public struct PDFDetails: OptionSet, Hashable, Sendable {
  public let rawValue: Int

  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Font and size of each run, and the fonts of the file.
  public static let fonts = PDFDetails(rawValue: 1)
  public static let links = PDFDetails(rawValue: 2)
  public static let outline = PDFDetails(rawValue: 4)
  /// The tagged structure (kinds, spans, pages) and the language.
  public static let tags = PDFDetails(rawValue: 8)
  /// The texts of the tagged structure, and the structure itself.
  public static let tagTexts: PDFDetails = [.tags, PDFDetails(rawValue: 16)]

  /// The cells of ruled tables, for which each page that may have one is drawn.
  public static let grids = PDFDetails(rawValue: 32)

  /// All that two files can differ in, but for the texts of tags, which the pages have as well.
  public static let all: PDFDetails = [.fonts, .links, .outline, .tags]
}

/// How much of a file is read at most, so that a hostile one ends with a message.
public struct PDFLimits: Hashable, Sendable {
  /// The size of the file.
  public var bytes = 256 << 20
  public var pages = 5_000
  /// The characters of all pages together.
  public var characters = 20_000_000
  /// Entries of the outline; those beyond are left out.
  public var outlineEntries = 50_000
  /// Elements of the structure; those beyond are left out.
  public var tags = 1_000_000
  /// Levels of the outline and of the structure; what lies deeper is left out.
  public var depth = 64
  /// Seconds until no further page is begun.
  public var seconds = 60

  public init() {}
}
