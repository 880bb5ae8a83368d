import Documents
import Geometry
import TestSupport
import Testing

@testable import Typesetting

@Suite("Random forms, from cells to boxes")
struct RandomFormTests {
  @Test("Every cell is printed whole, once, inside its boxes", arguments: seeds(60))
  func nothingLost(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let table = randomTable(&random)
    let fits = Bool.random(using: &random)
    let pageHeight = Length.pt(Double.random(in: 300...842, using: &random))
    let notes = (0..<Int.random(in: 0...3, using: &random)).map { _ in "注：" + text(&random) }
    let form = Sample.form(table, fitsOnePage: fits, notes: notes)
    let result = try set(form, style: Sample.style(pageHeight: pageHeight))
    #expect(result.findings == [], "seed \(seed)")
    let pages = result.pages
    for (section, content) in table.sections.enumerated() {
      for (row, cells) in content.body.map(\.cells).enumerated() {
        for cell in cells {
          let parts = pages.flatMap(\.cells).filter { part in
            !part.isHeader && part.section == section && part.columns == cell.columns
              && part.rows.overlaps(row..<(row + cell.rowSpan))
          }
          #expect(parts.map(\.text).joined() == cell.content.printed, "seed \(seed)")
        }
      }
    }
    for page in pages {
      let bottom = page.size.height - .mm(18) + .pt(0.1)
      for cell in page.cells {
        #expect(cell.box.maxY <= bottom, "seed \(seed): below the text area")
        for line in cell.lines {
          #expect(line.box.minY >= cell.box.minY && line.box.maxY <= cell.box.maxY + .pt(0.01))
          #expect(line.box.minX >= cell.box.minX && line.box.maxX <= cell.box.maxX + .pt(0.01))
        }
      }
    }
    let texts = pages.flatMap(\.texts).filter { $0.part == .note }.map(\.line.text).joined()
    #expect(texts == notes.joined(), "seed \(seed)")
  }

  /// One to three sections on a grid of four columns; some cells span rows or columns.
  func randomTable(_ random: inout SeededRandom) -> Table {
    let columns = [70.0, 160, 90, 60].enumerated().map { Sample.column("\($0)", $1) }
    let sections = (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let header = TableRow(cells: [
        Sample.cell("项目", .header, at: 0, columns: 2), Sample.cell("说明", .header, at: 2),
        Sample.cell("数", .header, at: 3),
      ])
      var body: [TableRow] = []
      let count = Int.random(in: 1...40, using: &random)
      while body.count < count { body += randomGroup(&random) }
      return TableSection(header: [header], body: body)
    }
    return Table(columns: columns, sections: sections)
  }

  /// Rows whose first cell may span them all.
  private func randomGroup(_ random: inout SeededRandom) -> [TableRow] {
    let rows =
      Int.random(in: 0...3, using: &random) == 0 ? Int.random(in: 2...6, using: &random) : 1
    return (0..<rows).map { index in
      var cells: [TableCell] = []
      if index == 0 { cells.append(Sample.cell(text(&random), .label, at: 0, rows: rows)) }
      if Bool.random(using: &random) {
        cells.append(Sample.cell(text(&random), .label, at: 1, columns: 2))
      } else {
        cells.append(Sample.cell(text(&random), .label, at: 1))
        cells.append(Sample.cell(text(&random), .label, at: 2))
      }
      return TableRow(cells: cells + [Sample.cell("7", .lineNumber, at: 3)])
    }
  }

  private func text(_ random: inout SeededRandom) -> String {
    let isLong = Int.random(in: 0..<25, using: &random) == 0
    let length = Int.random(in: 0...(isLong ? 900 : 25), using: &random)
    return String(
      (0..<length).map { _ in Character(["财", "政", "8", "，"].randomElement(using: &random) ?? "财") }
    )
  }
}
