import Diagnostics
import Foundation
import Layouts
import TestSupport
import Testing

/// Sets that no person would write.
@Suite("受损的版式")
struct HostileSetTests {
  private static let marks = Array("\",\r\n:{}[]-#&*!|>'%@`\t\u{0}.0".utf8)
  /// Numbers and texts that are apt to break arithmetic and recursion.
  private static let values = [
    "9223372036854775807", "-9223372036854775808", "1e308", "-1", "0", "nan", "null", "~", "[]",
    "{}", "\"\"", "*a", "&a 1", "true", "..", ".", "r..r", "[[[]]]", "201",
    "{text: a, columns: 99}",
  ]

  /// Changes a few bytes of a text: deletes, overwrites or doubles them, or writes a nasty value
  /// behind a colon.
  static func damage(_ bytes: inout [UInt8], with random: inout SeededRandom) {
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      let end = min(bytes.count, index + Int.random(in: 1...60, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(Self.marks.randomElement(using: &random) ?? 0, at: index)
      case 2: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 3: bytes.removeSubrange(index..<end)
      case 4: bytes.insert(contentsOf: bytes[index..<end], at: index)
      default: overwriteValue(after: index, of: &bytes, with: &random)
      }
    }
  }

  private static func overwriteValue(
    after index: Int, of bytes: inout [UInt8], with random: inout SeededRandom
  ) {
    guard let colon = bytes[index...].firstIndex(of: UInt8(ascii: ":")) else { return }
    let ends = Array(",}\n".utf8)
    let end = bytes[colon...].firstIndex(where: ends.contains) ?? bytes.endIndex
    let value = Self.values.randomElement(using: &random) ?? ""
    bytes.replaceSubrange((colon + 1)..<end, with: Array(" \(value)".utf8))
  }

  @Test("受损的文件不会使程序崩溃；每处错误都指向一个文件里的一行")
  func damagedFiles() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let set = try SampleSet()
    let paths = set.files.keys.sorted()
    try withTemporaryFolder { root in
      let library = LayoutLibrary(root: root)
      for round in 0..<150 {
        try set.write(to: root)
        let path = paths[round % paths.count]
        var bytes = Array((set.files[path] ?? "").utf8)
        Self.damage(&bytes, with: &random)
        try Data(bytes).write(to: root.appendingPathComponent(path))
        let loaded = library.load("sample")
        // YAML ends lines at U+0085, U+2028 and U+2029 as well.
        let lineCount = bytes.count { [10, 13, 0x85, 0xA8, 0xA9].contains($0) } + 1
        let context = "seed \(seed), round \(round), \(path)"
        let isRefused = loaded.value == nil
        #expect(isRefused == loaded.findings.hasErrors, "\(context)")
        for finding in loaded.findings {
          guard case .source(let place) = finding.place else {
            Issue.record("no place: \(finding) (\(context))")
            continue
          }
          // A name that was damaged may be that of nothing, or of a folder.
          let isNamed = paths.contains(place.file) || ["L011", "L012"].contains(finding.code)
          #expect(isNamed, "\(place) (\(context))")
          #expect(place.file != path || place.line <= lineCount, "\(place) (\(context))")
        }
      }
    }
  }
}
