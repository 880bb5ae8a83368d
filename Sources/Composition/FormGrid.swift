internal import Domain
internal import Figures
internal import Layouts

/// A row of a form once the ledger has said which accounts it needs.
struct GridRow {
  /// What names the row; decides how its wording is set.
  enum Wording {
    case line(String)
    case total(String)
    case account(code: String, name: String)
    /// A foot row's figure, called by the text before it.
    case foot(label: String)
    /// A unit, or a text of a declared list.
    case record(code: String, name: String)
  }

  let id: String
  let wording: Wording
  let lineNumber: String?
  /// What each figure column of the row's block shows, by grid column.
  let cells: [Int: CellLayout]
  /// Whether facts fall on the row itself, rather than on rows below it.
  let isLeaf: Bool
  /// What its columns of texts show, by grid column.
  var texts: [Int: String] = [:]
  /// The chart of the row's account, if it stands for one: trees are of functions, lists economic.
  var chart = AccountChart.economic
  /// The number of the block, counted through the form; leaves of one block are added by its totals.
  let block: Int
}

/// A form's rows in the order of its layout: by section and block, and the figures of foot rows.
struct FormGrid {
  let form: FormLayout
  private(set) var rows: [GridRow] = []
  /// For each section and block, the rows' positions in ``rows``.
  private(set) var blocks: [[Range<Int>]] = []
  /// For each section and foot row, the position in ``rows`` of each figure by its grid column.
  private(set) var feet: [[[Int: Int]]] = []
  private(set) var positionByID: [String: Int] = [:]

  /// Expands a form.
  ///
  /// - Parameters:
  ///   - accounts: the function accounts that have facts in its scope.
  ///   - records: the rows that depend on what a dossier states, for a block of a number.
  init(
    _ form: FormLayout, accounts: [FunctionAccount], names: AccountNames,
    records: (RecordRows, BlockLayout, Int) -> [GridRow]
  ) {
    self.form = form
    var blockNumber = 0
    for section in form.sections {
      let firstBlock = blockNumber
      var ranges: [Range<Int>] = []
      for block in section.blocks {
        let start = rows.count
        for layout in block.rows {
          rows += Self.expanded(
            layout, in: block, number: blockNumber, of: form, accounts: accounts, names: names,
            records: records)
        }
        ranges.append(start..<rows.count)
        blockNumber += 1
      }
      blocks.append(ranges)
      feet.append(
        section.foot.map { row in
          appendFigures(of: row, in: section, firstBlock: firstBlock)
        })
    }
    for (position, row) in rows.enumerated() where positionByID[row.id] == nil {
      positionByID[row.id] = position
    }
  }

  /// Adds the figures of a foot row, each belonging to the block above it, and says at which columns
  /// they stand.
  private mutating func appendFigures(
    of cells: [FootCell], in section: SectionLayout, firstBlock: Int
  ) -> [Int: Int] {
    var positions: [Int: Int] = [:]
    for cell in cells {
      guard case .figure(let id, let label) = cell.content else { continue }
      let column = cell.lastColumn
      let block = section.blocks.firstIndex { $0.columns.contains(column) } ?? 0
      positions[column] = rows.count
      rows.append(
        GridRow(
          id: id, wording: .foot(label: label), lineNumber: nil,
          cells: form.cells(ofRow: id, in: [column]), isLeaf: false, block: firstBlock + block))
    }
    return positions
  }

  private static func expanded(
    _ layout: RowLayout, in block: BlockLayout, number: Int, of form: FormLayout,
    accounts: [FunctionAccount], names: AccountNames,
    records: (RecordRows, BlockLayout, Int) -> [GridRow]
  ) -> [GridRow] {
    let figureColumns = block.columns.filter { form.columns[$0].content == .figure }
    switch layout {
    case .fixed(let row):
      let cells = form.cells(ofRow: row.id, in: figureColumns)
      return [
        GridRow(
          id: row.id, wording: wording(of: row, names: names), lineNumber: row.lineNumber,
          cells: cells,
          isLeaf: cells.values.contains { if case .select = $0.shows { true } else { false } },
          block: number)
      ]
    case .tree(let tree):
      let expansion = TreeExpansion(tree, accounts: accounts)
      return expansion.rows.map { account in
        GridRow(
          id: account.code,
          wording: .account(
            code: account.code, name: names.name(of: account.code, in: .function) ?? ""),
          lineNumber: nil,
          cells: Dictionary(
            uniqueKeysWithValues: figureColumns.compactMap { column in
              let id = form.columns[column].id
              return form.treeCells[id].map { (column, expansion.cell(of: account, id, $0)) }
            }),
          isLeaf: expansion.isLeaf(account), chart: .function, block: number)
      }
    case .records(let rows): return records(rows, block, number)
    }
  }

  private static func wording(of row: FixedRow, names: AccountNames) -> GridRow.Wording {
    switch row.kind {
    case .line: .line(row.label)
    case .total: .total(row.label)
    case .account(let account):
      .account(code: account.code, name: names.name(of: account.code, in: .economic) ?? "")
    }
  }
}

/// The rows of an account tree: the accounts that have facts and those above them, in code order.
private struct TreeExpansion {
  let rows: [FunctionAccount]
  private let leaves: [FunctionAccount]
  private let parents: TreeRow.Parents

  init(_ tree: TreeRow, accounts: [FunctionAccount]) {
    let leafLevel = tree.levels.last ?? 0
    parents = tree.parents
    let deepEnough = accounts.filter { $0.level >= leafLevel }
    rows = Set(deepEnough.flatMap { account in tree.levels.map { account.lineage[$0] } }).sorted()
    leaves = rows.filter { $0.level == leafLevel }
  }

  func isLeaf(_ account: FunctionAccount) -> Bool { leaves.last?.level == account.level }

  /// What an account's cell in a column shows: its facts, the leaves below it, or other columns.
  ///
  /// What adds printed numbers adds those below it in every column: the total across too is then the
  /// sum of what stands under it.
  func cell(of account: FunctionAccount, _ column: String, _ tree: TreeCellLayout) -> CellLayout {
    let shows: ResolvedCell =
      switch tree.shows {
      case _ where parents == .printed && !isLeaf(account):
        .sumOfPrinted(keys(below: account, column))
      case .columns(let columns): .sum(columns.map { CellKey(row: account.code, column: $0) })
      // No tree cites one.
      case .fact(let path): .fact(path: path)
      case .select(let selection) where isLeaf(account): .select(selection.within(account))
      case .select: .sum(keys(below: account, column))
      }
    return CellLayout(shows: shows, printing: tree.printing)
  }

  /// The cells of the leaves below an account.
  private func keys(below account: FunctionAccount, _ column: String) -> [CellKey] {
    leaves.filter { $0.isWithin(account) }.map { CellKey(row: $0.code, column: column) }
  }
}

extension Selection {
  /// What is selected of one account.
  fileprivate func within(_ account: FunctionAccount) -> Selection {
    var one = self
    one.functions = functions.map { prefixes in
      prefixes.contains(where: account.isWithin)
        ? [account] : prefixes.filter { $0.isWithin(account) }
    }
    if functions == nil { one.functions = [account] }
    return one
  }
}

extension FormLayout {
  /// The cells of a fixed row or of the foot, by grid column.
  fileprivate func cells(ofRow id: String, in positions: [Int]) -> [Int: CellLayout] {
    Dictionary(
      uniqueKeysWithValues: positions.compactMap { position in
        cells[CellKey(row: id, column: columns[position].id)].map { (position, $0) }
      })
  }
}
