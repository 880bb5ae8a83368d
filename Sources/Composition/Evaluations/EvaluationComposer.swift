internal import Documents
internal import Domain
internal import Figures
internal import Layouts

/// Composes the self-evaluations: a sheet each, in the order of their files.
struct EvaluationComposer {
  let form: EvaluationForm
  let accounts: FinalAccounts
  /// Their part of the document; nil where they are not listed in the contents.
  var part: EvaluationsPart?

  /// All evaluations.
  func forms() -> [ComposedForm] {
    let evaluations = accounts.evaluations.enumerated().map { offset, evaluation in
      NumberedEvaluation(evaluation: evaluation, ordinal: offset + 1, accounts: accounts)
    }
    let names = SheetNameRule.fitted(
      evaluations.map { evaluation in
        (form.sheetName.filled { evaluation.text($0) }, number(of: evaluation))
      })
    let projects = Dictionary(grouping: evaluations, by: \.evaluation.project)
    return zip(evaluations, names).map { evaluation, name in
      let isShared = projects[evaluation.evaluation.project].map { $0.count > 1 } ?? false
      let grid = EvaluationGrid(form, evaluation, number: number(of: evaluation))
      let sheet = sheet(
        evaluation, grid, sheetName: name, entry: isShared ? part?.sharedEntry : part?.entry)
      return ComposedForm(
        sheet: sheet,
        figures: FigureForm(
          number: sheet.number, title: evaluation.evaluation.project, rows: grid.figureRows,
          figures: sheet.figures),
        findings: [])
    }
  }

  private func number(of evaluation: NumberedEvaluation) -> String {
    "\(form.number)-\(evaluation.number)"
  }

  private func sheet(
    _ evaluation: NumberedEvaluation, _ grid: EvaluationGrid, sheetName: String,
    entry: RecordText?
  ) -> FormSheet {
    func filled(_ text: RecordText) -> String { text.filled { evaluation.text($0) } }
    let project = evaluation.evaluation.project
    let title = form.titlesByEnding.first { project.hasSuffix($0.ending) }?.title ?? form.title
    return FormSheet(
      kind: .evaluation, number: number(of: evaluation), code: "", title: filled(title),
      entry: entry.map(filled) ?? "", sheetName: sheetName, orientation: form.orientation,
      fitsOnePage: form.fitsOnePage, sizes: form.sizes,
      head: form.head.map { line in
        HeadLine(
          left: filled(line.left), middle: filled(line.middle), right: filled(line.right))
      },
      table: grid.table(), notes: form.notes.map(filled))
  }
}
