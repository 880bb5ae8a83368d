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
