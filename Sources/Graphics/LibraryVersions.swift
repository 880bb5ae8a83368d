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
