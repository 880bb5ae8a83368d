import Documents
import Geometry
import Testing

@Suite("Widths of columns by what they hold") struct ColumnSharesTests {
  /// A character is 10 pt wide; a cell has 4 pt more than its text.
  private func widths(
    _ limits: [ClosedRange<Double>], _ rows: [[String]], area: Double, figures: Set<Int> = [],
    size: Double = 10
  ) -> [Double] {
    let columns = limits.enumerated().map { index, limits in
      TableColumn(
        id: "\(index)", widths: .pt(limits.lowerBound) ... .pt(limits.upperBound),
        holdsFigures: figures.contains(index))
    }
    let body = rows.map { texts in
      TableRow(
        cells: texts.enumerated().map { index, text in
          TableCell(
            column: index, role: figures.contains(index) ? .number : .name,
            content: text.isEmpty ? .empty : .text(text))
        })
    }
    let extents = TableExtents(
      Table(columns: columns, sections: [TableSection(header: [], body: body)]), size: .pt(10),
      em: .pt(10), words: HeadWords(), width: { text, _ in .pt(Double(text.count) * 10) },
      padding: { _ in .pt(4) })
    return ColumnShares(columns, extents: extents, area: .pt(area))
      .widths(for: extents.resized(to: .pt(size))).map(\.points)
  }

  @Test("A column whose names need it takes what others have to spare")
  func sharing() {
    let found = widths([40...200, 40...200], [["一二三四五六七八九十", "一"]], area: 150)
    #expect(found[0] >= 104 && found[1] >= 40)
    #expect(found.reduce(0, +) <= 150.01)
  }

  @Test("Columns stated alike come out alike, together as wide as the area or as they may be")
  func alike() {
    let rows = [["名称", "1", "22"], ["名", "", "3"]]
    let found = widths([20...100, 20...60, 20...60], rows, area: 160, figures: [1, 2])
    #expect(found[1] == found[2])
    #expect(abs(found.reduce(0, +) - 160) < 0.01)
    #expect(widths([20...30, 20...30], [["一", "二"]], area: 200) == [30, 30])
  }

  @Test("No column leaves its limits, but for a figure that needs more than the least")
  func limits() {
    let found = widths(
      [20...80, 20...50], [["很长很长很长很长很长", "12345"]], area: 100, figures: [1])
    // Five digits of this measure are 50 pt; four belong to the padding.
    #expect(found[1] == 50)
    #expect(found[0] <= 80 && found.reduce(0, +) <= 100.01)
  }

  @Test("Where one line each is too much, width goes where it saves lines")
  func fewestLines() {
    // Twenty names of four characters, one of twelve: the long one is broken, not the many.
    var rows = Array(repeating: ["一二三四", "一二三四五六七八"], count: 20)
    rows.append(["一二三四五六七八九十百千", "一"])
    let found = widths([20...300, 20...300], rows, area: 160)
    #expect(found[0] >= 44 && found[1] >= 84, "\(found)")
  }

  @Test("Smaller type has as many lines or fewer in the same area")
  func smaller() {
    let rows = (0..<12).map { index in
      [String(repeating: "长", count: 3 + index), String(repeating: "短", count: 14 - index)]
    }
    let columns = [20.0...300.0, 20...300]
    func lines(_ size: Double) -> Int {
      let widths = widths(columns, rows, area: 180, size: size)
      return rows.map { row in
        zip(row, widths).map { text, width in
          let line = ((width - 4 + 0.01) / size).rounded(.down)
          return Int((Double(text.count) / line).rounded(.up))
        }.max() ?? 1
      }.reduce(0, +)
    }
    #expect(lines(8) <= lines(9))
    #expect(lines(9) <= lines(10))
  }

  @Test("Fixed widths stay as they are, and are narrowed in proportion where the area is too small")
  func fixed() {
    #expect(widths([50...50, 70...70], [["一", "二"]], area: 200) == [50, 70])
    #expect(widths([50...50, 150...150], [["一", "二"]], area: 100) == [25, 75])
  }
}
