/// Writes values as bytes, one after the other: whole numbers in as few bytes as they need, the
/// lowest first; long texts once, and afterwards by their number.
struct ByteWriter: ~Copyable {
  /// Texts up to this length are held in place by Swift, so nothing is gained by sharing them.
  static let shortText = 15
  /// Texts that are remembered; those beyond are written out each time.
  static let mostTexts = 1 << 20
  private static let capacity = 1 << 18

  private let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: capacity, alignment: 1)
  private var count = 0
  private let sink: (UnsafeRawBufferPointer) -> Void
  private var places: [String: UInt64] = [:]

  /// A writer.
  ///
  /// - Parameter sink: takes the bytes piece by piece; each is gone after the call.
  init(_ sink: @escaping (UnsafeRawBufferPointer) -> Void) { self.sink = sink }

  deinit { buffer.deallocate() }

  /// Gives what is left to the sink.
  mutating func flush() {
    sink(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    count = 0
  }

  private mutating func makeRoom(_ bytes: Int) {
    if count + bytes > buffer.count { flush() }
  }

  mutating func byte(_ value: UInt8) {
    makeRoom(1)
    buffer[count] = value
    count += 1
  }

  /// A number that is not negative, seven bits a byte.
  mutating func unsigned(_ value: UInt64) {
    makeRoom(10)
    var rest = value
    while rest >= 0x80 {
      buffer[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      count += 1
      rest >>= 7
    }
    buffer[count] = UInt8(rest)
    count += 1
  }

  /// A number with its sign in the lowest bit, so that small ones stay short.
  mutating func integer(_ value: Int) {
    let bits = Int64(value)
    unsigned(UInt64(bitPattern: (bits << 1) ^ (bits >> 63)))
  }

  mutating func double(_ value: Double) {
    makeRoom(8)
    buffer.storeBytes(
      of: value.bitPattern.littleEndian, toByteOffset: count, as: UInt64.self)
    count += 8
  }

  mutating func bytes(_ bytes: UnsafeRawBufferPointer) {
    guard count + bytes.count > buffer.count else {
      UnsafeMutableRawBufferPointer(rebasing: buffer[count...]).copyMemory(from: bytes)
      count += bytes.count
      return
    }
    flush()
    guard bytes.count <= buffer.count else { return sink(bytes) }
    buffer.copyMemory(from: bytes)
    count = bytes.count
  }

  /// A text; the lowest bit of the number before it says whether it is one to be remembered.
  mutating func text(_ text: String) {
    let length = text.utf8.count
    if length > Self.shortText {
      if let place = places[text] { return unsigned(place << 1 | 1) }
      if places.count < Self.mostTexts {
        unsigned(UInt64(places.count) << 1 | 1)
        places[text] = UInt64(places.count)
        unsigned(UInt64(length))
        return characters(of: text)
      }
    }
    unsigned(UInt64(length) << 1)
    characters(of: text)
  }

  private mutating func characters(of text: String) {
    var text = text
    text.withUTF8 { bytes(UnsafeRawBufferPointer($0)) }
  }
}
