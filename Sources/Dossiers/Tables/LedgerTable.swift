internal import Domain

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
    /// For people only; read past.
    case remark
  }

  let heading: String
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
      LedgerColumn(heading: "单位代码", content: .unit),
      LedgerColumn(heading: "收入来源", content: .source),
      LedgerColumn(heading: "功能科目", content: .function(atLowestLevel: true)),
      LedgerColumn(heading: "金额（元）", content: .amount(.income)),
      remark("摘要"),
    ],
    isBalanced: true)

  static let expenditure = LedgerTable(
    file: "expenditure.csv",
    columns: [
      LedgerColumn(heading: "单位代码", content: .unit),
      LedgerColumn(heading: "资金性质", content: .fund),
      LedgerColumn(heading: "支出类别", content: .kind),
      LedgerColumn(heading: "功能科目", content: .function(atLowestLevel: true)),
      // Which rows must name an economic account is for the layout set to say.
      LedgerColumn(heading: "经济科目", content: .economic, mayBeEmpty: true),
      LedgerColumn(heading: "金额（元）", content: .amount(.expenditure)),
      remark("项目代码"),
      remark("摘要"),
    ],
    isBalanced: true)

  static let balances = LedgerTable(
    file: "balances.csv",
    columns: [
      LedgerColumn(heading: "单位代码", content: .unit),
      LedgerColumn(heading: "资金性质", content: .fund),
      LedgerColumn(heading: "功能科目", content: .function(atLowestLevel: true)),
      balance("年初结转和结余（元）", .openingBalance),
      balance("使用非财政拨款结余和专用结余（元）", .surplusUsed),
      balance("结余分配（元）", .surplusDistribution),
      balance("年末结转和结余（元）", .closingBalance),
    ],
    isBalanced: true)

  static let budget = LedgerTable(
    file: "budget.csv",
    columns: [
      LedgerColumn(heading: "资金性质", content: .fund),
      LedgerColumn(heading: "功能科目", content: .function(atLowestLevel: false)),
      LedgerColumn(heading: "年初预算（元）", content: .amount(.openingBudget)),
      LedgerColumn(heading: "单位代码", content: .unit, isRequired: false, mayBeEmpty: true),
    ])

  /// Amounts of the year before; a total of the whole department names neither fund nor account.
  static let priorYear = LedgerTable(
    file: "prior-year.csv",
    columns: [
      LedgerColumn(heading: "指标", content: .indicator),
      LedgerColumn(heading: "资金性质", content: .fund, mayBeEmpty: true),
      LedgerColumn(heading: "功能科目", content: .function(atLowestLevel: false), mayBeEmpty: true),
      LedgerColumn(heading: "上年金额（元）", content: .amount(.priorYear)),
      LedgerColumn(heading: "单位代码", content: .unit, isRequired: false, mayBeEmpty: true),
    ])

  /// A column for people.
  private static func remark(_ heading: String) -> LedgerColumn {
    LedgerColumn(heading: heading, content: .remark, isRequired: false, mayBeEmpty: true)
  }

  /// A column of balances, in which an empty field means that there is no such amount.
  private static func balance(_ heading: String, _ measure: Measure) -> LedgerColumn {
    LedgerColumn(heading: heading, content: .amount(measure), mayBeEmpty: true)
  }
}
