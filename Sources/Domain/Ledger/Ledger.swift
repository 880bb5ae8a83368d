public import Diagnostics

/// What a ledger amount is booked under; facts with one key add up.
public struct LedgerKey: Hashable, Sendable {
  /// What the amount measures; the only part that no key lacks.
  public var measure: Measure
  /// The code of the budget unit; nil where a file books the department as a whole.
  public var unit: String?
  /// 资金性质; nil where the file has none.
  public var fund: Fund?
  /// 收入来源; nil for all that is no income.
  public var source: IncomeSource?
  /// 支出类别; nil where the file has none.
  public var kind: ExpenditureKind?
  /// 支出功能分类科目; nil where the file has none.
  public var function: FunctionAccount?
  /// 支出经济分类科目; nil where the file has none.
  public var economic: EconomicAccount?
  /// The indicator (指标) of a prior-year amount.
  public var indicator: String?

  /// A key with only what is given.
  public init(
    measure: Measure, unit: String? = nil, fund: Fund? = nil, source: IncomeSource? = nil,
    kind: ExpenditureKind? = nil, function: FunctionAccount? = nil,
    economic: EconomicAccount? = nil, indicator: String? = nil
  ) {
    self.measure = measure
    self.unit = unit
    self.fund = fund
    self.source = source
    self.kind = kind
    self.function = function
    self.economic = economic
    self.indicator = indicator
  }
}

/// One amount of a ledger file, with the place it was read from.
public struct LedgerFact: Sendable {
  /// What the amount is booked under.
  public let key: LedgerKey
  /// The amount as the row states it, negative where it corrects.
  public let amount: Money
  /// The row's place in its file.
  public let place: SourcePlace
  /// 项目代码, as the row has it; nil where it has none.
  ///
  /// Amounts are not told apart by it.
  public let project: String?

  /// Makes a fact of a row.
  public init(key: LedgerKey, amount: Money, place: SourcePlace, project: String? = nil) {
    self.key = key
    self.amount = amount
    self.place = place
    self.project = project
  }
}

/// All facts of one key added up; a negative row corrects those before it.
public struct LedgerEntry: Sendable {
  /// What all of its facts are booked under.
  public let key: LedgerKey
  /// The sum of its facts, exactly.
  public fileprivate(set) var amount: Money
  /// The places of its facts, in reading order.
  public fileprivate(set) var places: [SourcePlace]
  /// The 项目代码 of its facts that have one, in reading order.
  public fileprivate(set) var projects: [ProjectRow]
}

/// A row that names a project.
public struct ProjectRow: Hashable, Sendable {
  /// 项目代码, as the row has it.
  public let code: String
  /// The row's place in its file.
  public let place: SourcePlace
}

/// The facts of a fiscal year, added up by key once, so that no cell scans them again.
public struct Ledger: Sendable {
  /// One entry a key, in the order in which the keys first occur.
  public let entries: [LedgerEntry]
  private let indexByMeasure: [Measure: [Int]]

  /// Adds the facts up by key.
  public init(_ facts: [LedgerFact]) {
    var entries: [LedgerEntry] = []
    var positions: [LedgerKey: Int] = [:]
    for fact in facts {
      if let position = positions[fact.key] {
        entries[position].amount += fact.amount
        entries[position].places.append(fact.place)
        entries[position].projects += fact.projectRow
      } else {
        positions[fact.key] = entries.count
        entries.append(
          LedgerEntry(
            key: fact.key, amount: fact.amount, places: [fact.place], projects: fact.projectRow))
      }
    }
    self.entries = entries
    indexByMeasure = Dictionary(grouping: entries.indices) { entries[$0].key.measure }
  }

  /// The entries of one measure, in order.
  public func entries(of measure: Measure) -> [LedgerEntry] {
    (indexByMeasure[measure] ?? []).map { entries[$0] }
  }
}

extension LedgerFact {
  /// The project of its row, where it names one.
  fileprivate var projectRow: [ProjectRow] {
    project.map { [ProjectRow(code: $0, place: place)] } ?? []
  }
}
