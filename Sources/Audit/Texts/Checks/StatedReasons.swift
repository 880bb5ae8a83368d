internal import Composition
internal import Diagnostics
internal import Domain
internal import Figures
internal import Layouts

/// A reason that the dossier states for a change, with what it explains.
struct StatedReason {
  let text: AuditedText
  let explained: ReasonLayout.Explained
  let figure: Quantity
  let base: Quantity
  /// The account or unit that it is of; nil for what is of none.
  let subject: String?
  let row: Reckoner<QuantitySource>.Row?
  /// The rows that it is kept for; nil where it stands alone.
  let list: RowList?

  /// Whether both years are known.
  var isKnown: Bool { !figure.isUnknown && !base.isUnknown }
  /// By how much the figure moved, in its smallest unit.
  var change: Int64 { figure.raw - base.raw }
}

/// The reasons of a dossier, as the sentences of the set pair them with the figures that they explain.
struct StatedReasons {
  private(set) var all: [StatedReason] = []
  private let texts: [String: AuditedText]
  private let accounts: FinalAccounts

  init(_ checks: TextChecks) {
    accounts = checks.accounts
    let facts = checks.texts.filter { $0.part == .facts }
    texts = Dictionary(facts.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    let values = checks.set.narrative?.values ?? []
    let layouts = Self.layouts(of: values)
    let names = layouts.reduce(into: Set<QuantitySource>()) { names, layout in
      names.formUnion(layout.explained.figure.names.union(layout.explained.base.names))
    }
    let reckoner = Reckoner(
      book: checks.book, quantities: checks.dossier?.quantities(names) ?? [:])
    for layout in layouts {
      for (text, row) in places(of: layout) {
        all.append(
          StatedReason(
            text: text, explained: layout.explained,
            figure: reckoner.value(layout.explained.figure, in: row),
            base: reckoner.value(layout.explained.base, in: row), subject: row?.subject, row: row,
            list: layout.list))
      }
    }
  }

  private struct Layout {
    let fact: FactReference
    let explained: ReasonLayout.Explained
    let source: ListSource?

    var list: RowList? { if case .rows(let list)? = source { list } else { nil } }
  }

  /// The reasons of some values, each fact once.
  private static func layouts(of values: [NarrativeValue]) -> [Layout] {
    var seen: Set<FactReference> = []
    func layouts(_ values: [NarrativeValue], _ source: ListSource?) -> [Layout] {
      values.flatMap { value -> [Layout] in
        switch value.content {
        case .reason(let reason):
          guard let explained = reason.explained, seen.insert(reason.fact).inserted else {
            return []
          }
          return [Layout(fact: reason.fact, explained: explained, source: source)]
        case .list(let list): return layouts(list.values, list.source)
        case .amount, .count, .share, .change, .completion, .condition, .expected, .text:
          return []
        }
      }
    }
    return layouts(values, nil)
  }

  /// The texts of a reason, each with the row that it is of.
  private func places(
    of layout: Layout
  ) -> [(AuditedText, Reckoner<QuantitySource>.Row?)] {
    let path = layout.fact.path
    guard layout.fact.isOfRow else { return texts[path].map { [($0, nil)] } ?? [] }
    let form = layout.list?.forms.first
    let subjects =
      layout.list == nil
      ? accounts.department.units.map(\.code) : accounts.declaredFacts.accounts(of: path)
    return subjects.compactMap { subject in
      texts["\(path).\(subject)"].map {
        ($0, Reckoner.Row(form: form, id: subject, subject: subject))
      }
    }
  }
}

extension TextChecks {
  /// Reasons whose predicates say more where the figure fell, or the other way.
  func reasonDirections(_ check: CheckLayout) -> TextTelling {
    var told = TextTelling()
    for reason in reasons where reason.isKnown && (reason.figure.raw != 0 || reason.base.raw != 0) {
      told.asked += 1
      let reading = reason.text.scanned.directions(by: rules)
      let isContrary =
        switch reading.direction {
        case .up: reason.change <= 0
        case .down: reason.change >= 0
        case .both, .none: false
        }
      guard isContrary, let first = (reading.ups + reading.downs).first else { continue }
      let moved =
        reason.change == 0 ? "没有变动" : (reason.change > 0 ? "多了" : "少了") + size(reason.change)
      let around = reason.text.quotation(
        at: first.offset, count: first.word.unicodeScalars.count)
      told.findings.append(
        check.finding(
          "\(reason.text.address)：写的是\(around)，而这一数与上年相比\(moved)",
          address: reason.text.address, places: [reason.text.place(at: first.offset)],
          sides: sides(of: reason), difference: size(reason.change)))
    }
    return told
  }

  /// Reasons for what has no money in either year.
  ///
  /// That there is nothing may itself be explained, so a reason that stands alone must say that
  /// something changed; one among those of many accounts is of one that is not printed at all.
  func idleReasons(_ check: CheckLayout) -> TextTelling {
    var told = TextTelling()
    for reason in reasons {
      told.asked += 1
      guard reason.figure.raw == 0, reason.base.raw == 0 else { continue }
      if let list = reason.list {
        guard let code = reason.subject, !hasAmounts(code, of: list) else { continue }
        let name = accounts.accountNames.name(of: code, in: .function)
        told.findings.append(
          check.finding(
            "\(reason.text.address)：\(code) \(name ?? "")本年、上年和年初预算都没有数，却写了“\(reason.text.scanned.text.hidingNumbers)”",
            address: reason.text.address, places: [reason.text.place]))
      } else if reason.isKnown, reason.text.scanned.directions(by: rules).direction != .none {
        told.findings.append(
          check.finding(
            "\(reason.text.address)：本年和上年都没有数，却写了“\(reason.text.scanned.text.hidingNumbers)”",
            address: reason.text.address, places: [reason.text.place]))
      }
    }
    return told
  }

  /// Whether an account has amounts by which a list has a row of it though its form has none.
  private func hasAmounts(_ code: String, of list: RowList) -> Bool {
    accounts.ledger.entries.contains { entry in
      entry.amount != .zero && entry.key.function?.lineage.contains { $0.code == code } == true
        && list.with.contains {
          $0.indicator == entry.key.indicator && $0.selection.takes(entry.key, unitType: nil)
        }
    }
  }

  private func size(_ change: Int64) -> String {
    AuditAmount.money(fen: Int128(change.magnitude))
  }

  private func sides(of reason: StatedReason) -> [CheckFinding.Side] {
    [
      side("本年", reason.figure, reason.explained.figure, reason),
      side("上年", reason.base, reason.explained.base, reason),
    ]
  }

  private func side(
    _ words: String, _ quantity: Quantity, _ expression: NarrativeQuantity, _ reason: StatedReason
  ) -> CheckFinding.Side {
    let amount = AuditAmount.money(fen: Int128(quantity.raw))
    let figures = expression.figures(in: reason.row).compactMap { book.figure($0) }
    var parts = figures.map { figure in
      CheckFinding.Part(
        words: figure.address.description, amount: figure.printed,
        places: [.figure(figure.address)])
    }
    let places = expression.names.flatMap {
      dossier?.places(of: $0, subject: reason.subject) ?? []
    }
    if !places.isEmpty {
      parts.append(
        CheckFinding.Part(
          words: words, amount: amount, places: places.sorted().prefix(4).map { .source($0) }))
    }
    return CheckFinding.Side(words: words, amount: amount, parts: parts)
  }
}

extension QuantityExpression {
  /// The figures that it is reckoned from.
  fileprivate func figures(in row: Reckoner<Name>.Row?) -> [FigureKey] {
    switch self {
    case .figure(let key): return [key]
    case .row(let columns):
      guard let form = row?.form, let id = row?.id else { return [] }
      return columns.map { FigureKey(form: form, cell: CellKey(row: id, column: $0)) }
    case .named, .constant: return []
    case .sum(let parts): return parts.flatMap { $0.figures(in: row) }
    case .multiple(_, let part): return part.figures(in: row)
    case .difference(let first, let second), .percentage(let first, let second):
      return first.figures(in: row) + second.figures(in: row)
    }
  }
}
