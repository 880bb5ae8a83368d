internal import Diagnostics
internal import Readings

/// The cells of two sheets that look otherwise, gathered into rectangles by what changed.
struct SheetStyles {
  let file: String
  let pair: SheetPair
  let styles: StyleChanges
  /// Cells whose content was reported: if their number format is why, it is not told again.
  let reported: ReportedCells

  /// What changed, with the cells where it did.
  private struct Finds {
    var order: [PropertyChange] = []
    var areas: [PropertyChange: (left: CellAreas, right: CellAreas)] = [:]

    mutating func add(_ change: PropertyChange, left: (Int, Int), right: (Int, Int)) {
      if areas[change] == nil { order.append(change) }
      areas[change, default: (CellAreas(), CellAreas())].left
        .add(row: left.0, column: left.1)
      areas[change]?.right.add(row: right.0, column: right.1)
    }
  }

  func run(_ log: inout DifferenceLog) {
    let columns = (ColumnStyles(pair.left.sheet), ColumnStyles(pair.right.sheet))
    let merges = (CoveredCells(pair.left.sheet), CoveredCells(pair.right.sheet))
    var finds = Finds()
    for (left, right) in pair.rows.pairs {
      // Nearly all rows of two builds end here: with one table of styles equal numbers are equal looks.
      if styles.areOneTable, pair.haveSameStyles(left, right) { continue }
      compareRow(left, right, columns, merges, &finds)
    }
    let group = pair.left.sheet.name
    for change in finds.order {
      guard let areas = finds.areas[change] else { continue }
      // Both lists have the same cells; they part differently where rows were inserted.
      let (lefts, rights) = (areas.left.rectangles, areas.right.rectangles)
      for (index, area) in lefts.enumerated() {
        let other = lefts.count == rights.count ? rights[index] : area
        let place = Place.cell(sheet: group, reference: area.reference)
        let otherPlace = Place.cell(
          sheet: pair.right.sheet.name, reference: other.reference)
        log.add(
          Difference(
            .format, file: file, group: group, address: place, property: change.name,
            left: Difference.Side(value: change.left, at: place),
            right: Difference.Side(value: change.right, at: otherPlace)))
      }
    }
  }

  private func compareRow(
    _ left: Int, _ right: Int, _ columns: (ColumnStyles, ColumnStyles),
    _ merges: (CoveredCells, CoveredCells), _ finds: inout Finds
  ) {
    let (row, other) = (pair.left.rows[left].number, pair.right.rows[right].number)
    for cells in CellPairs(pair.left.cells(at: left), pair.right.cells(at: right), pair.columns) {
      if pair.columns.isOneSided(cells.left?.column, cells.right?.column) { continue }
      guard
        let column = cells.left?.column
          ?? cells.right.flatMap({ pair.columns.leftColumn(of: $0.column) }),
        let second = cells.right?.column
          ?? cells.left.flatMap({ pair.columns.rightColumn(of: $0.column) })
      else { continue }
      let seen = (merges.0.edges(ofRow: row, column), merges.1.edges(ofRow: other, second))
      let changes = styles.between(
        cells.left?.style ?? columns.0.style(of: column),
        cells.right?.style ?? columns.1.style(of: second))
      for change in changes {
        // Of a cell that a merge covers nothing is seen but the edges of the merge.
        if seen.0?.contains(change.name) == false || seen.1?.contains(change.name) == false {
          continue
        }
        // The format was told as the change of what is printed.
        if change.name == "numberFormat", isReported(row, column, other, second) { continue }
        finds.add(change, left: (row, column), right: (other, second))
      }
      if seen.0 == nil, seen.1 == nil, let change = fontsOfParts(cells.left, cells.right) {
        finds.add(change, left: (row, column), right: (other, second))
      }
    }
  }

  private func isReported(_ row: Int, _ column: Int, _ other: Int, _ second: Int) -> Bool {
    reported.contains(
      left: pair.left.place(row, column), right: pair.right.place(other, second))
  }

  /// How the parts of a rich text look, where the text is the same.
  private func fontsOfParts(_ left: CellReading?, _ right: CellReading?) -> PropertyChange? {
    guard let left, let right, left.runs != right.runs, left.value == right.value else {
      return nil
    }
    return PropertyChange(
      name: "richText", left: Self.text(of: left.runs), right: Self.text(of: right.runs))
  }

  private static func text(of runs: [TextRun]) -> String {
    runs.map { "\($0.text)〔\($0.font?.text ?? "单元格字体")〕" }.joined()
  }
}

/// The cells of a sheet that lie under a merge and are not its first.
struct CoveredCells {
  /// The merges of each row that has any.
  private var rows: [Int: [CellRange]] = [:]

  /// Real sheets have a merge or two a row; what has more by far is not looked at so closely.
  private static let most = 2_000_000

  init(_ sheet: SheetReading) {
    guard !sheet.merges.isEmpty, let last = sheet.cells.last?.row else { return }
    var count = 0
    for merge in sheet.merges where merge.firstRow <= last {
      for row in merge.firstRow...min(merge.lastRow, last) {
        count += 1
        guard count < Self.most else { return }
        rows[row, default: []].append(merge)
      }
    }
  }

  /// The borders of a covered cell that are seen, for they are edges of the merge; nil for a cell
  /// that no merge covers.
  func edges(ofRow row: Int, _ column: Int) -> Set<String>? {
    guard let merges = rows[row],
      let merge = merges.first(where: { $0.contains(row: row, column: column) }),
      row != merge.firstRow || column != merge.firstColumn
    else { return nil }
    var edges: Set<String> = []
    if column == merge.firstColumn { edges.insert("border.left") }
    if column == merge.lastColumn { edges.insert("border.right") }
    if row == merge.firstRow { edges.insert("border.top") }
    if row == merge.lastRow { edges.insert("border.bottom") }
    return edges
  }
}

/// The styles that columns give to cells which a file does not have.
struct ColumnStyles {
  private let columns: [ColumnReading]

  init(_ sheet: SheetReading) { columns = sheet.columns.filter { $0.style != 0 } }

  func style(of column: Int) -> Int {
    columns.first { $0.first <= column && column <= $0.last }?.style ?? 0
  }
}
