import Foundation
import TestSupport
import Testing

/// Ways in which a command could hurt what is there.
@Suite("No command destroys what it was not asked for") struct OutputHarmTests {
  private let example = Project.url(DossierWriting.example)

  @Test("an output folder that is a file, or a link to one, is refused and left alone")
  func outIsFile() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("f")
      try Data("我的".utf8).write(to: file)
      for (name, target) in [("link", "f"), ("nowhere", "missing")] {
        try FileManager.default.createSymbolicLink(
          atPath: folder.appendingPathComponent(name).path, withDestinationPath: target)
      }
      for out in ["f", "link", "f/", "nowhere"] {
        let result = try gongkai(["build", example.path, "--out", out], in: folder)
        #expect(result.status == 64 && result.errors.contains("X409"), "\(out): \(result.errors)")
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == "我的")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == ["f", "link", "nowhere"])
    }
  }

  @Test("a link to a folder, with or without a slash, leads to the folder")
  func outIsLink() throws {
    try withTemporaryFolder { folder in
      let real = folder.appendingPathComponent("real")
      try FileManager.default.createDirectory(at: real, withIntermediateDirectories: false)
      let link = folder.appendingPathComponent("link")
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: "real")
      for out in ["link", "link/"] {
        let result = try gongkai(
          ["build", example.path, "--out", out, "--formats", "pdf", "--forms", "01"], in: folder)
        #expect(result.status == 0, "\(result.errors)")
      }
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "real")
      #expect(FileManager.default.fileExists(atPath: real.path + "/部门决算公开.pdf"))
    }
  }

  @Test("an output folder in the dossier is refused, whichever way it is named")
  func outInDossier() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("d")
      try FileManager.default.copyItem(at: example, to: dossier)
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent("link").path, withDestinationPath: "d")
      for out in ["d/out", "d/evaluations", "d/a/b", "link/out", "./d/../d/out/"] {
        let result = try gongkai(["build", "d", "--out", out], in: folder)
        #expect(result.status == 64 && result.errors.contains("X410"), "\(out): \(result.errors)")
      }
      #expect(try names(dossier) == names(example))
    }
  }

  @Test("the usual place in the dossier is no input, and is not warned about")
  func usualPlaceInDossier() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("d")
      try FileManager.default.copyItem(at: example, to: dossier)
      for _ in 0..<2 {
        let result = try gongkai(["build", "."], in: dossier)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
      }
      #expect(FileManager.default.fileExists(atPath: dossier.path + "/Out/431-2023/manifest.json"))
    }
  }

  @Test(
    "no code leads out of the output folder", arguments: ["../../x", "a/b", "..", "４３１", "431 "])
  func codes(code: String) throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("d")
      try FileManager.default.copyItem(at: example, to: dossier)
      let file = dossier.appendingPathComponent("department.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("代码: \"431\"", with: "代码: \"\(code)\"").write(
        to: file, atomically: true, encoding: .utf8)
      let result = try gongkai(["build", "d"], in: folder)
      #expect(result.status == 2)
      #expect(result.errors.contains("department.yaml:8:10: 错误 D290"), "\(result.errors)")
      #expect(try names(folder) == ["d"])
    }
  }

  @Test("a report never takes the place of anything else", arguments: ["--json", "--junit"])
  func reports(option: String) throws {
    try withTemporaryFolder { folder in
      let list = "form,row,column,printed,印刷单位,exact,unit,sources\n01,a,1,1.00,万元,,元,\n"
      for name in ["a.csv", "b.csv"] {
        try Data(list.utf8).write(to: folder.appendingPathComponent(name))
      }
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("dir"), withIntermediateDirectories: false)
      for place in ["a.csv", "dir", "b.csv"] {
        let result = try gongkai(["diff", "a.csv", "b.csv", option, place], in: folder)
        #expect(result.status == 64 && result.errors.contains("X412"), "\(result.errors)")
      }
      #expect(
        try String(contentsOf: folder.appendingPathComponent("a.csv"), encoding: .utf8) == list)
      // A new file, the report of the last time, an empty file, and what is no file at all.
      try Data().write(to: folder.appendingPathComponent("empty"))
      for place in ["r", "r", "empty", "/dev/null"] {
        let result = try gongkai(["diff", "a.csv", "b.csv", option, place], in: folder)
        #expect(result.status == 0, "\(place): \(result.errors)")
      }
      let both = try gongkai(
        ["diff", "a.csv", "b.csv", "--json", "x", "--junit", "./x"], in: folder)
      #expect(both.status == 64 && both.errors.contains("X414"), "\(both.errors)")
      let type = try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type]
      #expect(type as? FileAttributeType == .typeCharacterSpecial)
    }
  }

  @Test("names that are no UTF-8 are named as such")
  func foreignNames() throws {
    try withTemporaryFolder { folder in
      let script = """
        cp -r "$0" d; cp "$(ls d/evaluations/*.yaml | head -1)" d/evaluations/$'\\xCA\\xD5.yaml'
        touch d/$'\\xCA\\xD5.txt'; mkdir s; touch s/$'\\xCA\\xD5.xlsx'
        """
      try #require(run("bash", ["-c", script, example.path], in: folder).status == 0)
      let built = try gongkai(["build", "d", "--out", "o"], in: folder)
      #expect(built.status == 2, "\(built.errors)")
      for part in [
        "错误 D293", #"“\xCA\xD5.yaml”（按 GBK 读作“收.yaml”）"#, "警告 D291", "“收.txt”", "mv -- $'",
      ] {
        #expect(built.errors.contains(part), "\(part): \(built.errors)")
      }
      let compared = try gongkai(["diff", "s", "s"], in: folder)
      #expect(compared.status == 2 && compared.errors.contains("错误 X341"), "\(compared.errors)")
      // An argument cannot be passed on.
      let argument = try run(
        "bash", ["-c", "exec \"$0\" build $'\\xCA\\xD5'", Project.binary.path], in: folder)
      #expect(argument.status == 64 && argument.errors.contains("X413"), "\(argument.errors)")
    }
  }

  private func names(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
