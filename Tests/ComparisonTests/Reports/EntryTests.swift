internal import Comparison
internal import Diagnostics
internal import Figures
internal import Foundation
internal import Readings
internal import SourceFiles
internal import Testing

@Suite("One entry for what several files have in common")
struct EntryTests {
  /// A folder with a document, a workbook and a list, of which each has some figures.
  private static func folder(
    pdf: KeyValuePairs<String, String>, book: KeyValuePairs<String, String>,
    list: KeyValuePairs<String, String>, text: String = ""
  ) -> ComparisonInput {
    let lines = text.isEmpty ? [] : [line(text)]
    let document = PDFReading(
      file: "公开.pdf", pages: [ReadPage(number: 1, width: 595, height: 842, lines: lines)])
    let workbook = WorkbookReading(file: "表.xlsx")
    return ComparisonInput(
      name: "out",
      content: .folder([
        ComparedFile(
          name: "figures.csv",
          content: .figures(Self.book(list) { .line($0 + 2, of: "figures.csv") })),
        ComparedFile(
          name: "表.xlsx", content: .workbook(workbook),
          figures: Self.book(book) { .cell(sheet: "表", reference: "D\($0 + 1)") }),
        ComparedFile(
          name: "公开.pdf", content: .pdf(document), figures: Self.book(pdf) { _ in .page(1) }),
      ]))
  }

  private static func book(
    _ figures: KeyValuePairs<String, String>, at place: (Int) -> Place
  ) -> FigureBook {
    guard !figures.isEmpty else { return FigureBook([]) }
    let all = figures.enumerated().map { index, figure in
      sampleFigure("05", figure.key, figure.value, at: place(index))
    }
    return FigureBook([FigureForm(number: "05", code: "公开05表", title: "支出表", figures: all)])
  }

  /// A line of running text over the whole page.
  private static func line(_ text: String) -> ReadLine {
    let box = ReadBox(left: 72, top: 100, right: 523, bottom: 116)
    return ReadLine(text: text, box: box, words: [ReadWord(text: text, box: box)])
  }

  @Test("a figure that changed alike is told once, with the document, and names its other places")
  func merged() {
    let report = compare(
      Self.folder(
        pdf: ["合计.1": "1.00"], book: ["合计.1": "1.00"], list: ["合计.1": "1.00", "a.1": "5"]),
      Self.folder(
        pdf: ["合计.1": "2.00"], book: ["合计.1": "2.00"], list: ["合计.1": "2.00", "a.1": "6"]),
      level: .figures)
    #expect(report.differences.map(\.addressText) == ["05!合计.1", "05!a.1"])
    #expect(report.differences.map(\.file) == ["公开.pdf", "figures.csv"])
    #expect(report.differences[0].also.map(\.file) == ["表.xlsx", "figures.csv"])
    #expect(report.differences[0].also[0].right == .cell(sheet: "表", reference: "D1"))
    #expect(
      report.differences[0].words == FigureWords(form: "公开05表", row: "合计", column: "1"))
    #expect(
      report.text().contains(
        """
          数值 05!合计.1（公开05表 “合计”行，“1”栏）  1.00 → 2.00（+1.00）
              在 第 1 页；又见 表.xlsx 表!D1、figures.csv 第 2 行
        """), "\(report.text())")
    #expect(report.summary.contains("差异 2 处"))
    // In continuous integration every place of it fails.
    #expect(report.junit().contains("tests=\"3\" failures=\"3\""))
    #expect(report.groups.map(\.different) == [1, 1, 2])
  }

  @Test("files that print a figure otherwise are told each; prints that read alike are one")
  func apart() {
    let left = Self.folder(pdf: ["r.1": "1,000.00"], book: ["r.1": "1000.00"], list: ["r.1": "3"])
    let right = Self.folder(pdf: ["r.1": "——"], book: ["r.1": "—"], list: ["r.1": "4"])
    let report = compare(left, right, level: .figures)
    #expect(report.differences.map(\.file) == ["公开.pdf", "figures.csv"])
    #expect(report.differences.map(\.also.count) == [1, 0])
  }

  @Test("a form that all files of a side lack is one entry")
  func forms() {
    let left = Self.folder(pdf: ["r.1": "1"], book: ["r.1": "1", "s.1": "2"], list: ["r.1": "1"])
    let right = Self.folder(pdf: [:], book: [:], list: [:])
    let report = compare(left, right, level: .figures)
    #expect(report.differences.map(\.addressText) == ["05"])
    #expect(report.differences.map(\.also.count) == [2])
  }

  @Test("what a rule keeps out counts once, however many files have it")
  func ignored() throws {
    let rules = ComparisonRules.parse(
      SourceText(file: "ignore.yaml", text: "ignore:\n  - {address: \"05!*\", reason: 理由}\n"))
    let report = compare(
      Self.folder(pdf: ["r.1": "1"], book: ["r.1": "1"], list: ["r.1": "1"]),
      Self.folder(pdf: ["r.1": "2"], book: ["r.1": "2"], list: ["r.1": "2"]),
      level: .figures, rules: try #require(rules.value))
    #expect(report.ignoredCount == 1 && report.differences.isEmpty)
  }

  @Test("a sentence is an entry of its own and refers to the figure that it quotes")
  func sentences() {
    let (old, new) = ("2023年度支出合计1,500.00万元，其中基本支出", "。与上年相比没有变化。")
    let report = compare(
      Self.folder(
        pdf: ["合计.1": "1,500.00"], book: [:], list: ["合计.1": "1,500.00"],
        text: old + "700.00万元" + new),
      Self.folder(
        pdf: ["合计.1": "1,600.00"], book: [:], list: ["合计.1": "1,600.00"],
        text: old.replacing("1,500", with: "1,600") + "800.00万元" + new))
    let sentence = report.differences.first { $0.kind == .text }
    #expect(sentence?.left?.value == "2023年度支出合计1,500.00万元，其中基本支出700.00万元。")
    #expect(sentence?.spans.map(\.left) == ["1,500.00", "700.00"])
    #expect(sentence?.spans.map(\.right) == ["1,600.00", "800.00"])
    #expect(
      sentence?.quotes == [FigureAddress(form: "05", row: "合计", column: "1")])
    let figure = report.differences.first { $0.addressText == "05!合计.1" }
    #expect(figure?.also.contains { $0.left == sentence?.left?.at } == true)
    #expect(
      report.text().contains("合计〔1,500.00 → 1,600.00〕万元，其中基本支出〔700.00 → 800.00〕万元。"),
      "\(report.text())")
    #expect(report.differences.count == 2)
  }
}

@Suite("Blank, zero and dash")
struct EmptyPrintTests {
  private static func report(_ left: String, _ right: String?, _ rule: String) throws
    -> ComparisonReport
  {
    let loaded = ComparisonRules.parse(
      SourceText(file: "ignore.yaml", text: "equal:\n  - \(rule)\n"))
    #expect(loaded.findings.isEmpty, "\(loaded.findings)")
    func input(_ prints: [String]) -> ComparisonInput {
      let figures = prints.enumerated().map { index, print in
        sampleFigure("05", "r.\(index + 1)", print, at: .line(index + 2, of: "figures.csv"))
      }
      let book = FigureBook([FigureForm(number: "05", figures: figures)])
      return ComparisonInput(
        name: "figures.csv",
        content: .file(ComparedFile(name: "figures.csv", content: .figures(book))))
    }
    return compare(
      input(["7", left]), input(["7"] + (right.map { [$0] } ?? [])),
      rules: try #require(loaded.value))
  }

  @Test(
    "a rule takes those that it names for equal, and no others",
    arguments: [
      ("", "0.00", true), ("0.00", "——", true), ("-", "", true), ("0", "0.00", true),
      ("0.00", nil, true), ("0.01", "", false), ("0.00", "0.01", false), ("", "无", false),
      ("0.00%", "", false), ("-", "1.00", false),
    ] as [(String, String?, Bool)])
  func all(left: String, right: String?, isEqual: Bool) throws {
    let report = try Self.report(left, right, "{prints: [blank, zero, dash], reason: 上级软件}")
    #expect(report.isEqual == isEqual)
    #expect(report.ignoredCount == (isEqual ? 1 : 0))
    if isEqual { #expect(report.text().contains("忽略 1 处：上级软件（ignore.yaml:2:5）")) }
  }

  @Test("two of them, at some addresses")
  func narrowed() throws {
    let rule = "{prints: [blank, zero], address: \"05!*.2\", reason: 理由}"
    #expect(try Self.report("", "0.00", rule).isEqual)
    #expect(try !Self.report("", "——", rule).isEqual)
    #expect(
      try !Self.report("", "0.00", "{prints: [blank, zero], column: D, reason: 理由}").isEqual)
  }

  @Test(
    "one print is equal to nothing else; others are not known",
    arguments: [
      ("{prints: [zero], reason: 理由}", "C140"), ("{prints: zero, reason: 理由}", "C140"),
      ("{prints: [zero, zero], reason: 理由}", "C140"), ("{reason: 理由}", "R003"),
      ("{prints: [zero, nil], reason: 理由}", "R006"),
    ])
  func faults(rule: String, code: String) {
    let loaded = ComparisonRules.parse(
      SourceText(file: "ignore.yaml", text: "equal:\n  - \(rule)\n"))
    #expect(loaded.findings.map(\.code) == [code])
  }
}

@Suite("Sides that print alike")
struct AlikeTests {
  private static func text(_ old: String, _ new: String) -> String {
    func input(_ line: String) -> ComparisonInput {
      ComparisonInput(
        name: "a.txt",
        content: .file(ComparedFile(name: "a.txt", content: .text(["说明：" + line, "乙"]))))
    }
    return compare(input(old), input(new)).text()
  }

  @Test(
    "what nobody can see is named",
    arguments: [
      ("甲乙丙丁", "甲乙 丙丁", "说明：甲乙丙丁 → 说明：甲乙〔空格〕丙丁"),
      ("甲乙 丙丁", "甲乙\u{3000}丙丁", "说明：甲乙〔空格〕丙丁 → 说明：甲乙〔全角空格〕丙丁"),
      ("甲乙丙丁", "甲乙\u{200B}丙丁", "说明：甲乙丙丁 → 说明：甲乙〔U+200B〕丙丁"),
      ("\u{2F00}乙丙丁", "一乙丙丁", "说明：\u{2F00}〔U+2F00〕乙丙丁 → 说明：一〔U+4E00〕乙丙丁"),
      ("１２号文件", "12号文件", "说明：１〔U+FF11〕２〔U+FF12〕号文件 → 说明：1〔U+0031〕2〔U+0032〕号文件"),
    ])
  func invisible(old: String, new: String, shown: String) {
    #expect(Self.text(old, new).contains(shown), "\(Self.text(old, new))")
  }

  /// The lines of a report whose two sides are the same.
  static func equalSides(_ report: String) -> [Substring] {
    report.split(separator: "\n").filter { line in
      guard line.hasPrefix("  "), let arrow = line.range(of: " → ") else { return false }
      let right = line[arrow.upperBound...].prefix { $0 != "（" }
      return !right.isEmpty && line[..<arrow.lowerBound].hasSuffix("  " + right)
    }
  }

  @Test("an area that did not grow says what it should be")
  func areas() {
    let original = ModelWorkbook()
    var edited = original
    edited.sheets[1].rows.insert(ModelWorkbook.row(9_000, origin: nil), at: 6)
    let text = compare(original.input, edited.input, level: .format).text()
    #expect(text.contains("A1:E15（随行列增删应为 A1:E16） → A1:E15"), "\(text)")
    #expect(Self.equalSides(text).isEmpty)
  }

  @Test("bytes, and records that part otherwise, say what differs")
  func others() {
    func folder(_ fields: [String], _ bytes: [UInt8]) -> ComparisonInput {
      ComparisonInput(
        name: "out",
        content: .folder([
          ComparedFile(name: "a.csv", content: .table([["头", "尾"], fields, ["末", ""]])),
          ComparedFile(name: "x.bin", content: .bytes(bytes)),
        ]))
    }
    let text = compare(folder(["甲,乙"], [1, 2, 3]), folder(["甲", "乙"], [1, 2, 4])).text()
    #expect(text.contains("甲,乙（1 列） → 甲,乙（2 列）"), "\(text)")
    #expect(text.contains("3 字节 → 3 字节，自第 3 字节起不同"), "\(text)")
  }
}
