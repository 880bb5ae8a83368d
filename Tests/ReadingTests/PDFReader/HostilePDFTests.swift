import Diagnostics
import Foundation
import PDFReader
import Readings
import TestSupport
import Testing

/// Damaged and malicious files.
///
/// poppler is a C++ library: they are read in a process of their own, and what brings it down shows.
@Suite("做坏的 PDF")
struct HostilePDFTests {
  /// How many mutations a run tries; more with GONGKAI_TRIALS.
  private static var trials: Int {
    ProcessInfo.processInfo.environment["GONGKAI_TRIALS"].flatMap(Int.init) ?? 400
  }

  /// Changes some bytes: another value, a few left out or repeated, digits that grow.
  static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0...Int.random(in: 0..<12, using: &random) {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1:
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        bytes.removeSubrange(place..<end)
      case 2:
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      default:
        let digit = bytes[place...].firstIndex { (0x30...0x39).contains($0) } ?? place
        bytes[digit] = UInt8.random(in: 0x30...0x39, using: &random)
      }
    }
    return bytes
  }

  @Test("改动任意字节，读取不崩溃；要么有结果，要么有错误；poppler 的话不到标准错误")
  func mutations() async throws {
    let excerpt = try BuiltExample.shared.get().excerpt(pages: "2,9")
    let small = PDFStructureTests.file(
      content: PDFStructureTests.content, kids: PDFStructureTests.kids)
    let seed = UInt64.random(in: 0...UInt64.max)
    let trials = Self.trials
    let result = await #expect(
      processExitsWith: .success, observing: [\.standardErrorContent], "seed \(seed)"
    ) {
      [
        excerpt = excerpt as [UInt8], small = small as [UInt8], seed = seed as UInt64,
        trials = trials as Int
      ] in
      var random = SeededRandom(seed: seed)
      for trial in 0..<trials {
        // The excerpt has the structure of the whole file and takes its time.
        let wrong = Self.mutated(trial % 20 == 0 ? excerpt : small, &random)
        let loaded = readPDF(wrong, as: "a.pdf", details: [.all, .tagTexts])
        precondition(
          (loaded.value == nil) == loaded.findings.contains { $0.severity == .error },
          "trial \(trial)")
      }
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(!text.contains("oppler") && !text.contains("CRITICAL"), "seed \(seed): \(text)")
  }

  @Test("在任何地方截断，都说文件不完整")
  func truncations() throws {
    let bytes = try BuiltExample.shared.get().pdf
    for length in stride(from: 9, to: bytes.count - 2100, by: bytes.count / 50) {
      let loaded = readPDF(Array(bytes.prefix(length)), as: "a.pdf")
      #expect(loaded.findings.map(\.code) == ["C032"], "\(length) bytes")
      #expect(loaded.value == nil)
    }
  }

  @Test("页树、书签、结构成环或过深：有尽头")
  func loops() async {
    await #expect(processExitsWith: .success) {
      let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
      let pages = "<</Type/Pages/Count 1/Kids[3 0 R]>>"
      let depth = 3000
      // Each element holds the next.
      let chain = (0..<depth).map { index in
        "<</S/Div/P 4 0 R/K[\(index + 1 < depth ? "\(index + 6) 0 R" : "0")]/Pg 3 0 R>>"
      }
      let files = [
        PDFFaultTests.pdf([
          "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]>>", page,
        ]),
        PDFFaultTests.pdf([
          "<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>", pages, page,
          "<</First 5 0 R/Last 5 0 R>>",
          "<</Title(a)/First 5 0 R/Next 5 0 R/Parent 4 0 R/Dest[3 0 R/Fit]>>",
        ]),
        PDFFaultTests.pdf([
          "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>", pages, page,
          "<</Type/StructTreeRoot/K 5 0 R>>", "<</S/Div/P 4 0 R/K[5 0 R]>>",
        ]),
        PDFFaultTests.pdf(
          [
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 4 0 R>>", pages, page,
            "<</Type/StructTreeRoot/K 5 0 R>>",
          ] + chain),
      ]
      for file in files {
        let loaded = readPDF(file, as: "a.pdf", details: [.all, .tagTexts])
        precondition(
          (loaded.value == nil) == loaded.findings.contains { $0.severity == .error })
      }
    }
  }

  @Test("改坏的简单页面：读得出来，或者说明原因，不会崩溃")
  func plainPages() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    let page = PlainPageTests.page()
    await #expect(processExitsWith: .success, "seed \(seed)") {
      [page = page as [UInt8], seed = seed as UInt64] in
      var random = SeededRandom(seed: seed)
      for trial in 0..<3_000 {
        let loaded = readPDF(HostilePDFTests.mutated(page, &random), as: "a.pdf")
        precondition(
          (loaded.value == nil) == loaded.findings.contains { $0.severity == .error },
          "trial \(trial)")
      }
    }
  }
}
