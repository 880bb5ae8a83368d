import Domain
import Foundation
import TestSupport
import Testing
import Typesetting

@testable import PDFOutput

@Suite("What is added to a drawn file")
struct FinishingTests {
  private func drawing() throws -> Drawing {
    try draw(try sampleTypeset(), metadata: try sampleMetadata())
  }

  private func finished(_ bytes: [UInt8], _ structure: StructureElement) throws -> [UInt8] {
    let drawing = Drawing(bytes: bytes, structure: structure)
    return try finish(drawing, language: "zh-CN", date: try sampleMetadata().date)
  }

  @Test("What is no drawing of cairo's, or a part of one, is refused with its place")
  func otherBytes() throws {
    let drawing = try drawing()
    let count = drawing.bytes.count
    for bytes in [
      [], Array("no PDF".utf8), Array(drawing.bytes.dropLast(1)),
      Array(drawing.bytes.dropLast(2000)),
      Array(drawing.bytes.dropFirst()), drawing.bytes + [0x0A],
      try finished(drawing.bytes, drawing.structure),
    ] {
      let fault = #expect(throws: PDFFault.self) { _ = try finished(bytes, drawing.structure) }
      #expect(fault?.source == "cairo" && fault?.reason.contains("at byte ") == true, "\(count)")
    }
  }

  @Test("A byte that is not as cairo writes it ends in a fault, or in a file without one")
  func changedBytes() throws {
    let drawing = try drawing()
    var random = SeededRandom(seed: 19)
    let streams = streams(in: drawing.bytes)
    var refused = 0
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("changed.pdf")
      for _ in 0..<400 {
        var bytes = drawing.bytes
        let place = Int.random(in: 0..<bytes.count, using: &random)
        guard !streams.contains(where: { $0.contains(place) }) else { continue }
        bytes[place] = UInt8.random(in: 32...126, using: &random)
        guard bytes != drawing.bytes else { continue }
        do {
          try Data(try finished(bytes, drawing.structure)).write(to: url)
          // What stands in objects that are copied is the business of who wrote it.
          let check = try run("qpdf", ["--check", url.path])
          #expect(!check.output.contains("xref") && !check.output.contains("object stream"))
        } catch is PDFFault {
          refused += 1
        }
      }
    }
    #expect(refused > 100)
  }

  /// Where the data of streams stands.
  private func streams(in bytes: [UInt8]) -> [Range<Int>] {
    let data = Data(bytes)
    var found: [Range<Int>] = []
    var rest = 0..<data.count
    while let start = data.range(of: Data("\nstream\n".utf8), in: rest),
      let end = data.range(of: Data("\nendstream\n".utf8), in: start.upperBound..<data.count)
    {
      found.append(start.upperBound..<end.lowerBound)
      rest = end.upperBound..<data.count
    }
    return found
  }

  @Test("Attributes go to the elements that were drawn, or nowhere")
  func mismatch() throws {
    let bytes = try drawing().bytes
    let date = try sampleMetadata().date
    // One element more or less; a cell where a heading was drawn.
    let one = CellSpan(rows: 1, columns: 1)
    for (tags, reason) in [
      ([StructureTag.headerCell(one)], "1 elements drawn, 13 found"),
      (Array(repeating: .headerCell(one), count: 13), "no TH where one was drawn"),
    ] {
      var structure = StructureRecord()
      for tag in tags {
        _ = structure.begin(tag)
        _ = structure.end()
      }
      let drawing = Drawing(bytes: bytes, structure: structure.complete())
      let error = #expect(throws: PDFFault.self) {
        _ = try finish(drawing, language: "zh-CN", date: date)
      }
      #expect(error?.reason == reason)
    }
  }

  @Test("The identity comes from the content alone")
  func identity() throws {
    let drawing = try drawing()
    let date = try sampleMetadata().date
    let one = try finish(drawing, language: "zh-CN", date: date)
    // An identity that the clock has a part in differs from second to second.
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try finish(drawing, language: "zh-CN", date: date) == one)
    #expect(try finish(drawing, language: "zh-TW", date: date) != one)
  }
}
