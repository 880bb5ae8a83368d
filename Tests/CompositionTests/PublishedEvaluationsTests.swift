import Diagnostics
import Documents
import Figures
import Foundation
import TestSupport
import Testing

/// The example's nineteen self-evaluations against what the department published.
@Suite("襄垣县工信局 2023：十九张自评表")
struct PublishedEvaluationsTests {
  private static let example = Result { try Books.exampleWithEvaluations().compose() }

  /// A number without idle zeros, rounded to three decimals as the published amounts are.
  private static func plain(_ text: String) throws -> Decimal {
    var number = try #require(Decimal(string: text), "\(text)")
    var rounded = Decimal()
    NSDecimalRound(&rounded, &number, 3, .plain)
    return rounded
  }

  @Test("结转余、执行率、得分、总分、等级，印出来都与公开的相同")
  func figures() throws {
    let document = try #require(try Self.example.get().document)
    let lines = try Project.text("Tests/Fixtures/xiangyuan-2023/evaluations.csv")
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let sheets = document.evaluations
    #expect(lines.count == 19)
    #expect(sheets.count == 19)
    for (sheet, line) in zip(sheets, lines) {
      let figures = Dictionary(
        uniqueKeysWithValues: sheet.figures.map { ($0.address.description, $0) })
      func printed(_ row: String, _ column: String) -> String {
        figures["\(sheet.number)!\(row).\(column)"]?.printed ?? "-"
      }
      let columns = ["目标申报数", "预算编制数", "全年预算数", "全年执行数", "资金结（转）余"]
      for (column, published) in zip(columns, line[3...6] + [line[9]]) {
        #expect(
          try Self.plain(printed("资金总额", column)) == Self.plain(published),
          "\(sheet.number) \(column)")
      }
      #expect(printed("资金总额", "执行率") == line[10], "\(sheet.number)")
      for (row, column, published) in [("资金总额", "得分", line[11]), ("总分", "得分", line[12])] {
        #expect(
          try Self.plain(printed(row, column)) == Self.plain(published), "\(sheet.number) \(row)")
      }
      let last = sheet.table.sections[3].body.last?.cells.last
      #expect(last?.content.printed == line[13], "\(sheet.number)")
    }
  }

  @Test("地址在整份公开里各不相同；各表的都在里面")
  func addresses() throws {
    let document = try #require(try Self.example.get().document)
    let addresses = document.sheets.flatMap(\.figures).map(\.address.description)
    #expect(Set(addresses).count == addresses.count)
    #expect(addresses.contains("自评-03!资金总额.执行率"))
    #expect(document.forms.count == 10)
  }

  @Test("工作表名和题名")
  func names() throws {
    let document = try #require(try Self.example.get().document)
    let lines = document.evaluations.map { sheet in
      [sheet.number, sheet.sheetName, sheet.title, sheet.entry].joined(separator: "\t")
    }
    Golden.check(
      lines.joined(separator: "\n") + "\n", against: "xiangyuan-2023/evaluations/names.tsv")
  }

  private static let numbers = 1...19

  /// The reference text of a sheet.
  private static func file(_ number: Int) -> String {
    number < 10 ? "0\(number).tsv" : "\(number).tsv"
  }

  @Test("基准文本一张表一份，另有名称一份，没有多余的")
  func references() {
    Golden.checkFiles(
      of: "xiangyuan-2023/evaluations", are: Self.numbers.map(Self.file) + ["names.tsv"])
  }

  @Test("每张表排出来的样子", arguments: numbers)
  func sheets(number: Int) throws {
    let sheets = try #require(try Self.example.get().document).evaluations
    try #require(sheets.count == 19)
    Golden.check(
      FormText(form: sheets[number - 1]).text,
      against: "xiangyuan-2023/evaluations/\(Self.file(number))")
  }
}
