public import Domain

/// What a PDF says about itself.
public struct PDFMetadata: Hashable, Sendable {
  /// The title that viewers show.
  public let title: String
  /// The department.
  public let author: String
  /// What kind of document it is.
  public let subject: String
  /// The program that made it.
  public let creator: String
  /// The only date in the file; the clock plays no part.
  public let date: CalendarDate

  /// The entries of a document's information dictionary.
  public init(title: String, author: String, subject: String, creator: String, date: CalendarDate) {
    self.title = title
    self.author = author
    self.subject = subject
    self.creator = creator
    self.date = date
  }
}
