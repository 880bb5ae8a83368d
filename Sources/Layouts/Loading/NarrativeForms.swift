internal import Diagnostics
internal import Domain
internal import Figures

/// What a number is, for printing it and for reckoning with another.
enum NumberKind {
  case money, count
}

/// The forms of a set as sentences see them: which cells there are, and of what kind.
struct NarrativeForms {
  /// A form; its cells are nil where faults of its own leave them unknown.
  private struct Entry {
    let columns: Set<String>
    let cells: FormCells?
  }

  /// The numbers of the forms in printed order.
  let numbers: [String]
  private let entries: [String: Entry]

  init(_ forms: [(form: FormLayout, cells: FormCells)], sound: Set<String>) {
    numbers = forms.map(\.form.number)
    entries = Dictionary(
      forms.map { form, cells in
        let columns = form.columns.filter { $0.content == .figure }.map(\.id)
        return (
          form.number,
          Entry(columns: Set(columns), cells: sound.contains(form.number) ? cells : nil)
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The ids of a form's figure columns; nil where there is no such form.
  func columns(of form: String) -> Set<String>? { entries[form]?.columns }

  /// Whether a form's cells are known, so that they can be judged.
  func isKnown(_ form: String) -> Bool { entries[form]?.cells != nil }

  /// The cell of a form.
  func cell(_ key: CellKey, of form: String) -> FormCell? { entries[form]?.cells?.cell(at: key) }

  /// The ids of the rows, for guessing which one was meant.
  func rows(of form: String) -> [String] { entries[form]?.cells?.all.map(\.key.row) ?? [] }

  /// The ids of the columns in which a row has figures; an account of a tree has those of all.
  func columns(ofRow row: String, in form: String) -> [String] {
    guard let cells = entries[form]?.cells else { return [] }
    let keys = cells.all.filter { $0.key.row == row }.map(\.key.column)
    guard keys.isEmpty else { return keys }
    return entries[form]?.columns.filter { column in
      cells.cell(at: CellKey(row: row, column: column)) != nil
    }.sorted() ?? []
  }

  /// What a column's figures are; nil where it has both kinds or none is known.
  func kind(ofColumn column: String, in form: String) -> NumberKind? {
    let cells = entries[form]?.cells?.all.filter { $0.key.column == column } ?? []
    let kinds = Set(cells.compactMap(\.numberKind))
    return kinds.count == 1 ? kinds.first : nil
  }
}

extension FormCell {
  /// What the cell prints; nil where its format is not known.
  var numberKind: NumberKind? {
    printing.format.map { if case .count = $0.kind { .count } else { .money } }
  }
}
