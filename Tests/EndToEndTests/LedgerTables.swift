import Reckoning

/// The ledger tables of a dossier as rows of text by heading, read without the project's reader.
struct LedgerTables {
  typealias Row = [String: String]

  let incomes: [Row]
  let expenditures: [Row]
  let balances: [Row]

  /// Reads the tables.
  ///
  /// - Parameter text: the text of the file of that name.
  init(_ text: (String) throws -> String) throws {
    func rows(_ file: String) throws -> [Row] {
      let lines = try text(file).split(whereSeparator: \.isNewline)
      let header = csvFields(lines[0])
      return lines.dropFirst().map {
        Dictionary(uniqueKeysWithValues: zip(header, csvFields($0)))
      }
    }
    incomes = try rows("income.csv")
    expenditures = try rows("expenditure.csv")
    balances = try rows("balances.csv")
  }

  /// 元 with two decimals, as these dossiers write them, in 分.
  static func fen(_ yuan: String) -> Int64 { Int64(yuan.replacing(".", with: "")) ?? 0 }
}

extension LedgerModel {
  private static let amount = "金额（元）"

  /// The headings of balances.csv in the order of the kinds.
  private static let balanceColumns = [
    "年初结转和结余（元）", "使用非财政拨款结余和专用结余（元）", "结余分配（元）", "年末结转和结余（元）",
  ]

  /// The rows of the tables, with what department.yaml declares.
  init(
    _ tables: LedgerTables, purchases: [Int64], holdings: [Int64], publicBudget: [Int64],
    publicFinal: [Int64], unitTypes: [String: String]
  ) {
    self.init(
      incomes: tables.incomes.map {
        Income(
          unit: $0["单位代码", default: ""], source: $0["收入来源", default: ""],
          function: $0["功能科目", default: ""],
          fen: LedgerTables.fen($0[Self.amount, default: ""]))
      },
      expenditures: tables.expenditures.map {
        Expenditure(
          unit: $0["单位代码", default: ""], fund: $0["资金性质", default: ""],
          kind: $0["支出类别", default: ""], function: $0["功能科目", default: ""],
          economic: $0["经济科目", default: ""],
          fen: LedgerTables.fen($0[Self.amount, default: ""]))
      },
      balances: tables.balances.flatMap { row in
        zip(Balance.Kind.allCases, Self.balanceColumns).compactMap { kind, column in
          guard let text = row[column], !text.isEmpty else { return nil }
          return Balance(
            unit: row["单位代码", default: ""], fund: row["资金性质", default: ""],
            function: row["功能科目", default: ""], kind: kind, fen: LedgerTables.fen(text))
        }
      },
      purchases: purchases, holdings: holdings, publicBudget: publicBudget,
      publicFinal: publicFinal, unitTypes: unitTypes)
  }
}
