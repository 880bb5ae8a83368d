internal import CGraphics
public import Geometry

/// A PDF file that is drawn page by page, in memory.
///
/// Nothing in it depends on clock, time zone or language. While it is drawn, no other thread sets text
/// with pango or draws; it must be finished on the thread on which it began.
public struct PDFCanvas: DrawingSurface, ~Copyable {
  /// Draws on the page that was begun last.
  public let ink: Ink
  let surface: OpaquePointer
  private let output: ByteCollector
  private var pages = 0

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - fonts: the faces that ``GlyphRun/face`` counts, in the order of their collection.
  ///   - glyphs: the glyphs of each face that are going to be drawn.
  public init(fonts: [FontFile], glyphs: [Set<UInt32>]) {
    // First of all, since it takes cairo's turn.
    let faces = CairoFaces(fonts, glyphs: glyphs)
    let output = ByteCollector()
    // Cairo returns an object in any case; whether it works, its status says.
    let surface: OpaquePointer = cairo_pdf_surface_create_for_stream(
      { output, bytes, count in ByteCollector.append(bytes, count, to: output) },
      // The canvas keeps the collector until the surface, which writes to it, is gone.
      Unmanaged.passUnretained(output).toOpaque(), 1, 1)
    ink = Ink(context: cairo_create(surface), faces: faces)
    self.output = output
    self.surface = surface
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  var context: OpaquePointer { ink.context }

  /// Sets an entry of the document's information.
  public func set(_ entry: PDFInformation, to text: String) throws(GraphicsError) {
    cairo_pdf_surface_set_metadata(surface, entry.code, text)
    try check("set the metadata")
  }

  /// Begins the next page; what is drawn from now on stands on it.
  public mutating func beginPage(_ size: Size) throws(GraphicsError) {
    if pages > 0 { try endPage() }
    pages += 1
    cairo_pdf_surface_set_size(surface, size.width.points, size.height.points)
  }

  /// Begins an element of the document's structure, within those that have not ended; it may end on
  /// a later page.
  ///
  /// What is drawn while an element is open that has no elements within it belongs to the element.
  ///
  /// - Parameter tag: a structure type of ISO 32000-1, 14.8.4: `Table`.
  public func beginElement(_ tag: String) {
    // The size of a page discards what was marked before it is set; the end would then have no
    // beginning, which stops the program.
    precondition(pages > 0, "an element begins on a page")
    cairo_tag_begin(context, tag, nil)
  }

  /// Ends the element that began last; it cannot be gone back to.
  public func endElement(_ tag: String) { cairo_tag_end(context, tag) }

  /// Completes the file and hands it over.
  public consuming func finish() throws(GraphicsError) -> [UInt8] {
    if pages > 0 { try endPage() }
    cairo_surface_finish(surface)
    try check("complete the file")
    return output.bytes
  }

  /// Ends a page and asks what became of it: cairo keeps its errors to itself until asked.
  private func endPage() throws(GraphicsError) {
    cairo_show_page(context)
    try check("draw page \(pages)")
  }

  /// Turns what cairo has kept to itself into an error.
  func check(_ doing: String) throws(GraphicsError) {
    for status in [cairo_status(context), cairo_surface_status(surface)]
    where status != CAIRO_STATUS_SUCCESS {
      throw GraphicsError(
        "cairo", doing: doing, reason: String(cString: cairo_status_to_string(status)))
    }
  }
}

/// Takes what cairo writes.
final class ByteCollector {
  private(set) var bytes: [UInt8] = []

  /// Appends bytes to the collector behind a pointer; cairo calls this for every piece of a file.
  static func append(
    _ piece: UnsafePointer<UInt8>?, _ count: UInt32, to collector: UnsafeMutableRawPointer?
  ) -> cairo_status_t {
    guard let piece, let collector else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<ByteCollector>.fromOpaque(collector).takeUnretainedValue().bytes
      .append(contentsOf: UnsafeBufferPointer(start: piece, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}

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
