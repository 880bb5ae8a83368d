internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import Layouts

/// A form as composed: what is printed, and the same figures by the ids of rows and columns.
struct ComposedForm {
  let sheet: FormSheet
  /// The rows in reading order.
  let rows: [ComposedRow]
  let findings: [Finding]
  private let positions: [String: Int]

  init(sheet: FormSheet, rows: [ComposedRow], findings: [Finding]) {
    self.sheet = sheet
    self.rows = rows
    self.findings = findings
    positions = Dictionary(
      rows.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// The figure of a cell; nil where the form has no such row in this dossier.
  func figure(_ key: CellKey) -> Figure? {
    positions[key.row].flatMap { rows[$0].figures[key.column] }
  }

  /// The row of an id.
  func row(_ id: String) -> ComposedRow? { positions[id].map { rows[$0] } }
}

/// A row of a composed form.
struct ComposedRow {
  let id: String
  /// Its account, for rows that stand for one.
  let account: (code: String, chart: AccountChart)?
  /// Its wording or the account's name.
  let name: String
  /// Whether it is a line of the form, rather than a total or an account.
  let isLine: Bool
  /// Its figures by the ids of their columns.
  let figures: [String: Figure]
}
