internal import CGraphics

/// A private configuration of fontconfig: it knows the files that were added to it and no others.
///
/// Fontconfig's and pango's defaults look into the system's folders, so that a page would depend on
/// what a machine has installed; and scanning those folders takes longer than the whole typesetting.
final class FontConfiguration {
  let handle: OpaquePointer
  private var files: Set<String> = []

  /// Reads a configuration file; what the system has configured plays no part.
  init(file: String) throws(GraphicsError) {
    _ = FontConfiguration.systemDefaultIsOff
    guard let config = FcConfigCreate() else {
      throw GraphicsError("fontconfig", doing: "create a configuration", reason: "out of memory")
    }
    guard FcConfigParseAndLoad(config, file, FcTrue) != 0, FcConfigBuildFonts(config) != 0 else {
      FcConfigDestroy(config)
      throw GraphicsError("fontconfig", doing: "read \(file)", reason: "not a configuration")
    }
    handle = config
  }

  deinit { FcConfigDestroy(handle) }

  /// Makes an empty configuration the process's current one, once and before pango starts.
  ///
  /// Pango initialises fontconfig in a thread of its own, even if it is given a configuration; with a
  /// current configuration in place that is no work, and no folder of the system is read.
  private static let systemDefaultIsOff: Bool = {
    guard let empty = FcConfigCreate() else { return false }
    defer { FcConfigDestroy(empty) }
    return FcConfigSetCurrent(empty) != 0
  }()

  /// Makes the faces of a file known.
  func add(_ path: String) throws(GraphicsError) {
    guard files.insert(path).inserted else { return }
    guard FcConfigAppFontAddFile(handle, path) != 0 else {
      throw GraphicsError("fontconfig", doing: "add \(path)", reason: "not a font file")
    }
  }

  /// A description that asks for the face and for nothing like it.
  func description(of file: FontFile) throws(GraphicsError) -> FontDescription {
    if let fonts = FcConfigGetFonts(handle, FcSetApplication)?.pointee, let list = fonts.fonts {
      for index in 0..<Int(fonts.nfont) {
        guard let pattern = list[index], FontConfiguration.file(of: pattern) == file,
          let description = pango_fc_font_description_from_pattern(pattern, 0)
        else { continue }
        return FontDescription(owning: description)
      }
    }
    throw GraphicsError("fontconfig", doing: "find \(file)", reason: "no such face in the file")
  }

  /// The file and index that a pattern stands for.
  static func file(of pattern: OpaquePointer) -> FontFile? {
    var path: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    guard FcPatternGetString(pattern, FC_FILE, 0, &path) == FcResultMatch, let path,
      FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch
    else { return nil }
    return FontFile(path: String(cString: path), index: Int(index))
  }
}

/// A pango font description.
final class FontDescription {
  let handle: OpaquePointer

  fileprivate init(owning handle: OpaquePointer) { self.handle = handle }

  deinit { pango_font_description_free(handle) }
}
