import Foundation
import TestSupport

/// The example with hundreds of further accounts, and with a self-evaluation of several pages.
enum LargeDossier {
  /// How many accounts of the lowest level are added.
  private static let count = 240

  static func write(to folder: URL) throws {
    try FileManager.default.copyItem(at: SampleSubmission.example, to: folder)
    var names: [String: String] = [:]
    var income = ""
    var expenditure = ""
    for number in 0..<count {
      // Twelve 类 that the year knows, with 款 and 项 that it does not.
      let main = [
        "201", "204", "205", "206", "207", "208", "210", "211", "212", "213", "214", "215",
      ]
      let group = main[number % main.count] + "\(80 + number / main.count / 4)"
      let code = group + "\(60 + number / main.count)"
      names[group] = "第\(group)号事务"
      names[code] = "第\(code)号" + String(repeating: "项目支出事务", count: number % 4 + 1)
      let fund = number.isMultiple(of: 5) ? "政府性基金预算财政拨款" : "一般公共预算财政拨款"
      let amount = "\((number * 7_919 + 13) * 1_009).\(10 + number % 90)"
      income += "431001,\(fund),\(code),\(amount)\n"
      expenditure += "431001,\(fund),项目支出,\(code),30201,\(amount)\n"
    }
    try append(income, to: folder.appendingPathComponent("income.csv"))
    try append(expenditure, to: folder.appendingPathComponent("expenditure.csv"))
    let accounts = names.sorted { $0.key < $1.key }.map { "支出功能,\($0.key),\($0.value)\n" }
    try ("科目类型,科目代码,科目名称\n" + accounts.joined())
      .write(to: folder.appendingPathComponent("accounts.csv"), atomically: true, encoding: .utf8)
    try longEvaluation().write(
      to: folder.appendingPathComponent("evaluations/99-多指标项目.yaml"), atomically: true,
      encoding: .utf8)
  }

  /// An evaluation with ninety indicators of one point each.
  private static func longEvaluation() -> String {
    let levels = [("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标")]
    var evaluation = SketchedEvaluation(
      project: "多指标项目", analysis: SketchedEvaluation.shippedAnalysis)
    evaluation.indicators = (0..<90).map { number in
      let (first, second) = levels[number / 30]
      let name = String(repeating: "任务完成情况", count: number % 3 + 1)
      return [first, second, "第\(number + 1)项\(name)", "1", "1"]
    }
    return evaluation.text
  }

  private static func append(_ rows: String, to file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    try (text + (text.hasSuffix("\n") ? "" : "\n") + rows)
      .write(to: file, atomically: true, encoding: .utf8)
  }
}
