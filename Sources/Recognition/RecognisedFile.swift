public import Diagnostics
public import Figures

/// What a file says, once its tables are known as forms of a layout set.
public struct RecognisedFile: Hashable, Sendable {
  /// Its figures, form by form in the order in which the file has them.
  public let book: FigureBook
  /// Tables that are no form, rows and columns that are none of the form's, forms found twice.
  public let findings: [Finding]

  /// Pairs figures with findings.
  public init(book: FigureBook, findings: [Finding]) {
    self.book = book
    self.findings = findings
  }

  /// The forms in the order in which the file has them.
  public var forms: [FigureForm] { book.forms }
  /// All figures, form by form.
  public var figures: [Figure] { book.figures }
}
