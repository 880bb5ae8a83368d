public import Typesetting

/// Makes the bytes of a PDF file of a document: outline, information, structure and every item of
/// every page as it stands.
///
/// The same document gives the same bytes, whatever the clock, the time zone and the language.
///
/// - Throws: a `GraphicsError` when the pages cannot be drawn, a ``PDFFault`` when the file cannot be
///   finished.
public func makePDF(_ document: TypesetDocument, metadata: PDFMetadata) throws -> [UInt8] {
  let drawing = try draw(document, metadata: metadata)
  return try finish(drawing, language: document.language, date: metadata.date)
}
