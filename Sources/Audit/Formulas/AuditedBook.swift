internal import Domain
internal import Figures
internal import Layouts

/// A book of figures with a value for each that is printed, and which of them were rounded.
struct AuditedBook {
  /// The book: figures that were read have the value of what they print.
  let book: FigureBook
  /// By a figure that was rounded where it was printed, half of its last decimal, in the unit of its
  /// value; by one that adds printed numbers, half a decimal for each of them.
  private let slacks: [FigureKey: Int64]
  /// Half of the last decimal that the forms print of amounts.
  let printedSlack: Money

  /// - Parameter set: says in which unit a form prints what.
  init(_ book: FigureBook, by set: LayoutSet) {
    let formats = FormatTable(set)
    printedSlack = set.forms.flatMap { $0.cells.values.map(\.printing.format.slack) }.max() ?? .zero
    var slacks: [FigureKey: Int64] = [:]
    self.book = FigureBook(
      book.forms.map { form in
        for (key, slack) in formats.slacksOfPrintedSums(in: form) { slacks[key] = slack }
        guard form.figures.contains(where: { $0.value == nil && $0.shown != nil }) else {
          return form
        }
        return form.with(
          form.figures.map { figure in
            guard figure.value == nil, let shown = figure.shown, let key = figure.key else {
              return figure
            }
            let (value, slack) = formats.value(of: shown, at: key)
            if slack > 0 { slacks[key] = max(slack, slacks[key] ?? 0) }
            return figure.valued(value)
          })
      })
    self.slacks = slacks
  }

  /// How far off its exact value a figure may be by rounding, half of a last decimal for each number that
  /// was rounded; 0 where it is known exactly.
  func slack(of key: FigureKey) -> Int64 { slacks[key] ?? 0 }
}

/// The formats by which the forms of a set print.
private struct FormatTable {
  private let forms: [String: FormLayout]
  private let evaluation: EvaluationForm?

  init(_ set: LayoutSet) {
    forms = Dictionary(set.forms.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    evaluation = set.evaluationForm
  }

  /// The exact value of a printed number, and half of the decimal that rounding may have cut off; 0
  /// where the format prints all there is.
  func value(of shown: FixedDecimal, at key: FigureKey) -> (FigureValue, slack: Int64) {
    guard let format = format(of: key) else { return (.decimal(shown), 0) }
    let value = format.value(ofPrinted: shown)
    guard case .money = value else { return (value, 0) }
    return (value, format.slack.fen)
  }

  /// How far off exact amounts the accounts above the leaves of a tree may be that add printed numbers,
  /// whether or not the value that they print is known.
  func slacksOfPrintedSums(in form: FigureForm) -> [FigureKey: Int64] {
    guard let tree = forms[form.number]?.tree, tree.parents == .printed, let leaf = tree.levels.last
    else { return [:] }
    let accounts = form.rows.compactMap { FunctionAccount($0.id) }
    var slacks: [FigureKey: Int64] = [:]
    for figure in form.figures {
      guard let key = figure.key, let shown = figure.shown,
        let account = FunctionAccount(key.cell.row), account.level < leaf
      else { continue }
      let parts = accounts.count { $0.level == leaf && $0.isWithin(account) }
      slacks[key] = value(of: shown, at: key).slack * Int64(max(parts, 1))
    }
    return slacks
  }

  private func format(of key: FigureKey) -> NumberFormat? {
    guard let form = forms[key.form] else {
      return evaluation?.format(ofColumn: key.cell)
    }
    return form.format(of: key.cell)
  }
}

extension EvaluationForm {
  /// The format of a figure: that of the row with its label, else of the records with such a column.
  fileprivate func format(ofColumn cell: CellKey) -> NumberFormat? {
    let rows = sections.flatMap(\.rows)
    let own = rows.first { $0.label == cell.row && $0.records == nil }
    for row in [own].compactMap({ $0 }) + rows {
      for part in row.cells where columns[part.column].id == cell.column {
        if case .figure(_, let printing) = part.content { return printing.format }
      }
    }
    return nil
  }
}
