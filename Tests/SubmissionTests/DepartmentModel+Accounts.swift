import Domain
import Foundation
import Reckoning
import TestSupport

extension DepartmentModel {
  /// What a dossier holds, as the reckoning knows it: the facts that were read, and no figure.
  init(_ accounts: FinalAccounts) throws {
    let facts = accounts.declaredFacts
    func number(_ path: String) -> Int64? {
      switch facts.fact(path)?.value {
      case .money(let money): money.fen
      case .count(let count): count
      case .text, .list, nil: nil
      }
    }
    let three = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"].map { "三公经费.\($0)" }
    self.init(
      LedgerModel(
        accounts.ledger,
        purchases: ["货物", "工程", "服务"].map { number("政府采购.\($0)") ?? 0 },
        holdings: Self.holdings.map { number("国有资产.\($0)") ?? 0 },
        publicBudget: three.map { number("\($0).预算") ?? 0 },
        publicFinal: three.map { number("\($0).决算") ?? 0 },
        unitTypes: Dictionary(
          uniqueKeysWithValues: accounts.department.units.map { ($0.code, $0.type) })))
    budgets = accounts.ledger.entries(of: .openingBudget).map { entry in
      Budget(
        fund: entry.key.fund?.rawValue ?? "", function: entry.key.function?.code ?? "",
        fen: entry.amount.fen)
    }
    priors = accounts.ledger.entries(of: .priorYear).map { entry in
      Prior(
        indicator: entry.key.indicator ?? "", fund: entry.key.fund?.rawValue ?? "",
        function: entry.key.function?.code ?? "", fen: entry.amount.fen)
    }
    publicPrior = three.map { number("\($0).上年决算") }
    counts = Self.countPaths.map { number("三公经费.\($0)") }
    awarded = ["中小", "小微"].map { number("政府采购.授予\($0)企业") }
    evaluations = accounts.evaluations.map { one in
      Evaluation(
        fund: one.fund?.rawValue ?? "", grade: one.grade ?? "",
        annual: one.money("全年预算数")?.fen ?? 0, executed: one.executed?.fen ?? 0)
    }
    for path in Self.textPaths {
      if case .text(let text)? = facts.fact(path)?.value { texts[path] = text }
    }
    for code in facts.accounts(of: "说明.各类支出原因") {
      if case .text(let text)? = facts.fact("说明.各类支出原因", account: code)?.value {
        classReasons[code] = text
      }
    }
    functionNames = try Self.names("function-2023.csv")
    economicNames = try Self.names("economic-2023.csv")
  }

  private static let holdings =
    [
      "副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车",
      "离退休干部服务用车", "其他用车",
    ].map { "车辆.\($0)" } + ["单价100万元（含）以上设备"]

  private static let countPaths =
    ["因公出国（境）费.团组", "因公出国（境）费.人次", "公务用车购置费.购置辆数", "公务用车运行维护费.保有量"]
    + ["国内批次", "国内人次", "外事批次", "外事人次", "国外批次", "国外人次"].map { "公务接待费.\($0)" }

  private static let textPaths =
    [
      "收支总体原因", "财政拨款收支原因", "一般公共预算支出原因", "政府性基金收支原因", "国有资本经营支出原因",
      "机关运行经费原因", "因公出国（境）用途", "公务用车购置用途", "公务用车运行用途", "国内接待对象", "国外接待对象",
      "其他用车", "三公经费.因公出国（境）费", "三公经费.公务用车购置费", "三公经费.公务用车运行维护费",
      "三公经费.公务接待费",
    ].map { "说明.\($0)" }
    + [
      "收支总体", "收入", "支出", "财政拨款收支", "一般公共预算总体", "一般公共预算结构", "一般公共预算具体", "基本支出",
      "政府性基金", "国有资本经营", "三公总体", "三公具体", "机关运行经费", "政府采购", "国有资产", "预算绩效",
    ].map { "补充.\($0)" } + ["其他需要说明的事项"]

  /// The names of a catalogue by code.
  private static func names(_ file: String) throws -> [String: String] {
    let lines = try Project.text("Layouts/catalogues/\(file)").split(whereSeparator: \.isNewline)
    return Dictionary(
      lines.dropFirst().map { line in
        let fields = line.split(separator: ",", maxSplits: 1)
        return (String(fields[0]), String(fields[1]))
      }, uniquingKeysWith: { first, _ in first })
  }
}

extension LedgerModel {
  /// The facts of a ledger, those of one key added up.
  init(
    _ ledger: Ledger, purchases: [Int64], holdings: [Int64], publicBudget: [Int64],
    publicFinal: [Int64], unitTypes: [String: String]
  ) {
    let balances: [(Measure, Balance.Kind)] = [
      (.openingBalance, .opening), (.surplusUsed, .used), (.surplusDistribution, .distribution),
      (.closingBalance, .closing),
    ]
    self.init(
      incomes: ledger.entries(of: .income).map { entry in
        Income(
          unit: entry.key.unit ?? "", source: entry.key.source?.rawValue ?? "",
          function: entry.key.function?.code ?? "", fen: entry.amount.fen)
      },
      expenditures: ledger.entries(of: .expenditure).map { entry in
        Expenditure(
          unit: entry.key.unit ?? "", fund: entry.key.fund?.rawValue ?? "",
          kind: entry.key.kind?.rawValue ?? "", function: entry.key.function?.code ?? "",
          economic: entry.key.economic?.code ?? "", fen: entry.amount.fen)
      },
      balances: balances.flatMap { measure, kind in
        ledger.entries(of: measure).map { entry in
          Balance(
            unit: entry.key.unit ?? "", fund: entry.key.fund?.rawValue ?? "",
            function: entry.key.function?.code ?? "", kind: kind, fen: entry.amount.fen)
        }
      },
      purchases: purchases, holdings: holdings, publicBudget: publicBudget,
      publicFinal: publicFinal, unitTypes: unitTypes)
  }
}
