import Foundation
import TestSupport
import Testing

@Suite("what people write, read by the program") struct WrittenInputTests {
  @Test("the example as people write it gives the same figures, byte by byte")
  func roundTrip() throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("手写")
      try HandwrittenDossier().write(to: dossier)
      for file in ["income.csv", "expenditure.csv", "balances.csv", "budget.csv", "prior-year.csv"]
      {
        let written = try text(dossier.appendingPathComponent(file))
        let usual = try Project.text("\(DossierWriting.example)/\(file)")
        let rows = written.split(whereSeparator: \.isNewline).dropLast()
        #expect(rows.count > HandwrittenDossier.titleRows + 1)
        #expect(rows.allSatisfy { !usual.contains($0) })
      }
      let out = folder.appendingPathComponent("out")
      #expect(try build(dossier, into: out).errors == "")

      // The rows stand lower for the titles above them; all else is the same.
      let shifted = try text(out.appendingPathComponent("figures.csv"))
        .replacing(/(income|expenditure|balances|budget|prior-year)\.csv:(\d+)/) { match in
          "\(match.1).csv:\((Int(match.2) ?? 0) - HandwrittenDossier.titleRows)"
        }
      let base = try ComparedBuilds.shared.get().base
      let usual = try text(base.appendingPathComponent("figures.csv"))
      #expect(shifted.contains("expenditure.csv:2,") || shifted.contains("expenditure.csv:2\n"))
      #expect(Data(shifted.utf8) == Data(usual.utf8))
    }
  }

  @Test("amounts in 万元 are refused with what to do; done, they are read")
  func tenThousands() throws {
    try withExample { dossier, out in
      let file = dossier.appendingPathComponent("budget.csv")
      let usual = try text(file)
      let lines = usual.split(whereSeparator: \.isNewline).map(csvFields)
      func written(_ heading: String, _ amount: (String) -> String) -> String {
        lines.enumerated().map { index, row in
          "\(row[0]),\(row[1]),\(index == 0 ? heading : amount(row[2]))\n"
        }.joined()
      }
      let fen = { (yuan: String) in Int64(yuan.replacing(".", with: "")) ?? 0 }
      let tenThousand = { (yuan: String) in
        let digits = String(fen(yuan))
        let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
        return "\(padded.dropLast(6)).\(padded.suffix(6))"
      }
      try write(written("年初预算（万元）", tenThousand), to: file)
      let refused = try run(dossier, out)
      #expect(refused.status == 2)
      #expect(refused.errors.hasPrefix("budget.csv:1:11: 错误 D240: 列“年初预算（万元）”以万元为单位\n"))
      #expect(refused.errors.contains("处理: 把各数乘以 10,000 换算成元，再把列名改为“年初预算（元）”\n"))
      #expect(refused.errors.hasSuffix("错误 1 处；没有写出任何文件。\n"))
      #expect(!FileManager.default.fileExists(atPath: out.path))

      // As told: times 10,000 is the point four places on; the heading changed.
      try write(
        written("年初预算（元）") { yuan in
          let parts = tenThousand(yuan).split(separator: ".")
          return "\(parts[0])\(parts[1].prefix(4)).\(parts[1].suffix(2))"
        }, to: file)
      #expect(try run(dossier, out).errors == "")
      let base = try ComparedBuilds.shared.get().base
      let expected = try figures(in: base).filter { $0.key.hasPrefix("04!") }
      #expect(try figures(in: out).filter { $0.key.hasPrefix("04!") } == expected)
    }
  }

  @Test("each account of the government's own chart has a hint that gives no second error")
  func otherChart() throws {
    let chart = try Project.text("Layouts/catalogues/government-economic-2023.csv")
      .split(whereSeparator: \.isNewline).dropFirst().map { String(csvFields($0)[0]) }
    try #require(chart.count > 60 && chart.contains("50101"))
    try withExample { dossier, out in
      let file = dossier.appendingPathComponent("expenditure.csv")
      let usual = try text(file)
      func row(_ account: some StringProtocol, _ number: Int) -> String {
        "431001,一般公共预算财政拨款,项目支出,2010301,\(account),\(number).00\n"
          + "431001,一般公共预算财政拨款,项目支出,2010301,\(account),-\(number).00\n"
      }
      try write(usual + chart.enumerated().map { row($1, $0 + 1) }.joined(), to: file)
      let refused = try run(dossier, out)
      #expect(refused.status == 2)
      #expect(refused.errors.matches(of: /错误 D246:/).count == chart.count)
      #expect(refused.errors.matches(of: /(?:错误|警告) D/).count == chart.count)
      #expect(
        refused.errors.contains(
          "错误 D246: 50101（工资奖金津补贴）是政府预算支出经济分类的科目\n"))
      #expect(refused.errors.contains("处理: 按原始凭证改为下列之一：30101（基本工资）、30102（津贴补贴）、30103（奖金）\n"))
      #expect(refused.errors.contains("处理: 改为 30216（培训费）\n"))

      // Every account that a hint names; of a 类 any account below it.
      let hints = refused.errors.split(separator: "\n").filter { $0.hasPrefix("    处理: ") }
      let named = Set(hints.flatMap { $0.matches(of: /\b3\d\d\d\d\b/).map(\.output) })
      let classes = Set(hints.flatMap { $0.matches(of: /\b(3\d\d) 下的科目/).map(\.1) })
      #expect(named.count > 50 && classes.count > 8)
      let catalogue = try Project.text("Layouts/catalogues/economic-2023.csv")
        .split(whereSeparator: \.isNewline).map { csvFields($0)[0] }
      let below = try classes.map { parent in
        try #require(catalogue.first { $0.count == 5 && $0.hasPrefix(parent) })
      }
      let followed = named.sorted().map(String.init) + below.sorted()
      try write(usual + followed.enumerated().map { row($1, $0 + 1) }.joined(), to: file)
      let result = try run(dossier, out)
      // What the audit warns of is what the rows are: nothing that was bought.
      #expect(result.status == 0)
      #expect(!result.errors.contains("错误"))
    }
  }

  @Test("equal errors are told once, with their places")
  func toldOnce() throws {
    try withExample { dossier, out in
      var places: [String: [Int]] = [:]
      for name in ["expenditure.csv", "income.csv"] {
        let file = dossier.appendingPathComponent(name)
        let lines = try text(file).split(whereSeparator: \.isNewline)
        places[name] = lines.indices.filter { lines[$0].hasPrefix("431002,") }.map { $0 + 1 }
        try write(try text(file).replacing("431002,", with: "431009,"), to: file)
      }
      let result = try run(dossier, out)
      let expenditure = try #require(places["expenditure.csv"])
      let income = try #require(places["income.csv"])
      try #require(expenditure.count > 3 && income.count > 2)
      #expect(result.status == 2)
      #expect(
        result.errors.hasPrefix(
          "expenditure.csv:\(expenditure[0]):1: 错误 D052: department.yaml 里没有单位“431009”\n"))
      let also = try #require(result.errors.split(separator: "\n").first { $0.contains("另见: ") })
      let parts = also.split(separator: "，")
      try #require(parts.count == 2)
      #expect(lines(of: parts[0]) == Array(expenditure.dropFirst()))
      #expect(parts[1].hasPrefix("income.csv 第 ") && lines(of: parts[1]) == income)
      #expect(result.errors.hasSuffix("错误 1 处；没有写出任何文件。\n"))
    }
  }

  @Test("missing account names end with a block; pasted and filled in, it mends them")
  func missingNames() throws {
    try withExample { dossier, out in
      for name in ["income.csv", "expenditure.csv"] {
        try replace("2010201", "2240101", in: dossier.appendingPathComponent(name))
      }
      let result = try run(dossier, out)
      #expect(result.status == 2)
      #expect(result.errors.matches(of: /错误 D\d+/).map(\.output) == ["错误 D075"])
      let lines = result.errors.split(separator: "\n")
      let mend = try #require(lines.firstIndex { $0.hasPrefix("    处理: ") })
      let block = lines[(mend + 1)...].prefix { $0.hasPrefix("        ") }
      #expect(
        block.map { String($0.dropFirst(8)) } == [
          "科目类型,科目代码,科目名称", "支出功能,22401,（名称）", "支出功能,2240101,（名称）",
        ])
      let accounts = dossier.appendingPathComponent("accounts.csv")
      // With the spaces before the lines, as they come from a terminal.
      try write(block.joined(separator: "\n") + "\n", to: accounts)
      #expect(try run(dossier, out).errors.contains("错误 D050: “科目名称”没有填"))
      try write(try text(accounts).replacing("（名称）", with: "灾害防治"), to: accounts)
      let mended = try run(dossier, out)
      // No money was budgeted for it, which the audit warns of.
      #expect(mended.status == 0 && !mended.errors.contains("错误"))
      #expect(try figures(in: out).keys.contains { $0.hasPrefix("03!2240101.") })
    }
  }

  @Test("the lines to paste are in the report for programs")
  func pasteInJSON() throws {
    try withExample { dossier, _ in
      try replace(",201,", ",22401,", in: dossier.appendingPathComponent("budget.csv"))
      let references = dossier.deletingLastPathComponent().appendingPathComponent("对照")
      try FileManager.default.createDirectory(at: references, withIntermediateDirectories: false)
      try write("x\n", to: references.appendingPathComponent("figures.csv"))
      let result = try gongkai([
        "verify", dossier.path, "--against", references.path, "--json", "-",
      ])
      #expect(result.status == 2)
      struct Report: Decodable {
        struct Finding: Decodable {
          let code: String
          let paste: [String]?
        }
        let equal: Bool
        let findings: [Finding]
      }
      let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
      #expect(!report.equal)
      let finding = try #require(report.findings.first { $0.code == "D075" })
      #expect(finding.paste == ["科目类型,科目代码,科目名称", "支出功能,22401,（名称）"])
      #expect(report.findings.filter { $0.code != "D075" }.allSatisfy { $0.paste == nil })
    }
  }

  @Test(
    "no guess crosses a meaning; what is misspelt is guessed",
    arguments: [
      ("department.yaml", "类型: 行政单位", "类型: 事业单位", nil),
      ("department.yaml", "类型: 行政单位", "类型: 企业单位", nil),
      ("department.yaml", "类型: 行政单位", "类型: 行政单住", "行政单位"),
      ("income.csv", "其他收入", "利息收入", nil), ("income.csv", "其他收入", "营业收入", nil),
      ("income.csv", "其他收入", "事业收人", "事业收入"), ("income.csv", "其他收入", "单位资金", nil),
      ("expenditure.csv", "其他,基本支出", "财政拨款,基本支出", nil),
    ] as [(String, String, String, String?)])
  func guesses(_ file: String, _ old: String, _ new: String, _ guess: String?) throws {
    try withExample { dossier, out in
      try replace(old, new, in: dossier.appendingPathComponent(file))
      let result = try run(dossier, out)
      #expect(result.status == 2)
      let guessed = result.errors.firstMatch(of: /您是否想写“(.+)”/).map { String($0.1) }
      #expect(guessed == guess, "\(result.errors)")
      #expect(result.errors.contains("    期望: 下列之一：") || file == "department.yaml")
    }
  }
}

extension WrittenInputTests {
  /// A copy of the example without its evaluations, and a folder to build it into.
  private func withExample(_ body: (_ dossier: URL, _ out: URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("卷宗")
      try FileManager.default.copyItem(at: Project.url(DossierWriting.example), to: dossier)
      try DossierWriting.dropEvaluations(of: dossier)
      try body(dossier, folder.appendingPathComponent("out"))
    }
  }

  /// Builds the workbook alone, which is enough for the figures.
  private func run(_ dossier: URL, _ out: URL) throws -> ProcessResult {
    try gongkai(["build", dossier.path, "--out", out.path, "--formats", "xlsx"])
  }

  private func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  private func write(_ text: String, to file: URL) throws { try Data(text.utf8).write(to: file) }

  /// The numbers of `第 3–5、7 行`, ranges in full.
  private func lines(of text: some StringProtocol) -> [Int] {
    let list = String(text).firstMatch(of: /第 (.+) 行/)?.1 ?? ""
    return list.split(separator: "、").flatMap { part in
      let ends = part.split(separator: "–").compactMap { Int($0) }
      return ends.count == 2 ? Array(ends[0]...ends[1]) : ends
    }
  }
}
