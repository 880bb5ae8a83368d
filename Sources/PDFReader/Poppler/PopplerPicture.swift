internal import CPoppler

/// The library that draws pages, with its version: pictures depend on it.
public var drawingLibrary: String { "poppler \(String(cString: poppler_get_version()))" }

extension PopplerPageHandle {
  /// The page as a small picture in gray, a PNG file; nil where it cannot be drawn.
  func picture(dotsPerInch: Double) -> [UInt8]? {
    let scale = dotsPerInch / 72
    let (width, height) = (size.width * scale, size.height * scale)
    guard width >= 1, height >= 1, width <= 4_000, height <= 4_000 else { return nil }
    return drawn(columns: Int32(width.rounded()), rows: Int32(height.rounded()), scale: scale) {
      inGray($0)
    }
  }

  /// A drawing in sixteen shades of gray, as a PNG file.
  private func inGray(_ colours: OpaquePointer) -> [UInt8]? {
    let columns = cairo_image_surface_get_width(colours)
    let rows = cairo_image_surface_get_height(colours)
    guard let gray = cairo_image_surface_create(CAIRO_FORMAT_A8, columns, rows) else { return nil }
    defer { cairo_surface_destroy(gray) }
    guard let source = cairo_image_surface_get_data(colours),
      let target = cairo_image_surface_get_data(gray)
    else { return nil }
    let (from, to) = (
      Int(cairo_image_surface_get_stride(colours)), Int(cairo_image_surface_get_stride(gray))
    )
    for row in 0..<Int(rows) {
      for column in 0..<Int(columns) {
        // Blue, green, red and an idle byte; weights of the eye in 256ths.
        let pixel = source + row * from + column * 4
        let light = 29 * Int(pixel[0]) + 150 * Int(pixel[1]) + 77 * Int(pixel[2])
        // Sixteen shades are enough for eyes, and half as large.
        target[row * to + column] = UInt8(light >> 12) * 17
      }
    }
    cairo_surface_mark_dirty(gray)
    return written(gray)
  }

  /// A surface as a PNG file; one of a single channel becomes gray.
  private func written(_ surface: OpaquePointer) -> [UInt8]? {
    var bytes: [UInt8] = []
    let status = withUnsafeMutablePointer(to: &bytes) { bytes in
      cairo_surface_write_to_png_stream(
        surface,
        { sink, data, length in
          guard let sink, let data else { return CAIRO_STATUS_WRITE_ERROR }
          sink.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
          return CAIRO_STATUS_SUCCESS
        }, bytes)
    }
    return status == CAIRO_STATUS_SUCCESS ? bytes : nil
  }
}
