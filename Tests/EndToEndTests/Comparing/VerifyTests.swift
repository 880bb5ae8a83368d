import Foundation
import TestSupport
import Testing

/// A dossier without self-evaluations, which is built faster, and its references.
private struct Recorded: Sendable {
  let dossier: URL
  let references: URL
  /// How the recording into a folder that did not exist ended.
  let result: ProcessResult

  static let shared = Result { try Recorded() }

  private static let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("gongkai-recorded-\(UUID().uuidString)")

  private init() throws {
    dossier = Self.folder.appendingPathComponent("dossier")
    references = Self.folder.appendingPathComponent("references")
    try copy(Project.url(DossierWriting.example), to: dossier)
    atexit { try? FileManager.default.removeItem(at: Recorded.folder) }
    try DossierWriting.dropEvaluations(of: dossier)
    result = try verify(dossier, references, ["--update"])
  }

  /// Gives a copy of the dossier and one of the references.
  static func withCopies(_ body: (_ dossier: URL, _ references: URL) throws -> Void) throws {
    let recorded = try shared.get()
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      let references = folder.appendingPathComponent("对照")
      try copy(recorded.dossier, to: dossier)
      try copy(recorded.references, to: references)
      try body(dossier, references)
    }
  }
}

/// Verifies as outside of continuous integration, where references may be recorded.
private func verify(
  _ dossier: URL, _ references: URL, _ more: [String] = [], isCI: Bool = false
) throws -> ProcessResult {
  try gongkai(
    ["verify", dossier.path, "--against", references.lastPathComponent] + more,
    in: references.deletingLastPathComponent(), environment: ["CI": isCI ? "true" : ""])
}

/// The files of a folder with their contents.
private func contents(_ folder: URL) throws -> [String: Data] {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return Dictionary(
    uniqueKeysWithValues: paths.compactMap { path in
      (try? Data(contentsOf: folder.appendingPathComponent(path))).map { (path, $0) }
    })
}

private func write(_ text: String, to file: URL) throws {
  try text.write(to: file, atomically: true, encoding: .utf8)
}

@Suite("verify holds a dossier against its references") struct VerifyTests {
  @Test("the first --update records three weights and ends with 1; after it they are met")
  func records() throws {
    let recorded = try Recorded.shared.get()
    #expect(recorded.result.status == 1, "\(recorded.result.errors)")
    #expect(recorded.result.output.contains("已改写或删去"))
    let names = try contents(recorded.references).keys.sorted()
    let kinds = Set(names.map { $0.split(separator: "/")[0] })
    #expect(kinds == ["figures.csv", "hashes.txt", "kinds.txt", "pages", "sheets", "thumbs"])
    #expect(names.contains("sheets/决算公开表/公开01表.txt"))
    #expect(names.contains("pages/部门决算公开/01.txt"))
    let again = try verify(recorded.dossier, recorded.references)
    #expect(again.status == 0 && again.errors.isEmpty, "\(again.errors)\(again.output)")
    #expect(again.output.contains("相同：比较"))
  }

  @Test("--update tells the difference, rewrites, takes orphans away and leaves other files")
  func updates() throws {
    try Recorded.withCopies { dossier, references in
      let before = try contents(references)
      try write("旧页", to: references.appendingPathComponent("pages/部门决算公开/99.txt"))
      try write("旧表", to: references.appendingPathComponent("sheets/旧表.txt"))
      try write("笔记", to: references.appendingPathComponent("笔记.md"))
      let empty = references.appendingPathComponent("空")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
      try replace("134.84", "134.85", in: references.appendingPathComponent("figures.csv"))
      let result = try verify(dossier, references, ["--update"])
      #expect(result.status == 1)
      #expect(result.output.contains("134.85 → 134.84（-0.01 万元）"), "\(result.output)")
      #expect(result.output.contains("  缺少  文本\n      左 pages/部门决算公开/99.txt"))
      #expect(
        result.output.contains(
          """
          已改写或删去 3 个对照文件，请核对后提交：
            figures.csv
            pages/部门决算公开/99.txt
            sheets/旧表.txt

          """), "\(result.output)")
      #expect(result.errors.contains("警告 C111") && result.errors.contains("笔记.md"))
      #expect(try contents(references) == before.merging(["笔记.md": Data("笔记".utf8)]) { $1 })
      #expect(FileManager.default.fileExists(atPath: empty.path))
      let again = try verify(dossier, references, ["--quiet"])
      #expect(again.status == 0, "\(again.output)")
    }
  }

  @Test(
    "where figures differ they are told, and so are the lines of the texts that follow from them")
  func corrected() throws {
    try Recorded.withCopies { dossier, references in
      try correct(dossier)
      let json = references.deletingLastPathComponent().appendingPathComponent("a.json")
      let result = try verify(dossier, references, ["--json", "a.json", "--quiet"])
      #expect(result.status == 1, "\(result.errors)")
      let report = try ComparisonJSON(String(contentsOf: json, encoding: .utf8))
      #expect(report.level == "format")
      let byFile = Dictionary(grouping: report.differences, by: \.file)
      #expect(byFile["figures.csv", default: []].count > 20)
      #expect(byFile["figures.csv", default: []].allSatisfy { $0.kind == "value" })
      #expect(byFile["hashes.txt"] == nil)
      let texts = byFile.filter { $0.key != "figures.csv" }
      let lines = texts["sheets/决算公开表/公开05表.txt", default: []]
      #expect(lines.count > 1 && !lines.contains { $0.kind == "value" }, "\(lines)")
      // The level of figures has no use for texts.
      let figures = try verify(dossier, references, ["--level", "figures", "--json", "-"])
      #expect(figures.status == 1)
      let short = try ComparisonJSON(figures.output)
      #expect(Set(short.differences.map(\.file)) == ["figures.csv"])
      #expect(short.differences.count == byFile["figures.csv"]?.count)
    }
  }

  @Test("a text that differs alone is told line by line, and counts at the level that sees it")
  func texts() throws {
    try Recorded.withCopies { dossier, references in
      let file = references.appendingPathComponent("sheets/决算公开表/公开07表.txt")
      let text = try String(contentsOf: file, encoding: .utf8)
      try write("旧的一行\n" + text, to: file)
      let result = try verify(dossier, references)
      #expect(result.status == 1)
      #expect(result.output.contains("旧的一行"), "\(result.output)")
      #expect(result.output.contains("差异 1 处"), "\(result.output)")
      #expect(try verify(dossier, references, ["--level", "figures"]).status == 0)
    }
  }

  @Test("small pictures of a few pages are held too, where nothing above them differs")
  func pictures() throws {
    try Recorded.withCopies { dossier, references in
      let all = try contents(references).filter { $0.key.hasPrefix("thumbs/") }
      #expect((1...8).contains(all.count))
      let sizes = all.values.map(\.count)
      #expect(sizes.allSatisfy { $0 <= 20 << 10 }, "\(sizes)")
      // Of the PNG format: colour type 0 is gray.
      #expect(all.values.allSatisfy { Array($0)[25] == 0 })
      let names = all.keys.sorted()
      let (first, last) = (try #require(names.first), try #require(names.last))
      try #require(all[last]).write(to: references.appendingPathComponent(first))
      let result = try verify(dossier, references)
      #expect(result.status == 1)
      #expect(result.output.contains(first) && !result.output.contains(last), "\(result.output)")
      #expect(result.output.contains("差异 1 处"), "\(result.output)")
    }
  }

  @Test("checksums made by other versions of the libraries are a warning, no difference")
  func otherVersions() throws {
    try Recorded.withCopies { dossier, references in
      let file = references.appendingPathComponent("hashes.txt")
      var lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      lines[0] = "# cairo 0.1"
      lines[1] = String(repeating: "0", count: 64) + lines[1].dropFirst(64)
      try write(lines.joined(separator: "\n"), to: file)
      let result = try verify(dossier, references)
      #expect(result.status == 0, "\(result.output)")
      #expect(result.errors.contains("hashes.txt: 警告 C112"), "\(result.errors)")
      #expect(result.errors.contains("# cairo 0.1"))
      // The same versions must give the same bytes.
      let current = try contents(Recorded.shared.get().references)["hashes.txt"] ?? Data()
      lines[0] = String(decoding: current, as: UTF8.self).components(separatedBy: "\n")[0]
      try write(lines.joined(separator: "\n"), to: file)
      let other = try verify(dossier, references)
      #expect(other.status == 1 && other.errors.isEmpty, "\(other.errors)")
      #expect(other.output.contains("hashes.txt") && other.output.contains("差异 1 处"))
    }
  }

  @Test("checksums alone are compared whatever made them: nothing else would be")
  func checksumsAlone() throws {
    try Recorded.withCopies { dossier, references in
      // Without its list, a folder is compared by what it has.
      for name in ["figures.csv", "sheets", "pages", "thumbs", "kinds.txt"] {
        try FileManager.default.removeItem(at: references.appendingPathComponent(name))
      }
      #expect(try verify(dossier, references).status == 0)
      let file = references.appendingPathComponent("hashes.txt")
      try write("# cairo 0.1\n" + String(contentsOf: file, encoding: .utf8), to: file)
      let result = try verify(dossier, references)
      #expect(result.status == 1, "\(result.output)")
      #expect(result.errors.contains("也没有别的对照文件"), "\(result.errors)")
    }
  }

  @Test("workbook and document themselves serve as references")
  func filesThemselves() throws {
    let builds = try ComparedBuilds.shared.get()
    try withTemporaryFolder { folder in
      let references = folder.appendingPathComponent("对照")
      let files = [ComparedBuilds.forms, ComparedBuilds.evaluations, ComparedBuilds.document]
      for name in files {
        try copy(
          builds.base.appendingPathComponent(name), to: references.appendingPathComponent(name))
      }
      let example = Project.url(DossierWriting.example)
      let met = try verify(example, references, ["--quiet"])
      #expect(met.status == 0 && met.errors.isEmpty, "\(met.errors)\(met.output)")
      let changed = try verify(builds.changedDossier, references, ["--update"])
      #expect(changed.status == 1)
      // The list of the build explains them, though it is no reference here.
      #expect(
        changed.output.contains(
          """
            数值 05!2010301.1（公开05表 “行政运行”行，“小计”栏）  134.84 → 134.96（+0.12 万元）
                在 第 14 页第 12 段；又见 决算公开表.xlsx 公开05表!C12
                来源：expenditure.csv:3–19
          """
        ),
        "\(changed.output)")
      #expect(changed.output.contains("已改写或删去 3 个对照文件"), "\(changed.output)")
      let names = try contents(references).keys.sorted()
      #expect(names == (files + ["kinds.txt"]).sorted())
      for name in files {
        #expect(
          try Data(contentsOf: references.appendingPathComponent(name))
            == Data(contentsOf: builds.changed.appendingPathComponent(name)))
      }
    }
  }

  @Test("a dossier with errors ends with 2 and leaves the references, also with --update")
  func wrongDossier() throws {
    try Recorded.withCopies { dossier, references in
      try replace(
        "2010301,1348400.00", "2010301,abc", in: dossier.appendingPathComponent("income.csv"))
      let before = try contents(references)
      let result = try verify(dossier, references, ["--update"])
      #expect(result.status == 2 && result.output.isEmpty, "\(result.output)")
      #expect(result.errors.contains("income.csv:3:"), "\(result.errors)")
      #expect(try contents(references) == before)
    }
  }

  @Test("in continuous integration nothing is recorded; nothing to compare is no success")
  func refuses() throws {
    try Recorded.withCopies { dossier, references in
      let before = try contents(references)
      try correct(dossier)
      let result = try verify(dossier, references, ["--update"], isCI: true)
      #expect(result.status == 64 && result.output.isEmpty, "\(result.output)")
      #expect(result.errors.contains("CI"))
      #expect(try contents(references) == before)
      let nowhere = references.deletingLastPathComponent().appendingPathComponent("没有")
      let none = try verify(dossier, nowhere)
      #expect(none.status == 2 && none.output.isEmpty)
      #expect(none.errors.contains("C110") && none.errors.contains("没有"), "\(none.errors)")
      #expect(!FileManager.default.fileExists(atPath: nowhere.path))
    }
  }
}
