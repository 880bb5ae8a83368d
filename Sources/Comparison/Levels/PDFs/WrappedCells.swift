internal import Readings

/// Puts the lines of wrapped cells together again, so that a row reads the same however its texts
/// break in narrower or wider columns.
///
/// Lines of one cell stand close under each other, with one edge or their middles in common; rows
/// stand farther apart. All lines from the first to the last of a wrapped cell are one row.
struct WrappedCells {
  /// A part of a row: a word, or the words of a wrapped cell.
  private struct Cell {
    var text: String
    var box: ReadBox
    /// The box of the last word: the next one is looked for below it.
    var last: ReadBox
    var first: Int
    var line: Int
    var runs: [ReadRun]
  }

  /// How far apart two lines of a cell are at most, in heights of a letter; a typesetter's lines are
  /// 1.2 to 1.3 apart, rows have the space of their cells beside.
  private static let pitch = 0.9...1.36
  /// Edges that differ by less, in points, are the same.
  private static let tolerance = 1.5

  /// The page with each wrapped row on one line.
  static func joined(_ page: ReadPage) -> ReadPage {
    let cells = cells(of: page)
    var result = page
    let ranges = rows(cells, count: page.lines.count)
    guard ranges.count < page.lines.count else { return page }
    let byLine = Dictionary(grouping: cells, by: \.first)
    result.lines = ranges.map { range in
      guard range.count > 1 else { return page.lines[range.lowerBound] }
      let row = range.flatMap { byLine[$0] ?? [] }.sorted {
        ($0.box.left, $0.box.top) < ($1.box.left, $1.box.top)
      }
      let box = row.dropFirst().reduce(row.first?.box ?? page.lines[range.lowerBound].box) {
        $0.union($1.box)
      }
      return ReadLine(
        text: row.map(\.text).joined(separator: " "), box: box,
        words: row.map { ReadWord(text: $0.text, box: $0.box) }, runs: row.flatMap(\.runs))
    }
    return result
  }

  /// The words of a page, those of a wrapped cell as one.
  private static func cells(of page: ReadPage) -> [Cell] {
    var cells: [Cell] = []
    /// Cells whose last word stands on one of the lines just above.
    var open: [Int] = []
    for (number, line) in page.lines.enumerated() {
      // Running text has breaks of its own.
      let isProse = line.words.count == 1 && line.box.width > page.width / 2
      // A line of another column may stand between two lines of a cell, hence the distance of four
      // heights; farther up no cell can go on, and the list stays short.
      open.removeAll { line.box.top - cells[$0].last.top > 4 * cells[$0].last.height }
      for word in line.words {
        let runs = line.runs.filter {
          word.box.left - 0.1 <= $0.box.left && $0.box.right <= word.box.right + 0.1
        }
        // The latest of the cells that fit: it is the one nearest above.
        let above = isProse ? nil : open.last { continues(cells[$0], in: word) }
        if let above {
          cells[above].text += word.text
          cells[above].box = cells[above].box.union(word.box)
          cells[above].last = word.box
          cells[above].line = number
          cells[above].runs += runs
        } else {
          cells.append(
            Cell(
              text: word.text, box: word.box, last: word.box, first: number, line: number,
              runs: runs))
          if !isProse, isText(word.text) { open.append(cells.count - 1) }
        }
      }
    }
    return cells
  }

  private static func continues(_ cell: Cell, in word: ReadWord) -> Bool {
    let (above, box) = (cell.last, word.box)
    let height = box.height
    guard isText(word.text), height > 0, abs(above.height - height) < 0.1 * height,
      pitch.contains((box.top - above.top) / height)
    else { return false }
    // Cells are set flush left, flush right or centred, and which is not known; a common edge by
    // chance would also need the line's distance and size to fit.
    return abs(above.left - box.left) < tolerance || abs(above.right - box.right) < tolerance
      || abs(above.middleX - box.middleX) < tolerance
  }

  /// Whether a word is one of a label or heading: figures and codes do not wrap.
  private static func isText(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.value >= 0x3000 && $0.properties.isAlphabetic }
  }

  /// The stretches of lines that are one row each.
  private static func rows(_ cells: [Cell], count: Int) -> [Range<Int>] {
    /// The last line of the row in which a line stands.
    var ends = Array(0..<count)
    for cell in cells where cell.line > cell.first {
      ends[cell.first] = max(ends[cell.first], cell.line)
    }
    // Wrapped cells of one row may overlap like tiles, each beginning before the last one ends; their
    // union is the row.
    var rows: [Range<Int>] = []
    var start = 0
    while start < count {
      var end = ends[start]
      var line = start
      while line < end {
        line += 1
        end = max(end, ends[line])
      }
      rows.append(start..<end + 1)
      start = end + 1
    }
    return rows
  }
}
