import Diagnostics
import Testing

/// The text that a clerk reads.
@Suite("错误信息的印出")
struct DiagnosticPrinterTests {
  private func finding(
    at place: Place?, _ severity: Severity = .error, code: String = "D061",
    what: String = "金额不是数", related: [SourcePlace] = []
  ) -> Finding {
    Finding(
      FaultWording(code: code, severity: severity, what: what, expected: "数", mend: "改为数"),
      at: place, related: related)
  }

  private func place(_ file: String, _ line: Int = 0, _ column: Int = 0) -> Place {
    .source(SourcePlace(file: file, line: line, column: column))
  }

  @Test("位置、级别、代码、内容，原文与记号，期望、处理、另见")
  func wholeText() {
    let printer = DiagnosticPrinter { file in
      file == "income.csv" ? ["单位代码,金额", "431001,一千"] : nil
    }
    let text = printer.text(
      of: finding(
        at: place("income.csv", 2, 8),
        related: [
          SourcePlace(file: "income.csv", line: 1), SourcePlace(file: "budget.csv"),
        ]))
    #expect(
      text == """
        income.csv:2:8: 错误 D061: 金额不是数
            2 | 431001,一千
                       ^
            期望: 数
            处理: 改为数
            另见: income.csv:1，budget.csv

        """)
  }

  @Test("只有行、只有文件、单元格、没有位置")
  func otherPlaces() {
    let printer = DiagnosticPrinter { _ in ["第一行"] }
    let rest = "    期望: 数\n    处理: 改为数\n"
    #expect(
      printer.text(of: finding(at: place("a.csv", 1)))
        == "a.csv:1: 错误 D061: 金额不是数\n    1 | 第一行\n" + rest)
    #expect(
      printer.text(of: finding(at: place("a.csv"))) == "a.csv: 错误 D061: 金额不是数\n" + rest)
    #expect(
      printer.text(
        of: finding(at: .figure(FigureAddress(form: "05", row: "2080501", column: "2")), .warning))
        == "05!2080501.2: 警告 D061: 金额不是数\n" + rest)
    #expect(printer.text(of: finding(at: nil)) == "错误 D061: 金额不是数\n" + rest)
  }

  @Test("原文里没有的行、没有原文、过长的行，都不引用")
  func nothingToQuote() {
    let rest = "    期望: 数\n    处理: 改为数\n"
    let long = String(repeating: "长", count: 161)
    let printer = DiagnosticPrinter { file in file == "a.csv" ? ["一", long] : nil }
    for place in [place("a.csv", 3, 1), place("a.csv", 2, 1), place("b.csv", 1, 1)] {
      #expect(printer.text(of: finding(at: place)).hasSuffix("金额不是数\n" + rest))
    }
  }

  /// The column of the terminal under which the mark stands, from 0; after the line's number.
  private func markColumn(_ line: String, _ column: Int) throws -> Int {
    let printer = DiagnosticPrinter { _ in [line] }
    let lines = printer.text(of: finding(at: place("a.csv", 1, column))).split(
      separator: "\n", omittingEmptySubsequences: false)
    let mark = try #require(lines[2].firstIndex(of: "^"))
    return lines[2].distance(from: lines[2].startIndex, to: mark) - "    1 | ".count
  }

  @Test(
    "记号对准所指的字：汉字、全角占两列，组合符号不占列",
    arguments: [
      ("abc", 1, 0), ("abc", 3, 2), ("abc", 4, 3), ("中文字", 3, 4), ("a中b文", 4, 4),
      ("（％）x", 4, 6), ("１２x", 3, 4), ("ｱｲx", 3, 2), ("——x", 3, 2), ("𠮷x", 2, 2),
      ("e\u{0301}x", 3, 1),
      ("한글x", 3, 4), ("\tx", 2, 1), ("😀x", 2, 2),
    ])
  func marks(_ line: String, _ column: Int, _ expected: Int) throws {
    #expect(try markColumn(line, column) == expected)
  }

  @Test("控制字符和改变书写方向的字符不送到终端，每条信息不多出行")
  func controlCharacters() {
    let evil = "甲\u{1B}[31m\n乙\u{202E}\u{2028}\u{7}\r丙"
    let printer = DiagnosticPrinter { _ in [evil] }
    let text = printer.text(
      of: Finding(
        FaultWording(code: "D061", what: evil, expected: evil, mend: evil),
        at: place("a\u{1B}.csv", 1, 1),
        related: [SourcePlace(file: evil)]))
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count == 7)
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control)
      #expect(scalar.properties.generalCategory != .format)
      #expect(scalar.properties.generalCategory != .lineSeparator)
    }
  }

  @Test("全部信息按位置排列，相同的只印一次，末行计数")
  func allFindings() {
    let findings = [
      finding(at: nil, what: "其它"),
      finding(
        at: .figure(FigureAddress(form: "05", row: "1", column: "2")), .warning, what: "表内"),
      finding(at: place("b.csv", 1, 1), what: "乙"), finding(at: place("a.csv", 10, 1), what: "十行"),
      finding(at: place("a.csv", 9, 12), what: "十二列"),
      finding(at: place("a.csv", 9, 2), what: "二列"),
      finding(at: place("a.csv", 9), what: "整行"), finding(at: place("a.csv"), what: "整个文件"),
      finding(at: place("a.csv", 9, 2), code: "D050", what: "二列，代码在前"),
      finding(at: place("b.csv", 1, 1), what: "乙"),
    ]
    let text = DiagnosticPrinter().text(of: findings, consequence: "没有写出任何文件。")
    let heads = text.split(separator: "\n").filter { !$0.hasPrefix(" ") }
    #expect(
      heads == [
        "a.csv: 错误 D061: 整个文件", "a.csv:9: 错误 D061: 整行", "a.csv:9:2: 错误 D050: 二列，代码在前",
        "a.csv:9:2: 错误 D061: 二列", "a.csv:9:12: 错误 D061: 十二列", "a.csv:10:1: 错误 D061: 十行",
        "b.csv:1:1: 错误 D061: 乙", "05!1.2: 警告 D061: 表内", "错误 D061: 其它",
        "错误 8 处，警告 1 处；没有写出任何文件。",
      ])
  }

  @Test("只有警告、只有错误、什么都没有时的末行")
  func counts() {
    let printer = DiagnosticPrinter()
    let warning = finding(at: nil, .warning)
    #expect(printer.text(of: [warning], consequence: "已写出。").hasSuffix("\n警告 1 处；已写出。\n"))
    #expect(
      printer.text(of: [finding(at: nil)], consequence: "未写出。").hasSuffix("\n错误 1 处；未写出。\n"))
    #expect(printer.text(of: [], consequence: "已写出。") == "已写出。\n")
  }

  @Test("有没有错误")
  func hasErrors() {
    #expect(![Finding]().hasErrors)
    #expect(![finding(at: nil, .warning)].hasErrors)
    #expect([finding(at: nil, .warning), finding(at: nil)].hasErrors)
  }
}
