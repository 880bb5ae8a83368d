internal import Diagnostics
internal import Figures
internal import SourceFiles

/// Holds the cells of formulas against the forms of the set.
struct CheckedCells {
  let forms: NarrativeForms
  /// The pattern of the numbers of self-evaluations, and the ids of their columns; nil where they are
  /// not known.
  private let evaluations: (pattern: String, columns: Set<String>)?

  init(forms: NarrativeForms, evaluations form: EvaluationForm?) {
    self.forms = forms
    evaluations = form.map { ("\($0.number)-*", Set($0.columns.map(\.id))) }
  }

  /// Whether the set has all forms that formulas cite.
  func areKnown(_ formulas: Formula?...) -> Bool {
    formulas.allSatisfy { formula in
      (formula?.cells ?? []).allSatisfy { $0.isOfEachForm || forms.columns(of: $0.form) != nil }
    }
  }

  /// Reports what no form has, and what does not say which cell is meant.
  ///
  /// - Parameter isCondition: whether it stands beside a formula that says which rows are looked at.
  func check(_ formula: Formula, at place: SourcePlace, isCondition: Bool, log: FindingLog) {
    let single = formula.left.singleCells + formula.right.singleCells
    for pattern in formula.cells {
      if pattern.isOfEachForm {
        checkEvaluation(pattern, at: place, log: log)
      } else {
        check(pattern, at: place, log: log)
      }
    }
    for pattern in single {
      switch pattern.rows {
      case .all, .range: log.report(CheckFault.unbound(cell: pattern.text), at: place)
      case .id, .each: break
      }
    }
    guard !isCondition else { return }
    let hasRows = single.contains { if case .each = $0.rows { true } else { false } }
    for pattern in formula.cells where !hasRows {
      if case .all(.below) = pattern.rows {
        log.report(CheckFault.unbound(cell: pattern.text), at: place)
      }
    }
  }

  private func check(_ pattern: CellPattern, at place: SourcePlace, log: FindingLog) {
    guard let known = forms.columns(of: pattern.form) else {
      log.report(
        NarrativeQuantityFault.unknownForm(pattern.form, known: forms.numbers), at: place)
      return
    }
    if case .id(let column) = pattern.columns, !known.contains(column) {
      log.report(
        NarrativeQuantityFault.unknownColumn(
          form: pattern.form, column, known: known.sorted()), at: place)
      return
    }
    guard forms.isKnown(pattern.form) else { return }
    switch pattern.rows {
    case .id(let row): check(row, of: pattern, at: place, log: log)
    case .range(let first, let last):
      check(first, of: pattern, at: place, log: log)
      check(last, of: pattern, at: place, log: log)
    case .each(_, let prefix):
      guard !prefix.isEmpty, !forms.rows(of: pattern.form).contains(where: { $0.hasPrefix(prefix) })
      else { return }
      let rows = forms.rows(of: pattern.form)
      log.report(
        CheckFault.unknownRow(form: pattern.form, row: "\(prefix)*", known: rows), at: place)
    case .all: break
    }
  }

  private func check(
    _ row: String, of pattern: CellPattern, at place: SourcePlace, log: FindingLog
  ) {
    let columns = forms.columns(ofRow: row, in: pattern.form)
    guard !columns.isEmpty else {
      log.report(
        CheckFault.unknownRow(
          form: pattern.form, row: row, known: forms.rows(of: pattern.form)), at: place)
      return
    }
    switch pattern.columns {
    case .id(let column) where !columns.contains(column):
      log.report(
        NarrativeQuantityFault.unknownCell(
          form: pattern.form, row: row, column: column, isColumn: true, known: columns),
        at: place)
    case .only where columns.count > 1:
      log.report(CheckFault.severalColumns(cell: pattern.text, columns: columns), at: place)
    case .id, .only, .each: break
    }
  }

  private func checkEvaluation(_ pattern: CellPattern, at place: SourcePlace, log: FindingLog) {
    // Where the set's evaluations are not read, their columns are not known either.
    guard let evaluations else { return }
    guard pattern.form == evaluations.pattern else {
      log.report(
        NarrativeQuantityFault.unknownForm(
          pattern.form, known: forms.numbers + [evaluations.pattern]),
        at: place)
      return
    }
    guard case .id(let column) = pattern.columns, !evaluations.columns.contains(column) else {
      return
    }
    log.report(
      NarrativeQuantityFault.unknownColumn(
        form: pattern.form, column, known: evaluations.columns.sorted()), at: place)
  }
}
