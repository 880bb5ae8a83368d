import Domain
import Testing

/// Changes of all amounts at once, after which the books still balance.
extension AuditedDossier {
  /// The fields of a file's rows, its head left out.
  func rows(of file: String) -> [[String]] {
    (files[file] ?? "").split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  mutating func setRows(_ rows: [[String]], of file: String) {
    let head = (files[file] ?? "").prefix { $0 != "\n" }
    files[file] = ([String(head)] + rows.map { $0.joined(separator: ",") }).joined(separator: "\n")
  }

  /// An amount in 元 of a field.
  static func fen(_ text: String) throws -> Int64 {
    text.isEmpty ? 0 : try Money(yuan: text).fen
  }

  static func text(_ fen: Int64) -> String { Money(fen: fen).description.filter { $0 != "," } }

  /// Multiplies the amounts in the last column of a file.
  mutating func scaleAmounts(of file: String, _ factor: Int64, over divisor: Int64) throws {
    var rows = rows(of: file)
    for index in rows.indices {
      let last = rows[index].count - 1
      let fen = try Self.fen(rows[index][last])
      rows[index][last] = Self.text(roundedQuotient(fen * factor, by: divisor))
    }
    setRows(rows, of: file)
  }

  /// Multiplies all amounts of the year's three books; what rounding leaves goes into an income, an
  /// opening balance or an expenditure of the same unit, fund and account.
  mutating func scaleBooks(_ factor: Int64, over divisor: Int64) throws {
    func scaled(_ text: String) throws -> Int64 {
      roundedQuotient(try Self.fen(text) * factor, by: divisor)
    }
    var (income, spent) = (rows(of: "income.csv"), rows(of: "expenditure.csv"))
    var balances = rows(of: "balances.csv")
    var rest: [String: Int64] = [:]
    for index in income.indices {
      let last = income[index].count - 1
      let fen = try scaled(income[index][last])
      income[index][last] = Self.text(fen)
      rest[Self.key(income[index], 1, 2), default: 0] += fen
    }
    for index in spent.indices {
      let last = spent[index].count - 1
      let fen = try scaled(spent[index][last])
      spent[index][last] = Self.text(fen)
      rest[Self.key(spent[index], 1, 3), default: 0] -= fen
    }
    for index in balances.indices {
      for (column, sign) in [(3, 1), (4, 1), (5, -1), (6, -1)] {
        let fen = try scaled(balances[index][column])
        balances[index][column] = fen == 0 ? "" : Self.text(fen)
        rest[Self.key(balances[index], 1, 2), default: 0] += Int64(sign) * fen
      }
    }
    try Self.settle(&income, 1, 2, column: nil, sign: -1, &rest)
    try Self.settle(&balances, 1, 2, column: 3, sign: -1, &rest)
    try Self.settle(&spent, 1, 3, column: nil, sign: 1, &rest)
    setRows(income, of: "income.csv")
    setRows(spent, of: "expenditure.csv")
    setRows(balances, of: "balances.csv")
  }

  private static func settle(
    _ rows: inout [[String]], _ fund: Int, _ function: Int, column: Int?, sign: Int64,
    _ rest: inout [String: Int64]
  ) throws {
    for index in rows.indices {
      let column = column ?? rows[index].count - 1
      let key = key(rows[index], fund, function)
      guard let amount = rest[key], amount != 0 else { continue }
      let fen = try fen(rows[index][column]) + sign * amount
      rows[index][column] = text(fen)
      rest[key] = 0
    }
  }

  /// Unit, fund and account of a row; income other than of the treasury is other money.
  private static func key(_ row: [String], _ fund: Int, _ function: Int) -> String {
    let source = IncomeSource(rawValue: row[fund])?.fund ?? Fund(rawValue: row[fund]) ?? .other
    return "\(row[0]) \(source.rawValue) \(row[function])"
  }
}
