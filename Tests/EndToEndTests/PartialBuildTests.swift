import Foundation
import TestSupport
import Testing

@Suite("A build of a part of the document") struct PartialBuildTests {
  private let example = Project.url(DossierWriting.example)
  private let headings = ["第一部分概况", "第二部分2023年度部门决算表", "第三部分情况说明", "第四部分名词解释"]

  @Test("of forms writes these forms and no text")
  func forms() throws {
    try withOutputs(["--formats", "pdf", "--forms", "05,01"]) { out, summary in
      #expect(try files(out) == ["figures.csv", "manifest.json", "部门决算公开.pdf"])
      #expect(Set(try figures(in: out).keys.map { $0.prefix(2) }) == ["01", "05"])
      let text = try text(in: out)
      #expect(headings.allSatisfy { !text.contains($0) })
      #expect(text.contains("公开01表") && text.contains("公开05表") && !text.contains("公开02表"))
      #expect(summary.contains("2 张表") && !summary.contains("封面"))
    }
  }

  @Test(
    "of a form by the code, the sheet or the title that people know it by",
    arguments: ["公开05表", "一般公共预算财政拨款支出决算表", " 公开０５表 ", "5"])
  func formsByName(name: String) throws {
    try withOutputs(["--formats", "pdf", "--forms", name]) { out, _ in
      let forms = try figures(in: out).keys.map { $0.prefix(2) }
      #expect(Set(forms) == ["05"])
    }
  }

  @Test("what is handed in is told from what stays, and a draft is for nobody")
  func publication() throws {
    func published(_ out: URL) throws -> [String]? {
      let data = try Data(contentsOf: out.appendingPathComponent("manifest.json"))
      let manifest = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      return manifest?["published"] as? [String]
    }
    try withOutputs(["--formats", "xlsx,pdf", "--forms", "05"]) { out, summary in
      #expect(try published(out) == ["决算公开表.xlsx", "部门决算公开.pdf"])
      let parts = summary.split(separator: "\n").map(String.init)
      let first = try #require(parts.firstIndex(of: "上报、公开："))
      let second = try #require(parts.firstIndex(of: "留存备查，不公开："))
      #expect(parts[first..<second].contains { $0.contains("部门决算公开.pdf") })
      #expect(parts[second...].contains { $0.contains("figures.csv") })
    }
    try withOutputs(["--formats", "pdf", "--forms", "05", "--draft"]) { out, summary in
      let names = try published(out)
      #expect(names == nil)
      #expect(!summary.contains("上报、公开"))
    }
  }

  @Test("of parts writes these in printed order, each once, without cover and contents")
  func parts() throws {
    try withOutputs(["--formats", "pdf", "--parts", "3，2,3"]) { out, summary in
      let text = try text(in: out)
      let places = headings.map { text.ranges(of: $0).map(\.lowerBound) }
      #expect(places.map(\.count) == [0, 1, 1, 0])
      #expect(places[1].lexicographicallyPrecedes(places[2]))
      #expect(!text.contains("目录") && !summary.contains("目录"))
      #expect(text.contains("—1—"))
      #expect(Set(try figures(in: out).keys.map { $0.prefix(2) }).count == 10)
      #expect(summary.contains("10 张表"))
    }
  }

  @Test("of parts without a form writes no workbook")
  func partsOfText() throws {
    try withOutputs(["--parts", "1"]) { out, summary in
      #expect(try files(out) == ["figures.csv", "manifest.json", "部门决算公开.pdf"])
      let text = try text(in: out)
      #expect(headings.map { text.contains($0) } == [true, false, false, false])
      #expect(!summary.contains("张表"))
    }
  }

  @Test("is told from a whole submission by its manifest")
  func manifest() throws {
    func selection(_ out: URL) throws -> [String: [String]]? {
      let data = try Data(contentsOf: out.appendingPathComponent("manifest.json"))
      let manifest = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      return manifest?["selection"] as? [String: [String]]
    }
    try withOutputs(["--formats", "pdf", "--forms", "05,01"]) { out, _ in
      let part = try selection(out)
      #expect(part == ["formats": ["pdf"], "forms": ["05", "01"]])
    }
    try withOutputs([]) { out, _ in
      let whole = try selection(out)
      #expect(whole == nil)
    }
  }

  @Test("of the self-evaluations' part writes them into a workbook of their own")
  func evaluations() throws {
    try withOutputs(["--parts", "5"]) { out, summary in
      let files = try files(out)
      #expect(files == ["figures.csv", "manifest.json", "部门决算公开.pdf", "项目支出绩效自评表.xlsx"])
      #expect(summary.contains("19 张绩效自评表，19 个工作表") && !summary.contains("张表"))
      let forms = Set(try figures(in: out).keys.map { $0.prefix(3) })
      #expect(forms == ["自评-"])
    }
  }

  @Test("of workbooks writes both, and no pages")
  func workbooks() throws {
    try withOutputs(["--formats", "xlsx"]) { out, summary in
      let files = try files(out)
      #expect(files == ["figures.csv", "manifest.json", "决算公开表.xlsx", "项目支出绩效自评表.xlsx"])
      #expect(summary.contains("10 张表，19 张绩效自评表，29 个工作表"))
    }
  }

  @Test("of forms has no self-evaluations, and takes no number of theirs")
  func noEvaluations() throws {
    try withOutputs(["--forms", "01"]) { out, summary in
      let files = try files(out)
      #expect(!files.contains("项目支出绩效自评表.xlsx"))
      #expect(!summary.contains("张绩效自评表"))
      #expect(summary.contains("没有查绩效自评表和文字"))
    }
    let result = try withTemporaryFolder { folder in
      try gongkai(["build", example.path, "--forms", "自评-01", "--out", "x"], in: folder)
    }
    #expect(result.status == 64)
  }

  @Test("says the same of a figure in the text as the whole document")
  func figuresOfOtherParts() throws {
    try withOutputs(["--formats", "pdf", "--parts", "3"]) { part, _ in
      try withOutputs([]) { whole, _ in
        let paragraphs = try text(in: part).split(separator: "—").first ?? ""
        #expect(paragraphs.count > 300)
        #expect(try text(in: whole).contains(paragraphs))
      }
    }
  }

  @Test("takes formats and forms as people write them")
  func lenientNames() throws {
    try withOutputs(["--formats", "PDF", "--forms", "5，０1"]) { out, summary in
      let made = try files(out)
      #expect(made == ["figures.csv", "manifest.json", "部门决算公开.pdf"])
      #expect(summary.contains("2 张表"))
    }
  }

  @Test(
    "wrong usage ends with 64 and says what is right",
    arguments: [
      (["--formats", ",", "--out", "x"], "xlsx"),
      (["--formats", "docx"], "xlsx"),
      (["--forms", "11", "--out", "x"], "01"),
      (["--forms", ",", "--out", "x"], "01"),
      (["--forms", "01"], "--out"),
      (["--formats", "pdf"], "--out"),
      (["--parts", "1"], "--out"),
      (["--parts", "6", "--out", "x"], "5 第五部分 附件"),
      (["--parts", "0", "--out", "x"], "1 第一部分 概况"),
      (["--parts", "三", "--out", "x"], "3 第三部分 情况说明"),
      (["--parts", ",", "--out", "x"], "1 第一部分 概况"),
      (["--parts", "1", "--formats", "xlsx", "--out", "x"], "2 第二部分"),
      (["--parts", "1", "--forms", "01", "--out", "x"], "只能用一个"),
    ])
  func refusesWrongUsage(arguments: [String], hint: String) throws {
    try withTemporaryFolder { folder in
      let result = try gongkai(["build", example.path] + arguments, in: folder)
      #expect(result.status == 64, "\(result.errors)")
      #expect(result.errors.contains(hint), "\(result.errors)")
      #expect(try files(folder) == [])
    }
  }

  private func withOutputs(
    _ options: [String], _ body: (_ out: URL, _ summary: String) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      let result = try build(example, into: out, options)
      try body(out, result.output)
    }
  }

  /// The text of the PDF without blanks.
  private func text(in out: URL) throws -> String {
    try pageTexts(out.appendingPathComponent("部门决算公开.pdf")).joined()
  }

  private func files(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
