internal import CPoppler

extension PopplerPageHandle {
  /// How many pixels of the drawing make up a point: what no eye sees at this size says nothing.
  private static let inkScale = 0.5

  /// Whether anything can be seen on the page; true where the page is too large to be drawn, since
  /// nobody knows then.
  var showsAnything: Bool {
    let (width, height) = size
    let columns = (width * Self.inkScale).rounded(.up)
    let rows = (height * Self.inkScale).rounded(.up)
    guard columns > 0, rows > 0, columns <= 8_000, rows <= 8_000 else { return true }
    let shows = drawn(columns: Int32(columns), rows: Int32(rows), scale: Self.inkScale) { surface in
      cairo_image_surface_get_data(surface).map { data -> Bool in
        let stride = Int(cairo_image_surface_get_stride(surface))
        return (0..<Int(rows)).contains { row in
          (0..<Int(columns)).contains { data[row * stride + $0 * 4 + 1] < 250 }
        }
      }
    }
    return shows ?? true
  }
}
