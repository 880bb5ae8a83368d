public import Domain

/// A cell of a form by the ids of its row and column.
public struct CellKey: Hashable, Sendable {
  public let row: String
  public let column: String

  public init(row: String, column: String) {
    self.row = row
    self.column = column
  }
}

/// What a cell of a fixed row shows, once its row and its column are taken together.
public enum ResolvedCell: Hashable, Sendable {
  case blank
  /// Prints `——`; takes facts only to refuse them. Nil where the line merely heads closed ones.
  case closed(Selection?)
  case select(Selection)
  case sum([CellKey])
  /// All leaf lines of the block.
  case sumOfLeaves
  case fact(path: String)
  /// Row and column ask for things that exclude each other.
  case contradiction
  /// A sum cites a row or column that the form does not have.
  case unknownReference(CellReference)
}

/// A form's rows and columns by id, and the one place that says how row and column combine.
public struct FormIndex: Sendable {
  private struct Position: Sendable {
    let block: Range<Int>
    let row: FixedRow?
  }

  private let columns: [ColumnLayout]
  private let positions: [String: Position]
  private let listedAccounts: [EconomicAccount]

  /// Indexes a form.
  public init(_ form: FormLayout) {
    columns = form.columns
    var positions: [String: Position] = [:]
    var accounts: [EconomicAccount] = []
    for section in form.sections {
      for block in section.blocks {
        for case .fixed(let row) in block.rows where positions[row.id] == nil {
          positions[row.id] = Position(block: block.columns, row: row)
          if case .account(let account) = row.kind { accounts.append(account) }
        }
      }
      for cell in section.foot.joined() {
        guard case .figure(let id, _, _) = cell.content, positions[id] == nil else { continue }
        positions[id] = Position(block: cell.column..<(cell.column + cell.columnSpan), row: nil)
      }
    }
    self.positions = positions
    listedAccounts = accounts
  }

  /// What the cell of a fixed row in a column of its block shows.
  public func resolved(_ row: FixedRow, column: Int) -> ResolvedCell {
    let layout = columns[column]
    if let rule = row.cells[layout.id] { return resolved(rule, row: row.id, column: column) }
    guard let rule = row.rule else { return .blank }
    let leaves = leavesBelow(row)
    if row.isClosed {
      guard leaves.isEmpty, case .select(let selection) = rule else { return .closed(nil) }
      return .closed(narrowed(selection, by: layout))
    }
    if case .sum(let references) = layout.rule {
      return .sum(references.compactMap(\.column).map { CellKey(row: row.id, column: $0) })
    }
    if !leaves.isEmpty {
      return .sum(leaves.compactMap { key(CellReference(row: $0, column: nil), from: column) })
    }
    guard case .select(let selection) = rule else {
      return resolved(rule, row: row.id, column: column)
    }
    return narrowed(selection, by: layout).map(ResolvedCell.select) ?? .contradiction
  }

  /// What a rule of its own (a cell's, a foot's) shows in a column.
  public func resolved(_ rule: CellRule, row: String, column: Int) -> ResolvedCell {
    switch rule {
    case .select(let selection):
      return narrowed(selection, by: columns[column]).map(ResolvedCell.select) ?? .contradiction
    case .sumOfLeaves: return .sumOfLeaves
    case .fact(let path): return .fact(path: path)
    case .sum(let references):
      var keys: [CellKey] = []
      for reference in references {
        let cited = CellReference(row: reference.row ?? row, column: reference.column)
        guard let key = key(cited, from: column) else { return .unknownReference(reference) }
        keys.append(key)
      }
      return .sum(keys)
    }
  }

  /// The position of a column in the grid.
  public func column(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }

  /// Whether a row of that id exists and, with its block, the grid columns that it has.
  func block(ofRow id: String) -> Range<Int>? { positions[id]?.block }

  /// The fixed row of an id; nil for a foot figure.
  func row(_ id: String) -> FixedRow? { positions[id]?.row }

  /// The cell that a reference means, seen from a column: where it names no column, the one that has
  /// the same place among the figure columns of the cited row's block.
  private func key(_ reference: CellReference, from column: Int) -> CellKey? {
    guard let row = reference.row, let target = positions[row] else { return nil }
    if let id = reference.column {
      guard let index = self.column(id), target.block.contains(index) else { return nil }
      return CellKey(row: row, column: id)
    }
    if target.block.contains(column) { return CellKey(row: row, column: columns[column].id) }
    let candidates = target.block.filter { columns[$0].content == .figure }
    guard candidates.count == 1 else { return nil }
    return CellKey(row: row, column: columns[candidates[0]].id)
  }

  /// The ids of the listed accounts below an account of a fixed list; empty for any other row.
  private func leavesBelow(_ row: FixedRow) -> [String] {
    guard case .account(let account) = row.kind else { return [] }
    let below = listedAccounts.filter { $0 != account && $0.isWithin(account) }
    return below.filter { one in !below.contains { $0 != one && $0.isWithin(one) } }.map(\.code)
  }

  private func narrowed(_ selection: Selection, by column: ColumnLayout) -> Selection? {
    guard case .select(let other) = column.rule else { return selection }
    return selection.narrowed(by: other)
  }
}

extension SectionLayout {
  /// The names by which addresses call the figure columns: the heading as printed over the column
  /// alone, qualified by the one above where two columns of a block would be called alike.
  ///
  /// - Parameter earlier: the names in the section above, for columns without a heading here.
  /// - Returns: a name for each grid column; empty where none is printed at all.
  public func columnKeys(columnCount: Int, earlier: [String]) -> [String] {
    let own = header.headings(columnCount: columnCount)
    let alone = header.columnsWithOwnHeading(columnCount: columnCount)
    let names = (0..<columnCount).map { column -> [String] in
      if alone.contains(column) || earlier.isEmpty { return own[column] }
      return [earlier[column]]
    }
    return names.indices.map { column in
      guard let name = names[column].first else { return "" }
      let block = blocks.first { $0.columns.contains(column) }?.columns ?? 0..<columnCount
      let isShared = block.contains { $0 != column && names[$0].first == name }
      guard isShared, let parent = names[column].dropFirst().first(where: { $0 != name }) else {
        return name
      }
      return "\(parent)/\(name)"
    }
  }
}

extension [[HeaderCell]] {
  /// The columns over which some cell with a text stands alone.
  func columnsWithOwnHeading(columnCount: Int) -> Set<Int> {
    Set(joined().filter { $0.columnSpan == 1 && !$0.text.isEmpty }.map(\.column))
  }
}
