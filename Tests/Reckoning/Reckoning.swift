import Foundation

/// Every cell of the forms 01–10 of Shanxi 2023, reckoned from a ledger.
///
/// The rules are written down here once more, by hand, from the printed forms; nothing of the project
/// is imported.
public struct Reckoning {
  /// The printed text of each cell by `form!row.column`; an empty text is a blank.
  public private(set) var cells: [String: String] = [:]

  private let ledger: LedgerModel

  public init(_ ledger: LedgerModel) {
    self.ledger = ledger
    form01()
    form02()
    form03()
    form04()
    form05()
    form06()
    form07()
    form08()
    form09()
    form10()
  }

  private static let general = "一般公共预算财政拨款"
  private static let governmentFund = "政府性基金预算财政拨款"
  private static let stateCapital = "国有资本经营预算财政拨款"
  private static let fiscal = [general, governmentFund, stateCapital]
  private static let classes = [
    "201", "202", "203", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214",
    "215", "216", "217", "219", "220", "221", "222", "223", "224", "229", "231", "232", "234",
  ]

  private mutating func put(_ form: String, _ row: String, _ column: String, _ fen: Int64?) {
    cells["\(form)!\(row).\(column)"] = fen.map { $0 == 0 ? "" : tenThousands($0) } ?? ""
  }

  private func income(_ matches: (LedgerModel.Income) -> Bool) -> Int64 {
    ledger.incomes.filter(matches).reduce(0) { $0 + $1.fen }
  }

  private func spent(_ matches: (LedgerModel.Expenditure) -> Bool) -> Int64 {
    ledger.expenditures.filter(matches).reduce(0) { $0 + $1.fen }
  }

  private func balance(
    _ kind: LedgerModel.Balance.Kind, _ matches: (LedgerModel.Balance) -> Bool = { _ in true }
  ) -> Int64 {
    ledger.balances.filter { $0.kind == kind && matches($0) }.reduce(0) { $0 + $1.fen }
  }

  private mutating func form01() {
    let sources = Self.fiscal + ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    for line in 1...31 { put("01", "行\(line)", "1", nil) }
    for (offset, source) in sources.enumerated() {
      put("01", "行\(offset + 1)", "1", income { $0.source == source })
    }
    let allIncome = income { _ in true }
    put("01", "行27", "1", allIncome)
    put("01", "行28", "1", balance(.used))
    put("01", "行29", "1", balance(.opening))
    put("01", "行31", "1", allIncome + balance(.used) + balance(.opening))
    for (offset, code) in Self.classes.enumerated() {
      put("01", "行\(32 + offset)", "2", spent { $0.function.hasPrefix(code) })
    }
    let allSpent = spent { _ in true }
    put("01", "行58", "2", allSpent)
    put("01", "行59", "2", balance(.distribution))
    put("01", "行60", "2", balance(.closing))
    put("01", "行61", "2", nil)
    put("01", "行62", "2", allSpent + balance(.distribution) + balance(.closing))
  }

  /// 合计 and a row for each account that occurs, with those above it.
  private func rows(_ functions: [String]) -> [(name: String, prefix: String)] {
    let codes = Set(functions.flatMap { [String($0.prefix(3)), String($0.prefix(5)), $0] })
    return [("合计", "")] + codes.sorted().map { ($0, $0) }
  }

  private mutating func form02() {
    let others = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    for (name, prefix) in rows(ledger.incomes.map(\.function)) {
      put("02", name, "1", income { $0.function.hasPrefix(prefix) })
      put(
        "02", name, "2",
        income { $0.function.hasPrefix(prefix) && Self.fiscal.contains($0.source) })
      for (offset, source) in others.enumerated() {
        put(
          "02", name, "\(offset + 3)",
          income { $0.function.hasPrefix(prefix) && $0.source == source })
      }
    }
  }

  private mutating func form03() {
    let kinds = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
    for (name, prefix) in rows(ledger.expenditures.map(\.function)) {
      put("03", name, "1", spent { $0.function.hasPrefix(prefix) })
      for (offset, kind) in kinds.enumerated() {
        put("03", name, "\(offset + 2)", spent { $0.function.hasPrefix(prefix) && $0.kind == kind })
      }
    }
  }

  private mutating func form04() {
    for line in 1...32 { put("04", "行\(line)", "1", nil) }
    for (offset, fund) in Self.fiscal.enumerated() {
      put("04", "行\(offset + 1)", "1", income { $0.source == fund })
      put("04", "行\(offset + 29)", "1", balance(.opening) { $0.fund == fund })
    }
    let fiscalIncome = income { Self.fiscal.contains($0.source) }
    let opening = balance(.opening) { Self.fiscal.contains($0.fund) }
    put("04", "行27", "1", fiscalIncome)
    put("04", "行28", "1", opening)
    put("04", "行32", "1", fiscalIncome + opening)
    for line in 33...64 { for column in 2...5 { put("04", "行\(line)", "\(column)", nil) } }
    let columns = [("2", Self.fiscal)] + Self.fiscal.enumerated().map { ("\($0 + 3)", [$1]) }
    for (column, funds) in columns {
      for (offset, code) in Self.classes.enumerated() {
        put(
          "04", "行\(33 + offset)", column,
          spent { $0.function.hasPrefix(code) && funds.contains($0.fund) })
      }
      let all = spent { funds.contains($0.fund) }
      let closing = balance(.closing) { funds.contains($0.fund) }
      put("04", "行59", column, all)
      put("04", "行60", column, closing)
      put("04", "行64", column, all + closing)
    }
  }

  private mutating func form05() { byKind("05", fund: Self.general) }
  private mutating func form08() { byKind("08", fund: Self.stateCapital) }

  private mutating func byKind(_ form: String, fund: String) {
    for (name, prefix) in rows(ledger.expenditures.filter { $0.fund == fund }.map(\.function)) {
      func amount(_ kind: String?) -> Int64 {
        spent {
          $0.fund == fund && $0.function.hasPrefix(prefix) && (kind == nil || $0.kind == kind)
        }
      }
      put(form, name, "1", amount(nil))
      put(form, name, "2", amount("基本支出"))
      put(form, name, "3", amount("项目支出"))
    }
  }

  private mutating func form06() {
    func basic(_ prefixes: [String]) -> Int64 {
      spent { row in
        row.fund == Self.general && row.kind == "基本支出"
          && prefixes.contains { row.economic.hasPrefix($0) }
      }
    }
    for code in economicAccounts {
      put("06", code, "决算数", basic([code]))
      if code.hasPrefix("309") || code.hasPrefix("311") { cells["06!\(code).决算数"] = "——" }
    }
    put("06", "人员经费合计", "决算数", basic(["301", "303"]))
    put("06", "公用经费合计", "决算数", basic(["302", "307", "310", "312", "313", "399"]))
  }

  private mutating func form07() {
    let fund = Self.governmentFund
    let functions =
      ledger.incomes.filter { $0.source == fund }.map(\.function)
      + ledger.expenditures.filter { $0.fund == fund }.map(\.function)
      + ledger.balances.filter {
        $0.fund == fund && ($0.kind == .opening || $0.kind == .closing)
      }.map(\.function)
    for (name, prefix) in rows(functions) {
      put(
        "07", name, "1",
        balance(.opening) { $0.fund == fund && $0.function.hasPrefix(prefix) })
      put("07", name, "2", income { $0.source == fund && $0.function.hasPrefix(prefix) })
      let kinds: [(String, String?)] = [("3", nil), ("4", "基本支出"), ("5", "项目支出")]
      for (column, kind) in kinds {
        put(
          "07", name, column,
          spent {
            $0.fund == fund && $0.function.hasPrefix(prefix) && (kind == nil || $0.kind == kind)
          })
      }
      put(
        "07", name, "6",
        balance(.closing) { $0.fund == fund && $0.function.hasPrefix(prefix) })
    }
  }

  private mutating func form09() {
    for (start, amounts) in [(1, ledger.publicBudget), (7, ledger.publicFinal)] {
      let (abroad, bought, run, guests) = (amounts[0], amounts[1], amounts[2], amounts[3])
      let values = [abroad + bought + run + guests, abroad, bought + run, bought, run, guests]
      for (offset, value) in values.enumerated() {
        put("09", "数据", "\(start + offset)", value)
      }
    }
  }

  private mutating func form10() {
    put("10", "行1", "统计数", ledger.purchases.reduce(0, +))
    for (offset, amount) in ledger.purchases.enumerated() {
      put("10", "行\(offset + 2)", "统计数", amount)
    }
    let types = [("行5", "行政单位"), ("行6", "参照公务员法管理事业单位")]
    let operating = ["302", "307", "310", "312", "313", "399"]
    for (row, type) in types {
      put(
        "10", row, "统计数",
        spent { entry in
          entry.fund == Self.general && entry.kind == "基本支出"
            && ledger.unitTypes[entry.unit] == type
            && operating.contains { entry.economic.hasPrefix($0) }
        })
    }
    func count(_ row: String, _ value: Int64) {
      cells["10!\(row).统计数"] = value == 0 ? "" : String(value)
    }
    count("行7", ledger.holdings.prefix(8).reduce(0, +))
    for offset in 0..<8 { count("行\(8 + offset)", ledger.holdings[offset]) }
    count("行17", ledger.holdings[8])
  }
}

/// 分 in 万元 with two decimals and thousands separated, rounded half away from zero, by strings of
/// digits alone.
func tenThousands(_ fen: Int64) -> String {
  var digits = Array(String(fen.magnitude))
  while digits.count < 7 { digits.insert("0", at: 0) }
  // Four digits of 分 lie behind the second decimal of 万元.
  let dropped = digits.suffix(4)
  var kept = digits.dropLast(4).compactMap(\.wholeNumberValue)
  if dropped.first.map({ $0 >= "5" }) ?? false {
    var position = kept.count - 1
    while position >= 0, kept[position] == 9 {
      kept[position] = 0
      position -= 1
    }
    if position >= 0 { kept[position] += 1 } else { kept.insert(1, at: 0) }
  }
  let fraction = kept.suffix(2).map(String.init).joined()
  var whole = kept.dropLast(2).map(String.init).joined()
  var groups: [String] = []
  while whole.count > 3 {
    groups.insert(String(whole.suffix(3)), at: 0)
    whole.removeLast(3)
  }
  groups.insert(whole, at: 0)
  let isNothing = kept.allSatisfy { $0 == 0 }
  return (fen < 0 && !isNothing ? "-" : "") + groups.joined(separator: ",") + "." + fraction
}
