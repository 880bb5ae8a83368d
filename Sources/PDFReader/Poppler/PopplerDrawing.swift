internal import CPoppler

extension PopplerPageHandle {
  /// Draws the page on white and lends what was drawn; nil where that fails.
  ///
  /// Cairo takes two locks in either order when threads draw at once, and may wait forever. Only one
  /// thread may draw in a process, and none may set text there: files are read in processes of their
  /// own.
  ///
  /// - Parameters:
  ///   - columns: the width in pixels.
  ///   - rows: the height in pixels.
  ///   - scale: how many pixels make up a point.
  ///   - body: takes the finished surface, four bytes a pixel, which is gone afterwards.
  func drawn<Result>(
    columns: Int32, rows: Int32, scale: Double, _ body: (OpaquePointer) -> Result?
  ) -> Result? {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns, rows) else {
      return nil
    }
    defer { cairo_surface_destroy(surface) }
    let context = cairo_create(surface)
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    poppler_page_render(page, context)
    let isDrawn = cairo_status(context) == CAIRO_STATUS_SUCCESS
    cairo_destroy(context)
    cairo_surface_flush(surface)
    guard isDrawn, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { return nil }
    return body(surface)
  }
}
