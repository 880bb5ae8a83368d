internal import Domain
internal import Layouts

/// A ledger file, described column by column; one reader reads them all.
struct LedgerTable {
  let file: String
  let columns: [LedgerColumn]
  /// Whether its amounts enter the balance of each unit and fund.
  var isBalanced = false
}

/// A column of a ledger file: its heading and what its fields mean.
struct LedgerColumn {
  /// What a field of the column says about its row.
  enum Content {
    case unit, fund, source, kind, indicator, economic
    case function(atLowestLevel: Bool)
    case amount(Measure)
    /// The code of the project that the row is of; no amount is told apart by it.
    case project
    /// For people only; read past.
    case remark
  }

  let heading: TableHeading
  let content: Content
  /// Whether the table must have the column.
  var isRequired = true
  /// Whether a field of it may be empty.
  var mayBeEmpty = false
}

extension LedgerTable {
  /// The ledger files in the order in which they are read.
  static let all = [income, expenditure, balances, budget, priorYear]

  static let income = LedgerTable(
    file: "income.csv",
    columns: [
      LedgerColumn(heading: .unit, content: .unit),
      LedgerColumn(heading: .source, content: .source),
      LedgerColumn(heading: .function, content: .function(atLowestLevel: true)),
      LedgerColumn(heading: .amount, content: .amount(.income)),
      remark(.remark),
    ],
    isBalanced: true)

  static let expenditure = LedgerTable(
    file: "expenditure.csv",
    columns: [
      LedgerColumn(heading: .unit, content: .unit),
      LedgerColumn(heading: .fund, content: .fund),
      LedgerColumn(heading: .kind, content: .kind),
      LedgerColumn(heading: .function, content: .function(atLowestLevel: true)),
      // Which rows must name an economic account is for the layout set to say.
      LedgerColumn(heading: .economic, content: .economic, mayBeEmpty: true),
      LedgerColumn(heading: .amount, content: .amount(.expenditure)),
      LedgerColumn(heading: .project, content: .project, isRequired: false, mayBeEmpty: true),
      remark(.remark),
    ],
    isBalanced: true)

  static let balances = LedgerTable(
    file: "balances.csv",
    columns: [
      LedgerColumn(heading: .unit, content: .unit),
      LedgerColumn(heading: .fund, content: .fund),
      LedgerColumn(heading: .function, content: .function(atLowestLevel: true)),
      balance(.openingBalance, .openingBalance),
      balance(.surplusUsed, .surplusUsed),
      balance(.surplusDistribution, .surplusDistribution),
      balance(.closingBalance, .closingBalance),
    ],
    isBalanced: true)

  static let budget = LedgerTable(
    file: "budget.csv",
    columns: [
      LedgerColumn(heading: .fund, content: .fund),
      LedgerColumn(heading: .function, content: .function(atLowestLevel: false)),
      LedgerColumn(heading: .openingBudget, content: .amount(.openingBudget)),
      LedgerColumn(heading: .unit, content: .unit, isRequired: false, mayBeEmpty: true),
    ])

  /// Amounts of the year before; a total of the whole department names neither fund nor account.
  static let priorYear = LedgerTable(
    file: "prior-year.csv",
    columns: [
      LedgerColumn(heading: .indicator, content: .indicator),
      LedgerColumn(heading: .fund, content: .fund, mayBeEmpty: true),
      LedgerColumn(heading: .function, content: .function(atLowestLevel: false), mayBeEmpty: true),
      LedgerColumn(heading: .priorYear, content: .amount(.priorYear)),
      LedgerColumn(heading: .unit, content: .unit, isRequired: false, mayBeEmpty: true),
    ])

  /// A column for people.
  private static func remark(_ heading: TableHeading) -> LedgerColumn {
    LedgerColumn(heading: heading, content: .remark, isRequired: false, mayBeEmpty: true)
  }

  /// A column of balances, in which an empty field means that there is no such amount.
  private static func balance(_ heading: TableHeading, _ measure: Measure) -> LedgerColumn {
    LedgerColumn(heading: heading, content: .amount(measure), mayBeEmpty: true)
  }
}
