import Diagnostics
import Figures
import Foundation
import Readings
import TestSupport
import Testing

/// CSV files of figures: ours and those taken down from a publication.
@Suite("读公开数的 CSV")
struct FiguresReaderTests {
  /// Reads a text as a file.
  private func read(_ text: String) throws -> (reading: FigureBook?, codes: [String]) {
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("figures.csv")
      try text.write(to: url, atomically: true, encoding: .utf8)
      let loaded = readFiguresCSV(at: url, as: "figures.csv")
      return (loaded.value, loaded.findings.map(\.code))
    }
  }

  @Test("公布的 1,230 个数与我们的 figures.csv 地址相同，印出的数相同")
  func published() throws {
    let (ours, codes) = try read(try BuiltExample.shared.get().figures)
    #expect(codes == [])
    let file = Project.url("Tests/Fixtures/xiangyuan-2023/cells.csv")
    let loaded = readFiguresCSV(at: file, as: "cells.csv")
    #expect(loaded.findings == [])
    let cells = try #require(loaded.value)
    #expect(cells.figures.count == 1230)
    let built = try #require(ours)
    let left = Dictionary(uniqueKeysWithValues: built.figures.map { ($0.address, $0.printed) })
    for cell in cells.figures { #expect(left[cell.address] == cell.printed, "\(cell.address)") }
    #expect(cells.figures.allSatisfy { $0.value == nil && $0.unit == nil && $0.sources.isEmpty })
    let line = try #require(built.figures.first { $0.address.description == "05!2080501.2" })
    #expect(line.printed == "29.25" && line.exact == "292500.00")
    #expect(line.unit == "万元" && line.exactUnit == "元")
    #expect(
      line.sources.allSatisfy { $0.file == "expenditure.csv" && $0.line > 1 }
        && !line.sources.isEmpty)
    guard case .source(let place)? = line.place else {
      Issue.record("no line: \(line)")
      return
    }
    #expect(place.file == "figures.csv" && place.line > 1)
  }

  @Test("列可以换次序；空白、零和“——”是三样；键的空格和全角写法归为一种")
  func keys() throws {
    let (reading, codes) = try read(
      """
      \u{FEFF}column,form,row,printed\r
      2,5,２０８０５０１,29.25\r
      1,０１, 行 31 ,\r
      决算数,06,30901,——\r
      （境）费,09,数据,0.00\r

      """)
    #expect(codes == [])
    #expect(
      reading?.figures.map(\.address.description)
        == ["05!2080501.2", "01!行31.1", "06!30901.决算数", "09!数据.（境）费"])
    #expect(reading?.figures.map(\.printed) == ["29.25", "", "——", "0.00"])
    let places = (2...5).map { Place.line($0, of: "figures.csv") }
    #expect(reading?.figures.map(\.place) == places)
  }

  /// A file with a fault.
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let text: String
    let codes: [String]

    var testDescription: String { title }
  }

  static let cases = [
    Case(title: "空文件", text: "", codes: ["C040"]),
    Case(title: "只有表头", text: "form,row,column,printed\n", codes: ["C046"]),
    Case(title: "没有表头", text: "05,2080501,2,29.25\n", codes: ["C041"]),
    Case(
      title: "别的 CSV", text: "单位代码,功能科目,金额（元）\n431001,2010301,100\n", codes: ["C041"]),
    Case(
      title: "列名写错，缺列，一列两次", text: "form,rows,column,column,printed\n05,合计,1,1,2\n",
      codes: ["C042", "C047", "C048"]),
    Case(
      title: "数没有用引号括起，少了一栏，缺了键，地址重复",
      text: """
        form,row,column,printed
        01,行1,1,5,924.67
        01,行2,1
        01,,2,3.00
        01,行4,1,1.00
        01,行4,1,2.00

        """, codes: ["C043", "C049", "C044", "C045"]),
    Case(title: "引号没有结束", text: "form,row,column,printed\n01,行1,1,\"5\n", codes: ["C015"]),
    Case(
      title: "引号错位", text: "form,row,column,printed\n01,行1,1,\"5\"6\n01,行\"2,1,3\n",
      codes: ["C013", "C014"]),
  ]

  @Test("错误的代码；有错误就没有结果", arguments: cases)
  func faults(of fault: Case) throws {
    let (reading, codes) = try read(fault.text)
    #expect(codes == fault.codes)
    #expect(reading == nil)
  }

  @Test("错误信息的全文")
  func wording() throws {
    var text = ""
    func add(_ title: String, _ url: URL, _ lines: [String]) {
      let findings = readFiguresCSV(at: url, as: "figures.csv").findings
      let printer = DiagnosticPrinter { _ in lines }
      text += "## \(title)\n" + printer.text(of: findings, consequence: "没有比较。") + "\n"
    }
    try withTemporaryFolder { folder in
      let url = folder.appendingPathComponent("figures.csv")
      add("没有文件", url, [])
      for fault in Self.cases {
        try fault.text.write(to: url, atomically: true, encoding: .utf8)
        add(fault.title, url, fault.text.components(separatedBy: "\n"))
      }
      try Data(BuiltExample.shared.get().workbook).write(to: url)
      add("工作簿", url, [])
      try Data("form,row,column,printed\n01,行1,1,".utf8 + [0xFF, 0xFF, 0x0A]).write(to: url)
      add("编码损坏", url, [])
    }
    Golden.check(text, against: "diagnostics/reading-figures.txt")
  }
}
