internal import CGraphics

/// FreeType itself; it lives as long as any face of it.
final class FreeTypeLibrary {
  fileprivate let handle: FT_Library

  init() throws(GraphicsError) {
    var library: FT_Library?
    let status = FT_Init_FreeType(&library)
    guard status == 0, let library else {
      throw GraphicsError("freetype", doing: "start", reason: "error \(status)")
    }
    handle = library
  }

  deinit { FT_Done_FreeType(handle) }
}

/// An open face of a font file.
final class FreeTypeFace {
  let handle: FT_Face
  private let library: FreeTypeLibrary
  private let file: FontFile
  /// Nil within where a character has none.
  private var plainGlyphs = ScalarTable<PlainGlyph?>()
  /// Made when it is asked first.
  private var extentsFont: OpaquePointer?

  /// A character's own glyph and how far it advances, in units of the font.
  struct PlainGlyph {
    let id: UInt32
    let advance: Int
  }

  /// How many units of the font an em has.
  var unitsPerEm: Int { Int(handle.pointee.units_per_EM) }

  init(_ file: FontFile, library: FreeTypeLibrary) throws(GraphicsError) {
    var face: FT_Face?
    let status = FT_New_Face(library.handle, file.path, FT_Long(file.index), &face)
    guard status == 0, let face else {
      throw GraphicsError("freetype", doing: "open \(file)", reason: "error \(status)")
    }
    handle = face
    self.library = library
    self.file = file
  }

  deinit {
    FT_Done_Face(handle)
    hb_font_destroy(extentsFont)
  }

  /// The number of the character's glyph; nil where the face has none.
  func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    let glyph = FT_Get_Char_Index(handle, FT_ULong(scalar.value))
    return glyph == 0 ? nil : glyph
  }

  /// The character's glyph with its advance, as far as no shaping changes them; nil where the face
  /// has none.
  func plainGlyph(for scalar: Unicode.Scalar) -> PlainGlyph? {
    if let known = plainGlyphs[scalar] { return known }
    var glyph: PlainGlyph?
    if let id = self.glyph(for: scalar) {
      var advance: FT_Fixed = 0
      if FT_Get_Advance(handle, id, FT_Int32(FT_LOAD_NO_SCALE), &advance) == 0 {
        glyph = PlainGlyph(id: id, advance: advance)
      }
    }
    plainGlyphs[scalar] = .some(glyph)
    return glyph
  }

  /// Whether anything is drawn for a glyph; fonts of old have empty glyphs in place of missing ones.
  func hasInk(_ glyph: UInt32) -> Bool {
    if extentsFont == nil { extentsFont = makeExtentsFont() }
    var extents = hb_glyph_extents_t()
    guard hb_font_get_glyph_extents(extentsFont, glyph, &extents) != 0 else { return false }
    return extents.width != 0 || extents.height != 0
  }

  /// The face for HarfBuzz, which tells how large a glyph is in a small part of the time that
  /// FreeType takes to load it; the library's empty font where the file cannot be read.
  private func makeExtentsFont() -> OpaquePointer? {
    let blob = hb_blob_create_from_file(file.path)
    defer { hb_blob_destroy(blob) }
    let face = hb_face_create(blob, UInt32(file.index))
    defer { hb_face_destroy(face) }
    return hb_font_create(face)
  }

  /// Every name under which the face's family is known, the English one first, each once.
  var familyNames: [String] {
    var names: [String] = []
    if let name = handle.pointee.family_name { names.append(String(cString: name)) }
    for index in 0..<FT_Get_Sfnt_Name_Count(handle) {
      var entry = FT_SfntName()
      guard FT_Get_Sfnt_Name(handle, index, &entry) == 0,
        familyNameIDs.contains(entry.name_id), entry.platform_id == microsoftPlatform,
        let bytes = entry.string
      else { continue }
      names.append(utf16BigEndian(UnsafeBufferPointer(start: bytes, count: Int(entry.string_len))))
    }
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}

/// Family and typographic family.
/// https://learn.microsoft.com/en-us/typography/opentype/spec/name#name-ids
private let familyNameIDs: [FT_UShort] = [1, 16]
private let microsoftPlatform: FT_UShort = 3

private func utf16BigEndian(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
    UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
  }
  return String(decoding: units, as: UTF16.self)
}
