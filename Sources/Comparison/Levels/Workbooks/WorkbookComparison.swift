internal import Diagnostics
internal import Figures
internal import Readings

/// Holds two workbooks against each other, cell by cell, and on request look by look.
struct WorkbookComparison {
  let file: String
  let left: WorkbookReading
  let right: WorkbookReading
  /// Public addresses of figures by their cells, where they are known.
  let names: FigureNames
  /// Cells that a difference was reported for; their looks are not told again.
  private(set) var reported = ReportedCells()

  init(file: String, left: WorkbookReading, right: WorkbookReading, names: FigureNames) {
    self.file = file
    self.left = left
    self.right = right
    self.names = names
  }

  /// Reports what differs at a level.
  ///
  /// - Parameter figures: what differs among the figures; those whose cells show no difference are
  ///   reported too, so that this level sees all that the one before sees.
  mutating func run(
    level: ComparisonLevel, figures: [Difference], log: inout DifferenceLog
  ) {
    let grids = left.sheets.map { SheetGrid($0) }
    let others = right.sheets.enumerated().map { index, sheet in
      grids.indices.contains(index) && grids[index].sheet == sheet ? grids[index] : SheetGrid(sheet)
    }
    // Cells point to styles by number, so that sheets alone do not tell whether they are the same.
    let haveOneTable = left.styles == right.styles && left.dateSystem == right.dateSystem
    let matching = SheetMatching(grids, others)
    let looks = level >= .format ? WorkbookLooks(file: file, left, right) : nil
    let prints = CellPrints(left, right)
    let parts = FigureParts(figures)
    for (index, grid) in grids.enumerated() {
      guard let match = matching.pairs.first(where: { $0.left == index }) else {
        onlyOne(grid, .missing, &log)
        continue
      }
      let other = others[match.right]
      log.extent.sheets += 1
      log.compared(grid.contentCount, file: file, group: grid.sheet.name)
      if grid.sheet.name != other.sheet.name { report(.renamed, grid, other, &log) }
      if matching.reordered.contains(index) { report(.moved, grid, other, &log) }
      if haveOneTable, grid.sheet == other.sheet { continue }
      let pair = SheetPair(grid, other)
      SheetContent(file: file, pair: pair, prints: prints, names: names, parts: parts)
        .run(reported: &reported, log: &log)
      looks?.compare(pair, reported: reported, log: &log)
    }
    for index in matching.added { onlyOne(others[index], .added, &log) }
    // A form recognised on one side only, or a figure whose cell reads alike: the level above must not
    // be silent about what the level below tells.
    for figure in figures
    where !reported.contains(left: figure.left?.at, right: figure.right?.at) {
      log.add(figure)
    }
    looks?.compareWorkbooks(matching.pairs, log: &log)
  }

  /// A sheet that only one side has is one difference.
  private mutating func onlyOne(
    _ grid: SheetGrid, _ kind: Difference.Kind, _ log: inout DifferenceLog
  ) {
    let side = Difference.Side(
      value: "\(grid.sheet.name)（\(grid.contentCount) 个单元格）", at: .sheet(grid.sheet.name))
    let isLeft = kind == .missing
    reported.addSheet(grid.sheet.name, isLeft: isLeft)
    log.add(
      Difference(
        kind, file: file, group: grid.sheet.name, address: .sheet(grid.sheet.name),
        left: isLeft ? side : nil, right: isLeft ? nil : side))
  }

  private func report(
    _ kind: Difference.Kind, _ grid: SheetGrid, _ other: SheetGrid, _ log: inout DifferenceLog
  ) {
    func side(_ sheet: SheetReading, of book: WorkbookReading) -> Difference.Side {
      let place = book.sheets.firstIndex { $0.name == sheet.name } ?? 0
      // Among sheets that were put in or taken out the number alone may be the same.
      let before = place > 0 ? "在 \(book.sheets[place - 1].name) 之后" : "最前"
      return Difference.Side(
        value: kind == .renamed ? sheet.name : "第 \(place + 1) 张，\(before)",
        at: .sheet(sheet.name))
    }
    log.add(
      Difference(
        kind, file: file, group: grid.sheet.name, address: .sheet(grid.sheet.name),
        left: side(grid.sheet, of: left), right: side(other.sheet, of: right)))
  }
}

/// Public addresses of figures by the cells in which they stand.
struct FigureNames {
  /// What is known of a figure besides its value.
  private struct Background {
    var unit: String?
    var words: FigureWords?
    var left: [SourcePlace] = []
    var right: [SourcePlace] = []
  }

  private var left: [Place: FigureAddress] = [:]
  private var right: [Place: FigureAddress] = [:]
  private var known: [FigureAddress: Background] = [:]

  init(_ first: FigureBook?, _ second: FigureBook?) {
    for form in first?.forms ?? [] {
      for figure in form.figures {
        if let place = figure.place { left[place] = figure.address }
        known[figure.address, default: Background()].left = figure.sources
        known[figure.address]?.unit = figure.unit
        known[figure.address]?.words = form.words(of: figure)
      }
    }
    for form in second?.forms ?? [] {
      for figure in form.figures {
        if let place = figure.place { right[place] = figure.address }
        known[figure.address, default: Background()].right = figure.sources
        if let unit = figure.unit { known[figure.address]?.unit = unit }
        if known[figure.address]?.words == nil {
          known[figure.address]?.words = form.words(of: figure)
        }
      }
    }
  }

  /// Whether no figure is known.
  var isEmpty: Bool { left.isEmpty && right.isEmpty }

  /// The address of the figure in a cell of either side.
  func address(left place: Place, right other: Place) -> Place? {
    (left[place] ?? right[other]).map { .figure($0) }
  }

  /// Puts unit and ledger lines to a difference of a figure.
  func explain(_ difference: inout Difference) {
    guard case .figure(let address) = difference.address, let known = known[address] else {
      return
    }
    difference.unit = known.unit
    difference.words = known.words
    difference.left?.sources = known.left
    difference.right?.sources = known.right
  }
}

/// Figures that only one side has, by their cells: what a row that was put in or taken out consists of.
struct FigureParts {
  private var left: [Place: Difference] = [:]
  private var right: [Place: Difference] = [:]

  init(_ figures: [Difference]) {
    for figure in figures {
      if figure.kind == .missing, let place = figure.left?.at { left[place] = figure }
      if figure.kind == .added, let place = figure.right?.at { right[place] = figure }
    }
  }

  /// The figures of rows of cells; none unless each row has one, for the others would not be told.
  func of(_ rows: [[Place]], isLeft: Bool, group: String) -> [Difference] {
    let all = rows.map { row in row.compactMap { isLeft ? left[$0] : right[$0] } }
    guard !all.contains(where: \.isEmpty) else { return [] }
    return all.joined().map { part in
      var part = part
      part.group = group
      return part
    }
  }
}

/// Places that differences were reported for, so that nothing is reported twice.
struct ReportedCells {
  private var left: Set<Place> = []
  private var right: Set<Place> = []
  private var leftSheets: Set<String> = []
  private var rightSheets: Set<String> = []

  mutating func add(left place: Place?, right other: Place?) {
    if let place { left.insert(place) }
    if let other { right.insert(other) }
  }

  mutating func addSheet(_ name: String, isLeft: Bool) {
    if isLeft { leftSheets.insert(name) } else { rightSheets.insert(name) }
  }

  /// Whether a cell of either side was reported, alone or with its sheet.
  func contains(left place: Place?, right other: Place?) -> Bool {
    isReported(place, left, leftSheets) || isReported(other, right, rightSheets)
  }

  private func isReported(_ place: Place?, _ cells: Set<Place>, _ sheets: Set<String>) -> Bool {
    guard let place else { return false }
    if cells.contains(place) { return true }
    guard case .cell(let cell) = place else { return false }
    return sheets.contains(cell.sheet)
  }
}
