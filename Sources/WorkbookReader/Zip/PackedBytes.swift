internal import CZip

/// The bytes of a part as they stand in an archive.
final class PackedBytes {
  private let handle: OpaquePointer
  /// Lives as long as its parts are read.
  private let file: ZipFile

  /// How many bytes are held against each other at a time.
  private static let block = 1 << 14

  /// Opens a part by its place; nil where the library cannot.
  init?(_ file: ZipFile, _ place: UInt64) {
    guard let handle = zip_fopen_index(file.library, place, zip_flags_t(ZIP_FL_COMPRESSED)) else {
      return nil
    }
    self.handle = handle
    self.file = file
  }

  deinit { zip_fclose(handle) }

  /// Whether both have the same bytes to their ends.
  func areSame(as other: PackedBytes) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 2 * Self.block, alignment: 1) { room in
      let own = UnsafeMutableRawBufferPointer(rebasing: room[..<Self.block])
      let others = UnsafeMutableRawBufferPointer(rebasing: room[Self.block...])
      while true {
        guard let count = fill(own), other.fill(others) == count,
          own[..<count].elementsEqual(others[..<count])
        else { return false }
        if count < Self.block { return true }
      }
    }
  }

  /// Reads as many bytes as there is room for, fewer at the end alone; nil where that fails.
  private func fill(_ buffer: UnsafeMutableRawBufferPointer) -> Int? {
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let read = Int(zip_fread(handle, rest.baseAddress, UInt64(rest.count)))
      guard read >= 0 else { return nil }
      if read == 0 { break }
      count += read
    }
    return count
  }
}
