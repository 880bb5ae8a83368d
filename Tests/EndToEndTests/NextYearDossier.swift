import Foundation
import TestSupport
import Testing

/// A year of which the next one is begun, and what that has to take over: added up here, from the CSV
/// files, by no code of the program.
struct FirstYear {
  /// The dossier's folder.
  let dossier: URL
  /// Economic classes of 机关运行经费.
  let operation: Set<String>
  /// Whether last year's expenditure is asked for by class.
  let isByClass: Bool
  /// The lines of its units in department.yaml.
  let units: [String]

  static let shanxi = FirstYear(
    dossier: Project.url("Examples/xiangyuan-2023"),
    operation: ["302", "307", "310", "312", "313", "399"], isByClass: true)
  static let shanghai = FirstYear(
    dossier: Project.url("Examples/putuo-finance-2024"), operation: ["302", "310"],
    isByClass: false)

  private init(dossier: URL, operation: Set<String>, isByClass: Bool) {
    self.dossier = dossier
    self.operation = operation
    self.isByClass = isByClass
    let text = try? String(
      contentsOf: dossier.appendingPathComponent("department.yaml"), encoding: .utf8)
    units = (text ?? "").split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("  - {代码: ") }
  }

  /// The rows of a table, by heading.
  static func rows(_ file: String, of dossier: URL) throws -> [[String: String]] {
    let text = try String(contentsOf: dossier.appendingPathComponent(file), encoding: .utf8)
    let lines = text.replacingOccurrences(of: "\u{FEFF}", with: "")
      .replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n").map(csvFields)
    guard let start = lines.firstIndex(where: { $0.contains("功能科目") }) else { return [] }
    return lines[(start + 1)...].map { fields in
      Dictionary(zip(lines[start], fields), uniquingKeysWith: { first, _ in first })
    }
  }

  /// An amount in 元 as 分; nothing is 0.
  static func fen(_ text: String?) -> Int {
    guard let text, !text.isEmpty else { return 0 }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".")
    let cents = parts.count > 1 ? String((parts[1] + "00").prefix(2)) : "00"
    let value = (Int(parts[0]) ?? 0) * 100 + (Int(cents) ?? 0)
    return isNegative ? -value : value
  }

  /// What prior-year.csv of the year after has to state, in 分, by indicator, fund and account.
  func priorYear(isExact: Bool) throws -> [String: Int] {
    let income = try Self.rows("income.csv", of: dossier)
    let spent = try Self.rows("expenditure.csv", of: dossier)
    let balances = try Self.rows("balances.csv", of: dossier)
    let fiscal: Set = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
    func sum(_ rows: [[String: String]], _ column: String, _ takes: (String) -> Bool) -> Int {
      rows.filter { takes($0["资金性质"] ?? $0["收入来源"] ?? "") }.map { Self.fen($0[column]) }
        .reduce(0, +)
    }
    func received(_ takes: (String) -> Bool) -> Int {
      sum(income, "金额（元）", takes) + sum(balances, "年初结转和结余（元）", takes)
        + sum(balances, "使用非财政拨款结余和专用结余（元）", takes)
    }
    var amounts: [String: Int] = [:]
    for side in ["收入", "支出"] {
      amounts["\(side)总计||"] = received { _ in true }
      amounts["财政拨款\(side)总计||"] = received(fiscal.contains)
      let fund = "政府性基金预算财政拨款"
      let ofFund = received { $0 == fund }
      if ofFund != 0 { amounts["财政拨款\(side)总计|\(fund)|"] = ofFund }
    }
    let offices = units.filter { $0.contains("类型: 行政单位") || $0.contains("参照公务员法") }
      .compactMap { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    amounts["机关运行经费||"] =
      spent.filter { row in
        row["资金性质"] == "一般公共预算财政拨款" && row["支出类别"] == "基本支出"
          && offices.contains(row["单位代码"] ?? "")
          && operation.contains(String((row["经济科目"] ?? "").prefix(3)))
      }.map { Self.fen($0["金额（元）"]) }.reduce(0, +)
    for row in spent {
      let account = isByClass ? String((row["功能科目"] ?? "").prefix(3)) : ""
      amounts["支出|\(row["资金性质"] ?? "")|\(account)", default: 0] += Self.fen(row["金额（元）"])
    }
    guard !isExact else { return amounts }
    // Rounded to the second decimal of 万元, half away from zero; what no form prints is left out.
    return amounts.filter { key, _ in
      !key.hasPrefix("支出|其他|") && (isByClass || !key.hasPrefix("机关运行经费"))
    }.mapValues { ($0 + 5_000) / 10_000 * 10_000 }
  }

  /// What the units closed the year with, in 分, by unit, fund and account.
  func closings() throws -> [String: Int] {
    let rows = try Self.rows("balances.csv", of: dossier)
    return Dictionary(
      rows.map { row in
        (
          ["单位代码", "资金性质", "功能科目"].map { row[$0] ?? "" }.joined(separator: "|"),
          Self.fen(row["年末结转和结余（元）"])
        )
      }, uniquingKeysWith: +
    ).filter { $0.value != 0 }
  }

  /// What prior-year.csv of a dossier states.
  static func stated(in dossier: URL) throws -> [String: Int] {
    Dictionary(
      try rows("prior-year.csv", of: dossier).map { row in
        (
          ["指标", "资金性质", "功能科目"].map { row[$0] ?? "" }.joined(separator: "|"),
          fen(row["上年金额（元）"])
        )
      }, uniquingKeysWith: +)
  }

  /// Fills in a dossier that was begun: the books of the year before once more, on the new opening
  /// balances; nothing declared; the units where nobody knew them.
  func fill(_ begun: URL) throws {
    for file in ["income.csv", "expenditure.csv", "budget.csv", "accounts.csv"] {
      let url = dossier.appendingPathComponent(file)
      guard FileManager.default.fileExists(atPath: url.path) else { continue }
      try Data(contentsOf: url).write(to: begun.appendingPathComponent(file))
    }
    var lines = ["单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）"]
    var opening = try closings()
    var closing = opening
    for row in try Self.rows("income.csv", of: dossier) {
      let source = row["收入来源"] ?? ""
      let fund = source.hasSuffix("财政拨款") ? source : "其他"
      let key = "\(row["单位代码"] ?? "")|\(fund)|\(row["功能科目"] ?? "")"
      closing[key, default: 0] += Self.fen(row["金额（元）"])
      opening[key, default: 0] += 0
    }
    for row in try Self.rows("expenditure.csv", of: dossier) {
      let key = ["单位代码", "资金性质", "功能科目"].map { row[$0] ?? "" }.joined(separator: "|")
      closing[key, default: 0] -= Self.fen(row["金额（元）"])
      opening[key, default: 0] += 0
    }
    for (key, amount) in opening.sorted(by: { $0.key < $1.key }) {
      let fields = key.split(separator: "|").joined(separator: ",")
      lines.append("\(fields),\(Self.yuan(amount)),,,\(Self.yuan(closing[key] ?? 0))")
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8)
      .write(to: begun.appendingPathComponent("balances.csv"))
    let url = begun.appendingPathComponent("department.yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
      .replacing("公开日期:", with: "公开日期: \(try year(of: begun) + 1)-09-20")
      .replacing("  代码:\n", with: "  代码: \"\(try code())\"\n")
      .replacing("  - 代码:\n    名称:\n    类型:\n", with: units.map { $0 + "\n" }.joined())
      .replacing(/(决算|预算|货物|工程|服务|采购|预留|金额|用车|设备|项目数|优|良|合格|发现|整改): {3}#/) {
        "\($0.output.1): 0   #"
      }
    try Data(text.utf8).write(to: url)
  }

  private func code() throws -> String {
    let text = try String(
      contentsOf: dossier.appendingPathComponent("department.yaml"), encoding: .utf8)
    let match = try #require(text.firstMatch(of: /部门: \{代码: "(\d+)"/))
    return String(match.output.1)
  }

  private func year(of begun: URL) throws -> Int {
    let text = try String(
      contentsOf: begun.appendingPathComponent("department.yaml"), encoding: .utf8)
    let match = try #require(text.firstMatch(of: /年度: (\d{4})/))
    return Int(match.output.1) ?? 0
  }

  static func yuan(_ fen: Int) -> String {
    let (whole, rest) = abs(fen).quotientAndRemainder(dividingBy: 100)
    return "\(fen < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
