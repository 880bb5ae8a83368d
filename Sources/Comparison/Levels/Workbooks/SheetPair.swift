internal import Readings

/// Two sheets that are the same one, with their rows and columns matched.
struct SheetPair {
  let left: SheetGrid
  let right: SheetGrid
  let columns: ColumnMap
  let rows: SequenceComparison

  init(_ first: SheetGrid, _ second: SheetGrid) {
    left = first
    right = second
    let columns = ColumnMap(first, second)
    self.columns = columns
    rows = compareSequences(
      first.contents(columns.left), second.contents(columns.right),
      by: ElementLikeness(
        leftName: { first.label(at: $0) }, rightName: { second.label(at: $0) },
        likeness: { Self.likeness(of: first.cells(at: $0), second.cells(at: $1), columns) },
        isWeighty: { !first.rows[$0].isEmpty }))
  }

  /// How many of the cells of two rows say the same, in hundredths; single texts by their letters.
  private static func likeness(
    of first: ArraySlice<CellReading>, _ second: ArraySlice<CellReading>, _ columns: ColumnMap
  ) -> Int {
    let own = first.filter { !$0.isEmpty }
    let others = second.filter { !$0.isEmpty }
    guard !own.isEmpty, !others.isEmpty else { return 0 }
    // A row of a single text (a title, a note) is alike or not by its letters; by cells it could only
    // be equal or strange.
    if own.count == 1, others.count == 1, let a = own[0].plainText, let b = others[0].plainText {
      return Comparison.likeness(of: a, b)
    }
    // Cells of both rows ascend by column, so that one pass over either is enough.
    var same = 0
    var index = 0
    for cell in own {
      let column = columns.left[cell.column]
      while index < others.count, columns.right[others[index].column] < column { index += 1 }
      guard index < others.count, columns.right[others[index].column] == column else { continue }
      if cell.saysTheSame(as: others[index]) { same += 1 }
    }
    return 200 * same / (own.count + others.count)
  }
}

extension SheetPair {
  /// Whether two rows point to the same styles cell by cell, which is so for nearly all rows of two
  /// workbooks with one and the same table of styles.
  func haveSameStyles(_ row: Int, _ other: Int) -> Bool {
    let (first, second) = (left.rows[row].cells, right.rows[other].cells)
    guard first.count == second.count, columns.left == columns.right else { return false }
    return zip(first, second).allSatisfy { index, match in
      left.sheet.cells[index].style == right.sheet.cells[match].style
        && left.sheet.cells[index].column == right.sheet.cells[match].column
        && left.sheet.cells[index].runs == right.sheet.cells[match].runs
    }
  }
}

extension SheetGrid {
  /// The rows as elements to align.
  func contents(_ columns: ColumnMap.Side) -> [RowContent] {
    rows.indices.map { RowContent(cells: cells(at: $0), columns: columns) }
  }
}

/// Two rows side by side: the cells of either at each common column, from left to right.
struct CellPairs: Sequence, IteratorProtocol {
  private let left: ArraySlice<CellReading>
  private let right: ArraySlice<CellReading>
  private let columns: ColumnMap
  private var i: Int
  private var j: Int

  init(_ left: ArraySlice<CellReading>, _ right: ArraySlice<CellReading>, _ columns: ColumnMap) {
    self.left = left
    self.right = right
    self.columns = columns
    i = left.startIndex
    j = right.startIndex
  }

  mutating func next() -> (left: CellReading?, right: CellReading?)? {
    let first = i < left.endIndex ? columns.left[left[i].column] : Int.max
    let second = j < right.endIndex ? columns.right[right[j].column] : Int.max
    let least = Swift.min(first, second)
    guard least < Int.max else { return nil }
    let pair = (first == least ? left[i] : nil, second == least ? right[j] : nil)
    if first == least { i += 1 }
    if second == least { j += 1 }
    return pair
  }
}
