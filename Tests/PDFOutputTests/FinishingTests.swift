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

  @Test("What is no PDF is refused in the library's words")
  func noPDF() {
    let error = #expect(throws: PDFFault.self) { _ = try QPDFFile(Array("no PDF".utf8)) }
    #expect(error?.source == "qpdf" && error?.doing == "read the drawing")
    #expect(error?.reason.isEmpty == false)
  }

  @Test("A file that is cut short is refused, not repaired")
  func cutShort() throws {
    let bytes = try drawing().bytes
    #expect(throws: PDFFault.self) { _ = try QPDFFile(Array(bytes.dropLast(2000))) }
  }

  @Test("An object of another kind than it is taken for is an error, not a guess")
  func otherKinds() throws {
    let file = try QPDFFile(try drawing().bytes)
    #expect(throws: PDFFault.self) { _ = try file.value("/K", of: try file.parse("[1]")) }
    #expect(throws: PDFFault.self) { _ = try file.name("/Pages", of: file.root) }
    #expect(throws: PDFFault.self) { _ = try file.parse("<< /K") }
    #expect(throws: PDFFault.self) {
      try file.set("/Lang", of: try file.parse("12"), to: file.string("zh-CN"))
    }
    // And the file is as good as before.
    #expect(try file.pages().count == (try sampleTypeset()).pages.count)
    #expect(try file.write().starts(with: Array("%PDF-".utf8)))
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
