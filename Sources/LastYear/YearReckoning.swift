internal import Composition
internal import Domain
internal import Figures
internal import Layouts

/// Reckons what the year after takes over of a year's figures, and of its ledger where that is at hand.
struct YearReckoning {
  let set: LayoutSet
  /// The figures with a value each that is printed.
  let book: FigureBook
  /// Whether the values are exact.
  let isExact: Bool
  /// What the ledger comes to; nil where no dossier is at hand.
  private let quantities: [QuantitySource: NamedQuantity]?
  private let reckoner: Reckoner<QuantitySource>

  init(_ book: FigureBook, by set: LayoutSet, isExact: Bool, dossier: DossierQuantities?) {
    self.set = set
    self.book = isExact ? book : book.valued(by: set)
    self.isExact = isExact
    let all = set.nextYear.amounts.map(\.quantity) + set.nextYear.balances.map(\.quantity)
    let names = all.reduce(into: Set<QuantitySource>()) { $1.add(to: &$0) }
    quantities = dossier?.quantities(names)
    reckoner = Reckoner(book: self.book, quantities: quantities ?? [:])
  }

  // MARK: - Amounts

  /// The amounts for the year after, and the indicators of those that are not known.
  func amounts() -> (known: [KnownYear.Amount], unknown: [(indicator: String, fund: Fund?)]) {
    var known: [KnownYear.Amount] = []
    var unknown: [(indicator: String, fund: Fund?)] = []
    for carried in set.nextYear.amounts {
      guard isKnown(carried.quantity), carried.rows.map({ book.form($0.form) != nil }) ?? true
      else {
        unknown.append((carried.indicator, carried.fund))
        continue
      }
      known += amounts(of: carried)
    }
    return (known, unknown)
  }

  private func amounts(of carried: CarriedAmount) -> [KnownYear.Amount] {
    guard let rows = carried.rows else {
      return [amount(carried, function: nil, in: nil)].compactMap(\.self)
    }
    return (book.form(rows.form)?.rows ?? []).compactMap { row in
      guard let (code, chart) = row.account, chart == .function,
        let account = FunctionAccount(code), account.level == rows.level
      else { return nil }
      return amount(
        carried, function: account, in: .init(form: rows.form, id: row.id, subject: code))
    }
  }

  private func amount(
    _ carried: CarriedAmount, function: FunctionAccount?, in row: Reckoner<QuantitySource>.Row?
  ) -> KnownYear.Amount? {
    money(carried.quantity, in: row).map { money in
      KnownYear.Amount(
        indicator: carried.indicator, fund: carried.fund, function: function, amount: money,
        slack: slack(of: carried.quantity, in: row))
    }
  }

  /// What the year is closed with.
  func balances() -> [KnownYear.Balance] {
    set.nextYear.balances.filter { isKnown($0.quantity) }.compactMap { carried in
      money(carried.quantity, in: nil).map { money in
        KnownYear.Balance(
          funds: carried.funds, amount: money, slack: slack(of: carried.quantity, in: nil))
      }
    }
  }

  /// The numbers that cells of forms show as they were declared, by the paths of the facts.
  func numbers() -> [String: [KnownYear.DeclaredNumber]] {
    var numbers: [String: [KnownYear.DeclaredNumber]] = [:]
    for form in set.forms {
      let cells = form.cells.sorted {
        ($0.key.row, $0.key.column) < ($1.key.row, $1.key.column)
      }
      for (cell, layout) in cells {
        guard case .fact(let path, let unit) = layout.shows,
          numbers[path]?.contains(where: { $0.unit == unit }) != true,
          let figure = book.figure(FigureKey(form: form.number, cell: cell)),
          let value = declared(figure, by: layout.printing.format)
        else { continue }
        let slack = isExact ? Money.zero : layout.printing.format.slack
        numbers[path, default: []].append(
          KnownYear.DeclaredNumber(unit: unit, value: value, slack: slack))
      }
    }
    return numbers
  }

  /// What a cell was declared as; nil where it does not tell.
  private func declared(_ figure: Figure, by format: NumberFormat) -> DeclaredValue? {
    switch (figure.value, format.kind) {
    case (.money(let money)?, _): .money(money)
    case (.count(let count)?, _): .count(count)
    // Nothing spent may be printed as nothing.
    case (nil, .money) where !isExact && figure.content == .blank: .money(.zero)
    case (.decimal?, _), (nil, _): nil
    }
  }

  // MARK: - Quantities

  private func money(
    _ quantity: NarrativeQuantity, in row: Reckoner<QuantitySource>.Row?
  ) -> Money? {
    // Of a dossier nothing is unknown: what no line of the ledger has is nothing.
    switch reckoner.value(quantity, in: row).value {
    case .money(let money): money
    case nil: .zero
    case .count, .decimal: nil
    }
  }

  /// Whether all of a quantity is at hand: the forms of its cells, and the ledger where it asks for it.
  private func isKnown(_ quantity: NarrativeQuantity) -> Bool {
    switch quantity {
    case .figure(let key): book.form(key.form) != nil
    case .named: quantities != nil
    case .row, .constant: true
    case .sum(let parts): parts.allSatisfy(isKnown)
    case .multiple(_, let part): isKnown(part)
    case .difference(let first, let second), .percentage(let first, let second):
      isKnown(first) && isKnown(second)
    }
  }

  /// By how much a quantity may be off for the rounding of its cells.
  private func slack(
    of quantity: NarrativeQuantity, in row: Reckoner<QuantitySource>.Row?
  ) -> Money {
    guard !isExact else { return .zero }
    switch quantity {
    case .figure(let key): return slack(of: key)
    case .row(let columns):
      guard let form = row?.form, let id = row?.id else { return .zero }
      return columns.map { slack(of: FigureKey(form: form, cell: CellKey(row: id, column: $0))) }
        .sum()
    case .sum(let parts): return parts.map { slack(of: $0, in: row) }.sum()
    case .difference(let first, let second):
      return slack(of: first, in: row) + slack(of: second, in: row)
    case .named, .constant, .multiple, .percentage: return .zero
    }
  }

  private func slack(of key: FigureKey) -> Money {
    set.forms.first { $0.number == key.form }?.format(of: key.cell)?.slack ?? .zero
  }
}

extension FigureBook {
  /// The book with the values of what is printed.
  fileprivate func valued(by set: LayoutSet) -> FigureBook {
    let layouts = Dictionary(
      set.forms.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    return FigureBook(
      forms.map { form in
        form.with(
          form.figures.map { figure in
            guard let shown = figure.shown, let key = figure.key,
              let format = layouts[form.number]?.format(of: key.cell)
            else { return figure }
            return figure.valued(format.value(ofPrinted: shown))
          })
      })
  }
}
