internal import CPoppler
internal import Synchronization

/// Cairo takes two locks in either order when threads draw at once, and may wait forever; one page is
/// drawn at a time.
let drawingTurn = Mutex(())

extension PopplerPageHandle {
  /// How many pixels of the drawing make up a point: the thinnest rules are as wide as one.
  private static let scale = 2.0

  /// The rules of the page: straight lines along its edges, as tables have them.
  ///
  /// poppler tells texts but no lines, so the page is drawn, and lines are what is dark over a length.
  /// Nothing where the page is too large to be drawn.
  func rules() -> PageRules {
    let (width, height) = size
    let columns = (width * Self.scale).rounded(.up)
    let rows = (height * Self.scale).rounded(.up)
    guard columns > 0, rows > 0, columns <= 8_000, rows <= 8_000 else { return PageRules() }
    return drawingTurn.withLock { _ in drawn(columns: Int32(columns), rows: Int32(rows)) }
  }

  private func drawn(columns: Int32, rows: Int32) -> PageRules {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows) else {
      return PageRules()
    }
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, Self.scale, Self.scale)
    poppler_page_render(page, context)
    let isDrawn = cairo_status(context) == CAIRO_STATUS_SUCCESS
    cairo_destroy(context)
    cairo_surface_flush(surface)
    guard isDrawn, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { return PageRules() }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let pixels = PixelRows(
      bytes: UnsafeBufferPointer(start: data, count: stride * Int(rows)), stride: stride,
      width: Int(columns), height: Int(rows))
    return PageRules(pixels, scale: Self.scale)
  }
}
