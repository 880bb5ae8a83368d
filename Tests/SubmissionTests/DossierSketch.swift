import Foundation
import TestSupport

/// A dossier of one unit in as few words as a test needs; every amount is in 元.
struct DossierSketch {
  /// Further keys of department.yaml.
  var texts = ""
  /// The lines of 三公经费.
  var threePublic = ["因公出国（境）费", "公务用车购置费", "公务用车运行维护费", "公务接待费"]
    .map { ($0, "{预算: 0, 决算: 0}") }
  /// The self-evaluations in order.
  var evaluations: [SketchedEvaluation] = []
  private var expenditure: [String] = []
  private var income: [String] = []
  private var budget: [String] = []
  private var prior: [String] = []
  private var names: [String] = []

  static let general = "一般公共预算财政拨款"

  /// Spends an amount that the same fund brought in.
  mutating func spend(
    _ amount: Int, _ function: String, economic: String = "", kind: String = "项目支出",
    fund: String = general
  ) {
    expenditure.append("431001,\(fund),\(kind),\(function),\(economic),\(amount)")
    income.append("431001,\(fund == "其他" ? "其他收入" : fund),\(function),\(amount)")
  }

  mutating func plan(_ amount: Int, _ function: String) {
    budget.append("\(Self.general),\(function),\(amount)")
  }

  mutating func lastYear(
    _ indicator: String, _ amount: Int, fund: String = "", _ function: String = ""
  ) {
    prior.append("\(indicator),\(fund),\(function),\(amount)")
  }

  /// The same totals a year ago, all of them of the general budget.
  mutating func lastYearTotals(_ amount: Int) {
    for indicator in ["收入总计", "支出总计", "财政拨款收入总计", "财政拨款支出总计"] {
      lastYear(indicator, amount)
    }
  }

  mutating func name(_ function: String, _ name: String) {
    names.append("支出功能,\(function),\(name)")
  }

  /// Writes the dossier, and composes it.
  func narrative() throws -> NarrativeText {
    try withTemporaryFolder { folder in
      let evaluationFolder = folder.appendingPathComponent("evaluations")
      try FileManager.default.createDirectory(
        at: evaluationFolder, withIntermediateDirectories: true)
      for (file, text) in files {
        try text.write(
          to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
      }
      return try NarrativeText(dossier: folder)
    }
  }

  /// The files by name.
  var files: [(String, String)] {
    func table(_ heading: String, _ rows: [String]) -> String {
      ([heading] + rows).joined(separator: "\n") + "\n"
    }
    return [
      ("department.yaml", department),
      ("income.csv", table("单位代码,收入来源,功能科目,金额（元）", income)),
      ("expenditure.csv", table("单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）", expenditure)),
      (
        "balances.csv",
        "单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）\n"
      ),
      ("budget.csv", table("资金性质,功能科目,年初预算（元）", budget)),
      ("prior-year.csv", table("指标,资金性质,功能科目,上年金额（元）", prior)),
      ("accounts.csv", table("科目类型,科目代码,科目名称", names)),
    ]
      + evaluations.enumerated().map { ("evaluations/\(100 + $0).yaml", $1.text) }
  }

  private var department: String {
    let vehicles = [
      "副部（省）级及以上领导用车", "主要负责人用车", "机要通信用车", "应急保障用车", "执法执勤用车", "特种专业技术用车",
      "离退休干部服务用车", "其他用车",
    ]
    let lines =
      [
        "年度: 2023", "版式: shanxi-2023", "公开日期: 2024-09-20", "部门: {代码: \"431\", 名称: 某局}",
        "单位:", "  - {代码: \"431001\", 名称: 某局, 类型: 行政单位}", "三公经费:",
      ] + threePublic.map { "  \($0): \($1)" }
      + ["政府采购: {货物: 0, 工程: 0, 服务: 0}", "国有资产:", "  车辆:"]
      + vehicles.map { "    \($0): 0" } + ["  单价100万元（含）以上设备: 0"]
    return lines.joined(separator: "\n") + "\n" + texts
  }
}
