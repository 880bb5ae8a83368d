internal import Comparison
internal import Diagnostics
internal import Figures
internal import Foundation
internal import Readings
internal import SourceFiles
internal import TestSupport
internal import Testing

@Suite("Reports")
struct ReportTests {
  /// Two builds that differ in most of the ways that a report can tell.
  static func report() throws -> ComparisonReport {
    let original = ModelWorkbook()
    var edited = original
    edited.sheets[0].rows[4].values[2] = .number("1001.16")
    edited.sheets[1].rows.insert(ModelWorkbook.row(9_000, origin: nil), at: 6)
    edited.sheets[1].rows[8].values[1] = .text("说明 <一> & \"二\"")
    edited.sheets[2].name = "新名"
    edited.sheets[2].rows[5].styles[1] = 1
    edited.sheets[2].setup.paper = 8
    edited.properties[0].value = "办公室"
    let rules = ComparisonRules.parse(
      SourceText(
        file: "ignore.yaml",
        text: """
          ignore:
            - {kind: metadata, reason: 每次生成的属性不同}
            - {sheet: 封面, reason: 封面自行排版}
          """))
    var document = ModelPDF()
    document.parts[3].cells = ["本年度支出合计 5,924.67 万元，其中：基本支出 3,012.40 万元。"]
    let left = Self.folder(original, document, line: 4)
    document.parts[3].cells = ["本年度支出合计 5,924.72 万元，其中：基本支出 3,012.45 万元。"]
    document.parts[30].cells[3] = "31.50"
    let right = Self.folder(edited, document, line: 5)
    return compare(left, right, level: .format, rules: try #require(rules.value))
  }

  private static func folder(
    _ book: ModelWorkbook, _ document: ModelPDF, line: Int
  ) -> ComparisonInput {
    let form = book.figures.forms[0]
    let figure = form.figures[3]
    let known = Figure(
      address: figure.address, printed: figure.printed, content: figure.content,
      unit: figure.unit,
      sources: [2, 3, line].map { SourcePlace(file: "expenditure.csv", line: $0) },
      at: .line(2, of: "figures.csv"))
    let list = FigureBook([FigureForm(number: form.number, figures: [known])])
    return ComparisonInput(
      name: line == 4 ? "旧" : "新",
      content: .folder([
        ComparedFile(
          name: "样表.xlsx", content: .workbook(book.reading), figures: book.figures, ledger: list),
        ComparedFile(name: "样张.pdf", content: .pdf(document.reading)),
      ]))
  }

  @Test("the text for clerks, form by form")
  func text() throws {
    Golden.check(try Self.report().text(), against: "comparison/report.txt")
  }

  @Test("the report for programs, in the schema and with sorted keys")
  func json() throws {
    let data = try Self.report().json()
    Golden.check(String(decoding: data, as: UTF8.self), against: "comparison/report.json")
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(root["level"] as? String == "format")
    #expect(root["equal"] as? Bool == false)
    let summary = try #require(root["summary"] as? [String: Int])
    let differences = try #require(root["differences"] as? [[String: Any]])
    #expect(summary["different"] == differences.count)
    #expect(summary["ignored"] == 1)
    for difference in differences {
      #expect(Difference.Kind(rawValue: difference["kind"] as? String ?? "") != nil)
      #expect(difference["left"] != nil || difference["right"] != nil)
    }
    #expect(try Self.report().json() == data)
  }

  @Test("the report for continuous integration is sound XML and counts what it holds")
  func junit() throws {
    let text = try Self.report().junit()
    Golden.check(text, against: "comparison/report.xml")
    let script = """
      import sys, xml.etree.ElementTree as tree
      root = tree.fromstring(sys.argv[1])
      suites = root.findall('testsuite')
      assert root.tag == 'testsuites' and suites
      for node in [root] + suites:
          cases = list(node.iter('testcase'))
          assert int(node.get('tests')) == len(cases), node.attrib
          assert int(node.get('failures')) == sum(c.find('failure') is not None for c in cases)
          assert int(node.get('errors')) == sum(c.find('error') is not None for c in cases)
      names = [(c.get('classname'), c.get('name')) for c in root.iter('testcase')]
      assert len(set(names)) == len(names)
      print(len(names))
      """
    let check = try run("python3", ["-c", script, text])
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test("a limit shortens what is printed, never what is counted")
  func limits() throws {
    let report = try Self.report()
    let count = report.differences.count
    let text = report.text(limit: 2)
    #expect(text.contains("另有 \(count - 2) 处差异没有列出"))
    #expect(text.hasSuffix(report.summary + "\n"))
    #expect(report.summary.contains("差异 \(count) 处"))
    #expect(report.text(isBrief: true) == report.summary + "\n")
    #expect(!report.text(limit: nil).contains("没有列出"))
  }

  @Test("equal sides give a line of summary and passing cases")
  func equal() {
    let input = ModelWorkbook().input
    let report = compare(input, input)
    #expect(report.text().hasSuffix("\(report.summary)\n"))
    #expect(report.summary.hasPrefix("相同"))
    #expect(!report.junit().contains("<failure"))
  }
}
