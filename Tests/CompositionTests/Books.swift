import Composition
import Diagnostics
import Documents
import Domain
import Dossiers
import Figures
import Foundation
import Layouts
import TestSupport

/// A dossier and the folder of layout sets that it is composed by, both to be changed by a test.
///
/// All goes through what a build goes through: files are written, read by the set, and composed.
struct Books {
  /// A change that does not find its text.
  struct MutationFault: Error, CustomStringConvertible {
    let description: String
  }

  /// The dossier's files by name.
  var files: [String: String]
  /// The files of the folder of sets that differ from those under ``layouts``, by path.
  private var changedLayouts: [String: String] = [:]
  private let layouts: URL
  private let set: String
  /// Whether the set is a fixture that inherits a shipped one.
  private var isInheriting = false
  /// The folder that has the set.
  private var setsOfOwn: URL { isInheriting ? Project.url("Tests/Fixtures/layouts") : layouts }

  private init(set: String, layouts: String, files: [String: String]) {
    self.set = set
    self.layouts = Project.url(layouts)
    self.files = files
  }

  /// An example that is shipped, by its set.
  static func example(
    _ name: String = "xiangyuan-2023", by set: String = "shanxi-2023"
  ) throws -> Books {
    let folder = Project.url("Examples/\(name)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    // The evaluations stand in a folder of their own; the forms need none of them.
    let files = try names.filter { $0.contains(".") }.map { name in
      (name, try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8))
    }
    return Books(
      set: set, layouts: "Layouts",
      files: Dictionary(files, uniquingKeysWith: { first, _ in first }))
  }

  /// The first example by a set of the fixtures that inherits its own.
  static func example(inheriting set: String) throws -> Books {
    var books = try example(by: set)
    books.isInheriting = true
    return books
  }

  /// The same with its nineteen self-evaluations.
  static func exampleWithEvaluations() throws -> Books {
    var books = try example()
    let folder = Project.url("Examples/xiangyuan-2023/evaluations")
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      books.files["evaluations/\(name)"] = try String(
        contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return books
  }

  /// A dossier of two units without any amounts, by the sample set.
  static var sample: Books {
    Books(
      set: "sample", layouts: "Tests/Fixtures/layouts",
      files: emptyFiles(
        year: 2023, set: "sample",
        facts: """
          公务接待费: {预算: 0, 决算: 0}

          """))
  }

  /// The same, by the set of sentences that issuers elsewhere publish.
  static var sentences: Books {
    Books(
      set: "sentences", layouts: "Tests/Fixtures/layouts",
      files: emptyFiles(year: 2021, set: "sentences", facts: ""))
  }

  private static func emptyFiles(year: Int, set: String, facts: String) -> [String: String] {
    [
      "department.yaml": """
      年度: \(year)
      版式: \(set)
      公开日期: \(year + 1)-08-20
      部门: {代码: "431", 名称: 某局}
      单位:
        - {代码: "431001", 名称: 某局, 类型: 行政单位}
        - {代码: "431002", 名称: 某中心, 类型: 事业单位}

      """ + facts,
      "income.csv": "单位代码,收入来源,功能科目,金额（元）\n",
      "expenditure.csv": "单位代码,资金性质,支出类别,功能科目,经济科目,金额（元）\n",
      "balances.csv":
        "单位代码,资金性质,功能科目,年初结转和结余（元）,使用非财政拨款结余和专用结余（元）,结余分配（元）,年末结转和结余（元）\n",
      "budget.csv": "资金性质,功能科目,年初预算（元）\n",
      "prior-year.csv": "指标,资金性质,功能科目,上年金额（元）\n",
    ]
  }

  /// Adds a line to a file of the dossier.
  mutating func append(_ line: String, to file: String) { files[file, default: ""] += line + "\n" }

  /// Adds self-evaluations in order.
  mutating func evaluate(_ evaluations: [SketchedEvaluation]) {
    for (offset, evaluation) in evaluations.enumerated() {
      let number = String(1_001 + offset).dropFirst()
      files["evaluations/\(number).yaml"] = evaluation.text
    }
  }

  /// Spends an amount in 元 that the same fund brought in: the books stay balanced.
  mutating func spend(
    _ amount: String, _ function: String, economic: String = "", kind: String = "项目支出",
    fund: String = "一般公共预算财政拨款", unit: String = "431001"
  ) {
    append("\(unit),\(fund),\(kind),\(function),\(economic),\(amount)", to: "expenditure.csv")
    let source = fund == "其他" ? "其他收入" : fund
    append("\(unit),\(source),\(function),\(amount)", to: "income.csv")
  }

  /// Replaces a text that stands exactly once in a file of the dossier.
  mutating func replace(_ old: String, in file: String, with new: String) throws {
    files[file] = try Self.replacing(old, in: files[file] ?? "", named: file, with: new)
  }

  /// Replaces a text that stands exactly once in a file of the set.
  mutating func replaceInSet(_ old: String, in file: String, with new: String) throws {
    let path = "\(set)/\(file)"
    let text =
      try changedLayouts[path]
      ?? String(contentsOf: setsOfOwn.appendingPathComponent(path), encoding: .utf8)
    changedLayouts[path] = try Self.replacing(old, in: text, named: path, with: new)
  }

  /// Lets a test rewrite a whole file of the set.
  mutating func rewriteInSet(_ file: String, _ rewrite: (inout String) -> Void) throws {
    let path = "\(set)/\(file)"
    var text = try String(contentsOf: setsOfOwn.appendingPathComponent(path), encoding: .utf8)
    rewrite(&text)
    changedLayouts[path] = text
  }

  private static func replacing(
    _ old: String, in text: String, named name: String, with new: String
  ) throws -> String {
    let parts = text.components(separatedBy: old)
    guard parts.count == 2, old != new else {
      throw MutationFault(description: "“\(old)” stands \(parts.count - 1) times in \(name)")
    }
    return parts.joined(separator: new)
  }

  /// Writes dossier and sets into a temporary folder, reads and composes them.
  ///
  /// - Parameter withText: whether there is more than forms.
  func compose(withText: Bool = true) throws -> Composed {
    try withTemporaryFolder { folder in
      let library = LayoutLibrary(root: try writeLayouts(into: folder))
      let loaded = library.load(set)
      guard let set = loaded.value else { throw Composed.Refusal(findings: loaded.findings) }
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: true)
      for (name, text) in files {
        let file = dossier.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      let reading = readDossier(.folder(dossier), by: set)
      guard let accounts = reading.value else {
        throw Composed.Refusal(findings: reading.findings)
      }
      let result = Composition.compose(accounts, by: set, withText: withText)
      let printer = DiagnosticPrinter { reading.lines(of: $0) ?? library.lines(of: $0) }
      return Composed(
        document: result.value?.document, findings: result.findings,
        dossier: reading.findings.filter(Composed.isOfDossier),
        printed: printer.text(of: result.findings, consequence: "没有写出任何文件。"))
    }
  }

  /// The folder of sets: the one in the checkout, or a copy with the changes.
  private func writeLayouts(into folder: URL) throws -> URL {
    guard isInheriting || !changedLayouts.isEmpty else { return layouts }
    let root = folder.appendingPathComponent("Layouts")
    if isInheriting {
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
      for name in ["national", "shanxi-2023", "catalogues"] {
        try FileManager.default.createSymbolicLink(
          at: root.appendingPathComponent(name),
          withDestinationURL: layouts.appendingPathComponent(name))
      }
      // A fixture may inherit another one.
      let parent = "central-2023"
      if set != parent {
        try FileManager.default.createSymbolicLink(
          at: root.appendingPathComponent(parent),
          withDestinationURL: setsOfOwn.appendingPathComponent(parent))
      }
      try FileManager.default.copyItem(
        at: setsOfOwn.appendingPathComponent(set), to: root.appendingPathComponent(set))
    } else {
      try FileManager.default.copyItem(at: layouts, to: root)
    }
    for (path, text) in changedLayouts {
      try Data(text.utf8).write(to: root.appendingPathComponent(path))
    }
    return root
  }
}

/// What composing made of a dossier.
struct Composed {
  /// Why there was nothing to compose.
  struct Refusal: Error {
    let findings: [Finding]
  }

  let document: Document?
  let findings: [Finding]
  /// What was told of the dossier.
  var dossier: [Finding] = []
  /// The findings as they are printed.
  let printed: String

  /// Whether a finding is one of what the dossier says, not of a set of another year than the dossier's.
  static func isOfDossier(_ finding: Finding) -> Bool { finding.code != "D082" }

  /// All figures in reading order.
  var figures: [Figure] { document?.forms.flatMap(\.figures) ?? [] }

  /// The figures by address.
  var byAddress: [String: Figure] {
    Dictionary(
      figures.map { ($0.address.description, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a figure prints; nil where there is none of that address.
  func printed(at address: String) -> String? { byAddress[address]?.printed }

  /// The exact amount of a figure in 分.
  func fen(at address: String) -> Int64? {
    if case .money(let money) = byAddress[address]?.value { money.fen } else { nil }
  }

  /// A form by its number.
  func form(_ number: String) -> FormSheet? { document?.forms.first { $0.number == number } }

  /// Addresses that more than one figure has.
  var repeatedAddresses: [String] {
    Dictionary(grouping: figures, by: \.address.description).filter { $0.value.count > 1 }
      .keys.sorted()
  }
}
