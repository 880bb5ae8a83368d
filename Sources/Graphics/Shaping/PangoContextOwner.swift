internal import CGraphics
internal import Geometry

/// Pango's font map, context and layout, set up so that nothing depends on screen or surroundings.
final class PangoContextOwner {
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let layout: OpaquePointer
  // The font map asks the configuration whenever it looks for a font.
  private let configuration: FontConfiguration

  init(_ configuration: FontConfiguration) throws(GraphicsError) {
    let turn = CairoTurn()
    defer { withExtendedLifetime(turn) {} }
    guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
      throw GraphicsError("pango", doing: "create a font map", reason: "built without FreeType")
    }
    gongkai_font_map_set_config(map, configuration.handle)
    // At 72 dots per inch a device unit is a point.
    pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
    guard let context = pango_font_map_create_context(map), let layout = pango_layout_new(context)
    else {
      g_object_unref(map)
      throw GraphicsError("pango", doing: "create a layout", reason: "out of memory")
    }
    self.map = map
    self.context = context
    self.layout = layout
    self.configuration = configuration
    setUpContext()
    pango_layout_set_auto_dir(layout, 0)
  }

  deinit {
    CairoTurn.take {
      g_object_unref(UnsafeMutableRawPointer(layout))
      g_object_unref(UnsafeMutableRawPointer(context))
      g_object_unref(map)
    }
  }

  private func setUpContext() {
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    // Otherwise the language comes from LANG and decides where lines may break.
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
  }

  /// Tells pango that files were added to the configuration.
  func fontsChanged() {
    CairoTurn.take {
      gongkai_font_map_config_changed(map)
      pango_layout_context_changed(layout)
    }
  }

  /// Sets a text; each of its paragraphs comes on one line.
  func paragraphs(
    _ text: String, bytes: [UInt8], spans: [FontSpan], size: Length,
    descriptions: [FontDescription], files: [FontFile]
  ) throws(GraphicsError) -> [SetParagraph] {
    // Pango's texts end there, whatever length it is told.
    guard !bytes.contains(0) else {
      throw GraphicsError("pango", doing: "set a text", reason: "it has a character U+0000")
    }
    let turn = CairoTurn()
    defer { withExtendedLifetime(turn) {} }
    let attributes = attributes(spans, size: size, descriptions)
    defer { pango_attr_list_unref(attributes) }
    pango_layout_set_attributes(layout, attributes)
    pango_layout_set_text(layout, text, Int32(bytes.count))
    let reader = PangoLineReader(bytes: bytes, spans: spans, files: files)
    var paragraphs: [SetParagraph] = []
    var node = pango_layout_get_lines_readonly(layout)
    while let item = node?.pointee {
      node = item.next
      guard let line = item.data?.assumingMemoryBound(to: PangoLayoutLine.self) else { continue }
      paragraphs.append(try reader.read(line.pointee))
    }
    return paragraphs
  }

  /// The faces of the spans; no fallback to other faces, and no kerning: digits stand in columns.
  private func attributes(
    _ spans: [FontSpan], size: Length, _ descriptions: [FontDescription]
  ) -> OpaquePointer? {
    let list = pango_attr_list_new()
    func insert(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ bytes: Range<Int>? = nil) {
      guard let attribute else { return }
      attribute.pointee.start_index = UInt32(bytes?.lowerBound ?? 0)
      attribute.pointee.end_index =
        bytes.map { UInt32($0.upperBound) } ?? gongkai_attribute_to_text_end
      pango_attr_list_insert(list, attribute)
    }
    insert(pango_attr_fallback_new(0))
    insert(pango_attr_font_features_new("kern=0, liga=0"))
    for span in spans {
      let description = descriptions[span.face.index].handle
      pango_font_description_set_absolute_size(
        description, Double(pangoUnits(size.points, .toNearestOrAwayFromZero)))
      insert(pango_attr_font_desc_new(description), span.bytes)
    }
    return list
  }
}

/// Points in pango's 1/1024.
private func pangoUnits(_ points: Double, _ rule: FloatingPointRoundingRule) -> Int32 {
  Int32((points * Double(PANGO_SCALE)).rounded(rule))
}
