/// Reads what ``ByteWriter`` wrote, and trusts none of it: whatever a broken or hostile writer sends
/// ends with a ``WireFault`` and takes no more memory than bytes that came.
struct ByteReader: ~Copyable {
  /// Beyond what any page, row or count comes to; sums of a few stay far from an overflow.
  private static let largestInteger = 1 << 40
  private static let capacity = 1 << 18

  private let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: capacity, alignment: 1)
  private var position = 0
  private var end = 0
  private let source: (UnsafeMutableRawBufferPointer) throws(WireFault) -> Int
  private var texts: [String] = []

  /// A reader.
  ///
  /// - Parameter source: fills a buffer with the bytes that are there, one at least; 0 at the end.
  init(_ source: @escaping (UnsafeMutableRawBufferPointer) throws(WireFault) -> Int) {
    self.source = source
  }

  deinit { buffer.deallocate() }

  /// Makes sure that so many bytes lie ahead; no more than the buffer holds.
  private mutating func need(_ count: Int) throws(WireFault) {
    guard end - position < count else { return }
    let rest = UnsafeRawBufferPointer(rebasing: buffer[position..<end])
    buffer.copyMemory(from: rest)
    (position, end) = (0, rest.count)
    while end < count {
      let added = try source(UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
      guard added > 0 else { throw .truncated }
      end += added
    }
  }

  mutating func byte() throws(WireFault) -> UInt8 {
    try need(1)
    position += 1
    return buffer[position - 1]
  }

  mutating func bool() throws(WireFault) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw .malformed
    }
  }

  mutating func unsigned() throws(WireFault) -> UInt64 {
    var result: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let byte = try byte()
      guard shift < 63 || byte <= 1 else { throw .malformed }
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
      guard shift <= 63 else { throw .malformed }
    }
  }

  mutating func integer() throws(WireFault) -> Int {
    let bits = try unsigned()
    let value = Int(Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1))
    guard value.magnitude <= UInt(Self.largestInteger) else { throw .malformed }
    return value
  }

  /// A number from 0 up to a limit.
  mutating func natural(below limit: Int) throws(WireFault) -> Int {
    let value = try unsigned()
    guard value < UInt64(limit) else { throw .malformed }
    return Int(value)
  }

  /// How many values follow; room for them is made as they come.
  mutating func count() throws(WireFault) -> Int { try natural(below: Self.largestInteger) }

  mutating func double() throws(WireFault) -> Double {
    try need(8)
    let bits = UInt64(
      littleEndian: buffer.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    position += 8
    let value = Double(bitPattern: bits)
    guard value.isFinite else { throw .malformed }
    return value
  }

  /// So many bytes.
  mutating func bytes(_ count: Int) throws(WireFault) -> [UInt8] {
    var result: [UInt8] = []
    while result.count < count {
      try need(1)
      let piece = min(count - result.count, end - position)
      result.append(contentsOf: buffer[position..<position + piece])
      position += piece
    }
    return result
  }

  mutating func text() throws(WireFault) -> String {
    let head = try unsigned()
    guard head & 1 == 1 else { return try characters(head >> 1) }
    let place = head >> 1
    if place < UInt64(texts.count) { return texts[Int(place)] }
    guard place == UInt64(texts.count), texts.count < ByteWriter.mostTexts else {
      throw .malformed
    }
    let length = try unsigned()
    guard length > UInt64(ByteWriter.shortText) else { throw .malformed }
    let text = try characters(length)
    texts.append(text)
    return text
  }

  private mutating func characters(_ length: UInt64) throws(WireFault) -> String {
    guard length < UInt64(Self.largestInteger) else { throw .malformed }
    let count = Int(length)
    guard count <= buffer.count else {
      let bytes = try bytes(count)
      guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
      return text
    }
    try need(count)
    let piece = UnsafeRawBufferPointer(rebasing: buffer[position..<position + count])
    position += count
    guard let text = String(validating: piece, as: UTF8.self) else { throw .malformed }
    return text
  }
}
