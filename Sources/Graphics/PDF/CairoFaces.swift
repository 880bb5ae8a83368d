internal import CGraphics

/// Cairo's view of the faces of a document; each is made when it is first drawn with.
///
/// They hold only the glyphs that are drawn, where the file can be reduced.
final class CairoFaces {
  private let files: [FontFile]
  private let glyphs: [Set<UInt32>]
  private var handles: [OpaquePointer?]
  // From the first drawing until the last handle is gone.
  private let turn = CairoTurn()

  /// Faces of files.
  ///
  /// - Parameter glyphs: the glyphs that are drawn of each.
  init(_ files: [FontFile], glyphs: [Set<UInt32>]) {
    self.files = files
    self.glyphs = glyphs
    handles = Array(repeating: nil, count: files.count)
  }

  deinit { for handle in handles { cairo_font_face_destroy(handle) } }

  func face(_ face: FaceID) throws(GraphicsError) -> OpaquePointer {
    if let handle = handles[face.index] { return handle }
    let file = files[face.index]
    if let reduced = ReducedFace.make(file, glyphs: glyphs[face.index]) {
      handles[face.index] = reduced
      return reduced
    }
    let pattern = FcPatternCreate()
    defer { FcPatternDestroy(pattern) }
    guard FcPatternAddString(pattern, FC_FILE, file.path) != 0,
      FcPatternAddInteger(pattern, FC_INDEX, Int32(file.index)) != 0,
      let handle = cairo_ft_font_face_create_for_pattern(pattern)
    else { throw GraphicsError("cairo", doing: "use \(file)", reason: "out of memory") }
    handles[face.index] = handle
    let status = cairo_font_face_status(handle)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw GraphicsError(
        "cairo", doing: "use \(file)", reason: String(cString: cairo_status_to_string(status)))
    }
    return handle
  }
}

/// A face with nothing in it but the glyphs that a document draws, under the numbers they had.
///
/// Cairo loads the outline of each glyph once for each size, and parses the tables of the whole file
/// for each font it embeds; with large Chinese fonts that is most of the time of drawing.
enum ReducedFace {
  /// Makes a face for cairo; nil where the file cannot be reduced and must be used as it is.
  static func make(_ file: FontFile, glyphs: Set<UInt32>) -> OpaquePointer? {
    guard let subset = subset(of: file, glyphs: glyphs) else { return nil }
    defer { hb_face_destroy(subset) }
    guard let blob = hb_face_reference_blob(subset) else { return nil }
    var length: UInt32 = 0
    var face: FT_Face?
    guard let library, let data = hb_blob_get_data(blob, &length), length > 0 else {
      hb_blob_destroy(blob)
      return nil
    }
    let bytes = UnsafeRawPointer(data).assumingMemoryBound(to: FT_Byte.self)
    guard FT_New_Memory_Face(library, bytes, FT_Long(length), 0, &face) == 0, let face else {
      hb_blob_destroy(blob)
      return nil
    }
    let handle: OpaquePointer? = cairo_ft_font_face_create_for_ft_face(face, 0)
    // Cairo keeps fonts beyond the end of a document; the face and its bytes go when they do.
    // What is set last is destroyed first.
    cairo_font_face_set_user_data(
      handle, &blobKey, UnsafeMutableRawPointer(blob), { hb_blob_destroy(OpaquePointer($0)) })
    cairo_font_face_set_user_data(
      handle, &faceKey, UnsafeMutableRawPointer(face),
      { FT_Done_Face($0?.assumingMemoryBound(to: FT_FaceRec_.self)) })
    return handle
  }

  private static func subset(of file: FontFile, glyphs: Set<UInt32>) -> OpaquePointer? {
    guard let blob = hb_blob_create_from_file_or_fail(file.path) else { return nil }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, UInt32(file.index)) else { return nil }
    defer { hb_face_destroy(face) }
    guard let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue)
    let wanted = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(wanted, glyph) }
    // Nothing is shaped any more; substitutions would only draw further glyphs in.
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in ["GSUB", "GPOS", "GDEF", "BASE", "VORG"] {
      hb_set_add(dropped, hb_tag_from_string(tag, 4))
    }
    return hb_subset_or_fail(face, input)
  }

  /// FreeType for all reduced faces of the process; used within cairo's turn only.
  private nonisolated(unsafe) static let library: FT_Library? = {
    var library: FT_Library?
    return FT_Init_FreeType(&library) == 0 ? library : nil
  }()

  // Only their addresses count.
  private nonisolated(unsafe) static var blobKey = cairo_user_data_key_t()
  private nonisolated(unsafe) static var faceKey = cairo_user_data_key_t()
}
