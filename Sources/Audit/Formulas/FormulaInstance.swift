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
    let parts: Parts
  }

  /// What a side is made of, in the order in which the formula has it.
  struct Parts {
    /// Figures; a blank one has no number.
    var figures: [Figure] = []
    /// Quantities by name.
    var names: [(name: String, source: NarrativeQuantity)] = []
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
    var parts = FormulaInstance.Parts()
    let expression = try expression(term, binding, &parts)
    return FormulaInstance.Side(expression: expression, parts: parts)
  }

  private func expression(
    _ term: FormulaTerm, _ binding: FormulaInstance.Binding, _ parts: inout FormulaInstance.Parts
  ) throws(InstanceGap) -> NarrativeQuantity {
    switch term {
    case .cell(let pattern): return try cell(pattern, binding, &parts.figures)
    case .total(let pattern): return try total(pattern, binding, &parts.figures)
    case .name(let name):
      guard let source = quantities[name] else { return .sum([]) }
      parts.names.append((name, source))
      return source
    case .constant(let value): return value.map { .constant($0) } ?? .sum([])
    case .sum(let addends):
      var terms: [NarrativeQuantity] = []
      for addend in addends { terms.append(try expression(addend, binding, &parts)) }
      return .sum(terms)
    case .difference(let first, let second):
      return .difference(
        try expression(first, binding, &parts), try expression(second, binding, &parts))
    case .multiple(let times, let part):
      return .multiple(times, try expression(part, binding, &parts))
    case .percentage(let part, let whole):
      return .percentage(
        try expression(part, binding, &parts), try expression(whole, binding, &parts))
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
