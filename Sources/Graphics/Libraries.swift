internal import CGraphics

/// The libraries that set and draw, each with its version: what they write depends on them.
public var graphicsLibraries: [String] {
  var major: UInt32 = 0
  var minor: UInt32 = 0
  var micro: UInt32 = 0
  hb_version(&major, &minor, &micro)
  return [
    "cairo \(String(cString: cairo_version_string()))",
    "pango \(String(cString: pango_version_string()))", "harfbuzz \(major).\(minor).\(micro)",
  ]
}

/// A refusal by one of the drawing libraries.
public struct GraphicsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The library that refused: `cairo`, `pango`, `fontconfig`, `freetype`.
  public let library: String
  /// What we were doing.
  public let doing: String
  /// The library's own words or number, or ours where it has none.
  public let reason: String

  /// Pairs a refusal with what we were doing.
  public init(_ library: String, doing: String, reason: String) {
    self.library = library
    self.doing = doing
    self.reason = reason
  }

  /// Library, what we were doing, reason.
  public var description: String { "\(library): \(doing): \(reason)" }
}
