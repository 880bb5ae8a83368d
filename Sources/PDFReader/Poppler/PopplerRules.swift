internal import CPoppler

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
    let rules = drawn(columns: Int32(columns), rows: Int32(rows), scale: Self.scale) { surface in
      cairo_image_surface_get_data(surface).map { data in
        let stride = Int(cairo_image_surface_get_stride(surface))
        let pixels = PixelRows(
          bytes: UnsafeBufferPointer(start: data, count: stride * Int(rows)), stride: stride,
          width: Int(columns), height: Int(rows))
        return PageRules(pixels, scale: Self.scale)
      }
    }
    return rules ?? PageRules()
  }
}
