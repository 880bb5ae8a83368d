internal import Domain
internal import Figures
internal import Layouts

/// The rows of a form that depend on what a dossier states: a row for each unit, or for each text of a
/// declared list.
struct RecordExpansion {
  /// What a row stands for.
  private struct Item {
    /// Unique among the items.
    let id: String
    let name: String
    /// The unit's code; nil for a text.
    let unit: String?
  }

  private let items: [Item]
  private let stated: FinalAccounts

  init(_ records: RecordRows, _ stated: FinalAccounts) {
    self.stated = stated
    let named: [(name: String, unit: String?)] =
      switch records.source {
      case .units(let types):
        stated.department.units(of: types).map { ($0.name, $0.code) }
      case .facts(let path): Self.texts(of: path, stated).map { ($0, nil) }
      }
    let ids = EvaluationRowNames(named.map { [$0.name] }).names
    items = zip(named, ids).map { Item(id: $1, name: $0.name, unit: $0.unit) }
  }

  private static func texts(of path: String, _ stated: FinalAccounts) -> [String] {
    let units: [String?] = [nil] + stated.department.units.map(\.code)
    return units.flatMap { unit -> [String] in
      if case .list(let texts)? = stated.declaredFacts.fact(path, unit: unit)?.value {
        texts
      } else {
        []
      }
    }
  }

  /// The rows, with what each figure column of the block shows of the row's unit.
  func rows(in block: BlockLayout, number: Int, of form: FormLayout) -> [GridRow] {
    items.enumerated().map { position, item in
      let cells = block.columns.compactMap { column -> (Int, CellLayout)? in
        guard let unit = item.unit, let layout = form.treeCells[form.columns[column].id] else {
          return nil
        }
        return (column, self.cell(layout, of: item, unit: unit))
      }
      let texts = block.columns.compactMap { column -> (Int, String)? in
        guard let path = form.columns[column].textPath else { return nil }
        return (column, text(path, of: item.unit))
      }
      return GridRow(
        id: item.id, wording: .record(code: item.unit ?? "", name: item.name),
        lineNumber: String(position + 1), cells: Dictionary(uniqueKeysWithValues: cells),
        isLeaf: item.unit != nil, texts: Dictionary(uniqueKeysWithValues: texts), block: number)
    }
  }

  private func cell(_ layout: TreeCellLayout, of item: Item, unit: String) -> CellLayout {
    let shows: ResolvedCell =
      switch layout.shows {
      case .select(var selection):
        {
          selection.units = [unit]
          return .select(selection)
        }()
      case .columns(let columns): .sum(columns.map { CellKey(row: item.id, column: $0) })
      case .fact(let path): .fact(path: path, unit: unit)
      }
    return CellLayout(shows: shows, printing: layout.printing)
  }

  private func text(_ path: String, of unit: String?) -> String {
    let fact = stated.declaredFacts.fact(path, unit: unit) ?? stated.declaredFacts.fact(path)
    if case .text(let text)? = fact?.value { return text } else { return "" }
  }
}
