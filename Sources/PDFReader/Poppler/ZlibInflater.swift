internal import CPoppler

/// Unpacks zlib data piece by piece into one small buffer, so that what comes out can be measured
/// before anybody keeps it.
///
/// GIO's converter does the work, which poppler-glib brings along.
final class ZlibInflater {
  private let converter: OpaquePointer
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)

  init() { converter = g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB) }

  deinit {
    g_object_unref(UnsafeMutableRawPointer(converter))
    buffer.deallocate()
  }

  /// Begins with new data.
  func reset() { g_converter_reset(converter) }

  /// Unpacks a piece of the data, which may go on behind it.
  ///
  /// - Parameter take: is given what came out; false stops.
  /// - Returns: whether more can follow: false at the end of the data, where it is broken, and after
  ///   a stop.
  func feed(_ input: UnsafeRawBufferPointer, take: (UnsafeRawBufferPointer) -> Bool) -> Bool {
    var rest = input
    while !rest.isEmpty {
      var (read, written): (gsize, gsize) = (0, 0)
      var fault: UnsafeMutablePointer<GError>?
      let result = g_converter_convert(
        converter, rest.baseAddress, gsize(rest.count), buffer.baseAddress, gsize(buffer.count),
        G_CONVERTER_NO_FLAGS, &read, &written, &fault)
      g_clear_error(&fault)
      if written > 0, !take(UnsafeRawBufferPointer(rebasing: buffer[..<Int(written)])) {
        return false
      }
      // A piece that ends in the middle of a code is no error: the next one goes on.
      guard result == G_CONVERTER_CONVERTED else {
        return result != G_CONVERTER_FINISHED && read > 0
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[Int(read)...])
    }
    return true
  }
}
