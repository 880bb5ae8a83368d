import Diagnostics
import Dossiers
import Foundation
import Layouts
import TestSupport
import Testing

/// The empty dossier that a clerk fills in.
@Suite("空白卷宗")
struct EmptyDraftTests {
  private static let library = LayoutLibrary(root: Project.url("Layouts"))

  /// Writes the empty dossier of a set, lets the body fill it in, and reads it.
  private func read(
    _ set: LayoutSet, filling fill: (_ name: String, _ text: String) -> String = { $1 }
  ) throws -> [Finding] {
    try withTemporaryFolder { folder in
      for file in DraftFolder(DossierDraft(emptyFor: set)).files {
        try Data(fill(file.name, file.text).utf8)
          .write(to: folder.appendingPathComponent(file.name))
      }
      return readDossier(.folder(folder), by: set).findings
    }
  }

  @Test("没有填时只说没有填；每个键和表头都认识", arguments: library.names)
  func untouched(_ name: String) throws {
    let set = try #require(Self.library.load(name).value)
    let findings = try read(set)
    #expect(Set(findings.map(\.code)) == ["D007", "D090"])
    let missing = findings.filter { $0.code == "D090" }.map(\.what)
    for fact in set.facts {
      let isReported = missing.contains { $0.contains("“\(fact.path)”") }
      // Units are not named yet, so that nothing can be missing for any of them.
      #expect(isReported == (fact.isRequired && !fact.isByUnit), "\(fact.path)")
    }
  }

  @Test("填好后没有错误", arguments: library.names)
  func filledIn(_ name: String) throws {
    let set = try #require(Self.library.load(name).value)
    let type = try #require(set.unitTypes.first)
    let findings = try read(set) { name, text in
      guard name == "department.yaml" else { return text }
      return
        text
        .replacing("公开日期:", with: "公开日期: \(set.year + 1)-09-20")
        .replacing("代码:\n", with: "代码: \"431\"\n")
        .replacing("名称:\n", with: "名称: 某局\n")
        .replacing("类型:\n", with: "类型: \(type)\n")
        .replacing(/: {3}#(?=.*按单位填写)/, with: ": {\"431\": 0}   #")
        .replacing(/: {3}#(?=.*按科目填写)/, with: ": {\"201\": 文字}   #")
        .replacing(/: {3}#/, with: ": 0   #")
        .replacing("单位: 0", with: "单位:")
    }
    #expect(findings.map(\.what) == [])
  }
}
