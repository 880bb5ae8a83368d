import Diagnostics
import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

@testable import Layouts

/// A small dossier that is right in every respect, to be spoilt in one respect at a time.
struct SampleDossier {
  /// The files by name.
  var files: [String: String] = [
    "department.yaml": """
    年度: 2023
    版式: sample-2023
    公开日期: 2024-09-20
    部门: {代码: "431", 名称: 某县工业和信息化局}
    单位:
      - {代码: "431001", 名称: 某县工业和信息化局, 类型: 行政单位}
      - {代码: "431002", 名称: 某县中小企业服务中心, 类型: 事业单位}
    三公经费:
      公务接待费: {预算: 100, 决算: "1,080.5"}
      公务用车: {保有量: 2}
    职责: 拟订并组织实施工业发展规划。
    机构: [办公室, 综合股]
    编制人数:
      "431001": 20
      "431002": 8
    原因:
      "201": 行政运行减少。
      30101: 调资

    """,
    "income.csv": """
    单位代码,收入来源,功能科目,金额（元）
    431001,一般公共预算财政拨款,2010301,1000.00
    431001,其他收入,2159999,50
    431002,一般公共预算财政拨款,2010350,300.00

    """,
    "expenditure.csv": """
    单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）
    431001,一般公共预算财政拨款,基本支出,2010301,30101,700.00
    431001,一般公共预算财政拨款,项目支出,2159999,,300.00
    431001,其他,项目支出,2159999,,80.00
    431002,一般公共预算财政拨款,基本支出,2010350,30201,300.00

    """,
    "balances.csv": """
    单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）
    431001,其他,2159999,100.00,20.00,30.00,60.00

    """,
    "budget.csv": """
    资金性质,功能科目,年初预算（元）
    一般公共预算财政拨款,201,1200.00
    一般公共预算财政拨款,215,0

    """,
    "prior-year.csv": """
    指标,资金性质,功能科目,上年金额（元）
    收入总计,,,1500.00
    支出,一般公共预算财政拨款,201,900.00

    """,
  ]
  /// Empty folders.
  var folders: [String] = []

  /// Replaces a text that stands exactly once in a file.
  mutating func replace(_ old: String, in file: String, with new: String) {
    let parts = (files[file] ?? "").components(separatedBy: old)
    precondition(parts.count == 2, "“\(old)” stands \(parts.count - 1) times in \(file)")
    files[file] = parts.joined(separator: new)
  }

  /// Adds a line to a file.
  mutating func append(_ line: String, to file: String) { files[file, default: ""] += line + "\n" }

  /// Writes the files into a folder.
  func write(to folder: URL) throws {
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    for name in folders {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
  }

  /// Writes the dossier into a temporary folder and reads it.
  func read(under rules: DossierRules = .sample) throws -> DossierReading<FinalAccounts> {
    try withTemporaryFolder { folder in
      try write(to: folder)
      return readDossier(.folder(folder), under: rules)
    }
  }
}

extension DossierRules {
  /// The words of the set that is shipped, which is loaded once.
  static let shippedVocabulary =
    LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023").value?.vocabulary
    ?? Vocabulary()

  /// Rules that the sample keeps.
  static var sample: DossierRules {
    func fact(
      _ path: String, _ kind: FactDeclaration.Kind, unit: String = "", required: Bool = true,
      byUnit: Bool = false, meaning: String = ""
    ) -> FactDeclaration {
      FactDeclaration(
        path: path, kind: kind, unit: unit, isRequired: required, isByUnit: byUnit,
        meaning: meaning, place: SourcePlace(file: "set.yaml"))
    }
    var basicFromBudget = Selection()
    basicFromBudget.measure = .expenditure
    basicFromBudget.funds = [.generalBudget]
    basicFromBudget.kinds = [.basic]
    var names = AccountNames()
    for (code, name) in [
      ("201", "一般公共服务支出"), ("20103", "政府办公厅及相关机构事务"), ("2010301", "行政运行"),
      ("2010350", "事业运行"), ("215", "资源勘探工业信息等支出"), ("21599", "其他资源勘探工业信息等支出"),
      ("2159999", "其他资源勘探工业信息等支出"),
    ] { names.set(name, for: code, in: .function) }
    for (code, name) in [
      ("301", "工资福利支出"), ("30101", "基本工资"), ("302", "商品和服务支出"), ("30201", "办公费"),
    ] { names.set(name, for: code, in: .economic) }
    return DossierRules(
      setName: "sample-2023", year: 2023,
      facts: [
        fact("三公经费.公务接待费.预算", .money, unit: "元", meaning: "年初预算数"),
        fact("三公经费.公务接待费.决算", .money, unit: "元"),
        fact("三公经费.公务用车.保有量", .count, unit: "辆"),
        fact("职责", .text, required: false),
        fact("机构", .list, required: false),
        fact("编制人数", .count, unit: "人", byUnit: true),
        fact("原因", .textByAccount, required: false),
      ],
      unitTypes: ["行政单位", "事业单位"], priorYearIndicators: ["收入总计", "支出总计", "支出"],
      indicatorsOverFunds: ["收入总计"],
      economicRequired: [basicFromBudget], accountNames: names,
      vocabulary: shippedVocabulary)
  }
}

extension DossierReading where Value: Sendable {
  /// All findings as a clerk reads them.
  var printed: String {
    DiagnosticPrinter { lines(of: $0) }.text(of: findings, consequence: "没有写出任何文件。")
  }

  /// The codes of the findings, in order.
  var codes: [String] { findings.map(\.code) }
}
