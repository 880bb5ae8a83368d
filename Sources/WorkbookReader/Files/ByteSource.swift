/// Gives the bytes of a part one piece after the other, so that a large part is never in memory
/// as a whole.
protocol ByteSource: AnyObject {
  /// Fills as much of the buffer as it can.
  ///
  /// - Returns: how many bytes it wrote; 0 at the end, -1 after a fault.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int
  /// What stopped the reading, if anything did.
  var fault: FileFault? { get }
}

/// Gives the bytes of an array.
final class ArraySource: ByteSource {
  private let bytes: [UInt8]
  private var position = 0
  let fault: FileFault? = nil

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(buffer.count, bytes.count - position)
    buffer.copyBytes(from: bytes[position..<(position + count)])
    position += count
    return count
  }
}
