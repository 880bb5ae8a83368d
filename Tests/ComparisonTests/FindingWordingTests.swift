internal import Comparison
internal import Diagnostics
internal import Foundation
internal import ReaderProcess
internal import Readings
internal import SourceFiles
internal import TestSupport
internal import Testing
internal import Verification

/// Every message of this module once, as it is printed.
@Suite("比较的错误信息")
struct FindingWordingTests {
  private static func rules(_ text: String) -> [Finding] {
    ComparisonRules.parse(SourceText(file: "ignore.yaml", text: text)).findings
  }

  private static func file(_ name: String, _ content: ComparedFile.Content) -> ComparisonInput {
    ComparisonInput(name: name, content: .file(ComparedFile(name: name, content: content)))
  }

  private static func cases() throws -> [(title: String, findings: [Finding])] {
    let workbook = file("公开表.xlsx", .workbook(WorkbookReading(file: "公开表.xlsx")))
    let document = file("公开.pdf", .pdf(PDFReading(file: "公开.pdf")))
    var idle = ComparisonRule(
      place: SourcePlace(file: "ignore.yaml", line: 3, column: 5), reason: "封面自行排版")
    idle.groups = ["封面"]
    return [
      ("还没有的级别", ComparisonLevel.parse("pixels").findings),
      ("写错的级别", ComparisonLevel.parse("contents").findings),
      ("没有条件的规则", rules("ignore:\n  - {reason: 尾数误差}\n")),
      ("没有理由的规则，写错的键和种类", rules("ignore:\n  - {shet: 封面, kind: metdata}\n")),
      ("容差不是数", rules("tolerate:\n  - {within: 一分钱, sheet: 封面, reason: 尾数误差}\n")),
      ("没有用到的规则", compare(workbook, workbook, rules: ComparisonRules([idle])).findings),
      (
        "文件与文件夹",
        compare(workbook, ComparisonInput(name: "Out", content: .folder([]))).findings
      ),
      ("不同种类按内容", compare(workbook, document, level: .content).findings),
      ("没有认出的数", compare(workbook, document).findings),
      ("不认识的文件", try unreadable()),
    ]
  }

  /// An empty file, one that is not what its name says, a picture, and none.
  private static func unreadable() throws -> [Finding] {
    try withTemporaryFolder { folder in
      let bytes: KeyValuePairs<String, [UInt8]> = [
        "空.csv": [], "网页.xlsx": Array("<!DOCTYPE html>".utf8), "图.png": [0x89, 0x50, 0x00],
      ]
      for (name, content) in bytes {
        try Data(content).write(to: folder.appendingPathComponent(name))
      }
      return ["空.csv", "网页.xlsx", "图.png", "没有.pdf"].flatMap { name in
        let source = ComparisonSource(url: folder.appendingPathComponent(name), name: name)
        return readComparison(source, source, level: nil, by: nil, with: Project.fileReader)
          .findings
      }
    }
  }

  @Test("每种错误的全文")
  func wording() throws {
    let printer = DiagnosticPrinter()
    let text = try Self.cases().map { title, findings in
      "## \(title)\n\(printer.text(of: findings, consequence: "没有比较。"))\n"
    }
    Golden.check(text.joined(), against: "diagnostics/comparison.txt")
  }

  @Test("每个代码都有一例")
  func codes() throws {
    let shown = Set(try Self.cases().flatMap(\.findings).map(\.code))
    for number in 101...108 {
      #expect(shown.contains("C\(number)"), "C\(number) is not among the golden messages")
    }
  }
}
