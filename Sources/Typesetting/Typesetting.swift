public import Diagnostics
public import Documents
public import Geometry
public import Graphics

/// A document on pages; a value, ready to be written as a file.
public struct TypesetDocument: Sendable {
  /// The language of the text, as in BCP 47: `zh-CN`.
  public let language: String
  /// The pages in reading order.
  public let pages: [Page]
  /// The entries of the outline in the order of the pages: headings and forms.
  public let outline: [OutlineEntry]
  /// How many pages each form takes, in order.
  public let pageCounts: [FormPageCount]
  /// The faces that the glyph runs of the pages count.
  public let fonts: [FontFile]
}

/// A place in the document by its title.
public struct OutlineEntry: Hashable, Sendable {
  /// The text of a heading; a form's entry in the contents, or its code and title.
  public let title: String
  /// Its level from 1: it lies below the last entry before it of the level above.
  public let level: Int
  /// The page, from 0.
  public let page: Int
  /// The height on the page where the titled thing begins.
  public let y: Length
}

/// How many pages a form takes.
public struct FormPageCount: Hashable, Sendable {
  /// The form's number.
  public let form: String
  /// How many.
  public let pages: Int
}

/// The forms of a document with their pages planned, so that what is planned once serves both the
/// pages and the workbooks, whose pages are to end after the same rows.
public struct FormPlans {
  /// The forms, or what stands in the way, by their blocks.
  var forms: [Int: Loaded<FormTypesetter.Attempt>] = [:]
  /// The places between rows at which the pages of a form end, by its number; none for a form that
  /// cannot be set.
  public internal(set) var breaks: [String: [RowBreak]] = [:]
}

/// Plans the pages of a document's forms, which is most of the work of setting them.
public func planForms(of document: Document, with fonts: FontSet) -> FormPlans {
  DocumentTypesetter(document: document, measure: fonts.measure(for: document)).planForms()
}

/// Sets a document: cover and contents, text and forms, the body's pages numbered throughout.
///
/// - Parameter plans: the document's forms, where they have been planned before with the same fonts.
/// - Returns: the pages; or, for everything that cannot be set, what stands in the way.
public func typeset(
  _ document: Document, with fonts: FontSet, plans: FormPlans? = nil
) -> Loaded<TypesetDocument> {
  let result = DocumentTypesetter(
    document: document, measure: fonts.measure(for: document), plans: plans
  ).typeset()
  guard let value = result.value else { return Loaded(nil, result.findings) }
  let typeset = TypesetDocument(
    language: document.language, pages: value.pages, outline: value.outline,
    pageCounts: value.pageCounts, fonts: fonts.files)
  return Loaded(typeset, result.findings)
}

extension FontSet {
  /// The measure that keeps the names of a document together.
  fileprivate func measure(for document: Document) -> TextMeasure {
    var measure = measure
    measure.words = KeptWords(document.words)
    return measure
  }
}
