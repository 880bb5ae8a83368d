import Foundation
import TestSupport
import Testing

/// `gongkai new --from`: a year that is begun from the one before, and held against it.
@Suite("gongkai new --from", .serialized) struct NextYearTests {
  /// What the checks against the year before are called.
  private static let checks = [
    "opening-carried", "opening-carried-total", "prior-year-carried", "declared-carried",
    "units-renamed", "accounts-renamed",
  ]

  /// The first year in each of its forms, and whether amounts are exact in it.
  private func sources(
    of first: FirstYear, in folder: URL, _ options: [String]
  ) throws -> [(url: URL, isExact: Bool, isDossier: Bool)] {
    let dossier = folder.appendingPathComponent("去年")
    try FileManager.default.copyItem(at: first.dossier, to: dossier)
    let out = folder.appendingPathComponent("去年公开")
    try build(dossier, into: out, options)
    let files = try ["决算公开表.xlsx", "部门决算公开.pdf"].map { name in
      let alone = folder.appendingPathComponent("只有\(name)")
      try FileManager.default.createDirectory(at: alone, withIntermediateDirectories: true)
      let file = alone.appendingPathComponent(name)
      try FileManager.default.copyItem(at: out.appendingPathComponent(name), to: file)
      return file
    }
    return [(dossier, true, true), (out, true, false)] + files.map { ($0, false, false) }
  }

  private func run(
    _ first: FirstYear, options: [String], layout: String, name: String, in folder: URL
  ) throws {
    for (number, source) in try sources(of: first, in: folder, options).enumerated() {
      let begun = folder.appendingPathComponent("今年\(number)")
      let made = try gongkai(["new", begun.path, "--from", source.url.path] + options)
      #expect(made.status == 0 && made.output.contains(layout), "\(made.output)\(made.errors)")
      let text = try String(
        contentsOf: begun.appendingPathComponent("department.yaml"), encoding: .utf8)
      #expect(text.contains("名称: \(name)\n"), "\(source.url.path): \(text.prefix(600))")
      #expect(text.contains("上年: ../"))
      #expect(
        first.units.allSatisfy { text.contains("\($0)\n") } == source.isDossier,
        "\(text.prefix(900))")

      var expected = try first.priorYear(isExact: source.isExact)
      if !source.isDossier {
        expected = expected.filter { key, _ in
          !key.hasPrefix("支出|其他|") && (first.isByClass || !key.hasPrefix("机关运行经费"))
        }
      }
      #expect(try FirstYear.stated(in: begun) == expected, "\(source.url.lastPathComponent)")
      let opening = try FirstYear.rows("balances.csv", of: begun).map { row in
        (
          ["单位代码", "资金性质", "功能科目"].map { row[$0] ?? "" }.joined(separator: "|"),
          FirstYear.fen(row["年初结转和结余（元）"])
        )
      }
      #expect(
        Dictionary(opening, uniquingKeysWith: +)
          == (source.isDossier ? try first.closings() : [:]))
      try readsBack(begun, options)
      try first.fill(begun)
      try heldAgainstLastYear(begun, source, options)
    }
  }

  /// Requires that nothing but what is left to fill in is wrong with a dossier that was begun.
  private func readsBack(_ begun: URL, _ options: [String]) throws {
    let read = try gongkai(["check", begun.path] + options)
    #expect(read.status == 2)
    let codes = Set(read.errors.matches(of: /(?:错误|警告) ([A-Z]\d{3})/).map { String($0.output.1) })
    // Nothing behind a key, a fact that is not stated, books that are not there yet.
    #expect(codes.isSubset(of: ["D007", "D080", "D090", "D100"]), "\(read.errors)")
  }

  /// Requires that nothing is told of a dossier that fits, and that what is changed by hand is told.
  private func heldAgainstLastYear(
    _ begun: URL, _ source: (url: URL, isExact: Bool, isDossier: Bool), _ options: [String]
  ) throws {
    /// The checks that find something, by their ids.
    func told() throws -> Set<String> {
      let result = try gongkai(["check", begun.path, "--json", "-"] + options)
      try #require(result.status < 2, "\(result.errors)")
      #expect(!result.errors.contains("X45"), "\(result.errors)")
      let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      let findings = (report as? [String: Any])?["findings"] as? [[String: Any]] ?? []
      return Set(findings.compactMap { $0["check"] as? String }).intersection(Self.checks)
    }
    func change(_ file: String, _ edit: (String) throws -> String) throws -> Set<String> {
      let url = begun.appendingPathComponent(file)
      let old = try Data(contentsOf: url)
      let text = try String(contentsOf: url, encoding: .utf8)
      let changed = try edit(text)
      #expect(changed != text)
      try Data(changed.utf8).write(to: url)
      defer { try? old.write(to: url) }
      return try told()
    }
    #expect(try told() == [])
    // An item that begins and ends with more.
    let opening = try change("balances.csv") { text in
      let line = try #require(text.split(separator: "\n").first { $0.contains("一般公共预算财政拨款") })
      let fields = csvFields(line)
      let amounts = [3, 6].map { FirstYear.yuan(FirstYear.fen(fields[$0]) + 1_234_567) }
      return text.replacing(
        line, with: (fields[..<3] + [amounts[0], "", "", amounts[1]]).joined(separator: ","))
    }
    #expect(
      opening
        == (source.isDossier
          ? ["opening-carried", "opening-carried-total"] : ["opening-carried-total"]))
    let prior = try change("prior-year.csv") { text in
      let amount = try #require(text.firstMatch(of: /支出,[^,]+,\d*,([\d.]+)/)).output.1
      return text.replacing(amount, with: FirstYear.yuan(FirstYear.fen(String(amount)) - 1_234_567))
    }
    #expect(prior == ["prior-year-carried"])
    let declared = try change("department.yaml") { $0.replacing("上年决算: 0.00", with: "上年决算: 5000") }
    #expect(declared == ["declared-carried"])
  }

  @Test("Shanxi: from the dossier, its outputs, its workbook and its PDF")
  func shanxi() throws {
    try withTemporaryFolder { folder in
      try run(
        .shanxi, options: [], layout: "shanxi-2024", name: "襄垣县工业和信息化局", in: folder)
    }
  }

  @Test("Shanghai, by a set of the next year that was just begun")
  func shanghai() throws {
    try withTemporaryFolder { folder in
      let data = folder.appendingPathComponent("data")
      try copyData(to: data)
      let options = ["--data", data.path]
      let set = try gongkai(
        ["layout", "new", "shanghai-2025", "--from", "shanghai-2024"] + options)
      #expect(set.status == 0, "\(set.errors)")
      try run(
        .shanghai, options: options, layout: "shanghai-2025", name: "上海市普陀区财政局", in: folder)
    }
  }

  @Test("texts are taken over to be gone over, reasons of a change and evaluations are not")
  func texts() throws {
    try withTemporaryFolder { folder in
      let begun = folder.appendingPathComponent("今年")
      let made = try gongkai(["new", begun.path, "--from", FirstYear.shanxi.dossier.path])
      #expect(made.output.contains("绩效自评表和审核说明不沿用"))
      let text = try String(
        contentsOf: begun.appendingPathComponent("department.yaml"), encoding: .utf8)
      #expect(text.contains("主要职责: |   # 上年的文字，核对后删去这句提示\n    （一）贯彻执行国家和省、市"))
      #expect(text.contains("尚未办理资产划转的车辆   # 上年的文字"))
      #expect(!text.contains("废钢") && !text.contains("宣传等一般事务"))
      #expect(text.contains("上年决算: 0.00   # 取自上年"))
      let names = try FileManager.default.contentsOfDirectory(atPath: begun.path)
      #expect(!names.contains("evaluations") && !names.contains("审核说明.yaml"))
      let again = folder.appendingPathComponent("再来")
      _ = try gongkai(["new", again.path, "--from", FirstYear.shanxi.dossier.path])
      for name in names {
        #expect(
          try Data(contentsOf: begun.appendingPathComponent(name))
            == Data(contentsOf: again.appendingPathComponent(name)), "\(name)")
      }
    }
  }

  @Test("what is no year before is told, and nothing is written")
  func refusals() throws {
    try withTemporaryFolder { folder in
      func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
      func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
      }
      try FileManager.default.createDirectory(atPath: path("空"), withIntermediateDirectories: true)
      try write("假.pdf", "不是 PDF")
      try write("笔记.txt", "一段文字")
      let out = folder.appendingPathComponent("公开")
      try build(FirstYear.shanxi.dossier, into: out, ["--formats", "xlsx"])
      try FileManager.default.copyItem(at: out, to: folder.appendingPathComponent("坏"))
      let figures = folder.appendingPathComponent("坏/figures.csv")
      try Data(Data(contentsOf: figures).dropLast(4_000)).write(to: figures)
      try FileManager.default.copyItem(at: out, to: folder.appendingPathComponent("无据"))
      try FileManager.default.removeItem(atPath: path("无据/manifest.json"))
      for (arguments, code, status) in [
        (["--from", path("没有")], "X450", 2), (["--from", path("空")], "C152", 2),
        (["--from", path("假.pdf")], "C", 2), (["--from", path("笔记.txt")], "C153", 2),
        (["--from", path("坏")], "X451", 2),
        (["--from", path("公开"), "--layout", "shanghai-2024"], "X457", 2),
        (["--from", path("公开"), "--layout", "shanxi-2023"], "X458", 64),
        (["--from", path("公开"), "--layout", "shanxi"], "D302", 2),
        (["--from", Project.url("Examples/putuo-finance-2024").path], "X459", 64),
        (["--from"], "--from", 64), (["--from", ""], "--from", 64),
      ] as [([String], String, Int32)] {
        let result = try gongkai(["new", path("新")] + arguments)
        #expect(result.status == status, "\(arguments): \(result.output)\(result.errors)")
        #expect(result.errors.contains(code), "\(arguments): \(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: path("新")), "\(arguments)")
      }
      // Without its manifest the workbook is what is left.
      let rest = try gongkai(["new", path("余"), "--from=\(path("无据"))"])
      #expect(rest.status == 0, "\(rest.errors)")
      let existing = try gongkai(["new", path("空"), "--from", path("公开")])
      #expect(existing.status == 64 && existing.errors.contains("X407"))
    }
  }

  @Test("a year before that cannot be read is a warning of the build, and never stops it")
  func buildsAllTheSame() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("卷宗")
      try FileManager.default.copyItem(at: FirstYear.shanxi.dossier, to: dossier)
      let url = dossier.appendingPathComponent("department.yaml")
      let text = try String(contentsOf: url, encoding: .utf8)
      let out = folder.appendingPathComponent("out")
      let published = folder.appendingPathComponent("公开.pdf")
      func written(_ path: String) throws -> ProcessResult {
        try Data(text.replacing("\n部门:", with: "\n上年: \(path)\n部门:").utf8).write(to: url)
        return try build(dossier, into: out)
      }
      let missing = try written("../没有")
      #expect(missing.errors.contains("警告 X456") && missing.errors.contains("../没有"))
      try FileManager.default.copyItem(
        at: out.appendingPathComponent("部门决算公开.pdf"), to: published)
      let unread = try written("../公开.pdf")
      #expect(unread.errors.contains("提示 X455") && unread.errors.contains("gongkai check"))
      let otherYear = try gongkai(["check", dossier.path])
      #expect(otherYear.errors.contains("X453"), "\(otherYear.errors)")
      let own = try written(".")
      #expect(own.errors.contains("X453"), "\(own.errors)")
    }
  }

  @Test("is among the options that the help of either program explains")
  func help() throws {
    for arguments in [["new", "--help"], ["new", "--help", "--from", "x"]] {
      let result = try gongkai(arguments)
      #expect(
        result.status == 0 && result.output.contains("--from <LAST-YEAR>"), "\(result.output)")
    }
  }
}
