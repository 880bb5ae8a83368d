internal import Diagnostics

extension PDFReading {
  /// The tables of the file by the rules on its pages, with the texts above and below them; none
  /// where ``PDFDetails/grids`` were not read.
  ///
  /// A table at the top of a page that has the columns of the one at the end of the page before, and
  /// no title of its own, is its next part.
  public var tables: [ReadTable] {
    var parts: [PagePart] = []
    for page in pages {
      for (index, part) in page.parts.enumerated() {
        if index == 0, let last = parts.last, last.page == page.number - 1, part.continues(last) {
          parts[parts.count - 1].append(part)
        } else {
          parts.append(part)
        }
      }
    }
    return parts.map(\.table)
  }
}

/// A table, or what of it a page has.
private struct PagePart {
  /// The last page that it is on.
  var page: Int
  let head: [ReadText]
  /// The vertical rules.
  let columns: [Double]
  var rowCount: Int
  var cells: [ReadCell]
  var notes: [ReadText]

  var table: ReadTable {
    ReadTable(name: "", head: head, cells: cells, notes: notes)
  }

  func continues(_ other: PagePart) -> Bool {
    // What people can see as the same edge.
    let isAligned =
      columns.count == other.columns.count
      && zip(columns, other.columns).allSatisfy { abs($0 - $1) <= 1.5 }
    return isAligned && head.isEmpty
  }

  mutating func append(_ part: PagePart) {
    cells += part.cells.map { $0.below(rowCount) }
    rowCount += part.rowCount
    notes = part.notes
    page = part.page
  }
}

extension ReadPage {
  /// The tables of the page with the texts that stand above each, and below the last.
  fileprivate var parts: [PagePart] {
    var texts = Array(repeating: [Int: String](), count: grids.count)
    var outside: [(top: Double, text: ReadText)] = []
    for line in lines {
      var rest: [ReadWord] = []
      var touched = Set<[Int]>()
      for word in line.words {
        guard let (grid, cell) = gridCell(of: word) else {
          rest.append(word)
          continue
        }
        // Lines of one cell follow one another without a space, as Chinese is written.
        let isBeside = !touched.insert([grid, cell]).inserted
        texts[grid][cell, default: ""] += (isBeside ? " " : "") + word.text
      }
      guard let first = rest.first else { continue }
      let box = rest.dropFirst().reduce(first.box) { $0.union($1.box) }
      let text = ReadText(
        rest.map(\.text).joined(separator: " "), at: .page(number, box: box.onPage))
      outside.append((line.box.middleY, text))
    }
    return grids.indices.map { part(of: $0, texts: texts[$0], outside: outside) }
  }

  private func part(
    of index: Int, texts: [Int: String], outside: [(top: Double, text: ReadText)]
  ) -> PagePart {
    let grid = grids[index]
    let above = index > 0 ? grids[index - 1].rows.last ?? 0 : 0
    let bottom = grid.rows.last ?? height
    let head = outside.filter { above <= $0.top && $0.top < grid.rows[0] }
    let notes = index == grids.count - 1 ? outside.filter { $0.top > bottom } : []
    let cells = grid.cells.enumerated().map { number, cell in
      ReadCell(
        row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
        text: texts[number] ?? "", place: .page(self.number, box: grid.box(of: cell)?.onPage))
    }
    return PagePart(
      page: number, head: head.map(\.text), columns: grid.columns,
      rowCount: grid.rows.count - 1, cells: cells, notes: notes.map(\.text))
  }
}

extension ReadPage {
  /// The grid and the cell of it, by their positions, that a word stands in with its middle; nil for a
  /// word in no grid.
  public func gridCell(of word: ReadWord) -> (grid: Int, cell: Int)? {
    for (index, grid) in grids.enumerated() {
      guard let row = Self.gap(word.box.middleY, in: grid.rows),
        let column = Self.gap(word.box.middleX, in: grid.columns)
      else { continue }
      let cell = grid.cells.firstIndex { cell in
        cell.row..<(cell.row + cell.rowSpan) ~= row
          && cell.column..<(cell.column + cell.columnSpan) ~= column
      }
      return cell.map { (index, $0) }
    }
    return nil
  }

  /// Between which two of the ascending positions a value lies.
  private static func gap(_ value: Double, in positions: [Double]) -> Int? {
    guard let after = positions.firstIndex(where: { $0 > value }), after > 0 else { return nil }
    return after - 1
  }
}
