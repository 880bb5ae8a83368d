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

  /// Takes the self-evaluations out of a copy of the example, and the reason that one of them needs.
  static func dropEvaluations(of dossier: URL) throws {
    try FileManager.default.removeItem(at: dossier.appendingPathComponent("evaluations"))
    let file = dossier.appendingPathComponent("审核说明.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let parts = text.components(separatedBy: "  - 检查: ").filter { !$0.hasPrefix("project-") }
    try Data(parts.joined(separator: "  - 检查: ").utf8).write(to: file)
  }

  /// Writes a ledger as a dossier; what the ledger does not say is taken from the example.
  static func write(_ ledger: LedgerModel, to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (file, text) in ledger.tables {
      try text.write(to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
    for file in ["budget.csv", "prior-year.csv"] {
      try FileManager.default.copyItem(
        at: Project.url("\(example)/\(file)"), to: folder.appendingPathComponent(file))
    }
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
