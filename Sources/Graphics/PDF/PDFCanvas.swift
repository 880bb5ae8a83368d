internal import CGraphics
public import Geometry

/// A PDF file that is drawn page by page.
///
/// Nothing in it depends on clock, time zone or language. ``finish()`` completes the file; a canvas
/// that is dropped before leaves an incomplete one.
public struct PDFCanvas: ~Copyable {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let faces: CairoFaces
  private var pages = 0

  /// Begins a file.
  ///
  /// - Parameters:
  ///   - path: where it is written; a path that cannot be written to is told with the first page.
  ///   - fonts: the faces that ``GlyphRun/face`` counts, in the order of their collection.
  public init(path: String, fonts: [FontFile]) throws(GraphicsError) {
    let faces = CairoFaces(fonts)
    // Cairo returns an object in any case; whether it works, its status says.
    let surface: OpaquePointer = cairo_pdf_surface_create(path, 1, 1)
    let context: OpaquePointer = cairo_create(surface)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    self.faces = faces
    self.surface = surface
    self.context = context
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Sets an entry of the document's information.
  public func set(_ entry: PDFInformation, to text: String) throws(GraphicsError) {
    cairo_pdf_surface_set_metadata(surface, entry.code, text)
    try check("set the metadata")
  }

  /// Adds an entry to the outline that leads to a point of a page.
  ///
  /// - Parameter page: the page's number from 1.
  public func addOutlineEntry(
    _ title: String, page: Int, at point: Point
  ) throws(GraphicsError) {
    let target = "page=\(page) pos=[\(decimal(point.x)) \(decimal(point.y))]"
    cairo_pdf_surface_add_outline(
      surface, CAIRO_PDF_OUTLINE_ROOT, title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN)
    try check("add “\(title)” to the outline")
  }

  /// Begins the next page; what is drawn from now on stands on it.
  public mutating func beginPage(_ size: Size) throws(GraphicsError) {
    if pages > 0 { try endPage() }
    pages += 1
    cairo_pdf_surface_set_size(surface, size.width.points, size.height.points)
  }

  /// Draws a run of glyphs on a line that starts at the point, on the baseline.
  public func show(_ run: GlyphRun, at origin: Point) throws(GraphicsError) {
    cairo_set_font_face(context, try faces.face(run.face))
    cairo_set_font_size(context, run.size.points)
    cairo_set_source_rgb(context, 0, 0, 0)
    let glyphs = run.glyphs.map {
      cairo_glyph_t(
        index: UInt($0.id), x: (origin.x + $0.x).points, y: (origin.y + $0.y).points)
    }
    let clusters = run.clusters.map {
      cairo_text_cluster_t(num_bytes: Int32($0.bytes), num_glyphs: Int32($0.glyphs))
    }
    cairo_show_text_glyphs(
      context, run.text, Int32(run.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
      Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
  }

  /// Draws a straight black line whose ends stand out by half its thickness, so that corners close.
  public func rule(from start: Point, to end: Point, width: Length) {
    cairo_set_source_rgb(context, 0, 0, 0)
    cairo_set_line_width(context, width.points)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    cairo_move_to(context, start.x.points, start.y.points)
    cairo_line_to(context, end.x.points, end.y.points)
    cairo_stroke(context)
  }

  /// Fills a rectangle with a gray: 0 is black, 1 white.
  public func fill(_ area: Rectangle, gray: Double) {
    cairo_set_source_rgb(context, gray, gray, gray)
    cairo_rectangle(
      context, area.minX.points, area.minY.points, area.size.width.points, area.size.height.points)
    cairo_fill(context)
  }

  /// Completes the file.
  public consuming func finish() throws(GraphicsError) {
    if pages > 0 { try endPage() }
    cairo_surface_finish(surface)
    try check("complete the file")
  }

  /// Ends a page and asks what became of it: cairo keeps its errors to itself until asked.
  private func endPage() throws(GraphicsError) {
    cairo_show_page(context)
    try check("draw page \(pages)")
  }

  private func check(_ doing: String) throws(GraphicsError) {
    for status in [cairo_status(context), cairo_surface_status(surface)]
    where status != CAIRO_STATUS_SUCCESS {
      throw GraphicsError(
        "cairo", doing: doing, reason: String(cString: cairo_status_to_string(status)))
    }
  }
}

/// The entries of a PDF's information dictionary.
public enum PDFInformation: Sendable {
  case title, author, subject, creator
  /// Dates as in ISO 8601 with their time zone: `2024-09-20T00:00:00Z`.
  case creationDate, modificationDate

  fileprivate var code: cairo_pdf_metadata_t {
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

/// A length in points to a hundredth, as cairo reads it in the attributes of a link.
private func decimal(_ length: Length) -> String {
  String((length.points * 100).rounded() / 100)
}
