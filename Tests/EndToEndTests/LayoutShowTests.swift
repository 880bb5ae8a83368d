import Foundation
import TestSupport
import Testing

@Suite("gongkai layout show")
struct LayoutShowTests {
  private static func show(
    _ set: String, _ form: String, into folder: URL, _ more: [String] = []
  ) throws -> ProcessResult {
    try gongkai(["layout", "show", set, form, "--out", folder.path] + more)
  }

  private static func names(in folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("draws a form with ids and what its cells show, the same bytes every time")
  func drawing() throws {
    try withTemporaryFolder { folder in
      let rounds = ["first", "second"].map(folder.appendingPathComponent)
      for round in rounds {
        let result = try Self.show("shanxi-2023", "5", into: round)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
      }
      let names = ["shanxi-2023-05.pdf", "shanxi-2023-05.png"]
      #expect(try Self.names(in: rounds[0]) == names)
      for (name, magic) in zip(names, ["%PDF-", "\u{89}PNG"]) {
        let data = try rounds.map { try Data(contentsOf: $0.appendingPathComponent(name)) }
        #expect(data[0] == data[1])
        #expect(
          String(decoding: data[0].prefix(8), as: Unicode.ASCII.self).dropFirst().hasPrefix(
            magic.dropFirst()))
      }
      let pdf = rounds[0].appendingPathComponent(names[0]).path
      let text = try run("pdftotext", ["-layout", pdf, "-"]).output
      for piece in [
        "project", "total", "= basic + project", "= 各行", "= 以下各项", "AAABBCC", "{部门名称}",
        "支出 一般公共预算财政拨款",
      ] {
        #expect(text.contains(piece), "\(piece)\n\(text)")
      }
    }
  }

  @Test("numbers the pictures of several pages; one of a page that is gone goes, other files stay")
  func pages() throws {
    try withTemporaryFolder { folder in
      for name in ["shanxi-2023-06-3.png", "shanxi-2023-06.txt"] {
        try Data().write(to: folder.appendingPathComponent(name))
      }
      #expect(try Self.show("shanxi-2023", "06", into: folder).status == 0)
      #expect(
        try Self.names(in: folder) == [
          "shanxi-2023-06-2.png", "shanxi-2023-06.pdf", "shanxi-2023-06.png", "shanxi-2023-06.txt",
        ])
    }
  }

  @Test("what cannot be replaced leaves all as it was")
  func refusal() throws {
    try withTemporaryFolder { folder in
      let inTheWay = folder.appendingPathComponent("shanxi-2023-05.png")
      try FileManager.default.createDirectory(at: inTheWay, withIntermediateDirectories: true)
      let result = try Self.show("shanxi-2023", "05", into: folder)
      #expect(result.status == 3 && result.errors.contains("X319"), "\(result.errors)")
      #expect(try Self.names(in: folder) == ["shanxi-2023-05.png"])
      let file = folder.appendingPathComponent("file")
      try Data().write(to: file)
      #expect(try Self.show("shanxi-2023", "05", into: file).status == 64)
    }
  }

  @Test("all forms of all sets are drawn, that of self-evaluations too")
  func everyForm() throws {
    try withTemporaryFolder { folder in
      for (set, count) in [("shanxi-2023", 10), ("shanghai-2024", 9)] {
        let numbers = (1...count).map { $0 < 10 ? "0\($0)" : "\($0)" }
        for number in numbers + (set == "shanxi-2023" ? ["自评"] : []) {
          let result = try Self.show(set, number, into: folder)
          #expect(result.status == 0, "\(set) \(number): \(result.errors)")
          #expect(result.output.contains("\(set)-\(number).png"))
        }
      }
    }
  }

  @Test("--why tells of every value where it was written, inherited or not, and draws nothing")
  func origins() throws {
    try withTemporaryFolder { folder in
      let data = folder.appendingPathComponent("data")
      try copyData(to: data)
      let child = data.appendingPathComponent("Layouts/shanxi-2025/forms")
      try FileManager.default.createDirectory(at: child, withIntermediateDirectories: true)
      try """
      parent: shanxi-2024
      year: 2025
      """.write(
        to: child.deletingLastPathComponent().appendingPathComponent("set.yaml"), atomically: true,
        encoding: .utf8)
      try """
      title: 一般公共预算支出决算表
      columns:
        name: {width: 50..90}
        share: {after: project, width: 20, show: 数, sum: [basic, project]}
      header:
        - [科目代码, 科目名称, 小计, 基本支出, 项目支出, 两项相加]
      rows:
        total: {label: 总计, total: ~}
      notes: ~
      """.write(
        to: child.appendingPathComponent("05.yaml"), atomically: true, encoding: .utf8)
      let result = try gongkai(
        ["layout", "show", "shanxi-2025", "05", "--why", "--data", data.path], in: folder)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try Self.names(in: folder) == ["data"])
      let lines = result.output.split(separator: "\n")
      let ofForm = lines.filter { $0.contains("/forms/05.yaml:") }
      Golden.check(ofForm.joined(separator: "\n") + "\n", against: "commands/layout-why.txt")
      let others = lines.dropFirst(ofForm.count + 1)
      #expect(others.allSatisfy { $0.contains("/set.yaml:") && $0.hasSuffix("继承") })
      #expect(
        others.contains { $0.hasPrefix("formats.金额.money ") && $0.contains("national/set.yaml:") })
      #expect(!others.contains { $0.hasPrefix("formats.辆数") || $0.hasPrefix("styles.prose") })
    }
  }

  @Test("an unknown form is told with those there are, a faulty set as its check tells it")
  func faults() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      let unknown = try Self.show("shanxi-2023", "11", into: out)
      #expect(unknown.status == 64 && unknown.errors.contains("X418"), "\(unknown.errors)")
      #expect(unknown.errors.contains("10 部门决算公开相关信息统计表"))
      #expect(try Self.show("shanxi-2032", "05", into: out).errors.contains("X416"))
      let data = folder.appendingPathComponent("data")
      try copyData(to: data)
      try replace(
        "sum: [basic, project]", "sum: [basis, project]",
        in: data.appendingPathComponent("Layouts/shanxi-2023/forms/05.yaml"))
      let options = ["--data", data.path]
      let faulty = try Self.show("shanxi-2023", "05", into: out, options)
      let checked = try gongkai(["layout", "check", "shanxi-2023"] + options)
      #expect(faulty.status == 2 && faulty.errors.contains("shanxi-2023/forms/05.yaml:14"))
      #expect(
        faulty.errors.split(separator: "\n").dropLast()
          == checked.errors.split(separator: "\n").dropLast())
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }
}
