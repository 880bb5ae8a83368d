internal import Diagnostics
internal import Domain
internal import Figures

/// A figure cell of a form as data, with what it shows.
///
/// A class, since the checks of a form go through its cells again and again.
final class FormCell {
  let key: CellKey
  let column: Int
  let shows: Result<ResolvedCell, UnresolvedCell>
  let printing: Printing
  /// The number of its block, counted through the form.
  let block: Int
  /// Whether ledger facts fall on its line, so that `sumOfLeaves` adds it.
  let isOnLeaf: Bool
  /// Where its line stands, and how messages name it.
  let place: SourcePlace
  let name: String

  init(
    key: CellKey, column: Int, shows: Result<ResolvedCell, UnresolvedCell>, printing: Printing,
    block: Int, isOnLeaf: Bool, place: SourcePlace, name: String
  ) {
    self.key = key
    self.column = column
    self.shows = shows
    self.printing = printing
    self.block = block
    self.isOnLeaf = isOnLeaf
    self.place = place
    self.name = name
  }
}

/// All figure cells of a form in reading order; a tree counts as one line, because all its leaves
/// show the same.
struct FormCells {
  private(set) var all: [FormCell] = []
  let byKey: [CellKey: FormCell]

  init(_ form: FormLayout) {
    let index = FormIndex(form)
    var all: [FormCell] = []
    var number = 0
    for section in form.sections {
      let first = number
      for block in section.blocks {
        for row in block.rows {
          all += Self.cells(of: row, in: block, number: number, form: form, index: index)
        }
        number += 1
      }
      all += section.foot.joined().compactMap { cell in
        Self.cell(ofFoot: cell, in: section, firstBlock: first, form: form, index: index)
      }
    }
    self.all = all
    byKey = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cell of a row and a column; that of an account of a tree stands for all of the tree's.
  func cell(at key: CellKey) -> FormCell? {
    if let cell = byKey[key] { return cell }
    guard FunctionAccount(key.row) != nil else { return nil }
    return byKey[CellKey(row: TreeRow.sampleID, column: key.column)]
  }

  /// Whether an id is that of a row which stands for several.
  static func isSample(_ row: String) -> Bool {
    row == TreeRow.sampleID || row == RecordRows.sampleID
  }

  /// The cells that a cell adds.
  func added(by cell: FormCell) -> [CellKey] {
    switch cell.shows {
    case .success(.sum(let keys)): keys
    case .success(.sumOfLeaves):
      all.filter { $0.block == cell.block && $0.column == cell.column && $0.isOnLeaf }.map(\.key)
    case .success, .failure: []
    }
  }

  private static func cells(
    of layout: RowLayout, in block: BlockLayout, number: Int, form: FormLayout, index: FormIndex
  ) -> [FormCell] {
    let (row, name) =
      switch layout {
      case .fixed(let row): (row, "行“\(row.id)”")
      case .tree(let tree): (tree.sample, "科目树")
      case .records(let records): (records.sample, "records 的行")
      }
    // The texts of a list have no figures.
    if case .records(let records) = layout, case .facts = records.source { return [] }
    let shown = block.columns.filter { form.columns[$0].content == .figure }
      .map { (column: $0, cell: layout.narrowed(index.resolved(row, column: $0))) }
    let isLeaf = shown.contains { if case .success(.select) = $0.cell { true } else { false } }
    return shown.map { column, cell in
      let layout = form.columns[column]
      return FormCell(
        key: CellKey(row: row.id, column: layout.id), column: column, shows: cell,
        printing: row.printing.completed(by: layout.printing), block: number, isOnLeaf: isLeaf,
        place: row.place, name: name)
    }
  }

  private static func cell(
    ofFoot cell: FootCell, in section: SectionLayout, firstBlock: Int, form: FormLayout,
    index: FormIndex
  ) -> FormCell? {
    let column = cell.lastColumn
    guard case .figure(let id, _) = cell.content, let rule = cell.rule,
      form.columns.indices.contains(column)
    else { return nil }
    let block = section.blocks.firstIndex { $0.columns.contains(column) } ?? 0
    return FormCell(
      key: CellKey(row: id, column: form.columns[column].id), column: column,
      shows: index.resolved(rule, row: id, column: column),
      printing: form.columns[column].printing, block: firstBlock + block, isOnLeaf: false,
      place: cell.place, name: "行“\(id)”")
  }
}

extension TreeRow {
  /// The id of ``sample``.
  static let sampleID = "tree.leaf"

  /// A line like those that hold the tree's leaves; no fixed line can bear its id.
  fileprivate var sample: FixedRow {
    FixedRow(
      id: Self.sampleID, kind: .line, label: "", lineNumber: nil, rule: .select(Selection()),
      cells: [:], isClosed: false, printing: Printing(), place: place)
  }
}

extension RecordRows {
  /// The id of ``sample``.
  static let sampleID = "record.row"

  /// A line like those of the units.
  fileprivate var sample: FixedRow {
    FixedRow(
      id: Self.sampleID, kind: .line, label: "", lineNumber: nil, rule: .select(Selection()),
      cells: cells, isClosed: false, printing: Printing(), place: place)
  }
}

extension RowLayout {
  /// What a cell shows of the units that there are rows for: of some types, where the rows say so.
  fileprivate func narrowed(
    _ cell: Result<ResolvedCell, UnresolvedCell>
  ) -> Result<ResolvedCell, UnresolvedCell> {
    guard case .records(let records) = self, case .units(let types?) = records.source,
      case .success(.select(var selection)) = cell
    else { return cell }
    selection.unitTypes = Set(types).intersection(selection.unitTypes ?? Set(types))
    return .success(.select(selection))
  }
}
