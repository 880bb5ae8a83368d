internal import CZip

/// Owns an open archive and its bytes; whoever reads a part holds on to it.
final class ZipFile {
  let library: OpaquePointer
  /// A copy of the bytes: the library reads from them as long as it lives.
  private let bytes: UnsafeMutableRawBufferPointer

  /// Opens an archive; nil where there is none, or not all of it.
  init?(_ content: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: content.count, alignment: 1)
    copy.copyBytes(from: content)
    guard let library = Self.open(copy) else {
      copy.deallocate()
      return nil
    }
    self.library = library
    bytes = copy
  }

  deinit {
    zip_discard(library)
    bytes.deallocate()
  }

  private static func open(_ bytes: UnsafeMutableRawBufferPointer) -> OpaquePointer? {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error)
    else { return nil }
    guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &error) else {
      zip_source_free(source)
      return nil
    }
    return archive
  }
}
