import Foundation
import TestSupport

/// The example with names of forty characters and amounts of twelve digits before the point.
enum LongestDossier {
  /// A name of forty characters for a code.
  static func name(_ code: String) -> String {
    let words = "\(code)号用于支持中小企业发展、产业结构调整（含“专精特新”）和对外贸易、招商引资等方面的其他各项专项资金支出"
    return String(words.prefix(40))
  }

  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (file, text) in try files() {
      try text.write(
        to: folder.appendingPathComponent(file), atomically: true, encoding: .utf8)
    }
  }

  private static func files() throws -> [(String, String)] {
    let spent = try rows("expenditure.csv")
    var income: [String] = []
    var expenditure: [String] = []
    for (index, row) in spent.enumerated() {
      let amount = amount(index)
      let source = row[1] == "其他" ? "其他收入" : row[1]
      expenditure.append((row[0...4] + [amount, "第\(index)笔"]).joined(separator: ","))
      income.append([row[0], source, row[3], amount, "第\(index)笔"].joined(separator: ","))
    }
    let balances = try rows("balances.csv").map { row in
      (row[0...2] + [longest, "", "", longest]).joined(separator: ",")
    }
    func table(_ heading: String, _ rows: [String]) -> String {
      ([heading] + rows).joined(separator: "\n") + "\n"
    }
    return [
      ("income.csv", table("单位代码,收入来源,功能科目,金额（元）,摘要", income)),
      ("expenditure.csv", table("单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）,摘要", expenditure)),
      (
        "balances.csv",
        table("单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）", balances)
      ),
      ("budget.csv", try withLongAmounts("budget.csv")),
      ("prior-year.csv", try withLongAmounts("prior-year.csv")),
      ("accounts.csv", table("科目类型,科目代码,科目名称", accounts(spent))),
      ("department.yaml", try department()),
    ]
  }

  private static let longest = "999999999999.99"

  /// Twelve digits; every twentieth the largest there is, for sums must stay below a dossier's limit.
  private static func amount(_ index: Int) -> String {
    index % 20 == 0 ? longest : "\(111_111_111_111 + index).11"
  }

  /// The example's rows of a file without the heading.
  private static func rows(_ file: String) throws -> [[String]] {
    try Project.text("Examples/xiangyuan-2023/\(file)").split(whereSeparator: \.isNewline)
      .dropFirst().map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
  }

  /// A file whose last column holds amounts.
  private static func withLongAmounts(_ file: String) throws -> String {
    try Project.text("Examples/xiangyuan-2023/\(file)")
      .replacing(/[0-9]+\.[0-9]{2}(?=\n)/, with: "111111111111.11")
  }

  /// Every account of the ledger, with the levels above it.
  private static func accounts(_ spent: [[String]]) -> [String] {
    let functions = Set(spent.flatMap { row in [3, 5, 7].map { String(row[3].prefix($0)) } })
    let economics = Set(
      spent.filter { !$0[4].isEmpty }.flatMap { row in [3, 5].map { String(row[4].prefix($0)) } })
    return functions.sorted().map { "支出功能,\($0),\(name($0))" }
      + economics.sorted().map { "支出经济,\($0),\(name($0))" }
  }

  private static func department() throws -> String {
    try Project.text("Examples/xiangyuan-2023/department.yaml")
      .replacing(/代码: "(\d+)", 名称: [^,}]+/) { match in
        "代码: \"\(match.1)\", 名称: \(name(String(match.1)))"
      }
      .replacing(/(预算|决算|工程|服务|授予中小企业|授予小微企业): 0/) { match in
        "\(match.1): \(longest)"
      }
      .replacing("货物: 19000.00", with: "货物: \(longest)")
  }
}
