/// Makes other ledgers out of one, balanced again by closing balances.
public struct LedgerPerturbation {
  private var dice: Dice
  private let original: LedgerModel
  private let openAccounts: [String]
  /// Whether money of the treasury may be booked as what it cannot be.
  private var allowsRefused = false
  private static let extraFunctions = [
    "2010101", "2030601", "2049999", "2050299", "2070199", "2100101", "2130199", "2140112",
    "2200102", "2220105", "2230105", "2240150", "2290201", "2310399", "2320399", "2340101",
    "2080501", "2159999",
  ]

  public init(of original: LedgerModel, seed: UInt64) {
    self.original = original
    dice = Dice(seed: seed)
    openAccounts = economicAccounts.filter {
      $0.count == 5 && !$0.hasPrefix("309") && !$0.hasPrefix("311")
    }
  }

  /// The functions that a perturbed ledger may book under and the original does not name.
  public static var functions: [String] { extraFunctions }

  /// Another ledger.
  ///
  /// - Parameter withRefused: whether it may have rows for which it must be refused.
  public mutating func ledger(withRefused: Bool = false) -> LedgerModel {
    allowsRefused = withRefused
    var ledger = original
    for index in ledger.incomes.indices { ledger.incomes[index].fen = amount() }
    for index in ledger.expenditures.indices { ledger.expenditures[index].fen = amount() }
    ledger.incomes.removeAll { _ in dice.isOneIn(5) }
    ledger.expenditures.removeAll { _ in dice.isOneIn(5) }
    for _ in 0..<Int.random(in: 5...40, using: &dice) { ledger.expenditures += spending() }
    for _ in 0..<Int.random(in: 2...15, using: &dice) { ledger.incomes += earning() }
    ledger.balances = []
    for _ in 0..<Int.random(in: 0...6, using: &dice) { ledger.balances.append(carried()) }
    ledger.purchases = (0..<3).map { _ in dice.isOneIn(3) ? 0 : abs(amount()) }
    ledger.holdings = (0..<9).map { _ in
      dice.isOneIn(2) ? 0 : Int64.random(in: 1...99, using: &dice)
    }
    ledger.publicBudget = (0..<4).map { _ in dice.isOneIn(3) ? 0 : abs(amount()) }
    ledger.publicFinal = (0..<4).map { _ in dice.isOneIn(3) ? 0 : abs(amount()) }
    balance(&ledger)
    return ledger
  }

  /// Mostly ordinary; some round to nothing, some are exact halves of 0.01 万元, some are huge.
  private mutating func amount() -> Int64 {
    let sign: Int64 = dice.isOneIn(8) ? -1 : 1
    switch Int.random(in: 0..<10, using: &dice) {
    case 0: return sign * Int64.random(in: 1...4_999, using: &dice)
    case 1: return sign * (Int64.random(in: 0...99_999, using: &dice) * 10_000 + 5_000)
    case 2: return sign * Int64.random(in: 1...999_999_999_999_99, using: &dice)
    default: return sign * Int64.random(in: 1...999_999_999, using: &dice)
    }
  }

  private mutating func pick(_ list: [String]) -> String {
    list[Int.random(in: list.indices, using: &dice)]
  }

  private mutating func function() -> String {
    dice.isOneIn(2) ? pick(Self.extraFunctions) : pick(original.expenditures.map(\.function))
  }

  private mutating func unit() -> String { pick(original.unitTypes.keys.sorted()) }

  /// A row, at times with one that takes it back to nothing.
  private mutating func spending() -> [LedgerModel.Expenditure] {
    let fund = pick(["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "其他"])
    let kinds = ["基本支出", "项目支出"]
    let isAny = fund == "其他" || (allowsRefused && dice.isOneIn(6))
    let kind = pick(isAny ? kinds + ["上缴上级支出", "经营支出", "对附属单位补助支出"] : kinds)
    let needsAccount = fund.hasPrefix("一般") && kind == "基本支出"
    let row = LedgerModel.Expenditure(
      unit: unit(), fund: fund, kind: kind, function: function(),
      economic: needsAccount ? pick(openAccounts) : "", fen: amount())
    guard dice.isOneIn(6) else { return [row] }
    var correction = row
    correction.fen = -row.fen
    return [row, correction]
  }

  private mutating func earning() -> [LedgerModel.Income] {
    let sources = [
      "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "上级补助收入", "事业收入",
      "经营收入", "附属单位上缴收入", "其他收入",
    ]
    return [
      LedgerModel.Income(
        unit: unit(), source: pick(sources), function: function(), fen: amount())
    ]
  }

  private mutating func carried() -> LedgerModel.Balance {
    let kinds: [LedgerModel.Balance.Kind] = [.opening, .opening, .used, .distribution]
    let kind = kinds[Int.random(in: kinds.indices, using: &dice)]
    let funds = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "其他"]
    return LedgerModel.Balance(
      unit: unit(), fund: kind == .opening || allowsRefused ? pick(funds) : "其他",
      function: function(),
      kind: kind, fen: dice.isOneIn(10) ? 0 : amount())
  }

  /// Gives each unit and fund the closing balance that makes its books add up.
  private mutating func balance(_ ledger: inout LedgerModel) {
    var differences: [String: Int64] = [:]
    func key(_ unit: String, _ fund: String) -> String { "\(unit)/\(fund)" }
    for row in ledger.incomes {
      differences[key(row.unit, fund(ofSource: row.source)), default: 0] += row.fen
    }
    for row in ledger.expenditures { differences[key(row.unit, row.fund), default: 0] -= row.fen }
    for row in ledger.balances {
      let sign: Int64 = row.kind == .opening || row.kind == .used ? 1 : -1
      differences[key(row.unit, row.fund), default: 0] += sign * row.fen
    }
    for (key, difference) in differences.sorted(by: { $0.key < $1.key }) where difference != 0 {
      let parts = key.split(separator: "/").map(String.init)
      ledger.balances.append(
        LedgerModel.Balance(
          unit: parts[0], fund: parts[1], function: function(), kind: .closing, fen: difference))
    }
  }
}

extension Dice {
  mutating func isOneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
}
