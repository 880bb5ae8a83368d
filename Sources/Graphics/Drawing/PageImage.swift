internal import CGraphics
public import Geometry

/// A picture of a page, in memory: black and grey on white.
///
/// Nothing in it depends on clock, time zone or language. While it is drawn, no other thread sets text
/// with pango or draws; it must be finished on the thread on which it began.
public struct PageImage: DrawingSurface, ~Copyable {
  /// Draws on the page.
  public let ink: Ink
  private let surface: OpaquePointer

  /// Begins the picture of a page.
  ///
  /// - Parameters:
  ///   - size: the page; points on it are those of the page.
  ///   - resolution: in pixels an inch.
  ///   - fonts: the faces that ``GlyphRun/face`` counts, in the order of their collection.
  ///   - glyphs: the glyphs of each face that are going to be drawn.
  public init(of size: Size, resolution: Int, fonts: [FontFile], glyphs: [Set<UInt32>]) {
    // First of all, since it takes cairo's turn.
    let faces = CairoFaces(fonts, glyphs: glyphs)
    let scale = Double(resolution) / 72
    func pixels(_ length: Length) -> Int32 { Int32((length.points * scale).rounded()) }
    // Cairo returns an object in any case; whether it works, its status says.
    surface = cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, pixels(size.width), pixels(size.height))
    ink = Ink(context: cairo_create(surface), faces: faces)
    cairo_set_source_rgb(ink.context, 1, 1, 1)
    cairo_paint(ink.context)
    cairo_scale(ink.context, scale, scale)
  }

  deinit {
    cairo_destroy(ink.context)
    cairo_surface_destroy(surface)
  }

  /// Completes the picture and hands it over as a PNG file.
  public consuming func png() throws(GraphicsError) -> [UInt8] {
    let output = ByteCollector()
    let drawn = cairo_status(ink.context)
    let written = cairo_surface_write_to_png_stream(
      surface, { output, bytes, count in ByteCollector.append(bytes, count, to: output) },
      Unmanaged.passUnretained(output).toOpaque())
    for status in [drawn, written] where status != CAIRO_STATUS_SUCCESS {
      throw GraphicsError(
        "cairo", doing: "draw a picture", reason: String(cString: cairo_status_to_string(status)))
    }
    return output.bytes
  }
}
