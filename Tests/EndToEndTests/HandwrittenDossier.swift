import Foundation
import TestSupport

/// The example as people would have written it: other headings in another order, titles above them,
/// columns beside, codes with their names, other words for the same thing, accounting formats.
struct HandwrittenDossier {
  /// How many rows stand above the headings of each table.
  static let titleRows = 2

  private let units = [
    "431001": "襄垣县工业和信息化局", "431002": "襄垣县中小企业服务中心", "431003": "襄垣县商务中心",
    "431004": "襄垣县城镇集体工业联合社",
  ]
  private let functions: [String: String]
  private let economics: [String: String]

  init() throws {
    func names(_ file: String) throws -> [String: String] {
      let lines = try Project.text("Layouts/catalogues/\(file)").split(whereSeparator: \.isNewline)
      let fields = lines.map(csvFields)
      return Dictionary(uniqueKeysWithValues: fields.map { ($0[0], $0[1]) })
    }
    functions = try names("function-2023.csv")
    economics = try names("economic-2023.csv")
  }

  private static let headings = [
    "单位代码": "预算单位编码", "资金性质": "资金类型", "收入来源": "收入类别", "支出类别": "支出性质",
    "功能科目": "支出功能分类科目编码", "经济科目": "部门预算支出经济分类科目", "金额（元）": "发生额 (元)",
    "年初结转和结余（元）": "年初结转结余(元)", "使用非财政拨款结余和专用结余（元）": "使用非财政拨款结余（含专用结余）（元）",
    "结余分配（元）": "结余分配：元", "年末结转和结余（元）": "年末结转和结余（单位：元）", "年初预算（元）": "年初预算数（人民币元）",
    "上年金额（元）": "上年决算数", "指标": "指　标",
  ]

  private static let words = [
    "一般公共预算财政拨款": ["一般公共预算", "一般公共预算 财政拨款", "一般公共预算资金"],
    "政府性基金预算财政拨款": ["政府性基金", "政府性基金预算"], "其他收入": ["其他收入资金"],
    "其他": ["单位资金", "非财政拨款"], "基本支出": ["人员类", "公用经费项目", "基本"],
    "项目支出": ["特定目标类", "其他运转类项目", "项目"],
  ]

  /// Writes the example anew; its files besides the tables with a Chinese date and other words.
  func write(to folder: URL) throws {
    let example = Project.url(DossierWriting.example)
    try FileManager.default.copyItem(at: example, to: folder)
    for file in ["income.csv", "expenditure.csv", "balances.csv", "budget.csv", "prior-year.csv"] {
      let lines = try Project.text("\(DossierWriting.example)/\(file)")
        .split(whereSeparator: \.isNewline)
      let text = table(lines.map(csvFields))
      try Data(text.utf8).write(to: folder.appendingPathComponent(file))
    }
    try replace(
      "公开日期: 2024-09-20", "公开日期: 2024年9月20日",
      in: folder.appendingPathComponent("department.yaml"))
    let evaluations = folder.appendingPathComponent("evaluations")
    for name in try FileManager.default.contentsOfDirectory(atPath: evaluations.path) {
      let file = evaluations.appendingPathComponent(name)
      var text = try String(contentsOf: file, encoding: .utf8)
      text.replace("资金性质: 一般公共预算财政拨款", with: "资金性质: 一般公共预算")
      text.replace("功能科目: \"2069999\"", with: "功能科目: 2069999-其他科学技术支出")
      try Data(text.utf8).write(to: file)
    }
  }

  private func table(_ rows: [[String]]) -> String {
    let headings = rows[0]
    var columns: [(heading: String, cell: (_ row: [String], _ number: Int) -> String)] = [
      ("序号", { _, number in "\(number + 1)" })
    ]
    // From the last to the first: the order of columns says nothing.
    for (index, heading) in headings.enumerated().reversed() {
      columns.append(
        (
          Self.headings[heading] ?? heading,
          { row, number in cell(row[index], under: heading, number: number) }
        ))
      if heading == "单位代码" { columns.append(("单位名称", { row, _ in units[row[index]] ?? "" })) }
      if heading == "功能科目" {
        columns.append(
          ("功能科目名称", { row, number in number % 2 == 0 ? functions[row[index]] ?? "" : "" }))
      }
    }
    columns.append(("备 注", { _, number in number % 3 == 0 ? "见凭证" : "" }))
    let title = "襄垣县工业和信息化局2023年度明细账"
    var lines = [title, "编制单位：襄垣县工业和信息化局,,单位：元"]
    lines.append(columns.map(\.heading).map(quoted).joined(separator: ","))
    for (number, row) in rows.dropFirst().enumerated() {
      lines.append(columns.map { quoted($0.cell(row, number)) }.joined(separator: ","))
    }
    return lines.joined(separator: "\r\n") + "\r\n,,,\r\n"
  }

  private func cell(_ text: String, under heading: String, number: Int) -> String {
    if text.isEmpty { return "" }
    if let words = Self.words[text] { return words[number % words.count] }
    switch heading {
    case "单位代码": return number % 2 == 0 ? "\(text)-\(units[text] ?? "")" : text
    case "功能科目": return number % 2 == 1 ? "\(text)-\(functions[text] ?? "")" : text
    case "经济科目": return number % 2 == 0 ? "\(text) \(economics[text] ?? "")" : text
    case _ where heading.hasSuffix("（元）"): return amount(text, number: number)
    default: return text
    }
  }

  /// An amount in one of the ways in which it may be written.
  private func amount(_ text: String, number: Int) -> String {
    let isNegative = text.hasPrefix("-")
    var digits = isNegative ? String(text.dropFirst()) : text
    if digits.allSatisfy({ "0.".contains($0) }) { return ["-", "——", " ¥ -   "][number % 3] }
    if digits.hasPrefix("0.") { digits.removeFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let grouped = grouped(String(parts[0])) + (parts.count > 1 ? "." + parts[1] : "")
    if isNegative { return number % 2 == 0 ? "(\(grouped))" : "（\(grouped)）" }
    switch number % 5 {
    case 0: return " ¥ \(grouped) "
    case 1: return "￥\(digits)"
    case 2: return grouped
    case 3: return "\(grouped)元"
    default: return fullWidth(digits)
    }
  }

  private func grouped(_ digits: String) -> String {
    var rest = digits[...]
    var groups: [Substring] = []
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }

  private func fullWidth(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
  }

  private func quoted(_ field: String) -> String { field.contains(",") ? "\"\(field)\"" : field }
}
