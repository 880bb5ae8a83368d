import Foundation
import TestSupport
import Testing

@Suite("The manners of diff") struct DiffOptionTests {
  private static let heading = "form,row,column,printed,印刷单位,exact,unit,sources\n"

  /// Lists of figures are compared in no time: two folders with some differences.
  private func withFolders(_ body: (_ folder: URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      for (side, figure) in [("left", "1.0"), ("right", "2.0")] {
        let place = folder.appendingPathComponent(side)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
        let rows = (1...9).map { "05,行\($0),1,\(figure)\($0),万元,,元,expenditure.csv:\($0)\n" }
        try (Self.heading + rows.joined()).write(
          to: place.appendingPathComponent("figures.csv"), atomically: true, encoding: .utf8)
        try "{\"made\": \"\(side)\"}".write(
          to: place.appendingPathComponent("manifest.json"), atomically: true, encoding: .utf8)
      }
      try body(folder)
    }
  }

  @Test("--json has the keys of the schema and no others, on standard output or in a file")
  func json() throws {
    try withFolders { folder in
      let result = try gongkai(["diff", "left", "right", "--json", "-"], in: folder)
      #expect(result.status == 1 && result.errors.isEmpty, "\(result.errors)")
      let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let report = try #require(object as? [String: Any])
      #expect(
        Set(report.keys) == [
          "left", "right", "level", "equal", "summary", "differences", "ignored",
        ])
      let summary = try #require(report["summary"] as? [String: Any])
      #expect(Set(summary.keys) == ["compared", "different", "files", "forms", "ignored"])
      let differences = try #require(report["differences"] as? [[String: Any]])
      #expect(differences.count == 9)
      for difference in differences {
        let known: Set = [
          "kind", "file", "group", "address", "left", "right", "change", "unit",
        ]
        #expect(Set(difference.keys).subtracting(known).isEmpty, "\(difference.keys)")
        #expect(difference["kind"] as? String == "value")
      }
      let parsed = try ComparisonJSON(result.output)
      #expect(parsed.left == "left" && parsed.right == "right" && parsed.level == "content")
      #expect(parsed.differences[2].address?.text == "05!行3.1")
      #expect(parsed.differences[2].right?.sources?.map(\.text) == ["expenditure.csv:3"])
      // A file gets the same, and the text goes on to standard output.
      let other = try gongkai(["diff", "left", "right", "--json", "a.json"], in: folder)
      let file = folder.appendingPathComponent("a.json")
      #expect(try String(contentsOf: file, encoding: .utf8) == result.output)
      #expect(other.output.contains("05!行3.1  1.03 → 2.03（+1.00 万元）"), "\(other.output)")
    }
  }

  @Test("--junit is XML with a case for each form, failed where it differs")
  func junit() throws {
    try withFolders { folder in
      let result = try gongkai(["diff", "left", "right", "--junit", "-"], in: folder)
      #expect(result.status == 1)
      let file = folder.appendingPathComponent("a.xml")
      try result.output.write(to: file, atomically: true, encoding: .utf8)
      let script = """
        import sys
        from xml.etree import ElementTree
        root = ElementTree.parse(sys.argv[1]).getroot()
        cases = root.findall("testsuite/testcase")
        print(root.tag, root.get("tests"), root.get("failures"), root.get("errors"), len(cases))
        print([(case.get("name"), len(case.findall("failure"))) for case in cases])
        """
      let parsed = try python(["-c", script, file.path])
      #expect(parsed.output == "testsuites 1 1 0 1\n[('05', 1)]\n", "\(parsed.errors)")
    }
  }

  @Test("--quiet prints the summary alone; --limit cuts what is printed, never what is counted")
  func short() throws {
    try withFolders { folder in
      let summary = "不同：比较 9 项，1 张表，1 个文件；差异 9 处，忽略 0 处。\n"
      let quiet = try gongkai(["diff", "left", "right", "--quiet"], in: folder)
      #expect(quiet.output == summary)
      let cut = try gongkai(["diff", "left", "right", "--limit", "2"], in: folder)
      #expect(cut.status == 1)
      #expect(cut.output.components(separatedBy: "  数值 ").count == 3, "\(cut.output)")
      #expect(cut.output.contains("另有 7 处差异没有列出\n") && cut.output.hasSuffix(summary))
      let none = try gongkai(
        ["diff", "left", "right", "--limit", "0", "--json", "a.json"], in: folder)
      #expect(none.output.contains("另有 9 处差异没有列出"))
      let json = try String(contentsOf: folder.appendingPathComponent("a.json"), encoding: .utf8)
      #expect(try ComparisonJSON(json).differences.count == 9)
    }
  }

  @Test("rules beside the left folder or of --rules: reasons are printed, idle ones reported")
  func rules() throws {
    try withFolders { folder in
      let rules = """
        ignore:
          - {address: "05!行[12].1", reason: 写错的条件}
          - {address: "05!行1.1", reason: 第一行另行公布}
        tolerate:
          - {within: "1.00", reason: 去年的口径}

        """
      let beside = folder.appendingPathComponent("left/ignore.yaml")
      try rules.write(to: beside, atomically: true, encoding: .utf8)
      let result = try gongkai(["diff", "left", "right"], in: folder)
      #expect(result.status == 0, "\(result.output)")
      #expect(result.output.contains("忽略 1 处：第一行另行公布（left/ignore.yaml:3:5）"))
      #expect(result.output.contains("忽略 8 处：去年的口径（left/ignore.yaml:5:5）"))
      #expect(result.output.hasSuffix("相同：比较 9 项，1 张表，1 个文件；差异 0 处，忽略 9 处。\n"))
      #expect(result.errors.contains("left/ignore.yaml:2:5: 警告 C104"), "\(result.errors)")
      #expect(result.errors.contains("写错的条件"))
      // Another file takes its place; it is no file of the folder itself.
      try "ignore:\n  - {kind: text, reason: 不论文字}\n".write(
        to: folder.appendingPathComponent("其他.yaml"), atomically: true, encoding: .utf8)
      let other = try gongkai(["diff", "left", "right", "--rules", "其他.yaml"], in: folder)
      #expect(other.status == 1)
      #expect(other.output.hasSuffix("不同：比较 9 项，1 张表，1 个文件；差异 9 处，忽略 0 处。\n"))
      #expect(other.errors.contains("其他.yaml:2:5: 警告 C104"))
      // Faulty rules leave nothing compared.
      try "ignore:\n  - {reason: 全部}\n".write(to: beside, atomically: true, encoding: .utf8)
      let faulty = try gongkai(["diff", "left", "right"], in: folder)
      #expect(faulty.status == 2 && faulty.output.isEmpty)
      #expect(faulty.errors.contains("left/ignore.yaml:2:5: 错误 C102"), "\(faulty.errors)")
      let missing = try gongkai(["diff", "left", "right", "--rules", "没有.yaml"], in: folder)
      #expect(missing.status == 2 && missing.errors.contains("没有.yaml"), "\(missing.errors)")
    }
  }

  @Test("folders: manifest.json is passed over, a file that one side has is one difference")
  func folders() throws {
    try withFolders { folder in
      try copy(
        folder.appendingPathComponent("left/figures.csv"),
        to: folder.appendingPathComponent("third/figures.csv"))
      for name in ["a.txt", "below/b.txt"] {
        let file = folder.appendingPathComponent("third/\(name)")
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try "甲\n".write(to: file, atomically: true, encoding: .utf8)
      }
      let report = try compared(
        folder.appendingPathComponent("left"), folder.appendingPathComponent("third"))
      #expect(report.differences.map(\.file) == ["a.txt", "below/b.txt"])
      #expect(report.differences.map(\.kind) == ["added", "added"])
      let back = try compared(
        folder.appendingPathComponent("third"), folder.appendingPathComponent("left"))
      #expect(back.differences.map(\.kind) == ["missing", "missing"])
    }
  }

  @Test(
    "wrong usage ends with 64",
    arguments: [
      ["--level", "pixels"], ["--level", "figure"], ["--limit", "-1"], ["--limit", "viele"],
      ["--json", "-", "--junit", "-"], ["--data", "none"],
    ])
  func usage(_ options: [String]) throws {
    try withFolders { folder in
      let result = try gongkai(["diff", "left", "right"] + options, in: folder)
      #expect(result.status == 64 && result.output.isEmpty, "\(result.output)")
      if options[0] == "--level" {
        #expect(result.errors.contains("figures、content、format"), "\(result.errors)")
      }
    }
  }

  @Test("missing files, a file against a folder, reports that cannot be written")
  func places() throws {
    try withFolders { folder in
      let missing = try gongkai(["diff", "left", "nowhere"], in: folder)
      #expect(missing.status == 2 && missing.output.isEmpty, "\(missing.output)")
      #expect(missing.errors.contains("nowhere: 错误 C108: 没有这个文件或文件夹"))
      let mixed = try gongkai(["diff", "left/figures.csv", "right"], in: folder)
      #expect(mixed.status == 2 && mixed.output.isEmpty, "\(mixed.output)")
      #expect(mixed.errors.contains("C105"))
      let unwritable = try gongkai(
        ["diff", "left", "right", "--json", "none/a.json"], in: folder)
      #expect(unwritable.status == 3, "\(unwritable.errors)")
      #expect(unwritable.errors.contains("none/a.json"))
    }
  }
}
