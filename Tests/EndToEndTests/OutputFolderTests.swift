import Foundation
import TestSupport
import Testing

@Suite("The output folder stays whole") struct OutputFolderTests {
  private let example = Project.url(DossierWriting.example)

  @Test("a build with errors leaves the former outputs as they were")
  func failedBuildLeavesFormerOutputs() throws {
    try withFormerOutputs { folder, out, before in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: example, to: dossier)
      let file = dossier.appendingPathComponent("income.csv")
      try (String(contentsOf: file, encoding: .utf8) + "431009,其他收入,2159999,abc\n").write(
        to: file, atomically: true, encoding: .utf8)
      let result = try gongkai(["build", dossier.path, "--out", out.path])
      #expect(result.status == 2)
      #expect(result.errors.contains("income.csv:33:1: 错误"), "\(result.errors)")
      #expect(result.errors.contains("abc"))
      #expect(try contents(out) == before)
    }
  }

  @Test("a build killed at any moment leaves the former outputs or the new ones, whole")
  func killedBuildLeavesWholeOutputs() throws {
    try withFormerOutputs { folder, out, before in
      // Another date, so that the new outputs differ from the former ones.
      let environment = ["SOURCE_DATE_EPOCH": "1735689600"]
      let reference = folder.appendingPathComponent("reference")
      try build(example, into: reference, environment: environment)
      let after = try contents(reference)
      #expect(after != before)
      for milliseconds in stride(from: 5, through: 400, by: 20) {
        let process = Process()
        process.executableURL = Project.binary
        process.arguments = ["build", example.path, "--out", out.path]
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let found = try contents(out)
        #expect(found == before || found == after, "killed after \(milliseconds) ms")
      }
      // The next build clears away what the killed ones left.
      try build(example, into: out, environment: environment)
      #expect(try contents(out) == after)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["out", "reference"])
    }
  }

  @Test("files that no build of ours made are carried over, ours are renewed")
  func carriesForeignFilesOver() throws {
    try withFormerOutputs { _, out, _ in
      let note = out.appendingPathComponent("批注.txt")
      try "请核对第 3 页".write(to: note, atomically: true, encoding: .utf8)
      let inner = out.appendingPathComponent("往年")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: false)
      try "2022".write(
        to: inner.appendingPathComponent("a.txt"), atomically: true, encoding: .utf8)
      try build(example, into: out, ["--formats", "pdf"])
      let names = try FileManager.default.contentsOfDirectory(atPath: out.path).sorted()
      #expect(names == ["figures.csv", "manifest.json", "往年", "批注.txt", "部门决算公开.pdf"].sorted())
      #expect(try String(contentsOf: note, encoding: .utf8) == "请核对第 3 页")
      #expect(
        try String(contentsOf: inner.appendingPathComponent("a.txt"), encoding: .utf8) == "2022")
    }
  }

  @Test("a stranger's file of the same name is never overwritten")
  func refusesToOverwriteForeignFiles() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try FileManager.default.createDirectory(at: out, withIntermediateDirectories: false)
      let file = out.appendingPathComponent("部门决算公开.pdf")
      try "别人的文件".write(to: file, atomically: true, encoding: .utf8)
      let result = try gongkai(["build", example.path, "--out", out.path])
      #expect(result.status == 3)
      #expect(result.errors.contains("部门决算公开.pdf"))
      #expect(try String(contentsOf: file, encoding: .utf8) == "别人的文件")
    }
  }

  @Test("an output folder that would hold the dossier is refused")
  func refusesFoldersAroundTheDossier() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: example, to: dossier)
      for out in [folder, dossier] {
        let result = try gongkai(["build", dossier.path, "--out", out.path])
        #expect(result.status == 64, "\(result.errors)")
      }
    }
  }

  @Test("a place that cannot be written ends with 3")
  func reportsUnwritablePlaces() throws {
    let result = try gongkai(["build", example.path, "--out", "/proc/gongkai/out"])
    #expect(result.status == 3, "\(result.errors)")
    #expect(result.errors.contains("处理:"))
  }

  private func withFormerOutputs(
    _ body: (_ folder: URL, _ out: URL, _ before: [String: Data]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try build(example, into: out)
      try body(folder, out, contents(out))
    }
  }

  private func contents(_ folder: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try names.map {
        ($0, try Data(contentsOf: folder.appendingPathComponent($0)))
      })
  }
}
