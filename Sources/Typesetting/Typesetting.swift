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

/// Sets a document: cover and contents, text and forms, the body's pages numbered throughout.
///
/// - Returns: the pages; or, for everything that cannot be set, what stands in the way.
public func typeset(_ document: Document, with fonts: FontSet) -> Loaded<TypesetDocument> {
  var measure = fonts.measure
  measure.words = KeptWords(document.words)
  let result = DocumentTypesetter(document: document, measure: measure).typeset()
  guard let value = result.value else { return Loaded(nil, result.findings) }
  let typeset = TypesetDocument(
    language: document.language, pages: value.pages, outline: value.outline,
    pageCounts: value.pageCounts, fonts: fonts.files)
  return Loaded(typeset, result.findings)
}
