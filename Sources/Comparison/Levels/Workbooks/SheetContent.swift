internal import Diagnostics
internal import Readings

/// What two sheets say differently.
struct SheetContent {
  let file: String
  let pair: SheetPair
  let prints: CellPrints
  let names: FigureNames
  let parts: FigureParts

  /// A report quotes no more rows of a block than this; the rest is counted.
  private static let quotedRows = 20

  private var group: String { pair.left.sheet.name }

  /// Reports what differs: columns, then rows from the top, then cells that say the same but print
  /// it otherwise.
  func run(reported: inout ReportedCells, log: inout DifferenceLog) {
    for column in pair.columns.removed {
      let side = columnSide(pair.left, column) { reported.add(left: $0, right: nil) }
      log.add(Difference(.missing, file: file, group: group, address: side.at, left: side))
    }
    for column in pair.columns.added {
      let side = columnSide(pair.right, column) { reported.add(left: nil, right: $0) }
      log.add(Difference(.added, file: file, group: group, address: side.at, right: side))
    }
    for change in pair.rows.changes { report(change, &reported, &log) }
    // Rows that say the same were matched by value; only a number format can make them print
    // otherwise, so where there is none that differs their cells are not looked at a second time.
    guard !prints.areAlike else { return }
    for (left, right) in pair.rows.equalPairs {
      if prints.haveOneTable, pair.haveSameStyles(left, right) { continue }
      compareCells(left, right, &reported, &log)
    }
  }

  private func report(
    _ change: SequenceChange, _ reported: inout ReportedCells, _ log: inout DifferenceLog
  ) {
    switch change {
    case .changed(let left, let right): compareCells(left, right, &reported, &log)
    case .removed(let range):
      let side = block(pair.left, range, isLeft: true) { reported.add(left: $0, right: nil) }
      var difference = Difference(
        .missing, file: file, group: group, address: side.at, left: side)
      difference.parts = parts.of(cells(pair.left, range), isLeft: true, group: group)
      log.add(difference)
    case .added(let range, _):
      let side = block(pair.right, range, isLeft: false) { reported.add(left: nil, right: $0) }
      var difference = Difference(.added, file: file, group: group, address: side.at, right: side)
      difference.parts = parts.of(cells(pair.right, range), isLeft: false, group: group)
      log.add(difference)
    case .moved(let left, let right):
      // A moved row says what it said: its figures, if they differ elsewhere, are still to be told, so
      // its cells do not count as reported.
      let side = block(pair.left, left, isLeft: true) { _ in }
      log.add(
        Difference(
          .moved, file: file, group: group, address: side.at, left: side,
          right: block(pair.right, right, isLeft: false) { _ in }))
    }
  }

  /// The cells of two rows that belong together, one difference for each that differs.
  private func compareCells(
    _ left: Int, _ right: Int, _ reported: inout ReportedCells, _ log: inout DifferenceLog
  ) {
    let (row, other) = (pair.left.rows[left].number, pair.right.rows[right].number)
    for cells in CellPairs(pair.left.cells(at: left), pair.right.cells(at: right), pair.columns) {
      guard let (old, new) = prints.difference(cells.left, cells.right) else { continue }
      // A cell of a column that was put in was told with the column.
      if pair.columns.isOneSided(cells.left?.column, cells.right?.column) { continue }
      let place = pair.left.place(row, cells.left?.column ?? column(cells.right, isRight: true))
      let otherPlace = pair.right.place(
        other, cells.right?.column ?? column(cells.left, isRight: false))
      let isValue = cells.left?.isValue ?? false || cells.right?.isValue ?? false
      var difference = Difference(
        isValue ? .value : .text, file: file, group: group,
        address: names.address(left: place, right: otherPlace) ?? place,
        left: Difference.Side(value: old, at: place),
        right: Difference.Side(value: new, at: otherPlace))
      names.explain(&difference)
      reported.add(left: place, right: otherPlace)
      log.add(difference)
    }
  }

  /// The column of the other side in which a cell would stand that it does not have.
  private func column(_ cell: CellReading?, isRight: Bool) -> Int {
    guard let column = cell?.column else { return 0 }
    return isRight
      ? pair.columns.leftColumn(of: column) ?? column
      : pair.columns.rightColumn(of: column) ?? column
  }

  /// A block of rows as one side of a difference; each cell that says something is handed over.
  private func block(
    _ grid: SheetGrid, _ range: Range<Int>, isLeft: Bool, covering add: (Place) -> Void
  ) -> Difference.Side {
    if !names.isEmpty {
      for index in range {
        for cell in grid.cells(at: index) where !cell.isEmpty {
          add(grid.place(cell.row, cell.column))
        }
      }
    }
    var texts = range.prefix(Self.quotedRows).map { row in
      grid.text(at: row) { prints.text(of: $0, isLeft: isLeft) }
    }
    if range.count > Self.quotedRows { texts.append("…（共 \(range.count) 行）") }
    return Difference.Side(
      value: texts.joined(separator: "\n"), at: grid.place(ofRows: range))
  }

  /// The cells of rows that say something; rows of none are left out.
  private func cells(_ grid: SheetGrid, _ range: Range<Int>) -> [[Place]] {
    guard !names.isEmpty else { return [] }
    return range.map { row in
      grid.cells(at: row).filter { !$0.isEmpty }.map { grid.place($0.row, $0.column) }
    }.filter { !$0.isEmpty }
  }

  /// A column as one side of a difference.
  private func columnSide(
    _ grid: SheetGrid, _ column: Int, covering add: (Place) -> Void
  ) -> Difference.Side {
    let letters = CellRange.letters(of: column)
    var texts: [String] = []
    for cell in grid.sheet.cells where cell.column == column && !cell.isEmpty {
      if texts.count < Self.quotedRows { texts.append(cell.reportText) }
      if !names.isEmpty { add(grid.place(cell.row, cell.column)) }
    }
    return Difference.Side(
      value: texts.joined(separator: " | "),
      at: .cell(sheet: grid.sheet.name, reference: "\(letters):\(letters)"))
  }
}
