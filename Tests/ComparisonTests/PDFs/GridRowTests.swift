import Comparison
import Readings
import Testing

@Suite("Tables of PDFs by the rules between their cells") struct GridRowTests {
  /// A table of two rows: a label, and a text that breaks into the given lines.
  private func document(_ texts: [[String]], width: Double, figure: String = "26.01") -> PDFReading
  {
    var lines: [ReadLine] = []
    var rows = [50.0]
    for (row, text) in texts.enumerated() {
      let top = rows[row]
      for (number, part) in text.enumerated() {
        let left = 102 + Double(number % 2)
        let box = ReadBox(
          left: left, top: top + 2 + 12 * Double(number), right: left + width - 20,
          bottom: top + 12 + 12 * Double(number))
        lines.append(line([ReadWord(text: part, box: box)]))
      }
      let middle = top + 6 * Double(text.count)
      let label = ReadBox(left: 52, top: middle - 4, right: 90, bottom: middle + 6)
      let amount = ReadBox(
        left: 102 + width, top: middle - 4, right: 140 + width, bottom: middle + 6)
      lines.append(
        line([
          ReadWord(text: "第\(row + 1)行", box: label), ReadWord(text: figure, box: amount),
        ]))
      rows.append(top + 4 + 12 * Double(text.count))
    }
    let cells = texts.indices.flatMap { row in
      (0..<3).map { ReadGrid.Cell(row: row, column: $0) }
    }
    let grid = ReadGrid(columns: [50, 100, 100 + width, 150 + width], rows: rows, cells: cells)
    let page = ReadPage(
      number: 1, width: 595, height: 842,
      lines: lines.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) },
      grids: [grid])
    return PDFReading(file: "a.pdf", pages: [page])
  }

  private func line(_ words: [ReadWord]) -> ReadLine {
    ReadLine(
      text: words.map(\.text).joined(separator: " "),
      box: words.dropFirst().reduce(words[0].box) { $0.union($1.box) }, words: words)
  }

  private func differences(_ left: PDFReading, _ right: PDFReading) -> [Difference] {
    func input(_ reading: PDFReading) -> ComparisonInput {
      ComparisonInput(
        name: "a", content: .file(ComparedFile(name: "a.pdf", content: .pdf(reading))))
    }
    return compare(input(left), input(right), level: .content).differences
  }

  @Test("texts that break elsewhere are the same texts")
  func breaks() {
    let narrow = document([["资金按计划", "拨付到企业", "账户。"], ["没有结余。"]], width: 120)
    let wide = document([["资金按计划拨付到企业账户。"], ["没有", "结余。"]], width: 300)
    #expect(differences(narrow, wide) == [])
    #expect(differences(wide, narrow) == [])
  }

  @Test("an edited cell is one difference, with its old and its new text")
  func edits() throws {
    let old = document([["资金按计划", "拨付到企业", "账户。"], ["没有结余。"]], width: 120)
    let new = document([["资金按计划拨付到个人账户。"], ["没有", "结余。"]], width: 300)
    let found = differences(old, new)
    #expect(found.count == 1)
    let only = try #require(found.first)
    #expect(only.kind == .text)
    #expect(only.left?.value == "资金按计划拨付到企业账户。")
    #expect(only.right?.value == "资金按计划拨付到个人账户。")
  }

  @Test("a changed figure is found beside texts that break elsewhere")
  func figures() {
    let old = document([["资金按计划", "拨付。"]], width: 120)
    let new = document([["资金按计划拨付。"]], width: 300, figure: "27.01")
    let found = differences(old, new)
    #expect(found.map(\.kind) == [.value])
    #expect(found.first?.left?.value == "26.01" && found.first?.right?.value == "27.01")
  }
}
