import Foundation
import TestSupport
import Testing

@Suite("gongkai build") struct BuildTests {
  private let example = Project.url(DossierWriting.example)

  @Test("writes the five files and sums them up")
  func writesAllFiles() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("a/b/out")
      let result = try build(example, into: out)
      let names = [
        "figures.csv", "manifest.json", "决算公开表.xlsx", "部门决算公开.pdf", "项目支出绩效自评表.xlsx",
      ]
      #expect(try files(out) == names)
      let parts =
        names + ["10 张表，19 张绩效自评表，29 个工作表", "页（其中封面占 1 页、目录占 3 页）", "秒"]
      for part in parts {
        #expect(result.output.contains(part), "\(part)")
      }
      #expect(result.errors == "")
      // Nothing is left beside the folder.
      #expect(try files(folder.appendingPathComponent("a/b")) == ["out"])
    }
  }

  @Test("writes into Out/<部门代码>-<年度> where no folder is given")
  func writesIntoOut() throws {
    try withTemporaryFolder { folder in
      let result = try gongkai(["build", example.path], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try files(folder.appendingPathComponent("Out")) == ["431-2023"])
    }
  }

  @Test("gives the same bytes elsewhere, later, in another zone and language")
  func isReproducible() throws {
    try withTemporaryFolder { folder in
      let copy = folder.appendingPathComponent("另一个文件夹/卷宗")
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: example, to: copy)
      let first = folder.appendingPathComponent("first")
      let second = folder.appendingPathComponent("second")
      try build(example, into: first, environment: ["TZ": "Asia/Shanghai", "LANG": "zh_CN.UTF-8"])
      // The zip format counts time in steps of two seconds.
      Thread.sleep(forTimeInterval: 2.5)
      try build(
        copy, into: second,
        environment: ["TZ": "America/New_York", "LANG": "C", "LC_ALL": "tr_TR.UTF-8"])
      #expect(try files(first) == files(second))
      for name in try files(first) {
        let a = try Data(contentsOf: first.appendingPathComponent(name))
        let b = try Data(contentsOf: second.appendingPathComponent(name))
        #expect(a == b, "\(name)")
      }
    }
  }

  @Test("--timings changes no byte of the outputs")
  func timingsChangeNothing() throws {
    try withTemporaryFolder { folder in
      let plain = folder.appendingPathComponent("plain")
      let timed = folder.appendingPathComponent("timed")
      let without = try build(example, into: plain)
      let with = try build(example, into: timed, ["--timings"])
      // The steps are listed after the summary, so something was timed.
      #expect(with.output.contains("排版并写 PDF") && !without.output.contains("排版并写 PDF"))
      #expect(try files(plain) == files(timed))
      for name in try files(plain) {
        let a = try Data(contentsOf: plain.appendingPathComponent(name))
        let b = try Data(contentsOf: timed.appendingPathComponent(name))
        #expect(a == b, "\(name)")
      }
    }
  }

  @Test("SOURCE_DATE_EPOCH replaces the date of the dossier")
  func takesTheDateOfTheEnvironment() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try build(example, into: out, environment: ["SOURCE_DATE_EPOCH": "1735689600"])
      let info = try run("pdfinfo", ["-isodates", out.appendingPathComponent("部门决算公开.pdf").path])
      #expect(info.output.contains("2025-01-01"))
      let wrong = try gongkai(
        ["build", example.path, "--out", out.path], environment: ["SOURCE_DATE_EPOCH": "yesterday"])
      #expect(wrong.status == 64)
      #expect(wrong.errors.contains("SOURCE_DATE_EPOCH"))
    }
  }

  @Test("without a layout set it lists the sets and ends with 2")
  func listsLayoutSets() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: example, to: dossier)
      let file = dossier.appendingPathComponent("department.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("版式: shanxi-2023\n", with: "").write(
        to: file, atomically: true, encoding: .utf8)
      let out = folder.appendingPathComponent("out")
      let result = try gongkai(["build", dossier.path, "--out", out.path])
      #expect(result.status == 2)
      #expect(result.errors.contains("shanxi-2023"))
      let named = try gongkai(
        ["build", dossier.path, "--out", out.path, "--layout", "shanxi-2023"])
      #expect(named.status == 0, "\(named.errors)")
      let unknown = try gongkai(
        ["build", dossier.path, "--out", out.path, "--layout", "shanxi-2032"])
      #expect(unknown.status == 2)
      #expect(unknown.errors.contains("您是否想写“shanxi-2023”？"))
    }
  }

  @Test(
    "a missing, an empty and a wrong dossier are answered in Chinese",
    arguments: [
      "missing", "empty", "file",
    ])
  func refusesWrongDossiers(kind: String) throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent(kind)
      if kind == "empty" {
        try FileManager.default.createDirectory(at: dossier, withIntermediateDirectories: false)
      } else if kind == "file" {
        try "x".write(to: dossier, atomically: true, encoding: .utf8)
      }
      let result = try gongkai(["build", dossier.path], in: folder)
      #expect(result.status == 2, "\(result.errors)")
      #expect(result.errors.contains("处理:"), "\(result.errors)")
      #expect(result.errors.contains("没有写出任何文件"))
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("Out").path))
    }
  }

  @Test("a font that is not there is the machine's fault and ends with 3")
  func reportsMissingFonts() throws {
    try withTemporaryFolder { folder in
      let data = folder.appendingPathComponent("data")
      try copyData(to: data)
      try FileManager.default.removeItem(
        at: data.appendingPathComponent("Fonts/files/FandolSong-Regular.ttf"))
      let result = try gongkai(["build", example.path, "--data", data.path], in: folder)
      #expect(result.status == 3, "\(result.errors)")
      #expect(result.errors.contains("FandolSong-Regular.ttf"))
      #expect(!FileManager.default.fileExists(atPath: folder.appendingPathComponent("Out").path))
    }
  }

  private func files(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
