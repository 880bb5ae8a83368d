internal import Composition
internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// Tells where a formula does not hold: both sides, what they are made of and where that stands.
struct FormulaTelling {
  let check: CheckLayout
  let formula: FormulaCheck
  let binder: FormulaBinder
  let binding: FormulaInstance.Binding
  let book: AuditedBook
  let dossier: DossierQuantities?
  let reckoner: Reckoner<QuantitySource>
  let row: Reckoner<QuantitySource>.Row

  /// So many parts of a side are told; more are called a sum.
  private static let mostParts = 6
  /// So many places of the ledger are told of a figure.
  private static let mostPlaces = 4

  /// What there is to tell of sides between which the relation does not hold; nil where rounding
  /// explains that of an order.
  ///
  /// What rounding explains is a note with its amount, whatever the check says of others.
  func finding(
    _ left: (side: FormulaInstance.Side, value: Reckoned),
    _ right: (side: FormulaInstance.Side, value: Reckoned)
  ) -> CheckFinding? {
    let difference = left.value.millionths - right.value.millionths
    let relation = formula.formula.relation
    let slack = (left.value.slack + right.value.slack).magnitude
    let isRounding = slack > 0 && difference.magnitude <= slack
    if isRounding, relation != .equal { return nil }
    let isMoney = left.value.isMoney ?? right.value.isMoney ?? false
    let words = (words(formula.formula.left), words(formula.formula.right))
    let sides = [
      side(left.side, left.value, words.0, isMoney),
      side(right.side, right.value, words.1, isMoney),
    ]
    let apart = amount(Int128(difference.magnitude), isMoney: isMoney)
    let isConstant = if case .constant = formula.formula.right { true } else { false }
    let other = isConstant ? "" : "\(sides[1].words) "
    let what =
      "\(sides[0].words) \(sides[0].amount)，\(relation.words) \(other)\(sides[1].amount)"
      + (difference == 0 ? "" : isRounding ? "，差 \(apart)，是尾差" : "，差 \(apart)")
    let first = first(of: left.side.parts.figures + right.side.parts.figures)
    return CheckFinding(
      check: check.id, severity: isRounding ? .note : check.severity,
      address: first?.address.description ?? row.subject ?? "卷宗",
      what: what, words: check.words, mend: isRounding ? "各数分别四舍五入所致，不必改" : check.mend,
      sides: sides, difference: apart, places: [], form: first?.address.form, reason: nil)
  }

  // MARK: - Where

  /// The figure by which the finding is cited: that of the line that is looked at.
  private func first(of figures: [Figure]) -> Figure? {
    guard let line = binding.line else { return figures.first }
    return figures.first { $0.key?.cell.row == line.id } ?? figures.first
  }

  // MARK: - Sides

  private func side(
    _ side: FormulaInstance.Side, _ value: Reckoned, _ words: String, _ isMoney: Bool
  ) -> CheckFinding.Side {
    let figures = side.parts.figures
    let shown = figures.filter { $0.content != .blank }
    let parts = (shown.isEmpty ? figures : shown).prefix(Self.mostParts * 3).map(part)
    return CheckFinding.Side(
      words: words, amount: amount(value.millionths, isMoney: isMoney),
      parts: parts + side.parts.names.map { part($0.name, $0.source) })
  }

  private func part(_ figure: Figure) -> CheckFinding.Part {
    let sources = figure.sources.prefix(Self.mostPlaces).map { Place.source($0) }
    return CheckFinding.Part(
      words: words(of: figure), amount: printed(figure),
      places: [figure.place ?? .figure(figure.address)] + sources)
  }

  private func part(_ name: String, _ source: NarrativeQuantity) -> CheckFinding.Part {
    let value = reckoner.value(source, in: row)
    let places = source.names.flatMap { dossier?.places(of: $0, subject: row.subject) ?? [] }
    return CheckFinding.Part(
      words: name, amount: Self.text(of: value.value),
      places: places.sorted().prefix(Self.mostPlaces).map { Place.source($0) })
  }

  private func printed(_ figure: Figure) -> String {
    guard !figure.printed.isEmpty else { return "空白" }
    return figure.unit.map { "\(figure.printed) \($0)" } ?? figure.printed
  }

  private static func text(of value: FigureValue?) -> String {
    switch value {
    case nil: "没有"
    case .money(let money): AuditAmount.money(fen: Int128(money.fen))
    case .count(let count): String(count)
    case .decimal(let decimal): decimal.trimmed.description
    }
  }

  private func amount(_ millionths: Int128, isMoney: Bool) -> String {
    isMoney
      ? AuditAmount.money(fen: millionths / 10_000) : AuditAmount.number(millionths: millionths)
  }

  // MARK: - Words

  private func words(of figure: Figure) -> String {
    guard let form = book.book.form(figure.address.form), let words = form.words(of: figure) else {
      return figure.address.description
    }
    let isOnly = form.columns.count == 1 || formula.formula.cells.allSatisfy { $0.columns == .only }
    return isOnly ? "\(words.form)“\(words.row)”" : "\(words.form)“\(words.row)”\(words.column)"
  }

  private func words(_ term: FormulaTerm) -> String {
    switch term {
    case .cell, .total:
      return words(ofCells: term)
    case .name(let name): return name
    case .constant(let value): return Self.text(of: value ?? .count(0))
    case .sum(let parts): return parts.map { words($0) }.joined(separator: " + ")
    case .difference(let first, let second): return "\(words(first)) − \(words(second))"
    case .multiple(let times, let part): return "\(times) 倍的 \(words(part))"
    case .percentage(let part, let whole): return "\(words(part)) 占 \(words(whole)) 的百分比"
    }
  }

  private func words(ofCells term: FormulaTerm) -> String {
    let figures = (try? binder.side(term, binding))?.parts.figures ?? []
    guard let first = figures.first else { return "没有的数" }
    if case .cell = term { return words(of: first) }
    guard figures.count > 1, let last = figures.last else { return words(of: first) }
    return "\(words(of: first))至“\(lineName(of: last))”各项之和"
  }

  private func lineName(of figure: Figure) -> String {
    book.book.form(figure.address.form)?.words(of: figure)?.row ?? figure.address.row
  }
}
