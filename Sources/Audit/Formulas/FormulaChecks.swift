internal import Composition
internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// Asks formulas of a book of figures and of a dossier's quantities.
struct FormulaChecks {
  let book: AuditedBook
  /// The dossier's quantities; nil where files alone are judged.
  let dossier: DossierQuantities?
  private let forms: [String: FormRows]
  private let order: [String]
  private let reckoner: Reckoner<QuantitySource>
  private let rounding: PriorYearRounding

  init(_ book: AuditedBook, dossier: DossierQuantities?, checks: [CheckLayout]) {
    self.book = book
    self.dossier = dossier
    let cited = checks.reduce(into: Set<String>()) { $0.formUnion($1.forms) }
    let prefixes = cited.filter { $0.hasSuffix("*") }.map { $0.dropLast() }
    let rows = book.book.forms.filter { form in
      cited.contains(form.number) || prefixes.contains { form.number.hasPrefix($0) }
    }.map(FormRows.init)
    forms = Dictionary(rows.map { ($0.form.number, $0) }, uniquingKeysWith: { first, _ in first })
    order = rows.map(\.form.number)
    let names = checks.reduce(into: Set<QuantitySource>()) { names, check in
      guard case .formula(let formula) = check.rule else { return }
      for (_, quantity) in formula.quantities.all { quantity.add(to: &names) }
    }
    reckoner = Reckoner(book: book.book, quantities: dossier?.quantities(names) ?? [:])
    rounding = PriorYearRounding(names, of: dossier, half: book.printedSlack)
  }

  /// Asks a check of everything that it speaks of.
  ///
  /// - Parameter touched: takes the figures that it looks at; nil where nobody asks for them.
  func run(
    _ check: CheckLayout, _ formula: FormulaCheck, touching touched: inout Set<FigureKey>?
  ) -> (AuditReport.Run, [CheckFinding]) {
    var run = AuditReport.Run(check: check.id)
    var findings: [CheckFinding] = []
    let binder = FormulaBinder(forms: forms, quantities: formula.quantities)
    let bindings = FormulaBindings(forms: forms, order: order).bindings(of: formula.formula)
    if bindings.isEmpty, !missingForms(of: formula.formula).isEmpty { run.notRun += 1 }
    for binding in bindings {
      do throws(InstanceGap) {
        guard try holds(formula.condition, binding, binder) else { continue }
        let left = try asked(formula.formula.left, binding, binder)
        let right = try asked(formula.formula.right, binding, binder)
        guard let first = left.value, let second = right.value,
          first.isMoney == nil || second.isMoney == nil || first.isMoney == second.isMoney
        else {
          run.notRun += 1
          continue
        }
        run.instances += 1
        touched?.formUnion(
          (left.side.parts.figures + right.side.parts.figures).compactMap(\.key))
        if left.isPrinted && right.isPrinted { run.printed += 1 }
        let difference = first.millionths - second.millionths
        guard !formula.formula.relation.holds(difference) else { continue }
        let telling = FormulaTelling(
          check: check, formula: formula, binder: binder, binding: binding, book: book,
          dossier: dossier, reckoner: reckoner, row: row(binding))
        if let finding = telling.finding((left.side, first), (right.side, second)) {
          findings.append(finding)
        }
      } catch {
        if error == .missing { run.notRun += 1 }
      }
    }
    return (run, findings)
  }

  /// A side with what it comes to.
  private struct Asked {
    let side: FormulaInstance.Side
    let value: Reckoned?
    let isPrinted: Bool
  }

  /// Whether a condition holds, and with it the formula is asked; one that there is not does.
  private func holds(
    _ condition: Formula?, _ binding: FormulaInstance.Binding, _ binder: FormulaBinder
  ) throws(InstanceGap) -> Bool {
    guard let condition else { return true }
    let left = reckoned(try binder.side(condition.left, binding), binding)
    let right = reckoned(try binder.side(condition.right, binding), binding)
    guard let left, let right else { throw .missing }
    return condition.relation.holds(left.millionths - right.millionths)
  }

  private func asked(
    _ term: FormulaTerm, _ binding: FormulaInstance.Binding, _ binder: FormulaBinder
  ) throws(InstanceGap) -> Asked {
    let side = try binder.side(term, binding)
    let (figures, names) = (side.parts.figures, side.parts.names)
    let isPrinted =
      figures.contains { $0.content != .blank }
      || names.contains { reckoner.value($0.source, in: row(binding)).value != nil }
      || (figures.isEmpty && names.isEmpty)
    return Asked(side: side, value: reckoned(side, binding), isPrinted: isPrinted)
  }

  private func reckoned(
    _ side: FormulaInstance.Side, _ binding: FormulaInstance.Binding
  ) -> Reckoned? {
    Reckoned(
      side.expression, by: reckoner, row: row(binding), in: book, rounding: rounding)
  }

  private func row(_ binding: FormulaInstance.Binding) -> Reckoner<QuantitySource>.Row {
    Reckoner.Row(
      form: binding.form, id: binding.line?.id, subject: binding.line?.account ?? binding.row)
  }

  private func missingForms(of formula: Formula) -> [String] {
    formula.cells.map(\.form).filter { !$0.hasSuffix("*") && forms[$0] == nil }
  }
}

extension Formula.Relation {
  /// Whether a relation holds, by the left less the right.
  func holds(_ difference: Int128) -> Bool {
    switch self {
    case .equal: difference == 0
    case .unequal: difference != 0
    case .atMost: difference <= 0
    case .atLeast: difference >= 0
    case .less: difference < 0
    case .greater: difference > 0
    }
  }

  /// The relation in words, between its sides.
  var words: String {
    switch self {
    case .equal: "应等于"
    case .unequal: "应不等于"
    case .atMost: "应不大于"
    case .atLeast: "应不小于"
    case .less: "应小于"
    case .greater: "应大于"
    }
  }
}
