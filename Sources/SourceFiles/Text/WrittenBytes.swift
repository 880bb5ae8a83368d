public import FoundationEssentials
internal import Glibc

/// A file as its bytes, to be searched for words without taking it apart.
public struct WrittenBytes: Sendable {
  /// The bytes; none of a file that cannot be read.
  public let bytes: [UInt8]

  /// Reads a file.
  public init(of file: URL) { bytes = (try? Data(contentsOf: file)).map(Array.init) ?? [] }

  /// Whether a word is written somewhere, be it as a part of another.
  public func has(_ word: String) -> Bool {
    let word = Array(word.utf8)
    guard let first = word.first else { return true }
    return bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return false }
      var place = 0
      while place + word.count <= bytes.count {
        let room = bytes.count - word.count - place + 1
        guard let found = memchr(base + place, Int32(first), room) else { return false }
        if memcmp(found, word, word.count) == 0 { return true }
        place = UnsafeRawPointer(found) - base + 1
      }
      return false
    }
  }
}
