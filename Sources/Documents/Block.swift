/// A piece of a document, in reading order.
public enum Block: Sendable {
  /// A page of its own without a number.
  case cover(Cover)
  /// Pages of their own without numbers: every heading with the page on which it stands.
  case contents(Contents)
  case heading(Heading)
  case paragraph(Paragraph)
  /// A table between paragraphs, on the same pages as they.
  case table(TextTable)
  /// What follows begins a page.
  case pageBreak
  /// What follows begins a page, and the sheets of text and tables are held so from here on. Forms
  /// have an orientation of their own.
  case orientation(PageOrientation)
  /// A form, on pages of its own. A heading just before it stands on the form's first page.
  case form(FormSheet)
}

/// The first page.
public struct Cover: Hashable, Sendable {
  /// Who publishes: the department's name, set above the title.
  public let issuer: String
  /// The title in the middle of the page.
  public let title: String
  /// Set at the foot of the page: the date or the place; may be empty.
  public let foot: String

  /// Makes a cover of its three texts.
  public init(issuer: String, title: String, foot: String) {
    self.issuer = issuer
    self.title = title
    self.foot = foot
  }
}

/// The table of contents: its own heading; the entries are the document's headings and forms,
/// of as many levels as the style has.
public struct Contents: Hashable, Sendable {
  /// The wording above it: 目录.
  public let title: String

  /// Makes a table of contents with the wording above it.
  public init(title: String) { self.title = title }
}

/// A heading of level 1 (a part), 2 or 3.
public struct Heading: Hashable, Sendable {
  /// The level, from 1 (a part) to 3.
  public let level: Int
  /// The wording as it is printed, its number included.
  public let text: String
  /// Whether it begins a part of the document, which may be asked for by its number.
  public let isPart: Bool

  /// Makes a heading of a level; those of level 1, and no others, begin parts unless it is said
  /// otherwise.
  public init(level: Int, text: String, isPart: Bool = true) {
    self.level = level
    self.text = text
    self.isPart = isPart && level == 1
  }
}

/// A paragraph of the text.
public struct Paragraph: Hashable, Sendable {
  /// The wording without its indent.
  public let text: String

  /// Makes a paragraph of its text.
  public init(text: String) { self.text = text }
}

/// A table in running text.
///
/// It is as wide as the text: the widths of its columns count by their proportions alone.
public struct TextTable: Sendable {
  /// What stands above it, on the same page; empty for none.
  public let caption: String
  /// The table itself.
  public let table: Table

  /// Pairs a table with what stands above it.
  public init(caption: String, table: Table) {
    self.caption = caption
    self.table = table
  }
}
