public import Domain
public import Figures

/// What a cell of a fixed row shows, once its row and its column are taken together.
public enum ResolvedCell: Hashable, Sendable {
  case blank
  /// Prints `——`; takes facts only to refuse them. Nil where the line merely heads closed ones.
  case closed(Selection?)
  case select(Selection)
  case sum([CellKey])
  /// The numbers that other cells print, added: for rows above the leaves of a tree alone.
  case sumOfPrinted([CellKey])
  /// All leaf lines of the block.
  case sumOfLeaves
  /// A declared fact: of all units together, or of one.
  case fact(path: String, unit: String? = nil)
}

/// A figure cell of a form: nothing in it is left to be looked up.
public struct CellLayout: Hashable, Sendable {
  /// Where its value comes from.
  public let shows: ResolvedCell
  /// How the value is printed.
  public let printing: CellPrinting

  /// Says what a cell shows and how.
  public init(shows: ResolvedCell, printing: CellPrinting) {
    self.shows = shows
    self.printing = printing
  }
}

/// A figure column of an account tree, or of rows for units.
public struct TreeCellLayout: Hashable, Sendable {
  /// Where the values of its cells come from.
  public enum Content: Hashable, Sendable {
    /// Ledger facts of the row's account, narrowed by this; rows above add the leaves below them.
    case select(Selection)
    /// Other columns of the same row, added.
    case columns([String])
    /// A declared fact of the row's unit.
    case fact(path: String)
  }

  /// Where the values of its cells come from.
  public let shows: Content
  /// How the values are printed.
  public let printing: CellPrinting
}

/// Why a cell shows nothing that could be reckoned; the loader reports it.
enum UnresolvedCell: Error, Hashable {
  /// Row and column ask for things that exclude each other.
  case contradiction
  /// A sum cites a row or column that the form does not have.
  case unknownReference(CellReference)
}

/// A form's rows and columns by id, and the one place that says how row and column combine.
struct FormIndex {
  private let columns: [ColumnLayout]
  /// The grid columns that each row has, by the row's id.
  private let blocks: [String: Range<Int>]
  /// The ids of the listed accounts right below each account of a fixed list, by its code.
  private let below: [String: [String]]

  /// Indexes a form.
  init(_ form: FormLayout) {
    columns = form.columns
    var blocks: [String: Range<Int>] = [:]
    var accounts: [EconomicAccount] = []
    for section in form.sections {
      for block in section.blocks {
        for case .fixed(let row) in block.rows where blocks[row.id] == nil {
          blocks[row.id] = block.columns
          if case .account(let account) = row.kind { accounts.append(account) }
        }
      }
      for cell in section.foot.joined() {
        guard case .figure(let id, _) = cell.content, blocks[id] == nil else { continue }
        blocks[id] = cell.lastColumn..<(cell.lastColumn + 1)
      }
    }
    self.blocks = blocks
    below = Self.below(accounts)
  }

  /// Each listed account with those below it that no other listed one stands between.
  private static func below(_ accounts: [EconomicAccount]) -> [String: [String]] {
    let listed = Set(accounts.map(\.code))
    var below: [String: [String]] = [:]
    for account in accounts {
      let parent = account.lineage.dropLast().last { listed.contains($0.code) }
      if let parent { below[parent.code, default: []].append(account.code) }
    }
    return below
  }

  /// What the cell of a fixed row in a column of its block shows.
  func resolved(_ row: FixedRow, column: Int) -> Result<ResolvedCell, UnresolvedCell> {
    let layout = columns[column]
    if let rule = row.cells[layout.id] { return resolved(rule, row: row.id, column: column) }
    let leaves = leavesBelow(row)
    if row.isClosed {
      guard leaves.isEmpty, case .select(let selection)? = row.rule else {
        return .success(.closed(nil))
      }
      return .success(.closed(narrowed(selection, by: layout)))
    }
    guard let rule = row.rule else { return .success(.blank) }
    if case .sum(let references) = layout.rule {
      return .success(
        .sum(references.compactMap(\.column).map { CellKey(row: row.id, column: $0) }))
    }
    if !leaves.isEmpty {
      let cited = leaves.map { CellReference(row: $0, column: nil) }
      return resolved(.sum(cited), row: row.id, column: column)
    }
    return resolved(rule, row: row.id, column: column)
  }

  /// What a rule of its own (a cell's, a foot's) shows in a column.
  func resolved(
    _ rule: CellRule, row: String, column: Int
  ) -> Result<ResolvedCell, UnresolvedCell> {
    switch rule {
    case .select(let selection):
      return narrowed(selection, by: columns[column]).map { .success(.select($0)) }
        ?? .failure(.contradiction)
    case .sumOfLeaves: return .success(.sumOfLeaves)
    case .fact(let path): return .success(.fact(path: path))
    case .sum(let references):
      var keys: [CellKey] = []
      for reference in references {
        let cited = CellReference(row: reference.row ?? row, column: reference.column)
        guard let key = key(cited, from: column) else {
          return .failure(.unknownReference(reference))
        }
        keys.append(key)
      }
      return .success(.sum(keys))
    }
  }

  /// The position of a column in the grid.
  func column(_ id: String) -> Int? { columns.firstIndex { $0.id == id } }

  /// The cell that a reference means, seen from a column; nil where there is none, or it is not clear
  /// which.
  ///
  /// Where the reference names no column, the column that cites is meant; in a block that does not
  /// have it, the block's figure column, if there is but one.
  private func key(_ reference: CellReference, from column: Int) -> CellKey? {
    guard let row = reference.row, let block = blocks[row] else { return nil }
    let candidates = block.filter { columns[$0].content == .figure }
    if let id = reference.column {
      return candidates.contains { columns[$0].id == id } ? CellKey(row: row, column: id) : nil
    }
    if candidates.contains(column) { return CellKey(row: row, column: columns[column].id) }
    guard candidates.count == 1 else { return nil }
    return CellKey(row: row, column: columns[candidates[0]].id)
  }

  /// The ids of the listed accounts below an account of a fixed list; empty for any other row.
  private func leavesBelow(_ row: FixedRow) -> [String] {
    guard case .account(let account) = row.kind else { return [] }
    return below[account.code] ?? []
  }

  private func narrowed(_ selection: Selection, by column: ColumnLayout) -> Selection? {
    guard case .select(let other) = column.rule else { return selection }
    return selection.narrowed(by: other)
  }
}

extension SectionLayout {
  /// The names by which addresses call the columns: the lowest heading that stands over the column
  /// alone, qualified by those above it where two columns of a block would be called alike.
  ///
  /// - Parameter earlier: the names in the section above, for columns without a heading here.
  /// - Returns: a name for each grid column; empty where none is printed at all.
  public func columnKeys(columnCount: Int, earlier: [String]) -> [String] {
    let paths = (0..<columnCount).map { header.headings(over: $0..<($0 + 1)) }
    return (0..<columnCount).map { column in
      let path = paths[column]
      guard !path.isEmpty else { return earlier.isEmpty ? "" : earlier[column] }
      let block = blocks.first { $0.columns.contains(column) }?.columns ?? 0..<columnCount
      let others = block.filter { $0 != column }.map { paths[$0] }
      let length = (1..<path.count).first { length in
        !others.contains { $0.prefix(length) == path.prefix(length) }
      }
      return path.prefix(length ?? path.count).reversed().joined(separator: "/")
    }
  }
}

extension [[HeaderCell]] {
  /// The headings of a column, or of some columns that are one, as printed, the lowest first: from the
  /// lowest cell that stands over them alone upwards; empty where every cell above spans others too.
  func headings(over columns: Range<Int>) -> [String] {
    let cells = flatMap { row in row.filter { $0.columns.overlaps(columns) && !$0.text.isEmpty } }
    let own = cells.reversed().drop { $0.columns != columns }.map(\.text)
    // A heading that merely repeats the one below it tells nothing apart.
    return own.indices.filter { $0 == 0 || own[$0] != own[$0 - 1] }.map { own[$0] }
  }
}
