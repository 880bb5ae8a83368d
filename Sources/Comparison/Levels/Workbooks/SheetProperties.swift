internal import Readings

/// How numbers of rows and columns on the left read on the right, so that what an inserted row pushes
/// down is no difference.
struct PlaceMap {
  private var rows: [Int: Int] = [:]
  /// Rows that stand elsewhere: edges of areas do not follow them.
  private var movedRows: Set<Int> = []
  private let lastRow: (left: Int, right: Int)
  private let columns: ColumnMap
  /// Rows of the right that the left does not have.
  private var newRows: Set<Int> = []
  /// Whether every place is the same on both sides.
  private(set) var isPlain = false

  init(_ pair: SheetPair) {
    for (left, right) in pair.rows.pairs {
      rows[pair.left.rows[left].number] = pair.right.rows[right].number
    }
    for change in pair.rows.changes {
      guard case .moved(let left, _) = change else { continue }
      movedRows.formUnion(left.map { pair.left.rows[$0].number })
    }
    for change in pair.rows.changes {
      guard case .added(let range, _) = change else { continue }
      newRows.formUnion(range.map { pair.right.rows[$0].number })
    }
    isPlain =
      movedRows.isEmpty && pair.columns.left == pair.columns.right
      && pair.left.rows.count == pair.right.rows.count && rows.allSatisfy { $0.key == $0.value }
    lastRow = (pair.left.rows.last?.number ?? -1, pair.right.rows.last?.number ?? -1)
    columns = pair.columns
  }

  /// The right row that is a left one; nil where there is none.
  ///
  /// Rows behind all that is said keep
  /// their distance to it.
  func row(_ row: Int) -> Int? {
    row > lastRow.left ? row + lastRow.right - lastRow.left : rows[row]
  }

  /// Whether a row of the right was put in.
  func isNew(row: Int) -> Bool { newRows.contains(row) }

  func column(_ column: Int) -> Int? { columns.rightColumn(of: column) }

  /// A merged range as it lies on the right, with the row in which it begins.
  func merge(_ range: CellRange) -> CellRange? {
    guard let first = row(range.firstRow),
      let last = (range.firstRow...range.lastRow).reversed().lazy.compactMap(row).first,
      let columns = columnRange(range)
    else { return nil }
    return CellRange(
      firstRow: first, firstColumn: columns.lowerBound, lastRow: max(first, last),
      lastColumn: columns.upperBound)
  }

  /// An area as it lies on the right: edges that are gone give way inwards, and what reaches to the
  /// end of the sheet still does.
  func area(_ range: CellRange) -> CellRange? {
    let kept = { (row: Int) in movedRows.contains(row) ? nil : self.row(row) }
    let rows = range.firstRow...range.lastRow
    guard let first = range.firstRow == 0 ? 0 : rows.lazy.compactMap(kept).first,
      let last = range.lastRow >= lastRow.left
        ? range.lastRow + lastRow.right - lastRow.left
        : rows.reversed().lazy.compactMap(kept).first,
      let columns = columnRange(range)
    else { return nil }
    return CellRange(
      firstRow: first, firstColumn: columns.lowerBound, lastRow: max(first, last),
      lastColumn: columns.upperBound)
  }

  private func columnRange(_ range: CellRange) -> ClosedRange<Int>? {
    let columns = range.firstColumn...range.lastColumn
    guard let first = columns.lazy.compactMap(column).first,
      let last = columns.reversed().lazy.compactMap(column).first
    else { return nil }
    return min(first, last)...max(first, last)
  }
}

extension SheetReading {
  /// All that concerns the sheet as a whole and how it is printed.
  ///
  /// - Parameter map: puts left places to the right ones; nil on the right.
  func properties(_ map: PlaceMap?) -> [Property] {
    [
      Property("visibility", visibility.rawValue),
      Property("defaultColumnWidth", defaultColumnWidth, within: Tolerance.width),
      Property("defaultRowHeight", defaultRowHeight, within: Tolerance.height),
      Property("freezePane", freezePane.map { "\($0.rows) 行 \($0.columns) 列" } ?? ""),
      Property("showsGridLines", showsGridLines),
      Property("tabColour", tabColour?.text ?? ""), Property("protection", protection),
      Property("outlineBelow", sumsBelow), Property("outlineAtRight", sumsAtRight),
    ] + view.properties + printSetup.properties(map)
  }
}

extension SheetViewReading {
  fileprivate var properties: [Property] {
    [
      Property("view.mode", mode), Property("view.zoom", zoom),
      Property("view.formulas", showsFormulas), Property("view.zeros", showsZeros),
      Property("view.headings", showsHeadings), Property("view.rightToLeft", runsRightToLeft),
      Property("view.outlineSymbols", showsOutlineSymbols), Property("view.split", split),
    ]
  }
}

extension PrintSetupReading {
  fileprivate func properties(_ map: PlaceMap?) -> [Property] {
    scaling + margined + headerFooter.properties + [
      Property("print.firstPageNumber", firstPageNumber),
      Property("print.overThenDown", runsOverThenDown),
      Property("print.centresHorizontally", centresHorizontally),
      Property("print.centresVertically", centresVertically),
      Property("print.gridLines", printsGridLines), Property("print.headings", printsHeadings),
      Property("print.blackAndWhite", isBlackAndWhite),
    ] + placed(map)
  }

  /// What is set for rows and columns, by where they stand on the right.
  private func placed(_ map: PlaceMap?) -> [Property] {
    let row = { (row: Int) in map?.row(row) ?? row }
    let column = { (column: Int) in map?.column(column) ?? column }
    let area = { (range: CellRange) in map?.area(range) ?? range }
    return [
      Property("print.area", areas(area), shown: areas { $0 }),
      Property("print.titleRows", spelled(titleRows, row), shown: spelled(titleRows) { $0 }),
      Property(
        "print.titleColumns", spelled(titleColumns, column),
        shown: spelled(titleColumns) { CellRange.letters(of: $0) }),
      Property("print.rowBreaks", breaks(rowBreaks, row), shown: breaks(rowBreaks) { $0 }),
      Property(
        "print.columnBreaks", breaks(columnBreaks, column), shown: breaks(columnBreaks) { $0 }),
    ]
  }

  private func areas(_ map: (CellRange) -> CellRange) -> String {
    printArea.map { map($0).reference }.joined(separator: ",")
  }

  private var scaling: [Property] {
    [
      Property("print.paper", paper), Property("print.orientation", orientation.rawValue),
      Property("print.fitsToPages", fitsToPages),
      Property("print.fitWidth", fitsToPages ? fitWidth : nil),
      Property("print.fitHeight", fitsToPages ? fitHeight : nil),
      Property("print.scale", fitsToPages ? nil : scale),
    ]
  }

  private var margined: [Property] {
    [
      Property("print.margin.left", margins?.left), Property("print.margin.right", margins?.right),
      Property("print.margin.top", margins?.top), Property("print.margin.bottom", margins?.bottom),
      Property("print.margin.header", margins?.header),
      Property("print.margin.footer", margins?.footer),
    ]
  }

  private func spelled(_ range: ClosedRange<Int>?, _ map: (Int) -> Int) -> String {
    range.map { "\(map($0.lowerBound) + 1):\(map($0.upperBound) + 1)" } ?? ""
  }

  private func spelled(_ range: ClosedRange<Int>?, _ letters: (Int) -> String) -> String {
    range.map { "\(letters($0.lowerBound)):\(letters($0.upperBound))" } ?? ""
  }

  private func breaks(_ places: [Int], _ map: (Int) -> Int) -> String {
    places.map { String(map($0) + 1) }.joined(separator: ",")
  }
}

extension PrintSetupReading.HeaderFooter {
  fileprivate var properties: [Property] {
    [
      Property("print.oddHeader", oddHeader), Property("print.oddFooter", oddFooter),
      Property("print.evenHeader", evenHeader), Property("print.evenFooter", evenFooter),
      Property("print.firstHeader", firstHeader), Property("print.firstFooter", firstFooter),
      Property("print.differsOnEvenPages", differsOnEvenPages),
      Property("print.differsOnFirstPage", differsOnFirstPage),
    ]
  }
}
