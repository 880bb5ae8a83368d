import Foundation
import Reckoning
import TestSupport

/// Writes dossiers of the published department anew, and says what its own one holds.
enum DossierWriting {
  static let example = "Examples/xiangyuan-2023"

  /// The example's ledger as plain rows.
  static func exampleLedger() throws -> LedgerModel {
    LedgerModel(
      try LedgerTables { try Project.text("\(example)/\($0)") },
      purchases: [1_900_000, 0, 0], holdings: [0, 0, 0, 0, 0, 0, 0, 2, 0],
      publicBudget: [0, 0, 0, 0], publicFinal: [0, 0, 0, 0],
      unitTypes: [
        "431001": "行政单位", "431002": "参照公务员法管理事业单位", "431003": "参照公务员法管理事业单位",
        "431004": "参照公务员法管理事业单位",
      ])
  }

  /// 分 in 元 with two decimals.
  private static func yuan(_ fen: Int64) -> String {
    let digits = String(fen.magnitude)
    let padded = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    return (fen < 0 ? "-" : "") + padded.dropLast(2) + "." + padded.suffix(2)
  }

  /// Writes a ledger as a dossier; what the ledger does not say is taken from the example.
  static func write(_ ledger: LedgerModel, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func save(_ lines: [String], _ file: String) throws {
      try (lines.joined(separator: "\n") + "\n").write(
        to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
    // A running number in the remarks keeps equal rows from being taken for pasted ones.
    try save(
      ["单位代码,收入来源,功能科目,金额（元）,摘要"]
        + ledger.incomes.enumerated().map {
          "\($1.unit),\($1.source),\($1.function),\(yuan($1.fen)),第\($0)笔"
        }, "income.csv")
    try save(
      ["单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）,摘要"]
        + ledger.expenditures.enumerated().map {
          "\($1.unit),\($1.fund),\($1.kind),\($1.function),\($1.economic),\(yuan($1.fen)),第\($0)笔"
        }, "expenditure.csv")
    let header = "单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）"
    try save(
      [header]
        + ledger.balances.map { row in
          let amounts = LedgerModel.Balance.Kind.allCases.map {
            $0 == row.kind ? yuan(row.fen) : ""
          }
          return ([row.unit, row.fund, row.function] + amounts).joined(separator: ",")
        }, "balances.csv")
    for file in ["budget.csv", "prior-year.csv"] {
      try FileManager.default.copyItem(
        at: Project.url("\(example)/\(file)"), to: folder.appendingPathComponent(file))
    }
    let codes = Set(
      LedgerPerturbation.functions.flatMap { [String($0.prefix(5)), $0] })
    try save(
      ["科目类型,科目代码,科目名称"] + codes.sorted().map { "支出功能,\($0),测试科目\($0)" }, "accounts.csv")
    try department(ledger).write(
      to: folder.appendingPathComponent("department.yaml"), atomically: true, encoding: .utf8)
  }

  private static func department(_ ledger: LedgerModel) -> String {
    let names = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]
    let vehicles = [
      "副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车",
      "离退休干部服务用车", "其他用车",
    ]
    var lines = [
      "年度: 2023", "版式: shanxi-2023", "公开日期: 2024-09-20", "部门: {代码: \"431\", 名称: 测试局}", "单位:",
    ]
    lines += ledger.unitTypes.sorted { $0.key < $1.key }.map {
      "  - {代码: \"\($0.key)\", 名称: 单位\($0.key), 类型: \($0.value)}"
    }
    lines.append("三公经费:")
    for (offset, name) in names.enumerated() {
      let budget = yuan(ledger.publicBudget[offset])
      let final = yuan(ledger.publicFinal[offset])
      lines.append("  \(name): {预算: \(budget), 决算: \(final)}")
    }
    let purchases = ledger.purchases.map(yuan)
    lines.append("政府采购: {货物: \(purchases[0]), 工程: \(purchases[1]), 服务: \(purchases[2])}")
    lines.append("国有资产:\n  车辆:")
    lines += zip(vehicles, ledger.holdings).map { "    \($0): \($1)" }
    lines.append("  单价100万元（含）以上设备: \(ledger.holdings[8])")
    return lines.joined(separator: "\n") + "\n"
  }
}
