/// What a PDF file says, whoever wrote it: values without any trace of the library that read them.
///
/// Lengths are points; boxes are measured from the upper left corner of the page as it is shown
/// (rotation applied, cut to the crop box). Pages are counted from 1.
public struct PDFReading: Codable, Hashable, Sendable {
  /// The file's name as messages print it.
  public var file: String
  /// `1.7`.
  public var version: String
  /// What the file says about itself; nothing unless it was asked for.
  public var properties: PDFProperties
  /// The pages in the order of the file.
  public var pages: [ReadPage]
  /// The fonts in the order of their names, each once; empty unless they were asked for.
  public var fonts: [ReadFont]
  /// The outline in reading order, a parent before its children; empty unless it was asked for.
  public var outline: [ReadOutlineEntry]
  /// The elements at the top of the tagged structure; empty where the file has none, or it was not
  /// asked for.
  public var tags: [ReadTag]

  /// Makes a reading; what is not given was not asked for, or the file has none.
  public init(
    file: String, version: String = "", properties: PDFProperties = PDFProperties(),
    pages: [ReadPage] = [], fonts: [ReadFont] = [], outline: [ReadOutlineEntry] = [],
    tags: [ReadTag] = []
  ) {
    self.file = file
    self.version = version
    self.properties = properties
    self.pages = pages
    self.fonts = fonts
    self.outline = outline
    self.tags = tags
  }
}

/// What a PDF says about itself; nil or empty where it says nothing.
public struct PDFProperties: Codable, Hashable, Sendable {
  /// The title as the file has it.
  public var title: String?
  /// The author as the file has it.
  public var author: String?
  /// The subject as the file has it.
  public var subject: String?
  /// The keywords in one text, as the file has them.
  public var keywords: String?
  /// The program that made the document.
  public var creator: String?
  /// The program that made the file.
  public var producer: String?
  /// The language of the text: `zh-CN`; nil unless the tags were asked for.
  public var language: String?
  /// `2024-09-10T00:00:00+08:00`.
  public var created: String?
  /// `2024-09-10T00:00:00+08:00`.
  public var modified: String?
  /// Whether the text is tagged; false unless the tags were asked for.
  public var isTagged: Bool

  /// Properties of which those not given are not stated.
  public init(
    title: String? = nil, author: String? = nil, subject: String? = nil, keywords: String? = nil,
    creator: String? = nil, producer: String? = nil, language: String? = nil,
    created: String? = nil, modified: String? = nil, isTagged: Bool = false
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.creator = creator
    self.producer = producer
    self.language = language
    self.created = created
    self.modified = modified
    self.isTagged = isTagged
  }
}

/// A font that a PDF uses.
public struct ReadFont: Codable, Hashable, Sendable {
  /// The font's name without the mark of a subset: `FandolSong-Regular`.
  public var name: String
  /// `CID Type 0C`.
  public var kind: String
  /// Whether the file holds the font itself, so that it prints alike everywhere.
  public var isEmbedded: Bool
  /// Whether only the characters that are used were embedded.
  public var isSubset: Bool

  /// Makes a font; the name is without the mark of a subset.
  public init(name: String, kind: String, isEmbedded: Bool, isSubset: Bool) {
    self.name = name
    self.kind = kind
    self.isEmbedded = isEmbedded
    self.isSubset = isSubset
  }
}

/// An entry of the outline.
public struct ReadOutlineEntry: Codable, Hashable, Sendable {
  /// The wording as the outline shows it.
  public var title: String
  /// 1 for the entries at the root.
  public var level: Int
  /// Where it leads; nil where it leads nowhere.
  public var target: ReadTarget?

  /// Makes an entry of a level, from 1.
  public init(title: String, level: Int, target: ReadTarget?) {
    self.title = title
    self.level = level
    self.target = target
  }
}
