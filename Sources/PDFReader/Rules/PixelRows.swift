/// A drawing in four bytes a pixel, of use only while its owner keeps it.
struct PixelRows {
  let bytes: UnsafeBufferPointer<UInt8>
  let stride: Int
  let width: Int
  let height: Int

  /// Whether a pixel is dark; a rule that lies between two rows of pixels greys them both by half.
  func isDark(_ x: Int, _ y: Int) -> Bool {
    // The green part alone: rules are black, grey or of a dark colour.
    bytes[y * stride + x * 4 + 1] < 176
  }
}
