import Domain
import Foundation
import TestSupport

/// The bureau under another name, with other amounts, fewer units and evaluations: nothing in it is
/// wrong, and the same seed always makes the same.
struct PerturbedDepartment {
  private(set) var dossier: AuditedDossier
  private var random: SeededRandom
  private let factor: Int64

  init(seed: UInt64) throws {
    random = SeededRandom(seed: seed)
    factor = Int64.random(in: 40...300, using: &random)
    dossier = try AuditedDossier.bureau()
    if Int64.random(in: 1...3, using: &random) == 1 { dropUnit("302003") }
    dropEvaluations()
    try dossier.scaleBooks(factor, over: 100)
    try changeBudget()
    try changePriorYear()
    try changeFacts()
    try changeEvaluations()
    rewriteReasons()
    rename()
  }

  // MARK: - Names

  private mutating func rename() {
    let place = ["青崖县", "临沅市", "沙源区", "北浦县"][Int(Int64.random(in: 0...3, using: &random))]
    let code = String(Int64.random(in: 111...199, using: &random))
    let type = ["公益一类事业单位", "公益二类事业单位"][Int(Int64.random(in: 0...1, using: &random))]
    for (name, text) in dossier.files {
      dossier.files[name] = text.replacing("岚川县", with: place)
        .replacing(/\b302(?=00[123]\b)/, with: code).replacing(
          "代码: \"302\"", with: "代码: \"\(code)\""
        )
        .replacing("公益一类事业单位", with: type)
    }
  }

  private mutating func dropUnit(_ code: String) {
    for file in ["income.csv", "expenditure.csv", "balances.csv", "budget.csv"] {
      dossier.setRows(dossier.rows(of: file).filter { $0[0] != code }, of: file)
    }
    let file = "department.yaml"
    dossier.files[file] = dossier.files[file]?.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .filter { !$0.contains("代码: \"\(code)\"") }.joined(separator: "\n")
    for (name, text) in dossier.files where text.contains("预算单位: \"\(code)\"") {
      dossier.files[name] = nil
    }
  }

  /// The reasons that a department states are its own: those of the bureau explain other changes.
  private mutating func rewriteReasons() {
    let file = "department.yaml"
    var isReason = false
    let lines = dossier.files[file]?.split(separator: "\n", omittingEmptySubsequences: false)
    dossier.files[file] = lines?.map { line in
      if line.first.map({ $0 != " " && $0 != "#" }) ?? false { isReason = line.hasPrefix("说明:") }
      guard isReason, line.hasPrefix(" "), let colon = line.firstRange(of: ": ") else {
        return String(line)
      }
      return line[..<colon.upperBound] + "各项工作按年度计划安排"
    }.joined(separator: "\n")
  }

  private mutating func dropEvaluations() {
    for name in dossier.files.keys.filter({ $0.hasPrefix("evaluations/") }).sorted()
    where Int64.random(in: 1...10, using: &random) <= 3 {
      dossier.files[name] = nil
    }
  }

  // MARK: - Amounts

  /// An amount as it is scaled, give or take so many per cent.
  private mutating func changed(_ fen: Int64, by percent: Int64) -> Int64 {
    let share = Int64.random(in: (100 - percent)...(100 + percent), using: &random)
    return roundedQuotient(fen * factor * share, by: 10_000)
  }

  private mutating func changeBudget() throws {
    var rows = dossier.rows(of: "budget.csv")
    for index in rows.indices {
      let fen = changed(try AuditedDossier.fen(rows[index][3]), by: 20)
      rows[index][3] = AuditedDossier.text(fen)
    }
    dossier.setRows(rows, of: "budget.csv")
  }

  /// Classes as they come, and totals of which the opening balances are what is left.
  private mutating func changePriorYear() throws {
    var rows = dossier.rows(of: "prior-year.csv")
    var spent: [String: Int64] = [:]
    for index in rows.indices where rows[index][0] == "支出" || rows[index][0] == "机关运行经费" {
      let fen = changed(try AuditedDossier.fen(rows[index][3]), by: 15)
      rows[index][3] = AuditedDossier.text(fen)
      if rows[index][0] == "支出" { spent[rows[index][1], default: 0] += fen }
    }
    for row in dossier.rows(of: "balances.csv") {
      spent[row[1], default: 0] += try AuditedDossier.fen(row[3])
    }
    let fund = spent[Fund.governmentFund.rawValue] ?? 0
    let fiscal = Fund.fiscalAppropriation.compactMap { spent[$0.rawValue] }.reduce(0, +)
    let distributed = Int64.random(in: 0...2, using: &random) * 12_345
    let all = spent.values.reduce(0, +) + distributed
    for index in rows.indices where rows[index][0].hasSuffix("总计") {
      let isFiscal = rows[index][0].hasPrefix("财政拨款")
      rows[index][3] = AuditedDossier.text(
        isFiscal ? rows[index][1].isEmpty ? fiscal : fund : all)
    }
    dossier.setRows(rows, of: "prior-year.csv")
  }

  // MARK: - Facts

  private func booked(_ column: Int, _ code: String, of unit: String? = nil) throws -> Int64 {
    try dossier.rows(of: "expenditure.csv").filter { row in
      row[column] == code && (unit == nil || row[0] == unit && row[2] == "项目支出")
        && row[1] != Fund.other.rawValue
    }.map { try AuditedDossier.fen($0[$0.count - 1]) }.reduce(0, +)
  }

  private mutating func changeFacts() throws {
    let running = try booked(4, "30231")
    let reception = try booked(4, "30217")
    var amounts = [
      "决算: 48260.37": running, "预算: 50000.00": running + running / 10,
      "决算: 6843.00": reception, "预算: 8000.00": reception + reception / 10,
    ]
    for (text, fen) in [
      ("上年决算: 52117.64", 5_211_764), ("上年决算: 9280.00", 928_000),
      ("货物: 861326.25", 86_132_625), ("工程: 4944204.05", 494_420_405),
      ("服务: 310936.08", 31_093_608), ("授予中小企业: 4126874.30", 412_687_430),
      ("授予小微企业: 1043918.25", 104_391_825),
    ] as [(String, Int64)] {
      amounts[text] = roundedQuotient(fen * factor, by: 100)
    }
    for (text, fen) in amounts.sorted(by: { $0.key > $1.key }) {
      let key = String(text.prefix { $0 != " " })
      try dossier.replace(
        text, with: "\(key) \(AuditedDossier.text(fen))", in: "department.yaml")
    }
  }

  /// What was executed is what the ledger has, of several sources by thirds.
  private mutating func changeEvaluations() throws {
    for name in dossier.files.keys.filter({ $0.hasPrefix("evaluations/") }).sorted() {
      guard let text = dossier.files[name],
        let unit = text.firstMatch(of: /预算单位: "(\d+)"/)?.1,
        let function = text.firstMatch(of: /功能科目: "(\d+)"/)?.1
      else { continue }
      let spent = try booked(3, String(function), of: String(unit))
      let count = Int64(text.components(separatedBy: "全年执行数").count - 1)
      let part = spent / count
      var rest = spent
      dossier.files[name] = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        line -> String in
        guard line.contains("全年执行数") else { return String(line) }
        let own = rest - part < part ? rest : part
        rest -= own
        let executed = FixedDecimal(units: own, decimals: 6)
        let planned = FixedDecimal(units: own + own / 20, decimals: 6)
        return String(line).replacing(
          /目标申报数: [\d.]+, 预算编制数: [\d.]+, 全年预算数: [\d.]+, 全年执行数: [\d.]+/,
          with: "目标申报数: \(planned), 预算编制数: \(planned), 全年预算数: \(planned), 全年执行数: \(executed)")
      }.joined(separator: "\n")
    }
  }
}
