internal import CGraphics

/// The entries of a PDF's information dictionary.
public enum PDFInformation: Sendable {
  case title, author, subject, creator
  /// Dates as in ISO 8601 with their time zone: `2024-09-20T00:00:00Z`.
  case creationDate, modificationDate

  var code: cairo_pdf_metadata_t {
    switch self {
    case .title: CAIRO_PDF_METADATA_TITLE
    case .author: CAIRO_PDF_METADATA_AUTHOR
    case .subject: CAIRO_PDF_METADATA_SUBJECT
    case .creator: CAIRO_PDF_METADATA_CREATOR
    case .creationDate: CAIRO_PDF_METADATA_CREATE_DATE
    case .modificationDate: CAIRO_PDF_METADATA_MOD_DATE
    }
  }
}
