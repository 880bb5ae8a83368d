internal import CGraphics
internal import Geometry

/// Sets Chinese text as tables and prose have it, without a shaping engine.
///
/// Each character is a glyph and an advance, and nothing depends on its neighbours; a test holds the
/// result against pango's.
struct PlainSetting {
  let faces: [FreeTypeFace]

  /// The text on one line; nil where a character needs shaping, or its face lacks it.
  func paragraph(_ text: String, spans: [FontSpan], size: Length) -> SetParagraph? {
    var count = 0
    for scalar in text.unicodeScalars {
      guard scalar.isPlain else { return nil }
      count += 1
    }
    let scale = Int((size.points * pangoScale).rounded())
    var paragraph = SetParagraph(bytes: 0..<text.utf8.count, clusterCount: count)
    var rest = spans[...]
    var face: FreeTypeFace?
    var offset = 0
    for scalar in text.unicodeScalars {
      if let span = rest.first, span.bytes.lowerBound == offset {
        paragraph.beginRun(span.face)
        face = faces[span.face.index]
        rest = rest.dropFirst()
      }
      guard let face, let glyph = face.plainGlyph(for: scalar) else { return nil }
      let em = face.unitsPerEm
      let advance = (glyph.advance * scale * 2 + em) / (em * 2)
      let end = offset + UTF8.width(scalar)
      paragraph.add(
        CollectionOfOne(SetParagraph.PlacedGlyph(id: glyph.id, x: 0, y: 0)), for: offset..<end,
        advance: advance, isBlank: scalar == " " || scalar == "\u{3000}")
      offset = end
    }
    return paragraph
  }
}

extension Unicode.Scalar {
  /// Whether the character is set by its own glyph alone: no mark that joins others, nothing that
  /// runs from right to left, no script whose letters change with their neighbours.
  fileprivate var isPlain: Bool {
    switch value {
    // ASCII; signs of Western text; punctuation, numbers, arrows, boxes.
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0xBF, 0xD7, 0xF7, 0x2010...0x2027, 0x2030...0x205E,
      0x20A0...0x20BF, 0x2100...0x22FF, 0x2460...0x27BF,
      // Radicals, punctuation but for tone marks, Bopomofo, enclosed and squared signs.
      0x2E80...0x2FDF, 0x3000...0x3029, 0x3030...0x303F, 0x3105...0x312F, 0x3200...0x33FF,
      // Han and full-width forms.
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF5E, 0xFFE0...0xFFE6,
      0x20000...0x3FFFF:
      true
    default: false
    }
  }
}

/// Whether UAX #14 allows a line break before each byte of a text, by pango's analysis, which needs
/// no font.
func lineBreakOpportunities(in text: String, bytes: [UInt8]) -> [Bool] {
  let count = text.unicodeScalars.count + 1
  var marks = [PangoLogAttr](repeating: PangoLogAttr(), count: count)
  pango_get_log_attrs(
    text, Int32(bytes.count), 0, pango_language_from_string("zh-cn"), &marks, Int32(count))
  return opportunities(marks, bytes: bytes)
}

/// Spreads the marks of characters over the bytes of a text.
func opportunities(_ marks: some Collection<PangoLogAttr>, bytes: [UInt8]) -> [Bool] {
  var rest = marks[...]
  return bytes.map { byte in
    // Bytes that go on with a character.
    guard byte & 0xC0 != 0x80 else { return false }
    return rest.popFirst().map { $0.is_line_break != 0 } ?? false
  }
}
