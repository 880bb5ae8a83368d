public import Diagnostics
public import Figures
public import Readings

/// What a file says, once its tables are known as forms of a layout set.
public struct RecognisedFile: Hashable, Sendable {
  /// Its figures, form by form in the order in which the file has them.
  public let book: FigureBook
  /// Tables that are no form, rows and columns that are none of the form's, forms found twice.
  public let findings: [Finding]
  /// What looks like a form, or a part of one, and was not read.
  public let unread: [UnreadPart]

  /// Puts figures, findings and what was not read together.
  public init(book: FigureBook, findings: [Finding], unread: [UnreadPart] = []) {
    self.book = book
    self.findings = findings
    self.unread = unread
  }

  /// The forms in the order in which the file has them.
  public var forms: [FigureForm] { book.forms }
  /// All figures, form by form.
  public var figures: [Figure] { book.figures }
}
