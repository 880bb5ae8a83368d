/// What is needed of a font to say which characters a page shows, and where: their texts and widths,
/// and how high and low the font reaches (ISO 32000-1, 9.6 to 9.10).
final class PlainFont {
  /// A character by its code.
  struct Glyph {
    let scalar: Unicode.Scalar
    /// In ems.
    let width: Double
  }

  /// Whether its codes have two bytes.
  let isComposite: Bool
  /// Above the line, in ems; ``descent`` is negative.
  let ascent: Double
  let descent: Double
  private let map: CharacterMap
  private var widths: [Int: Double] = [:]
  private var usualWidth = 0.0
  /// What was found of codes before.
  private var known: [Glyph?]

  /// Codes beyond are not asked for.
  private static let most = 65_536

  /// Reads a font; refuses one whose codes it cannot tell.
  init(_ font: StoredObject, of file: StoredFile) throws(NotPlain) {
    guard let text = file.data(of: file.value("/ToUnicode", of: font)) else { throw NotPlain() }
    let described: StoredObject
    switch file.name(file.value("/Subtype", of: font)) {
    case "Type0":
      let below = file.items(file.value("/DescendantFonts", of: font), limit: 2)
      guard file.name(file.value("/Encoding", of: font)) == "Identity-H", below.count == 1 else {
        throw NotPlain()
      }
      isComposite = true
      described = below[0]
      map = CharacterMap(map: text, isComposite: true)
      usualWidth = (file.decimal(file.value("/DW", of: described)) ?? 1000) / 1000
      widths = try Self.widths(file.items(file.value("/W", of: described), limit: 100_000), file)
    case "TrueType", "Type1":
      isComposite = false
      described = font
      map = CharacterMap(map: text, isComposite: false)
      guard let first = file.integer(file.value("/FirstChar", of: font)), 0...255 ~= first else {
        throw NotPlain()
      }
      for (offset, width) in file.items(file.value("/Widths", of: font), limit: 256).enumerated() {
        guard let width = file.decimal(width) else { throw NotPlain() }
        widths[first + offset] = width / 1000
      }
    default: throw NotPlain()
    }
    guard let descriptor = file.value("/FontDescriptor", of: described),
      let ascent = file.decimal(file.value("/Ascent", of: descriptor)),
      let descent = file.decimal(file.value("/Descent", of: descriptor)),
      abs(ascent) <= 3000, abs(descent) <= 3000, ascent != 0
    else { throw NotPlain() }
    // Signs are often wrong (poppler's GfxFont.cc mends them alike).
    self.ascent = abs(ascent) / 1000
    self.descent = -abs(descent) / 1000
    known = [Glyph?](repeating: nil, count: isComposite ? 0 : 256)
  }

  /// The widths of an array `W`: `code [width …]` or `first last width`.
  private static func widths(
    _ items: [StoredObject], _ file: StoredFile
  ) throws(NotPlain) -> [Int: Double] {
    var widths: [Int: Double] = [:]
    var rest = items[...]
    while let first = rest.popFirst() {
      guard let code = file.integer(first), 0..<most ~= code, let next = rest.popFirst() else {
        throw NotPlain()
      }
      if let last = file.integer(next) {
        guard let width = rest.popFirst().flatMap({ file.decimal($0) }), last >= code, last < most
        else { throw NotPlain() }
        for code in code...last { widths[code] = width / 1000 }
      } else {
        for (offset, item) in file.items(next, limit: most).enumerated() {
          guard let width = file.decimal(item) else { throw NotPlain() }
          widths[code + offset] = width / 1000
        }
      }
    }
    return widths
  }

  /// The character of a code.
  func glyph(_ code: Int) throws(NotPlain) -> Glyph {
    if code < known.count, let glyph = known[code] { return glyph }
    let codes = isComposite ? [UInt8(code >> 8), UInt8(code & 0xFF)] : [UInt8(code)]
    let scalars = map.text(of: codes).unicodeScalars
    guard let scalar = scalars.first, scalars.count == 1, scalar.isPlain else { throw NotPlain() }
    guard let width = widths[code] ?? (isComposite ? usualWidth : nil) else { throw NotPlain() }
    let glyph = Glyph(scalar: scalar, width: width)
    if code >= known.count {
      known += [Glyph?](repeating: nil, count: code + 1 - known.count)
    }
    known[code] = glyph
    return glyph
  }
}

extension Unicode.Scalar {
  /// Whether the character stands by itself, from left to right: nothing of it is moved, joined or
  /// turned round by whoever reads it.
  fileprivate var isPlain: Bool {
    switch value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x24F, 0x370...0x3FF, 0x400...0x482, 0x48A...0x52F,
      0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2100...0x27BF, 0x2E80...0x2FDF,
      0x3000...0x3029, 0x3030...0x3098, 0x309B...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F,
      0xFF01...0xFF9D, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
