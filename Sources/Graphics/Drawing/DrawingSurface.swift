internal import CGraphics
public import Geometry

/// A surface that is drawn on: a page of a file, or a picture of one.
public protocol DrawingSurface: ~Copyable {
  /// Draws on it.
  var ink: Ink { get }
}

/// What cairo draws with on a surface, which owns it; nothing outside can do anything with it.
public struct Ink {
  let context: OpaquePointer
  let faces: CairoFaces

  /// The ink of a context, in which glyphs have the outlines that their fonts give them.
  init(context: OpaquePointer, faces: CairoFaces) {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    self.context = context
    self.faces = faces
  }
}

extension DrawingSurface where Self: ~Copyable {
  /// Draws a run of glyphs on a line that starts at the point, on the baseline.
  public func show(_ run: GlyphRun, at origin: Point) throws(GraphicsError) {
    cairo_set_font_face(ink.context, try ink.faces.face(run.face))
    cairo_set_font_size(ink.context, run.size.points)
    cairo_set_source_rgb(ink.context, 0, 0, 0)
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
    let face = try ink.faces.face(run.face)
    cairo_save(ink.context)
    cairo_translate(ink.context, origin.x.points, origin.y.points)
    cairo_rotate(ink.context, -degrees * .pi / 180)
    cairo_set_font_face(ink.context, face)
    cairo_set_font_size(ink.context, run.size.points)
    cairo_set_source_rgb(ink.context, lightness, lightness, lightness)
    let glyphs = run.glyphs.map {
      cairo_glyph_t(index: UInt($0.id), x: $0.x.points, y: $0.y.points)
    }
    cairo_glyph_path(ink.context, glyphs, Int32(glyphs.count))
    cairo_fill(ink.context)
    cairo_restore(ink.context)
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
        ink.context, run.text, Int32(run.text.utf8.count), glyphs.baseAddress, Int32(glyphs.count),
        clusters.baseAddress, Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
    }
  }

  /// Fills a rectangle with a grey.
  ///
  /// - Parameter lightness: from 0, black, to 1, white.
  public func fill(_ box: Rectangle, lightness: Double) {
    cairo_set_source_rgb(ink.context, lightness, lightness, lightness)
    cairo_rectangle(
      ink.context, box.minX.points, box.minY.points, box.size.width.points, box.size.height.points)
    cairo_fill(ink.context)
  }

  /// Adds a straight line to those that ``drawRules(width:)`` draws.
  public func addRule(from start: Point, to end: Point) {
    cairo_move_to(ink.context, start.x.points, start.y.points)
    cairo_line_to(ink.context, end.x.points, end.y.points)
  }

  /// Draws the lines that were added, black and all of one thickness; their ends stand out by half of
  /// it, so that corners close.
  public func drawRules(width: Length) {
    cairo_set_source_rgb(ink.context, 0, 0, 0)
    cairo_set_line_width(ink.context, width.points)
    cairo_set_line_cap(ink.context, CAIRO_LINE_CAP_SQUARE)
    cairo_stroke(ink.context)
  }
}
