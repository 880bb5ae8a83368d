import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// Dossiers that no person would write.
@Suite("受损的卷宗")
struct HostileDossierTests {
  /// A generator that gives the same numbers for the same seed.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      // SplitMix64, public domain: https://prng.di.unimi.it/splitmix64.c
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Changes a few bytes of a text: deletes, doubles, overwrites, or moves them.
  private func damage(_ bytes: inout [UInt8], with random: inout Random) {
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
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Random(state: seed)
    let names = SampleDossier().files.keys.sorted()
    try withTemporaryFolder { folder in
      for round in 0..<300 {
        let dossier = SampleDossier()
        try dossier.write(to: folder)
        let name = names[round % names.count]
        var bytes = Array((dossier.files[name] ?? "").utf8)
        damage(&bytes, with: &random)
        try Data(bytes).write(to: folder.appendingPathComponent(name))
        let reading = readDossier(folder, under: .sample)
        let lineCount = bytes.count { $0 == 10 || $0 == 13 } + 1
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
