internal import CXML

/// A name in the library's memory, compared without making a text of it.
struct XMLName {
  private let bytes: UnsafePointer<UInt8>

  init(_ bytes: UnsafePointer<UInt8>) { self.bytes = bytes }

  /// The name as a text.
  var text: String { String(cString: bytes) }

  /// Ids of relationships and marks of kept blanks have prefixes.
  var isOfAnyNamespace: Bool { self == "id" || self == "space" }

  static func == (left: XMLName, right: StaticString) -> Bool { equal(left.bytes, right) }

  /// Matches names in a `switch`.
  static func ~= (pattern: StaticString, name: XMLName) -> Bool { equal(name.bytes, pattern) }

  /// Compares a name that ends in a zero byte.
  static func equal(_ bytes: UnsafePointer<UInt8>?, _ name: StaticString) -> Bool {
    guard let bytes else { return false }
    let count = name.utf8CodeUnitCount
    let start = name.utf8Start
    for index in 0..<count where bytes[index] != start[index] { return false }
    return bytes[count] == 0
  }
}
