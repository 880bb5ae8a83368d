public import Diagnostics

/// The entries of a ledger by what they are.
///
/// Many entries are of one sort: a selection is held against each sort once, and not against the words
/// of each entry.
public struct BookedEntries: Sendable {
  /// What entries of one sort have in common: all that selections ask for but accounts.
  public struct Sort: Equatable, Sendable {
    /// What the amounts measure.
    public let measure: Measure
    /// 资金性质; nil where there is none.
    public let fund: Fund?
    /// 收入来源; nil for all that is no income.
    public let source: IncomeSource?
    /// 支出类别; nil for all that is no expenditure.
    public let kind: ExpenditureKind?
    /// The position of a prior-year amount's indicator among ``BookedEntries/indicators``.
    public let indicator: Int?
    /// The position of the unit among those of the department; nil for the department as a whole.
    public let unit: Int?
  }

  /// An entry, in numbers.
  public struct Booking: Sendable {
    /// Its position among the entries.
    public let position: Int
    /// The position of its sort.
    public let sort: Int
    /// Its function account; nil where it has none.
    public let function: FunctionNumber?
    /// What it comes to.
    public let amount: Money
  }

  /// All entries, in the order of the ledger.
  public let entries: [LedgerEntry]
  /// All entries in numbers, in the same order.
  public let bookings: [Booking]
  /// Every sort of entries that there is.
  public let sorts: [Sort]
  /// Every indicator that there is.
  public let indicators: [String]
  private let units: [BudgetUnit]

  /// Looks at the entries of a ledger.
  ///
  /// - Parameter units: the units of the department whose ledger it is.
  public init(_ ledger: Ledger, units: [BudgetUnit]) {
    var sorts: [Sort] = []
    var indicators: [String] = []
    func position(ofIndicator name: String) -> Int {
      if let known = indicators.firstIndex(of: name) { return known }
      indicators.append(name)
      return indicators.count - 1
    }
    var last = 0
    entries = ledger.entries
    bookings = entries.indices.map { [entries] position in
      let key = entries[position].key
      let sort = Sort(
        measure: key.measure, fund: key.fund, source: key.source, kind: key.kind,
        indicator: key.indicator.map(position(ofIndicator:)),
        unit: key.unit.flatMap { code in units.firstIndex { $0.code == code } })
      // A ledger has what is alike together, mostly.
      if !sorts.indices.contains(last) || sorts[last] != sort {
        last = sorts.firstIndex(of: sort) ?? sorts.count
        if last == sorts.count { sorts.append(sort) }
      }
      return Booking(
        position: position, sort: last, function: key.function.map(FunctionNumber.init),
        amount: entries[position].amount)
    }
    self.sorts = sorts
    self.indicators = indicators
    self.units = units
  }

  /// The sort of an entry.
  public func sort(_ booking: Booking) -> Sort { sorts[booking.sort] }

  /// The places of some entries, in reading order.
  public func places(_ positions: [Int]) -> [SourcePlace] {
    positions.flatMap { entries[$0].places }.sorted()
  }

  /// What some selections take together.
  public func taking(_ selections: [Selection]) -> Taking {
    var areWhole = Array(repeating: false, count: sorts.count)
    var parts: [Taking.Part] = []
    for selection in selections {
      let areTaken = sorts.map { sort in
        selection.takes(sort, unitType: sort.unit.map { units[$0].type })
      }
      if selection.functions == nil, selection.economics == nil {
        for (sort, isTaken) in areTaken.enumerated() where isTaken { areWhole[sort] = true }
      } else {
        parts.append(
          Taking.Part(
            sorts: areTaken, functions: selection.functions, economics: selection.economics))
      }
    }
    return Taking(entries: entries, areWhole: areWhole, parts: parts)
  }

  /// The entries that measure what some selections ask for, whatever else they ask.
  public func bookings(measuredBy selections: [Selection]) -> [Booking] {
    let measures = selections.map(\.measure)
    let isAsked = sorts.map { sort in measures.contains { $0 == nil || $0 == sort.measure } }
    return bookings.filter { isAsked[$0.sort] }
  }

  /// Entries as selections take them.
  public struct Taking: Sendable {
    /// What a selection takes that asks for accounts.
    fileprivate struct Part {
      /// By the position of a sort, whether its entries are taken where their accounts are.
      let sorts: [Bool]
      let functions: [FunctionAccount]?
      let economics: [EconomicAccount]?
    }

    fileprivate let entries: [LedgerEntry]
    /// By the position of a sort, whether its entries are taken whatever their accounts.
    fileprivate let areWhole: [Bool]
    fileprivate let parts: [Part]

    /// Whether one of the selections takes an entry.
    public func takes(_ booking: Booking) -> Bool {
      if areWhole[booking.sort] { return true }
      return parts.contains { part in
        guard part.sorts[booking.sort] else { return false }
        let key = entries[booking.position].key
        return isWithin(key.function, part.functions) && isWithin(key.economic, part.economics)
      }
    }

    private func isWithin<Code: Account>(_ account: Code?, _ above: [Code]?) -> Bool {
      guard let above else { return true }
      return account.map { account in above.contains(where: account.isWithin) } ?? false
    }
  }
}
