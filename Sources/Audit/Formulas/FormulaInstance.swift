internal import Domain
internal import Figures
internal import Layouts

/// A formula as it is asked of some rows, columns and forms: with every cell known.
enum FormulaInstance {
  /// What `*` stands for, and the line that it was taken from.
  struct Binding {
    /// The number of the form in place of `自评-*`.
    var form: String?
    /// What `*` stands for in rows.
    var row: String?
    /// The line that is looked at.
    var line: FormRows.Line?
    /// The column in place of `*`.
    var column: String?
  }

  /// A side with what it is made of.
  struct Side {
    let expression: NarrativeQuantity
    /// Its figures, in the order in which the formula has them; a blank one has no number.
    let figures: [Figure]
    /// Its quantities by name.
    let names: [(name: String, source: NarrativeQuantity)]
  }
}

/// Why a formula cannot be asked of something.
enum InstanceGap: Error {
  /// A form or a line that the book does not have, or a cell whose text is no number.
  case missing
  /// There is nothing below what is looked at, so that there is nothing to ask.
  case idle
}

/// Puts cells in place of the patterns of a formula.
struct FormulaBinder {
  let forms: [String: FormRows]
  let quantities: NamedQuantities

  /// The side of a formula, seen from a binding.
  func side(
    _ term: FormulaTerm, _ binding: FormulaInstance.Binding
  ) throws(InstanceGap) -> FormulaInstance.Side {
    var figures: [Figure] = []
    let expression = try expression(term, binding, &figures)
    let names = term.names.compactMap { name in quantities[name].map { (name, $0) } }
    return FormulaInstance.Side(expression: expression, figures: figures, names: names)
  }

  private func expression(
    _ term: FormulaTerm, _ binding: FormulaInstance.Binding, _ figures: inout [Figure]
  ) throws(InstanceGap) -> NarrativeQuantity {
    switch term {
    case .cell(let pattern): return try cell(pattern, binding, &figures)
    case .total(let pattern): return try total(pattern, binding, &figures)
    case .name(let name): return quantities[name] ?? .sum([])
    case .constant(let value): return value.map { .constant($0) } ?? .sum([])
    case .sum(let parts):
      var terms: [NarrativeQuantity] = []
      for part in parts { terms.append(try expression(part, binding, &figures)) }
      return .sum(terms)
    case .difference(let first, let second):
      return .difference(
        try expression(first, binding, &figures), try expression(second, binding, &figures))
    case .multiple(let times, let part):
      return .multiple(times, try expression(part, binding, &figures))
    case .percentage(let part, let whole):
      return .percentage(
        try expression(part, binding, &figures), try expression(whole, binding, &figures))
    }
  }

  private func form(
    of pattern: CellPattern, _ binding: FormulaInstance.Binding
  ) throws(InstanceGap) -> FormRows {
    let number = pattern.isOfEachForm ? binding.form ?? pattern.form : pattern.form
    guard let form = forms[number] else { throw .missing }
    return form
  }

  private func cell(
    _ pattern: CellPattern, _ binding: FormulaInstance.Binding, _ figures: inout [Figure]
  ) throws(InstanceGap) -> NarrativeQuantity {
    let form = try form(of: pattern, binding)
    let id: String
    switch pattern.rows {
    case .id(let row): id = row
    case .each(_, let prefix): id = prefix + (binding.row ?? "")
    case .all, .range: throw .missing
    }
    guard let line = form.line(id) else {
      // An account that the ledger does not have has no line in a tree, which is no gap.
      guard form.hasTree, FunctionAccount(id) != nil else { throw .missing }
      return .sum([])
    }
    guard let figure = line.figure(pattern.columns, column: binding.column) else { throw .missing }
    return try taken(figure, &figures)
  }

  private func taken(
    _ figure: Figure, _ figures: inout [Figure]
  ) throws(InstanceGap) -> NarrativeQuantity {
    guard let key = figure.key, figure.content != .text else { throw .missing }
    figures.append(figure)
    return .figure(key)
  }

  private func total(
    _ pattern: CellPattern, _ binding: FormulaInstance.Binding, _ figures: inout [Figure]
  ) throws(InstanceGap) -> NarrativeQuantity {
    let form = try form(of: pattern, binding)
    let lines: [FormRows.Line]
    switch pattern.rows {
    case .all(let group):
      lines = form.lines(of: group, below: binding.line.flatMap { form.line($0.id) })
      if group == .below, lines.isEmpty { throw .idle }
    case .range(let first, let last):
      guard let range = form.lines(from: first, to: last) else { throw .missing }
      lines = range
    case .id(let id): lines = form.line(id).map { [$0] } ?? []
    case .each(let group, let prefix):
      lines = form.lines(of: group).filter { $0.id.hasPrefix(prefix) }
    }
    var terms: [NarrativeQuantity] = []
    for line in lines {
      guard let figure = line.figure(pattern.columns, column: binding.column) else { continue }
      terms.append(try taken(figure, &figures))
    }
    return .sum(terms)
  }
}
