internal import CGraphics

/// Cairo's view of the faces of a document; each is made when it is first drawn with.
final class CairoFaces {
  private let files: [FontFile]
  private let library: FreeTypeLibrary
  private var handles: [OpaquePointer?]

  init(_ files: [FontFile]) throws(GraphicsError) {
    self.files = files
    handles = Array(repeating: nil, count: files.count)
    library = try FreeTypeLibrary()
  }

  deinit { for handle in handles { cairo_font_face_destroy(handle) } }

  func face(_ face: FaceID) throws(GraphicsError) -> OpaquePointer {
    if let handle = handles[face.index] { return handle }
    let opened = try FreeTypeFace(files[face.index], library: library)
    guard
      let handle = cairo_ft_font_face_create_for_ft_face(opened.handle, Int32(FT_LOAD_NO_HINTING))
    else { throw GraphicsError("cairo", doing: "use \(files[face.index])", reason: "out of memory") }
    // Cairo caches scaled fonts beyond our own release; it lets go of the face when it is done.
    let retained = Unmanaged.passRetained(opened).toOpaque()
    let status = cairo_font_face_set_user_data(handle, &faceKey, retained) { pointer in
      if let pointer { Unmanaged<FreeTypeFace>.fromOpaque(pointer).release() }
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(handle)
      Unmanaged<FreeTypeFace>.fromOpaque(retained).release()
      throw GraphicsError(
        "cairo", doing: "use \(files[face.index])",
        reason: String(cString: cairo_status_to_string(status)))
    }
    handles[face.index] = handle
    return handle
  }
}

/// Only its address is used: it tells our user data from others'.
private nonisolated(unsafe) var faceKey = cairo_user_data_key_t()
