import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// Dossiers that no person would write.
@Suite("受损的卷宗")
struct HostileDossierTests {
  /// Changes a few bytes of a text: deletes, doubles, overwrites, or moves them.
  private func damage(_ bytes: inout [UInt8], with random: inout SeededRandom) {
    let marks = Array("\",\r\n:{}[]-#&*!|>'%@`\t\u{0}￥－．年".utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: index)
      case 2: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 3: bytes.removeSubrange(index..<min(bytes.count, index + 40))
      default: bytes += bytes[index..<min(bytes.count, index + 40)]
      }
    }
  }

  @Test("受损的文件不会使程序崩溃；每处错误都指向一个文件")
  func damagedFiles() throws {
    let seed: UInt64 = 20_240_920
    var random = SeededRandom(seed: seed)
    let names = SampleDossier().files.keys.sorted()
    try withTemporaryFolder { folder in
      for round in 0..<300 {
        let dossier = SampleDossier()
        try dossier.write(to: folder)
        let name = names[round % names.count]
        var bytes = Array((dossier.files[name] ?? "").utf8)
        damage(&bytes, with: &random)
        try Data(bytes).write(to: folder.appendingPathComponent(name))
        let reading = readDossier(.folder(folder), under: .sample)
        // YAML ends lines at U+0085, U+2028 and U+2029 as well.
        let lineCount = bytes.count { [10, 13, 0x85, 0xA8, 0xA9].contains($0) } + 1
        for finding in reading.findings {
          guard case .source(let place) = finding.place else {
            Issue.record("no place: \(finding) (seed \(seed), round \(round))")
            continue
          }
          #expect(names.contains(place.file), "\(place) (seed \(seed), round \(round))")
          if place.file == name {
            #expect(place.line <= lineCount, "\(place) (seed \(seed), round \(round))")
          }
        }
        #expect(
          reading.value == nil ? !reading.findings.isEmpty : !reading.findings.hasErrors,
          "seed \(seed), round \(round)")
      }
    }
  }
}
