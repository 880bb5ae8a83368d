/// A template of headings and paragraphs, taken apart and checked.
///
/// Every key names a value that can stand where it stands; what a line is, a heading, a row or a
/// paragraph, is told by what it prints.
public struct ProseTemplate: Hashable, Sendable {
  /// A piece of a template.
  public enum Piece: Hashable, Sendable {
    /// Text that stands in the template itself; it is never empty and holds no line end.
    case text(String)
    /// The end of a line.
    case lineEnd
    /// What a value prints.
    case value(key: String)
    /// What is printed on a condition, or for each item of a list.
    case section(Section)
  }

  /// What a section asks for.
  public enum Subject: Hashable, Sendable {
    /// The items of a list, whether a condition holds, or whether a value has anything to print.
    case value(key: String)
    /// Whether it is the first item of the list.
    case first
    /// Whether it is the last item of the list.
    case last
  }

  /// A stretch of a template between a tag that opens it and one that closes it.
  public struct Section: Hashable, Sendable {
    /// What it asks for.
    public let subject: Subject
    /// Whether it is printed where that is not so.
    public let isInverted: Bool
    /// What it prints.
    public let pieces: [Piece]
  }

  /// What it prints.
  public let pieces: [Piece]
}
