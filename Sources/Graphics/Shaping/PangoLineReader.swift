internal import CGraphics

/// Copies pango's lines into values, and holds the faces they came from against those asked for.
struct PangoLineReader {
  let bytes: [UInt8]
  let spans: [FontSpan]
  let files: [FontFile]

  func read(_ line: PangoLayoutLine) throws(GraphicsError) -> SetParagraph {
    let start = Int(line.start_index)
    var paragraph = SetParagraph(
      bytes: start..<start + Int(line.length), clusterCount: Int(line.length))
    var node = line.runs
    while let entry = node?.pointee {
      if let item = entry.data?.assumingMemoryBound(to: PangoGlyphItem.self) {
        try read(item.pointee, into: &paragraph)
      }
      node = entry.next
    }
    return paragraph
  }

  private func read(
    _ item: PangoGlyphItem, into paragraph: inout SetParagraph
  ) throws(GraphicsError) {
    let start = Int(item.item.pointee.offset)
    let end = start + Int(item.item.pointee.length)
    // A line is broken, drawn and copied in the order of its text.
    guard item.item.pointee.analysis.level & 1 == 0, start >= paragraph.end else {
      throw GraphicsError(
        "pango", doing: "set “\(text(start..<end))”", reason: "it runs from right to left")
    }
    paragraph.beginRun(try face(of: item, from: start, to: end))
    let count = Int(item.glyphs.pointee.num_glyphs)
    let infos = UnsafeBufferPointer(start: item.glyphs.pointee.glyphs, count: count)
    let offsets = UnsafeBufferPointer(start: item.glyphs.pointee.log_clusters, count: count)
    var index = 0
    while index < count {
      let first = start + Int(offsets[index])
      var glyphs: [SetParagraph.PlacedGlyph] = []
      var advance = 0
      while index < count, start + Int(offsets[index]) == first {
        let info = infos[index]
        guard info.glyph & gongkai_glyph_unknown_flag == 0 else {
          throw GraphicsError(
            "pango", doing: "set “\(text(start..<end))”", reason: "a character has no glyph")
        }
        if info.glyph != gongkai_glyph_empty {
          glyphs.append(
            SetParagraph.PlacedGlyph(
              id: info.glyph, x: advance + Int(info.geometry.x_offset),
              y: Int(info.geometry.y_offset)))
        }
        advance += Int(info.geometry.width)
        index += 1
      }
      let last = index < count ? start + Int(offsets[index]) : end
      guard paragraph.end <= first, first < last, last <= end else {
        throw GraphicsError(
          "pango", doing: "set “\(text(start..<end))”",
          reason: "its glyphs are in another order than its characters")
      }
      paragraph.add(
        glyphs, for: first..<last, advance: advance, isBlank: isBlank(first..<last))
    }
  }

  /// The face that was asked for at that byte, if pango took it: a silent substitute is an error.
  private func face(
    of item: PangoGlyphItem, from start: Int, to end: Int
  ) throws(GraphicsError) -> FaceID {
    let used = item.item.pointee.analysis.font.flatMap { gongkai_font_pattern($0) }
      .flatMap { FontConfiguration.file(of: $0) }
    guard let asked = spans.first(where: { $0.bytes.contains(start) })?.face,
      used == files[asked.index]
    else {
      throw GraphicsError(
        "pango", doing: "set “\(text(start..<end))”",
        reason: "took \(used?.description ?? "no font") instead of the face asked for")
    }
    return asked
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    // The bytes that blanks start with; most characters start with others.
    switch bytes[range.lowerBound] {
    case 0x00...0x20, 0xC2, 0xE1...0xE3:
      text(range).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    default: false
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
