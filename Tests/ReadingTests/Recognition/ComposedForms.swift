import Composition
import Diagnostics
import Documents
import Dossiers
import Figures
import Foundation
import Layouts
import Readings
import TestSupport
import Testing

/// What a layout set prescribes and a dossier composed by it.
struct ComposedForms {
  let set: LayoutSet
  let forms: [FormSheet]
  let evaluations: [FormSheet]

  static let example = Result {
    try ComposedForms(
      set: "shanxi-2023", layouts: "Layouts", dossier: Project.url("Examples/xiangyuan-2023"))
  }
  static let sample = Result {
    try ComposedForms(
      set: "sample", year: 2023,
      facts: """
        公务接待费: {预算: 1200, 决算: 0}
        政府采购: {货物: 30000}
        车辆: {"431001": 3, "431002": 0}
        """,
      spending: ["2010301,30101,1234567.89,基本支出", "2120399,,45000,项目支出"])
  }
  static let shanghai = Result {
    try ComposedForms(
      set: "shanghai-2024", layouts: "Layouts",
      dossier: Project.url("Examples/putuo-finance-2024"))
  }
  static let sentences = Result {
    try ComposedForms(
      set: "sentences", year: 2021, facts: "公务接待费: {预算: 0, 决算: 6000}",
      spending: ["2050201,,5000000,项目支出", "2050202,30101,2500000,基本支出"])
  }

  /// The sets that tests have, each with a dossier.
  static var all: [ComposedForms] {
    get throws {
      try [example.get(), sample.get(), shanghai.get(), sentences.get()]
    }
  }

  /// Composes a dossier by a set.
  init(set name: String, layouts: String, dossier: URL) throws {
    set = try #require(LayoutLibrary(root: Project.url(layouts)).load(name).value)
    let reading = readDossier(.folder(dossier), by: set)
    let accounts = try #require(reading.value, "\(reading.findings)")
    let composed = compose(accounts, by: set)
    let document = try #require(composed.value?.document, "\(composed.findings)")
    (forms, evaluations) = (document.forms, document.evaluations)
  }

  /// Writes a dossier of one department in a few words, and composes it.
  private init(set name: String, year: Int, facts: String, spending: [String]) throws {
    let rows = spending.map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let general = "一般公共预算财政拨款"
    let files = [
      "department.yaml": """
      年度: \(year)
      版式: \(name)
      公开日期: \(year + 1)-08-20
      部门: {代码: "431", 名称: 某局}
      单位:
        - {代码: "431001", 名称: 某局, 类型: 行政单位}
        - {代码: "431002", 名称: 某中心, 类型: 事业单位}

      """ + facts,
      "income.csv": "单位代码,收入来源,功能科目,金额（元）\n"
        + rows.map { "431001,\(general),\($0[0]),\($0[2])\n" }.joined(),
      "expenditure.csv": "单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）\n"
        + rows.map { "431001,\(general),\($0[3]),\($0[0]),\($0[1]),\($0[2])\n" }.joined(),
      "balances.csv":
        "单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）\n",
      "budget.csv": "资金性质,功能科目,年初预算（元）\n",
      "prior-year.csv": "指标,资金性质,功能科目,上年金额（元）\n",
    ]
    self = try withTemporaryFolder { folder in
      for (file, text) in files {
        try Data(text.utf8).write(to: folder.appendingPathComponent(file))
      }
      return try ComposedForms(set: name, layouts: "Tests/Fixtures/layouts", dossier: folder)
    }
  }

  var figures: [Figure] { forms.flatMap(\.figures) }
  var sheets: [ReadTable] { forms.map(\.asSheet) }
  var papers: [ReadTable] { forms.enumerated().map { $1.asPaper(page: $0 + 1) } }

  /// The sheet of a form.
  func sheet(_ number: String) throws -> ReadTable {
    try #require(forms.first { $0.number == number }).asSheet
  }

  /// The printed texts of a form by address.
  func printed(_ number: String) throws -> [String: String] {
    let form = try #require(forms.first { $0.number == number })
    return Dictionary(
      form.figures.map { ($0.address.description, $0.printed) },
      uniquingKeysWith: { first, _ in first })
  }
}
