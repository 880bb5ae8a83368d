/// Makes zip archives without compression, byte by byte, so that tests decide what stands in them.
public struct ZipBuilder {
  private var entries: [(name: [UInt8], content: [UInt8], flags: UInt16)] = []

  /// An empty archive.
  public init() {}

  /// Adds a part.
  ///
  /// - Parameter flags: of the entry; 1 says that it is encrypted.
  public mutating func add(_ name: String, _ content: [UInt8], flags: UInt16 = 0) {
    entries.append((Array(name.utf8), content, flags))
  }

  /// Adds a part that is a text.
  public mutating func add(_ name: String, _ text: String) { add(name, Array(text.utf8)) }

  /// The archive (PKWARE APPNOTE 4.3).
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = result.count
      let size = entry.content.count
      // Version, flags, method, time, date (1 January of 1980), checksum, sizes, length of the name.
      let facts =
        little(20, 2) + little(Int(entry.flags), 2) + little(0, 2) + little(0, 2) + little(33, 2)
        + little(Int(Self.checksum(of: entry.content)), 4) + little(size, 4) + little(size, 4)
        + little(entry.name.count, 2) + little(0, 2)
      result += [0x50, 0x4B, 3, 4] + facts + entry.name + entry.content
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + facts
      directory += little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(offset, 4)
      directory += entry.name
    }
    let start = result.count
    result += directory + [0x50, 0x4B, 5, 6] + little(0, 4)
    result += little(entries.count, 2) + little(entries.count, 2)
    return result + little(directory.count, 4) + little(start, 4) + little(0, 2)
  }

  private func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32 as zip archives have it.
  public static func checksum(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { ($0 >> 8) ^ table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }
}
