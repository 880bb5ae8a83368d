internal import CGraphics
public import Geometry

/// A PDF file that is drawn page by page, in memory.
///
/// Nothing in it depends on clock, time zone or language. While it is drawn, no other thread sets text
/// with pango or draws; it must be finished on the thread on which it began.
public struct PDFCanvas: ~Copyable {
  let surface: OpaquePointer
  let context: OpaquePointer
  private let faces: CairoFaces
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
    let context: OpaquePointer = cairo_create(surface)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    self.faces = faces
    self.output = output
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
    // On the stack, for there are thousands of runs.
    withUnsafeTemporaryAllocation(of: cairo_glyph_t.self, capacity: run.glyphs.count) { glyphs in
      for (index, glyph) in run.glyphs.enumerated() {
        glyphs.initializeElement(
          at: index,
          to: cairo_glyph_t(
            index: UInt(glyph.id), x: (origin.x + glyph.x).points, y: (origin.y + glyph.y).points))
      }
      showText(run, glyphs)
    }
  }

  /// Fills the outlines of a run of glyphs, on a line that is turned to the left about its start.
  ///
  /// They are shapes and no text: whoever searches or copies the page, or reads it out, never meets
  /// them.
  ///
  /// - Parameter lightness: from black, 0, to white, 1.
  public func fill(
    _ run: GlyphRun, at origin: Point, turned degrees: Double, lightness: Double
  ) throws(GraphicsError) {
    let face = try faces.face(run.face)
    cairo_save(context)
    cairo_translate(context, origin.x.points, origin.y.points)
    cairo_rotate(context, -degrees * .pi / 180)
    cairo_set_font_face(context, face)
    cairo_set_font_size(context, run.size.points)
    cairo_set_source_rgb(context, lightness, lightness, lightness)
    let glyphs = run.glyphs.map {
      cairo_glyph_t(index: UInt($0.id), x: $0.x.points, y: $0.y.points)
    }
    cairo_glyph_path(context, glyphs, Int32(glyphs.count))
    cairo_fill(context)
    cairo_restore(context)
  }

  private func showText(
    _ run: GlyphRun, _ glyphs: UnsafeMutableBufferPointer<cairo_glyph_t>
  ) {
    withUnsafeTemporaryAllocation(
      of: cairo_text_cluster_t.self, capacity: run.clusters.count
    ) { clusters in
      for (index, cluster) in run.clusters.enumerated() {
        clusters.initializeElement(
          at: index,
          to: cairo_text_cluster_t(
            num_bytes: Int32(cluster.bytes), num_glyphs: Int32(cluster.glyphs)))
      }
      cairo_show_text_glyphs(
        context, run.text, Int32(run.text.utf8.count), glyphs.baseAddress, Int32(glyphs.count),
        clusters.baseAddress, Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
    }
  }

  /// Fills a rectangle with a grey.
  ///
  /// - Parameter lightness: from 0, black, to 1, white.
  public func fill(_ box: Rectangle, lightness: Double) {
    cairo_set_source_rgb(context, lightness, lightness, lightness)
    cairo_rectangle(
      context, box.minX.points, box.minY.points, box.size.width.points, box.size.height.points)
    cairo_fill(context)
  }

  /// Adds a straight line to those that ``drawRules(width:)`` draws.
  public func addRule(from start: Point, to end: Point) {
    cairo_move_to(context, start.x.points, start.y.points)
    cairo_line_to(context, end.x.points, end.y.points)
  }

  /// Draws the lines that were added, black and all of one thickness; their ends stand out by half of
  /// it, so that corners close.
  public func drawRules(width: Length) {
    cairo_set_source_rgb(context, 0, 0, 0)
    cairo_set_line_width(context, width.points)
    cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    cairo_stroke(context)
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
