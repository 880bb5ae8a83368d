internal import CGraphics
internal import Geometry

/// Copies pango's lines into values, and holds the faces they came from against those asked for.
struct PangoLineReader {
  let bytes: [UInt8]
  let spans: [FontSpan]
  let size: Length
  let files: [FontFile]

  func read(_ line: PangoLayoutLine) throws(GraphicsError) -> ShapedLine {
    let range = Int(line.start_index)..<Int(line.start_index + line.length)
    var x = 0
    // Where the last glyph ends that is not a blank.
    var inkEnd = 0
    var runs: [GlyphRun] = []
    var node = line.runs
    while let entry = node?.pointee {
      if let item = entry.data?.assumingMemoryBound(to: PangoGlyphItem.self) {
        runs.append(try run(item.pointee, x: &x, inkEnd: &inkEnd))
      }
      node = entry.next
    }
    return ShapedLine(
      text: String(decoding: bytes[range], as: UTF8.self), width: points(inkEnd), runs: runs)
  }

  private func run(
    _ item: PangoGlyphItem, x: inout Int, inkEnd: inout Int
  ) throws(GraphicsError) -> GlyphRun {
    let start = Int(item.item.pointee.offset)
    let end = start + Int(item.item.pointee.length)
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let face = try face(of: item, from: start, text: text)
    let count = Int(item.glyphs.pointee.num_glyphs)
    let infos = UnsafeBufferPointer(start: item.glyphs.pointee.glyphs, count: count)
    let offsets = UnsafeBufferPointer(start: item.glyphs.pointee.log_clusters, count: count)
    var glyphs: [Glyph] = []
    var clusters: [GlyphCluster] = []
    var index = 0
    while index < count {
      // Chinese and Latin run from left to right, so clusters come in the order of the text.
      let first = start + Int(offsets[index])
      var drawn = 0
      while index < count, start + Int(offsets[index]) == first {
        let info = infos[index]
        guard info.glyph & gongkai_glyph_unknown_flag == 0 else {
          throw GraphicsError("pango", doing: "set “\(text)”", reason: "a character has no glyph")
        }
        if info.glyph != gongkai_glyph_empty {
          let left = points(x + Int(info.geometry.x_offset))
          glyphs.append(Glyph(id: info.glyph, x: left, y: points(Int(info.geometry.y_offset))))
          drawn += 1
        }
        x += Int(info.geometry.width)
        index += 1
      }
      let last = index < count ? start + Int(offsets[index]) : end
      clusters.append(GlyphCluster(bytes: last - first, glyphs: drawn))
      if !isBlank(first..<last) { inkEnd = x }
    }
    return GlyphRun(face: face, size: size, text: text, glyphs: glyphs, clusters: clusters)
  }

  /// The face that was asked for at that byte, if pango took it: a silent substitute is an error.
  private func face(
    of item: PangoGlyphItem, from start: Int, text: String
  ) throws(GraphicsError) -> FaceID {
    let used = item.item.pointee.analysis.font.flatMap { gongkai_font_pattern($0) }
      .flatMap { FontConfiguration.file(of: $0) }
    guard let asked = spans.first(where: { $0.bytes.contains(start) })?.face,
      used == files[asked.index]
    else {
      throw GraphicsError(
        "pango", doing: "set “\(text)”",
        reason: "took \(used?.description ?? "no font") instead of the face asked for")
    }
    return asked
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars
      .allSatisfy(\.properties.isWhitespace)
  }

  private func points(_ units: Int) -> Length { .pt(Double(units) / Double(PANGO_SCALE)) }
}
