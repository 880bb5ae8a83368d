internal import Domain
public import Dossiers
public import Layouts

/// The tables of a dossier that an export can become.
public enum ExportTable: CaseIterable, Sendable {
  case expenditure, income, balances, budget

  /// What people call it, also on the command line.
  public var name: String {
    switch self {
    case .expenditure: Measure.expenditure.rawValue
    case .income: Measure.income.rawValue
    case .balances: "结转"
    case .budget: "预算"
    }
  }

  /// The table that people call so.
  public init?(named name: String) {
    guard let table = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = table
  }

  /// The table's file and columns.
  public var table: DossierTable {
    switch self {
    case .expenditure: .expenditure
    case .income: .income
    case .balances: .balances
    case .budget: .budget
    }
  }

  /// The headings of its amounts.
  var amounts: [TableHeading] {
    table.columns.filter { $0.content == .amount }.map(\.heading)
  }

  /// The columns of which a row of amounts has one field each.
  var keys: [DossierTable.Column] { table.columns.filter { $0.content != .amount } }
}

extension TableHeading {
  /// What mappings call it: without the unit, which is stated once for all amounts.
  public var word: String { amountName ?? rawValue }
}
