internal import Readings

/// Puts the words of ruled cells together, so that a row reads the same however its texts break.
///
/// Rules tell cells apart for certain, where distances between lines only suggest it; a page that was
/// read with its grids is joined by them.
struct GridRows {
  /// The page with each row of its grids on one line; a cell stands in the row in which it begins.
  let page: ReadPage
  /// Which of its lines are such rows.
  let rows: Set<Int>

  /// A row of a grid, or a line that stands in none.
  private struct Line {
    let line: ReadLine
    let top: Double
    let isRow: Bool
  }

  init(_ page: ReadPage) {
    var cells = page.grids.map { Array(repeating: [ReadLine](), count: $0.cells.count) }
    var lines: [Line] = []
    for line in page.lines {
      var rest: [ReadWord] = []
      var parts: [[Int]: [ReadWord]] = [:]
      for word in line.words {
        if let place = page.gridCell(of: word) {
          parts[[place.grid, place.cell], default: []].append(word)
        } else {
          rest.append(word)
        }
      }
      for (place, words) in parts {
        cells[place[0]][place[1]].append(Self.line(words, of: line))
      }
      if rest.count == line.words.count {
        lines.append(Line(line: line, top: line.box.top, isRow: false))
      } else if !rest.isEmpty {
        let part = Self.line(rest, of: line)
        lines.append(Line(line: part, top: part.box.top, isRow: false))
      }
    }
    for (grid, texts) in zip(page.grids, cells) { lines += Self.rows(of: grid, texts) }
    // Sorting keeps no order among equals, and a title may stand as high as a row of another table.
    let order = lines.indices.sorted { (lines[$0].top, $0) < (lines[$1].top, $1) }
    var joined = page
    joined.lines = order.map { lines[$0].line }
    self.page = joined
    rows = Set(order.indices.filter { lines[order[$0]].isRow })
  }

  /// The rows of a grid that have any text.
  private static func rows(of grid: ReadGrid, _ texts: [[ReadLine]]) -> [Line] {
    var words: [Int: [(word: ReadWord, runs: [ReadRun])]] = [:]
    for (cell, lines) in zip(grid.cells, texts) where !lines.isEmpty {
      let sorted = lines.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
      let box = sorted.dropFirst().reduce(sorted[0].box) { $0.union($1.box) }
      // Lines of a cell follow one another without a space, as Chinese is written.
      let word = ReadWord(text: sorted.map(\.text).joined(), box: box)
      words[cell.row, default: []].append((word, sorted.flatMap(\.runs)))
    }
    return words.keys.sorted().compactMap { row in
      guard let cells = words[row], let first = cells.first else { return nil }
      let box = cells.dropFirst().reduce(first.word.box) { $0.union($1.word.box) }
      let line = ReadLine(
        text: cells.map(\.word.text).joined(separator: " "), box: box, words: cells.map(\.word),
        runs: cells.flatMap(\.runs))
      return Line(line: line, top: grid.rows[row], isRow: true)
    }
  }

  /// Some words of a line with their runs.
  private static func line(_ words: [ReadWord], of line: ReadLine) -> ReadLine {
    let box = words.dropFirst().reduce(words.first?.box ?? line.box) { $0.union($1.box) }
    let runs = line.runs.filter { run in
      words.contains { $0.box.left - 0.1 <= run.box.left && run.box.right <= $0.box.right + 0.1 }
    }
    return ReadLine(
      text: words.map(\.text).joined(separator: " "), box: box, words: words, runs: runs)
  }
}
