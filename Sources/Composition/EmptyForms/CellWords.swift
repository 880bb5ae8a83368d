internal import Domain
internal import Figures
internal import Layouts

/// What the figure cells of a form show, in short words of the schema.
struct CellWords {
  let grid: FormGrid
  /// The types of units in the order of the set.
  let unitTypes: [String]

  /// Fewer are listed one by one.
  private static let shortestRange = 3

  /// What a cell shows; nil for a blank.
  func words(row: Int, column: Int) -> String? {
    guard let cell = grid.rows[row].cells[column] else { return nil }
    let id = grid.form.columns[column].id
    if grid.rows[row].isRepeated, let tree = grid.form.treeCells[id] {
      return words(of: tree, row: row, addingPrinted: cell.shows)
    }
    return switch cell.shows {
    case .blank: nil
    case .closed: EmptyWords.closed
    case .select(let selection): words(of: selection)
    case .sum(let keys), .sumOfPrinted(let keys):
      EmptyWords.sum(terms(keys, from: CellKey(row: grid.rows[row].id, column: id)))
    case .sumOfLeaves: EmptyWords.sumOfLeaves
    case .fact(let path, _): path
    }
  }

  /// What a form must show, in words of its scope.
  var scope: String? {
    guard !grid.form.scope.isEmpty else { return nil }
    return EmptyWords.scope(grid.form.scope.map(words))
  }

  private func words(
    of cell: TreeCellLayout, row: Int, addingPrinted shown: ResolvedCell
  ) -> String {
    if case .sumOfPrinted = shown { return EmptyWords.sumOfPrinted }
    switch cell.shows {
    case .columns(let columns):
      let id = grid.rows[row].id
      return EmptyWords.sum(
        terms(columns.map { CellKey(row: id, column: $0) }, from: CellKey(row: id, column: "")))
    case .select(let selection):
      guard grid.rows[row].isLeaf else { return EmptyWords.sumOfLower }
      let own = grid.rows[row].chart == .function ? EmptyWords.account : EmptyWords.unit
      return "\(words(of: selection)) \(own)"
    case .fact(let path): return path
    }
  }

  /// The cells of a sum as one that cites them names them: by what they do not have in common with it,
  /// rows below one another by the first and the last.
  private func terms(_ keys: [CellKey], from own: CellKey) -> [String] {
    var terms: [String] = []
    var index = 0
    while index < keys.count {
      let run = runLength(of: keys[index...], from: own)
      if run >= Self.shortestRange {
        terms.append("\(keys[index].row)..\(keys[index + run - 1].row)")
        index += run
      } else {
        terms.append(term(keys[index], from: own))
        index += 1
      }
    }
    return terms
  }

  private func term(_ key: CellKey, from own: CellKey) -> String {
    if isNamedByRow(key, from: own) { return key.row }
    return key.row == own.row ? key.column : "\(key.row).\(key.column)"
  }

  /// Whether a row alone says which cell is meant: that of the same column, or the only one that it has.
  private func isNamedByRow(_ key: CellKey, from own: CellKey) -> Bool {
    guard key.row != own.row else { return false }
    return key.column == own.column
      || grid.positionByID[key.row].map { grid.rows[$0].cells.count == 1 } ?? false
  }

  /// How many of the cells, from the first on, are named by rows that stand below one another in a block.
  private func runLength(of keys: ArraySlice<CellKey>, from own: CellKey) -> Int {
    guard let first = keys.first.flatMap({ grid.positionByID[$0.row] }) else { return 0 }
    let rest = grid.rows[first...].prefix { $0.block == grid.rows[first].block }
    return zip(keys, rest).prefix { key, row in key.row == row.id && isNamedByRow(key, from: own) }
      .count
  }

  private func words(of selection: Selection) -> String {
    selection.words(unitTypes: unitTypes).joined(separator: " ")
  }
}

/// The wordings that no set has.
private enum EmptyWords {
  static let closed = "——"
  static let sumOfLeaves = "= 各行"
  static let sumOfLower = "= 以下各项"
  static let sumOfPrinted = "= 以下各项印出的数"

  static func sum(_ terms: [String]) -> String { "= " + terms.joined(separator: " + ") }

  /// What narrows the cells of a row that stands for several.
  static let (account, unit) = ("本科目", "本单位")

  static func scope(_ selections: [String]) -> String {
    "范围（scope）：" + selections.joined(separator: "；")
  }
}

extension GridRow {
  /// Whether it stands for rows that depend on a dossier.
  fileprivate var isRepeated: Bool {
    switch wording {
    case .record: true
    case .account: chart == .function
    case .line, .total, .foot: false
    }
  }
}
