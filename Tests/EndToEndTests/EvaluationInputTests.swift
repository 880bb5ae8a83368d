import Foundation
import TestSupport
import Testing

@Suite("self-evaluations as inputs of a build") struct EvaluationInputTests {
  private let example = Project.url(DossierWriting.example)

  /// Copies the example, lets the body change its evaluations, and builds it.
  private func build(
    changing change: (URL) throws -> Void, then check: (ProcessResult, URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let copy = folder.appendingPathComponent("卷宗")
      try FileManager.default.copyItem(at: example, to: copy)
      try change(copy.appendingPathComponent("evaluations"))
      let out = folder.appendingPathComponent("out")
      try check(try gongkai(["build", copy.path, "--out", out.path]), out)
    }
  }

  @Test("the manifest lists each file by its path, with its hash")
  func manifest() throws {
    let folder = example.appendingPathComponent("evaluations")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count == 19)
    try build(changing: { _ in }) { result, out in
      #expect(result.status == 0, "\(result.errors)")
      let text = try String(
        contentsOf: out.appendingPathComponent("manifest.json"), encoding: .utf8)
      for name in names {
        let hash = try run("sha256sum", [folder.appendingPathComponent(name).path]).output
          .prefix(64)
        let entry = text.firstRange(of: "\"evaluations/\(name)\"")
        let rest = entry.map { text[$0.upperBound...].prefix(120) }
        #expect(rest?.contains(hash) == true, "\(name)")
      }
    }
  }

  @Test("a fault in one is told with its file, line and text, and nothing is written")
  func fault() throws {
    try build(changing: { evaluations in
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: evaluations.path)
          .first { $0.hasPrefix("02-") })
      let file = evaluations.appendingPathComponent(name)
      let text = try String(contentsOf: file, encoding: .utf8)
      let spoilt = text.replacing("全年执行数: 649.625", with: "全年执行数: 六百")
      #expect(spoilt != text)
      try Data(spoilt.utf8).write(to: file)
    }) { result, out in
      #expect(result.status == 2)
      #expect(result.errors.contains(/evaluations\/02-.+\.yaml:\d+:\d+: 错误 D120: 金额“六百”不是数/))
      #expect(result.errors.contains("全年执行数: 六百"))
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }
}
