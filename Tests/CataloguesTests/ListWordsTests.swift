import Diagnostics
import Domain
import Foundation
import Layouts
import TestSupport
import Testing

@testable import Catalogues

extension ListWords {
  /// The words that come with the layout sets.
  static let shipped: ListWords = {
    let loaded = read(from: LayoutLibrary(root: Project.url("Layouts")))
    guard let words = loaded.value else { preconditionFailure("\(loaded.findings)") }
    return words
  }()
}

/// The words of lists are a file, which may be missing or faulty.
@Suite("The words that lists are written with") struct ListWordsTests {
  private static let file = "catalogues/words.yaml"

  /// What is told of the file with a text changed.
  private func findings(replacing old: String, with new: String) throws -> [Finding] {
    let text = try String(contentsOf: Project.url("Layouts/\(Self.file)"), encoding: .utf8)
    #expect(text.contains(old))
    return try withTemporaryFolder { root in
      let file = root.appendingPathComponent(Self.file)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.replacing(old, with: new).utf8).write(to: file)
      let loaded = ListWords.read(from: LayoutLibrary(root: root))
      #expect((loaded.value == nil) == loaded.findings.hasErrors)
      return loaded.findings
    }
  }

  @Test("the file as it comes is sound")
  func sound() throws {
    #expect(try findings(replacing: "titleEnds: 续", with: "titleEnds: 续").isEmpty)
  }

  @Test(
    "a list that is missing, unknown or no text is told with its line",
    arguments: [("titleEnds:", "titleEnd:"), ("titleEnds: 续", "titleEnds: [续]")])
  func faulty(old: String, new: String) throws {
    let found = try findings(replacing: old, with: new)
    #expect(!found.isEmpty)
    for finding in found {
      guard case .source(let place) = finding.place else {
        Issue.record("\(finding)")
        continue
      }
      #expect(place.file == Self.file)
      #expect(place.line > 0)
    }
  }

  @Test("the schema has the lists that are read, and takes the file")
  func schema() throws {
    let data = try Data(contentsOf: Project.url("docs/schema/list-words.schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let words = (schema["definitions"] as? [String: Any])?["words"] as? [String: Any]
    let lists = ListWords.List.allCases.map(\.rawValue).sorted()
    #expect((words?["properties"] as? [String: Any])?.keys.sorted() == lists)
    #expect((words?["required"] as? [String])?.sorted() == lists)
    let tool = Project.url("Tests/Tools/validate_files.py").path
    let file = Project.url("Layouts/\(Self.file)").path
    let result = try run("/usr/bin/python3", [tool, "list-words", file])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  @Test("without the file nothing is read")
  func missing() {
    let loaded = ListWords.read(from: LayoutLibrary(root: URL(fileURLWithPath: "/nowhere")))
    #expect(loaded.value == nil)
    #expect(loaded.findings.hasErrors)
  }

  @Test("a word of the file counts: another one heads another column of names")
  func counts() throws {
    let list = ListText.grid([
      ["科目编码", "科目名称", "用途"], ["201", "甲", "一二三"], ["20101", "乙", "四五六"],
    ])
    let text = try String(contentsOf: Project.url("Layouts/\(Self.file)"), encoding: .utf8)
    let other = try withTemporaryFolder { root in
      let file = root.appendingPathComponent(Self.file)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      let changed = text.replacing("nameHeadingEnds: 名称", with: "nameHeadingEnds: 用途")
      try Data(changed.utf8).write(to: file)
      return try #require(ListWords.read(from: LayoutLibrary(root: root)).value)
    }
    let names = readCatalogue(Array(list.parts.prefix(1)), by: other)
    #expect(names.accounts(of: .function).map(\.name) == ["一二三", "四五六"])
    let usual = readCatalogue(Array(list.parts.prefix(1)), by: .shipped)
    #expect(usual.accounts(of: .function).map(\.name) == ["甲", "乙"])
  }
}
