import Documents
import Foundation
import Geometry
import Submission
import TestSupport
import Testing
import Typesetting

/// Rendered pages, held against the boxes that the typesetter gave its cells.
@Suite("The ink of the cells") struct CellInkTests {
  @Test("in the example no ink of a cell's text touches or leaves the cell's box")
  func example() throws {
    try withRendering(of: SampleSubmission.example) { rendering in
      #expect(rendering.cells > 1500)
      #expect(rendering.faults(margin: 1) == [])
      // With no more than the cells' own padding around it, text would not do: the test sees ink.
      #expect(rendering.faults(margin: 6).count > 100)
    }
  }

  @Test("nor where names have forty characters and amounts twelve digits")
  func longest() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try LongestDossier.write(to: dossier)
      try withRendering(of: dossier) { rendering in
        #expect(rendering.cells > 1500)
        #expect(rendering.faults(margin: 1) == [])
        let texts = rendering.readBack.flatMap { $0 }.map(\.text)
        // 999,999,999,999.99 元 in 万元, and sums of such.
        #expect(texts.count { $0 == "100,000,000.00" } > 3)
        let sum = /[0-9],[0-9]{3},[0-9]{3},[0-9]{3}\.[0-9]{2}/
        #expect(texts.count { $0.wholeMatch(of: sum) != nil } > 3)
      }
    }
  }

  @Test("all text of all cells is read back from the page", arguments: [false, true])
  func isReadBack(isLongest: Bool) throws {
    try withTemporaryFolder { folder in
      let dossier = isLongest ? folder.appendingPathComponent("dossier") : SampleSubmission.example
      if isLongest { try LongestDossier.write(to: dossier) }
      try withRendering(of: dossier) { rendering in
        let composed = rendering.sample.document.sheets.flatMap { composedColumns(of: $0) }
        var found: [Column: String] = [:]
        for (page, cells) in zip(rendering.pages, rendering.readBack) {
          for (cell, text) in cells where !cell.isRepeated && cell.block == nil {
            let column = Column(
              form: page.form, section: cell.section, isHeader: cell.isHeader,
              columns: cell.columns)
            found[column, default: ""] += text
          }
        }
        #expect(Set(found.keys) == Set(composed.map(\.0)))
        for (column, text) in composed { #expect(found[column] == text, "\(column)") }
        guard isLongest else { return }
        #expect(composed.contains { $0.1.contains(LongestDossier.name("2150805")) })
      }
    }
  }

  /// The cells of a header or body that cover the same columns; text is told apart by them, for a
  /// page may end within a cell.
  private struct Column: Hashable {
    let form: String
    let section: Int
    let isHeader: Bool
    let columns: Range<Int>
  }

  /// What a form has in its columns, from top to bottom.
  private func composedColumns(of form: FormSheet) -> [(Column, String)] {
    form.table.sections.enumerated().flatMap { number, section in
      let side = [section.side].compactMap { $0 }
      return [(section.header, true), (section.body, false)].flatMap { rows, isHeader in
        let cells = (isHeader ? [] : side) + rows.flatMap(\.cells)
        return Dictionary(grouping: cells) { $0.column..<$0.column + $0.columnSpan }
          .map { columns, cells in
            let text = cells.map { $0.content.printed.filter { !$0.isWhitespace } }.joined()
            return (
              Column(form: form.number, section: number, isHeader: isHeader, columns: columns),
              text
            )
          }
      }
    }
  }

  private func withRendering(of dossier: URL, _ body: (Rendering) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try body(try Rendering(of: dossier, in: folder))
    }
  }
}

/// The pages of a dossier's forms and self-evaluations, as composed, as placed and as they are seen.
private struct Rendering {
  let sample: SampleSubmission
  /// The pages with cells.
  let pages: [Page]
  let images: [GrayPage]
  private let words: [[PDFWord]]

  init(of dossier: URL, in folder: URL) throws {
    let sample = try SampleSubmission(dossier)
    let out = folder.appendingPathComponent("out")
    let result = try SampleSubmission.build(dossier, into: out)
    try #require(result.summary?.pages == sample.typeset.pages.count)
    let file = out.appendingPathComponent("部门决算公开.pdf")
    let indices = sample.typeset.pages.indices.filter { !sample.typeset.pages[$0].cells.isEmpty }
    self.sample = sample
    pages = indices.map { sample.typeset.pages[$0] }
    var images: [GrayPage] = []
    for stretch in Self.stretches(of: indices) {
      images += try GrayPage.pages(
        stretch.lowerBound + 1...stretch.upperBound + 1, of: file, in: folder)
    }
    self.images = images
    try #require(images.count == pages.count)
    let words = try pdfWords(file)
    self.words = indices.map { words[$0] }
  }

  /// Pages that follow one another: the forms, and behind the text the self-evaluations.
  private static func stretches(of indices: [Int]) -> [ClosedRange<Int>] {
    indices.reduce(into: []) { stretches, index in
      if let last = stretches.last, last.upperBound + 1 == index {
        stretches[stretches.count - 1] = last.lowerBound...index
      } else {
        stretches.append(index...index)
      }
    }
  }

  var cells: Int { pages.map(\.cells.count).reduce(0, +) }

  /// The words in each cell's box, line by line, without blanks.
  var readBack: [[(cell: PlacedCell, text: String)]] {
    zip(pages, words).map { page, words in
      page.cells.map { cell in
        let inside = words.filter { word in
          word.isIn(
            left: cell.box.minX.points, top: cell.box.minY.points, right: cell.box.maxX.points,
            bottom: cell.box.maxY.points)
        }
        let lines = inside.sorted { ($0.top.rounded(), $0.left) < ($1.top.rounded(), $1.left) }
        return (cell, lines.map(\.text).joined())
      }
    }
  }

  /// Where ink is not as it must be.
  ///
  /// - Parameter margin: how many white pixels there must be between a ruling line and text.
  func faults(margin: Int) -> [String] {
    zip(pages, images).flatMap { page, image in
      page.cells.flatMap { cell in
        faults(of: cell, on: image, margin: margin).map {
          "form \(page.form) “\(cell.text)”: \($0)"
        }
      }
    }
  }

  private func faults(of cell: PlacedCell, on image: GrayPage, margin: Int) -> [String] {
    guard let area = image.interior(of: cell.box) else { return ["no ruling line all around"] }
    guard let ink = image.ink(in: area) else {
      return cell.lines.isEmpty ? [] : ["no ink in \(area)"]
    }
    if cell.lines.isEmpty { return ["ink \(ink) in a blank cell"] }
    let touches = !area.inset(by: margin).contains(ink)
    return (touches ? ["ink \(ink) touches the edge of \(area)"] : [])
      + cell.lines.compactMap { fault(of: $0, in: cell, on: image) }
  }

  private func fault(of line: PlacedLine, in cell: PlacedCell, on image: GrayPage) -> String? {
    let box = PixelArea(within: line.box)
    guard PixelArea(within: cell.box).contains(box) else { return "\(box) leaves the cell" }
    // From the first glyph to the last: what is cut off has no ink. Brackets and stops at the ends
    // leave half of their em blank.
    let em = Int(line.box.size.height.points * GrayPage.scale)
    guard let ink = image.ink(in: box.inset(by: -2)) else { return "no ink for “\(line.text)”" }
    let isWhole = ink.right - ink.left >= box.right - box.left - em * 3 / 2
    return isWhole ? nil : "ink \(ink) is shorter than “\(line.text)” \(box)"
  }
}
