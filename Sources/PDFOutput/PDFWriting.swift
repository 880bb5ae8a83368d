public import FoundationEssentials
public import Typesetting

/// Writes a document as a PDF file: outline, information, structure and every item of every page as
/// it stands.
///
/// The same document gives the same bytes, whatever the clock, the time zone and the language. The
/// file appears when it is complete.
///
/// - Throws: a `GraphicsError` when the pages cannot be drawn, a ``PDFFault`` when the file cannot be
///   finished or written.
public func writePDF(
  _ document: TypesetDocument, metadata: PDFMetadata, to url: URL
) throws {
  let drawing = try draw(document, metadata: metadata)
  let bytes = try finish(drawing, language: document.language, date: metadata.date)
  do {
    try Data(bytes).write(to: url, options: .atomic)
  } catch {
    throw PDFFault("file", doing: "write \(url.path)", reason: "\(error)")
  }
}
