import Foundation
import TestSupport
import Testing

@Suite("gongkai layout")
struct LayoutCommandTests {
  @Test("lists the sets with the year, the parent and what is assumed")
  func list() throws {
    let result = try gongkai(["layout", "list"])
    #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("shanxi-2023 ") && !$0.contains("推定") })
    let next = try #require(lines.first { $0.hasPrefix("shanxi-2024 ") })
    #expect(next.contains("shanxi-2023") && next.contains("推定"))
  }

  @Test("a new set builds at once, and says of itself that it is assumed")
  func new() throws {
    try withTemporaryFolder { folder in
      let data = folder.appendingPathComponent("data")
      try copyData(to: data)
      let options = ["--data", data.path]
      let made = try gongkai(["layout", "new", "shanxi-2025", "--from", "shanxi-2023"] + options)
      #expect(made.status == 0, "\(made.errors)")
      let file = data.appendingPathComponent("Layouts/shanxi-2025/set.yaml")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.contains("title: 山西省2025年度部门决算公开") && text.contains("year: 2025"))
      let checked = try gongkai(["layout", "check", "shanxi-2025"] + options)
      #expect(checked.status == 0 && checked.errors.contains("提示 L189"), "\(checked.errors)")
      let dossier = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: Project.url(DossierWriting.example), to: dossier)
      let out = folder.appendingPathComponent("out").path
      let built = try gongkai(
        ["build", dossier.path, "--layout", "shanxi-2025", "--out", out, "--formats", "xlsx"]
          + options)
      #expect(built.errors.contains("D082") && built.errors.contains("L189"), "\(built.errors)")
      #expect(
        try gongkai(["layout", "new", "shanxi-2025", "--from", "shanxi-2023"] + options).status
          == 64)
    }
  }

  @Test("a fault is told in the file that has it, inherited or not, and ends with 2")
  func faults() throws {
    try withTemporaryFolder { folder in
      let data = folder.appendingPathComponent("data")
      try copyData(to: data)
      let child = data.appendingPathComponent("Layouts/shanxi-2024")
      try replace(
        "year: 2024", "year: 2024\nunitTypes: [行政单位]", in: child.appendingPathComponent("set.yaml"))
      let result = try gongkai(["layout", "check", "shanxi-2024", "--data", data.path])
      #expect(result.status == 2)
      #expect(result.errors.contains("shanxi-2023/forms/10.yaml:"), "\(result.errors)")
      #expect(result.errors.contains("这套版式不能用"))
    }
  }

  @Test(
    "what cannot be is told with the sets there are",
    arguments: [
      (["check", "shanxi-2032"], "X416"), (["new", "甲", "--from", "shanxi-2023"], "X417"),
      (["new", "shanxi-2030", "--from", "shanxi-2032"], "X416"),
      (["new", "shanxi-2024", "--from", "shanxi-2023"], "X407"),
    ])
  func usage(arguments: [String], code: String) throws {
    let result = try gongkai(["layout"] + arguments)
    #expect(result.status == 64 && result.errors.contains(code), "\(result.errors)")
  }
}
