/// A value that goes from one process to another.
///
/// What is read is held against the bounds of its type: a value that would trap later is a fault.
protocol WireValue {
  func write(to writer: inout ByteWriter)
  init(from reader: inout ByteReader) throws(WireFault)
}

extension ByteWriter {
  mutating func value(_ value: some WireValue) { value.write(to: &self) }
}

extension ByteReader {
  mutating func value<Value: WireValue>(
    _ type: Value.Type = Value.self
  ) throws(WireFault) -> Value {
    try Value(from: &self)
  }
}

extension String: WireValue {
  func write(to writer: inout ByteWriter) { writer.text(self) }
  init(from reader: inout ByteReader) throws(WireFault) { self = try reader.text() }
}

extension Bool: WireValue {
  func write(to writer: inout ByteWriter) { writer.byte(self ? 1 : 0) }
  init(from reader: inout ByteReader) throws(WireFault) { self = try reader.bool() }
}

extension Int: WireValue {
  func write(to writer: inout ByteWriter) { writer.integer(self) }
  init(from reader: inout ByteReader) throws(WireFault) { self = try reader.integer() }
}

extension Double: WireValue {
  func write(to writer: inout ByteWriter) { writer.double(self) }
  init(from reader: inout ByteReader) throws(WireFault) { self = try reader.double() }
}

extension Optional: WireValue where Wrapped: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.value(self != nil)
    if let value = self { writer.value(value) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    self = try reader.bool() ? try reader.value(Wrapped.self) : nil
  }
}

extension Array: WireValue where Element: WireValue {
  func write(to writer: inout ByteWriter) {
    writer.unsigned(UInt64(count))
    for element in self { writer.value(element) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    let count = try reader.count()
    self = []
    // A count that is a lie must not take memory; each value takes a byte at least.
    reserveCapacity(Swift.min(count, 256))
    for _ in 0..<count { append(try reader.value()) }
  }
}

/// Bytes as they are: a picture, a file that is in memory.
struct WireBytes: WireValue, Hashable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func write(to writer: inout ByteWriter) {
    writer.unsigned(UInt64(bytes.count))
    bytes.withUnsafeBytes { writer.bytes($0) }
  }

  init(from reader: inout ByteReader) throws(WireFault) {
    bytes = try reader.bytes(try reader.count())
  }
}

/// Enumerations whose cases have a text go by that text.
extension WireValue where Self: RawRepresentable, RawValue == String {
  func write(to writer: inout ByteWriter) { writer.text(rawValue) }

  init(from reader: inout ByteReader) throws(WireFault) {
    guard let value = Self(rawValue: try reader.text()) else { throw .malformed }
    self = value
  }
}
