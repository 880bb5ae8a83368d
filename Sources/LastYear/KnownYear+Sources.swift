internal import Composition
public import Domain
public import Figures
public import Layouts

extension KnownYear {
  /// What a dossier tells of its year.
  ///
  /// - Parameters:
  ///   - book: the figures that were composed of the accounts.
  ///   - set: the layout set that they were composed by.
  public init(_ accounts: FinalAccounts, figures book: FigureBook, by set: LayoutSet) {
    let quantities = DossierQuantities(accounts, by: set)
    let reckoning = YearReckoning(book, by: set, isExact: true, dossier: quantities)
    let (amounts, unknown) = reckoning.amounts()
    let department = accounts.department
    self.init(
      year: accounts.fiscalYear, layoutSet: set.name,
      identity: Identity(
        code: department.code, name: department.name, units: department.units),
      precision: .exact, amounts: amounts, unknown: unknown, balances: reckoning.balances(),
      closings: Self.closings(of: accounts.ledger), numbers: Self.numbers(of: accounts, by: set),
      declared: accounts.declaredFacts, names: Self.names(of: accounts))
  }

  /// What figures alone tell of a year.
  ///
  /// - Parameters:
  ///   - book: figures with their keys.
  ///   - isExact: whether they have exact values; otherwise what is printed counts.
  ///   - set: the layout set whose forms they stand in.
  ///   - names: the names of accounts that are printed beside them.
  public init(
    figures book: FigureBook, areExact isExact: Bool, by set: LayoutSet, year: Int,
    identity: Identity, names: [Name]
  ) {
    let reckoning = YearReckoning(book, by: set, isExact: isExact, dossier: nil)
    let (amounts, unknown) = reckoning.amounts()
    self.init(
      year: year, layoutSet: set.name, identity: identity,
      precision: isExact ? .exact : .printed, amounts: amounts, unknown: unknown,
      balances: reckoning.balances(), closings: nil, numbers: reckoning.numbers(), declared: nil,
      names: names)
  }

  /// What each unit closed the year with, in the order of units, funds and accounts.
  private static func closings(of ledger: Ledger) -> [Closing] {
    var amounts: [LedgerKey: Money] = [:]
    for entry in ledger.entries(of: .closingBalance) {
      amounts[entry.key, default: .zero] += entry.amount
    }
    return amounts.compactMap { key, amount in
      guard amount != .zero, let unit = key.unit, let fund = key.fund, let function = key.function
      else { return nil }
      return Closing(unit: unit, fund: fund, function: function, amount: amount)
    }.sorted {
      ($0.unit, $0.fund.position, $0.function.code) < ($1.unit, $1.fund.position, $1.function.code)
    }
  }

  private static func numbers(
    of accounts: FinalAccounts, by set: LayoutSet
  ) -> [String: [DeclaredNumber]] {
    var numbers: [String: [DeclaredNumber]] = [:]
    for fact in set.facts where fact.kind == .money || fact.kind == .count {
      let units: [String?] = fact.isByUnit ? accounts.department.units.map(\.code) : [nil]
      for unit in units {
        guard let value = accounts.declaredFacts.fact(fact.path, unit: unit)?.value else {
          continue
        }
        numbers[fact.path, default: []].append(
          DeclaredNumber(unit: unit, value: value, slack: .zero))
      }
    }
    return numbers
  }

  /// The names of the accounts that the ledger books on, and of those above them.
  private static func names(of accounts: FinalAccounts) -> [Name] {
    let keys = accounts.ledger.entries.map(\.key)
    let functions = Set(keys.flatMap { $0.function?.lineage.map(\.code) ?? [] })
    let economics = Set(keys.flatMap { $0.economic?.lineage.map(\.code) ?? [] })
    let used: [(AccountChart, Set<String>)] = [(.function, functions), (.economic, economics)]
    return used.flatMap { chart, codes in
      codes.sorted().compactMap { code in
        accounts.accountNames.name(of: code, in: chart)
          .map { Name(chart: chart, code: code, name: $0) }
      }
    }
  }

  /// The names of accounts that stand beside the figures of some forms.
  ///
  /// Of an account with two names none is told.
  public static func names(printedIn forms: [FigureForm]) -> [Name] {
    var found: [AccountChart: [String: Set<String>]] = [:]
    for row in forms.flatMap(\.rows) {
      guard let (code, chart) = row.account, chart.hasAccount(code) else { continue }
      // A name in a narrow cell is broken, and Chinese names have no spaces.
      let name = row.name.filter { !$0.isWhitespace && !$0.isNewline }
      guard let first = name.first, first.isLetter || first == "“", name.count <= 60 else {
        continue
      }
      found[chart, default: [:]][code, default: []].insert(name)
    }
    return AccountChart.allCases.flatMap { chart in
      (found[chart] ?? [:]).sorted { $0.key < $1.key }.compactMap { code, names in
        guard names.count == 1, let name = names.first else { return nil }
        return Name(chart: chart, code: code, name: name)
      }
    }
  }
}
