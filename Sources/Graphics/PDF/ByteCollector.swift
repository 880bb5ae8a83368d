internal import CGraphics

/// Takes what cairo writes.
final class ByteCollector {
  private(set) var bytes: [UInt8] = []

  /// Appends bytes to the collector behind a pointer; cairo calls this for every piece of a file.
  static func append(
    _ piece: UnsafePointer<UInt8>?, _ count: UInt32, to collector: UnsafeMutableRawPointer?
  ) -> cairo_status_t {
    guard let piece, let collector else { return CAIRO_STATUS_WRITE_ERROR }
    Unmanaged<ByteCollector>.fromOpaque(collector).takeUnretainedValue().bytes
      .append(contentsOf: UnsafeBufferPointer(start: piece, count: Int(count)))
    return CAIRO_STATUS_SUCCESS
  }
}
