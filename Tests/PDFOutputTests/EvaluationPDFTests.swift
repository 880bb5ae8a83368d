import Documents
import Foundation
import Geometry
import PDFOutput
import SampleEvaluations
import TestSupport
import Testing
import Typesetting

@Suite("Self-evaluations as a PDF file")
struct EvaluationPDFTests {
  private var extremes: [FormSheet] {
    EvaluationSample.extremes.enumerated().map { index, extreme in
      var sample = extreme.sample
      sample.ordinal = index + 1
      return sample.sheet
    }
  }

  private func withFile(
    of sheets: [FormSheet], _ body: (URL, TypesetDocument) throws -> Void
  ) throws {
    let document = try setWithFonts(try sampleDocument(of: sheets))
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("sample.pdf")
      try Data(makePDF(document, metadata: sampleMetadata())).write(to: url)
      try body(url, document)
    }
  }

  @Test("Whatever stretches them, the file is sound, and every cell is read in its place once")
  func structure() throws {
    let sheets = extremes
    try withFile(of: sheets) { url, _ in
      let check = try run("qpdf", ["--check", url.path])
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      let tables = try pdfStructure(url).flatMap { $0.all("Table") }
      try #require(tables.count == sheets.count)
      for (table, sheet) in zip(tables, sheets) {
        let sides = sheet.table.sections.compactMap(\.side?.content.printed)
        let heads = table.all("TH").filter { $0.attributes["Scope"] == "/Row" }
        for side in sides { #expect(heads.count { $0.text == side } == 1) }
        let composed = sheet.table.sections.flatMap(\.cells).map(\.content.printed)
        let read = (table.all("TH") + table.all("TD")).map(\.text.count).reduce(0, +)
        #expect(read == composed.joined().filter { $0 != " " }.count)
        let funds = try #require(heads.first)
        #expect(funds.attributes["RowSpan"] == "4")
      }
    }
  }

  @Test("All words stand in their cells on the pages, repeated ones too")
  func words() throws {
    try withFile(of: extremes) { url, document in
      let pages = try pdfWords(url)
      try #require(pages.count == document.pages.count)
      for (words, page) in zip(pages, document.pages) {
        for cell in page.cells {
          let box = cell.box
          let inside = words.filter {
            $0.isIn(
              left: box.minX.points, top: box.minY.points, right: box.maxX.points,
              bottom: box.maxY.points)
          }
          let found = inside.map(\.text.count).reduce(0, +)
          #expect(found == cell.text.filter { $0 != " " }.count, "\(cell.text.prefix(20))")
        }
      }
    }
  }

  @Test("300 self-evaluations: a page and an entry of the outline each")
  func many() throws {
    let sheets = (1...300).map { ordinal in
      var sample = EvaluationSample()
      sample.ordinal = ordinal
      return sample.sheet
    }
    try withFile(of: sheets) { url, document in
      #expect(document.pages.count == 300)
      #expect(document.outline.count == 300)
      let check = try run("qpdf", ["--check", url.path])
      #expect(check.status == 0, "\(check.output)")
    }
  }
}
