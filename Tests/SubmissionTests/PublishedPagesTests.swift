import Diagnostics
import Figures
import Foundation
import Geometry
import Submission
import TestSupport
import Testing
import Typesetting

@Suite("The words of the PDF") struct PublishedPagesTests {
  @Test("each published cell stands in its box, and a blank one has no word in it")
  func publishedCellsStandInTheirBoxes() throws {
    let published = try publishedCells()
    #expect(published.count == 1230)
    var found: [String: Int] = [:]
    try withPages { page, words in
      // The published list is of the forms; figures of evaluations are held against theirs elsewhere.
      guard !page.form.hasPrefix("自评-") else { return }
      for cell in page.cells {
        guard let address = cell.address?.description else { continue }
        found[address, default: 0] += 1
        #expect(text(of: words, in: cell.box) == published[address], "\(address)")
      }
    }
    #expect(Set(found.keys) == Set(published.keys))
    #expect(found.allSatisfy { $0.value == 1 })
  }

  @Test("every word of every page belongs to one cell or text, and each reads as it was composed")
  func everyWordHasItsPlace() throws {
    try withPages { page, words in
      for cell in page.cells {
        let expected = cell.text.filter { !$0.isWhitespace }
        #expect(text(of: words, in: cell.box) == expected, "\(page.form) \(cell.text)")
      }
      for word in words {
        let homes = page.cells.map(\.box) + page.texts.map(\.line.box)
        #expect(homes.count { contains($0, word) } == 1, "\(page.form) \(word.text)")
      }
    }
  }

  @Test("the rows read from left to right in the order of the form")
  func rowsReadInOrder() throws {
    try withPages { page, words in
      let rows = Dictionary(grouping: page.cells.filter { !$0.isHeader }) {
        "\($0.block ?? -1)/\($0.section)/\($0.rows.lowerBound)"
      }
      for (_, cells) in rows {
        let line = cells.map { text(of: words, in: $0.box) }.filter { !$0.isEmpty }.joined()
        let composed = cells.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
          .map { $0.text.filter { !$0.isWhitespace } }.joined()
        #expect(line == composed)
      }
    }
  }

  private func withPages(_ body: (Page, [PDFWord]) throws -> Void) throws {
    let sample = try SampleSubmission()
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      let result = try SampleSubmission.build(into: out)
      try #require(result.summary?.pages == sample.typeset.pages.count)
      let words = try pdfWords(out.appendingPathComponent("部门决算公开.pdf"))
      try #require(words.count == sample.typeset.pages.count)
      for (page, words) in zip(sample.typeset.pages, words) { try body(page, words) }
    }
  }

  private func contains(_ box: Rectangle, _ word: PDFWord) -> Bool {
    word.isIn(
      left: box.minX.points, top: box.minY.points, right: box.maxX.points,
      bottom: box.maxY.points)
  }

  /// The words in a box, line by line, without the spaces between them.
  private func text(of words: [PDFWord], in box: Rectangle) -> String {
    words.filter { contains(box, $0) }
      .sorted { ($0.top.rounded(), $0.left) < ($1.top.rounded(), $1.left) }
      .map(\.text).joined()
  }

  private func publishedCells() throws -> [String: String] {
    var result: [String: String] = [:]
    let text = try Project.text("Tests/Fixtures/xiangyuan-2023/cells.csv")
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      // Only the last field is ever quoted.
      let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
      result["\(fields[0])!\(fields[1]).\(fields[2])"] = fields[3].filter { $0 != "\"" }
    }
    return result
  }
}
