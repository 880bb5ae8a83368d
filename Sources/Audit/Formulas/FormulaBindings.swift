internal import Figures
internal import Layouts

/// What a formula is asked of: each form, row and column that its `*` stand for.
struct FormulaBindings {
  let forms: [String: FormRows]
  /// The numbers of the forms in the order of the book.
  let order: [String]

  /// The bindings of a formula; a single empty one for a formula without `*`, none where the form that
  /// says which rows there are is not in the book.
  func bindings(of formula: Formula) -> [FormulaInstance.Binding] {
    let single = formula.left.singleCells + formula.right.singleCells
    var result = [FormulaInstance.Binding()]
    if let pattern = formula.cells.first(where: \.isOfEachForm) {
      let prefix = pattern.form.dropLast()
      result = order.filter { $0.hasPrefix(prefix) }.map {
        FormulaInstance.Binding(form: $0)
      }
    }
    if let pattern = single.first(where: { if case .each = $0.rows { true } else { false } }) {
      result = result.flatMap { binding in
        lines(pattern, binding).map { line, row in
          var binding = binding
          (binding.line, binding.row) = (line, row)
          return binding
        }
      }
    }
    if let pattern = formula.cells.first(where: { $0.columns == .each }) {
      result = result.flatMap { binding in
        columns(pattern, binding).map { column in
          var binding = binding
          binding.column = column
          return binding
        }
      }
    }
    return result
  }

  private func lines(
    _ pattern: CellPattern, _ binding: FormulaInstance.Binding
  ) -> [(FormRows.Line, row: String)] {
    guard case .each(let group, let prefix) = pattern.rows,
      let form = forms[pattern.isOfEachForm ? binding.form ?? "" : pattern.form]
    else { return [] }
    return form.lines(of: group).compactMap { line in
      // Which column `*` stands for is not yet said.
      guard line.id.hasPrefix(prefix),
        pattern.columns == .each || line.figure(pattern.columns, column: nil) != nil
      else { return nil }
      return (line, String(line.id.dropFirst(prefix.count)))
    }
  }

  private func columns(_ pattern: CellPattern, _ binding: FormulaInstance.Binding) -> [String] {
    guard let form = forms[pattern.isOfEachForm ? binding.form ?? "" : pattern.form] else {
      return []
    }
    let figures: ArraySlice<Figure>
    switch pattern.rows {
    case .id(let id): figures = form.line(id)?.figures ?? []
    case .each(_, let prefix):
      figures = form.line(prefix + (binding.row ?? ""))?.figures ?? []
    case .all(let group):
      figures = form.lines(of: group, below: binding.line).flatMap(\.figures)[...]
    case .range(let first, let last):
      figures = form.lines(from: first, to: last)?.flatMap(\.figures)[...] ?? []
    }
    var seen: Set<String> = []
    return figures.compactMap(\.key?.cell.column).filter { seen.insert($0).inserted }
  }
}
