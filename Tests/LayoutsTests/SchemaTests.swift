import Diagnostics
import Documents
import Domain
import Dossiers
import Exports
import Figures
import Foundation
import Layouts
import TestSupport
import Testing

/// docs/schema tells editors what the loaders read.
@Suite("版式文件的 JSON Schema")
struct SchemaTests {
  private static let folder = "docs/schema"
  private static let ending = ".schema.json"

  /// What the schemas find in sets, or in folders of sets, as lines that begin with the file.
  private static func faults(in folders: [URL]) throws -> [String] {
    let tool = Project.url("Tests/Tools/validate_layouts.py").path
    // Debian's own Python has the packages; another one, such as that of .venv, need not.
    let result = try run("/usr/bin/python3", [tool] + folders.map(\.path))
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(result.status == (lines.isEmpty ? 0 : 1), "\(result.errors)")
    return lines
  }

  /// The schemas by the kind of file that they are for.
  private static func schemas() throws -> [String: [String: Any]] {
    let names = try FileManager.default.contentsOfDirectory(atPath: Project.url(folder).path)
      .filter { $0.hasSuffix(ending) }
    var schemas: [String: [String: Any]] = [:]
    for name in names {
      let data = try Data(contentsOf: Project.url("\(folder)/\(name)"))
      let value = try JSONSerialization.jsonObject(with: data)
      schemas[String(name.dropLast(ending.count))] = try #require(value as? [String: Any])
    }
    return schemas
  }

  /// All mappings of a schema, itself included.
  private static func mappings(in value: Any) -> [[String: Any]] {
    if let items = value as? [Any] { return items.flatMap { mappings(in: $0) } }
    guard let mapping = value as? [String: Any] else { return [] }
    return [mapping] + mapping.values.flatMap { mappings(in: $0) }
  }

  // MARK: Sets

  @Test("随程序提供的版式和测试用的版式都合规")
  func soundness() throws {
    let folders = ["Layouts", "Tests/Fixtures/layouts"].map(Project.url)
    #expect(try Self.faults(in: folders) == [])
  }

  /// Codes of what a schema can say: a key is missing or unknown, or a word is unknown.
  private static let codes: Set = ["L003", "L005", "L006"]

  /// Cases in which it depends on another part of the set which words or keys there are.
  private static let beyondSchemas: Set = [
    // The set's own words: types of units, formats, indicators, wordings.
    "单位类型写错", "单位类型", "没有这个数字格式", "金额格式", "没有这个指标", "下一年的指标没有", "没有这个写法",
    // The columns of the form.
    "cells 里没有这个列",
    // The fields, lists, numbers and grades of the set's self-evaluations.
    "自评的目标是没有的栏目", "自评的得分不是分数", "不认识的记录", "不认识的数", "记录没有这个数", "自评表没有这个数",
    "不认识的等级",
    // What the list is of.
    "行的文字写错",
  ]

  @Test("载入时不认识或缺少的键、不认识的词，Schema 也拒绝，只除了要看版式别处才知道的")
  func refusal() throws {
    try withTemporaryFolder { root in
      var cases: [(title: String, set: URL)] = []
      func next(_ set: String) -> URL { root.appendingPathComponent("\(cases.count)/\(set)") }
      for fault in FaultCase.all {
        var set = try SampleSet()
        try fault.spoil(&set)
        guard try set.load().findings.contains(where: { Self.codes.contains($0.code) }) else {
          continue
        }
        let folder = next("sample")
        try set.write(to: folder.deletingLastPathComponent())
        cases.append((fault.title, folder))
      }
      for fault in NarrativeFaultCase.all {
        var set = try NarrativeSet()
        try fault.spoil(&set)
        guard try set.load().findings.contains(where: { Self.codes.contains($0.code) }) else {
          continue
        }
        let folder = next("sentences")
        try set.write(to: folder.deletingLastPathComponent())
        cases.append((fault.title, folder))
      }
      #expect(cases.count > 70)
      let lines = try Self.faults(in: cases.map(\.set))
      let passed = cases.filter { fault in
        !lines.contains { $0.hasPrefix("\(fault.set.path)/") }
      }
      #expect(Set(passed.map(\.title)) == Self.beyondSchemas)
    }
  }

  /// A file of a set that inherits, and whether the schemas take it.
  private struct Change {
    let file: String
    let text: String
    let isSound: Bool

    init(_ file: String, _ text: String, isSound: Bool) {
      (self.file, self.text, self.isSound) = (file, text, isSound)
    }
  }

  private static let changes = [
    Change("set.yaml", "facts: {政府采购.货物: ~}", isSound: true),
    Change("set.yaml", "facts: {政府采购.货物: {meanings: 甲}}", isSound: false),
    Change("set.yaml", "facts: {甲: {after: 政府采购.货物, type: 文字, meaning: 乙}}", isSound: true),
    Change("set.yaml", "facts: {+: [{path: 甲, type: 文字, meaning: 乙}]}", isSound: true),
    Change("set.yaml", "facts: {+: [{path: 甲, type: 文字}]}", isSound: false),
    Change("set.yaml", "styles: {table: {levelIndent: ~}}", isSound: true),
    Change("set.yaml", "styles: {table: {levelIndents: 2}}", isSound: false),
    Change("forms/01.yaml", "rows: {f201: {label: 甲}, f202: ~}", isSound: true),
    Change("forms/01.yaml", "rows: {f201: {labels: 甲}}", isSound: false),
    Change("forms/01.yaml", "columns: {income-item: {show: 名称}}", isSound: false),
    Change("forms/01.yaml", "blocks: {收入: {rows: [{label: 甲}]}}", isSound: false),
    Change("forms/11.yaml", "title: 甲", isSound: false),
    Change("narrative/values.yaml", "defaults: {zero: \"0.00\"}", isSound: true),
    Change("narrative/values.yaml", "values: {income: {amount: {cells: 甲}}}", isSound: false),
    Change("checks/ledger.yaml", "checks: {idle-unit: {warning: ~, error: 甲}}", isSound: true),
    Change("checks/ledger.yaml", "checks: {idle-unit: {warnings: 甲}}", isSound: false),
    Change("checks/own.yaml", "checks: [{id: a, note: 甲, idleUnit: true}]", isSound: false),
    Change("words.yaml", "headings: {单位代码: ~}", isSound: true),
    Change("words.yaml", "heading: {单位代码: [甲]}", isSound: false),
    Change("evaluation.yaml", "sheet: 甲", isSound: true),
    Change("evaluation.yaml", "sheets: 甲", isSound: false),
    Change("notes.yaml", "title: 甲", isSound: false),
  ]

  @Test("继承的版式只写不同的地方，不认识的键也拒绝")
  func inheritance() throws {
    try withTemporaryFolder { root in
      let changed = try Self.changes.enumerated().map { index, change in
        let child = root.appendingPathComponent("\(index)/child")
        let file = child.appendingPathComponent(change.file)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        let main = "parent: shanxi-2023\ntitle: 甲\n"
        let isMain = change.file == "set.yaml"
        try Data(main.utf8).write(to: child.appendingPathComponent("set.yaml"))
        try Data((isMain ? main + change.text : change.text).utf8).write(to: file)
        return (change: change, set: child, file: file)
      }
      let lines = try Self.faults(in: changed.map(\.set) + [Project.url("Layouts")])
      for (change, set, file) in changed {
        let own = lines.filter { $0.hasPrefix("\(set.path)/") }
        #expect(own.isEmpty == change.isSound, "\(change.file): \(change.text): \(own)")
        #expect(own.allSatisfy { $0.hasPrefix("\(file.path): ") }, "\(own)")
      }
    }
  }

  // MARK: Keys and words

  @Test("Schema 的键就是载入时读的键")
  func keys() throws {
    let sources = Project.url("Sources/Layouts/Loading")
    var read: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      read.formUnion(text.matches(of: /"([a-z][A-Za-z]+)"/).map { String($0.1) })
    }
    // What flags say, and which may stand in place of an amount, is no key.
    read.remove("true")
    // Keys that are the names of cases, and those that place an item of a list that is inherited.
    read.formUnion(TextWords.List.allCases.map(\.rawValue))
    read.formUnion(Severity.allCases.map(\.rawValue))
    read.formUnion(["after", "before"])
    var stated: Set<String> = []
    // The words of lists of accounts are read elsewhere; their own tests hold them.
    for (kind, schema) in try Self.schemas() where kind != "list-words" {
      for mapping in Self.mappings(in: schema) {
        guard let properties = mapping["properties"] as? [String: Any] else { continue }
        // Words of the field that are keys are data of the set.
        let keys = properties.keys.filter { $0.wholeMatch(of: /[a-z][A-Za-z]+/) != nil }
        stated.formUnion(keys)
      }
    }
    #expect(read.count > 250)
    #expect(read.subtracting(stated).sorted() == [])
    #expect(stated.subtracting(read).sorted() == [])
  }

  @Test("每个键都有说明")
  func descriptions() throws {
    for (kind, schema) in try Self.schemas() {
      for mapping in Self.mappings(in: schema) where mapping["additionalProperties"] != nil {
        for (key, value) in mapping["properties"] as? [String: Any] ?? [:] {
          let property = value as? [String: Any]
          // What is cited has a description of its own.
          #expect(property?["description"] != nil || property?["$ref"] != nil, "\(kind): \(key)")
        }
      }
    }
  }

  /// Where a schema lists the words of a closed vocabulary.
  struct Words: Sendable, CustomTestStringConvertible {
    let kind: String
    /// The keys down to the list.
    let path: String
    let words: [String]

    init(_ kind: String, _ path: String, _ words: [String]) {
      (self.kind, self.path, self.words) = (kind, path, words)
    }

    var testDescription: String { "\(kind): \(path)" }
  }

  private static let vocabularies = [
    Words("common", "fund", Fund.allCases.map(\.rawValue)),
    Words("common", "fundTerm", Fund.allCases.map(\.rawValue) + ["财政拨款"]),
    Words("common", "sourceTerm", IncomeSource.allCases.map(\.rawValue) + ["财政拨款"]),
    Words("common", "kindTerm", ExpenditureKind.allCases.map(\.rawValue)),
    Words("common", "measure", Measure.allCases.map(\.rawValue)),
    Words("common", "moneyUnit", MoneyUnit.allCases.map(\.rawValue)),
    Words("common", "emptyStyle", EmptyStyle.allCases.map(\.rawValue)),
    Words("common", "orientation", PageOrientation.allCases.map(\.rawValue)),
    Words("set", "fact/properties/type", FactDeclaration.Kind.allCases.map(\.rawValue)),
    Words("form", "column/properties/show", ColumnLayout.Content.allCases.map(\.rawValue)),
    Words("form", "row/properties/parents", TreeRow.Parents.allCases.map(\.rawValue)),
    Words(
      "words", "words/properties/headings/propertyNames", TableHeading.allCases.map(\.rawValue)),
    Words(
      "words", "words/properties/names/propertyNames", TableHeading.allCases.map(\.rawValue)),
    Words(
      "inputs", "catalogueHeading",
      UserCatalogues.text(of: []).split { ",\n".contains($0) }.map(String.init)),
    Words("inputs", "undecided", [ExportMapping.undecidedWord]),
    Words("inputs", "sheetTitle", SheetTitle.allCases.map(\.rawValue)),
    Words("inputs", "sheetHeading", SheetHeading.allCases.map(\.rawValue)),
    Words("checks", "check/properties/slips/items", TextSlipKind.allCases.map(\.rawValue)),
    Words("checks", "check/properties/in/items", TextCheck.Part.allCases.map(\.rawValue)),
  ]

  @Test("Schema 的词就是程序的词", arguments: vocabularies)
  func words(vocabulary: Words) throws {
    var value = try #require(try Self.schemas()[vocabulary.kind])
    for key in ["definitions"] + vocabulary.path.split(separator: "/").map(String.init) {
      value = try #require(value[key] as? [String: Any], "\(key)")
    }
    // Nothing may stand in place of a word: it takes the key away.
    let words = try #require(value["enum"] as? [Any]).compactMap { $0 as? String }
    #expect(words.sorted() == vocabulary.words.sorted())
  }
}
