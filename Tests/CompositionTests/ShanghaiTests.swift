import Diagnostics
import Documents
import Figures
import TestSupport
import Testing

/// Forms of another issuer, as data alone, against what a bureau published by them.
@Suite("普陀区财政局 2024：没有行次，没有栏次，代码分列")
struct ShanghaiTests {
  private static let example = Result {
    try Books.example("putuo-finance-2024", by: "shanghai-2024").compose()
  }

  @Test("577 格，一格不多，一格不少，印出来都一样；地址各不相同")
  func cells() throws {
    let composed = try Self.example.get()
    #expect(composed.findings == [])
    let published = try PublishedCells("Tests/Fixtures/putuo-2024/cells.csv")
    #expect(published.printed.count == 577)
    published.expectEqual(to: composed)
    #expect(composed.repeatedAddresses == [])
  }

  @Test("01、04 和合计从准确数来；02、03、05 的类、款加印出的数")
  func rounding() throws {
    let composed = try Self.example.get()
    let printed = [
      "01!八、社会保障和就业支出.决算数", "02!208.本年收入合计", "03!20805.本年支出合计", "05!208.合计",
    ].map { composed.printed(at: $0) }
    #expect(printed == ["326.71", "326.72", "326.72", "326.72"])
    let leaves = ["2080501", "2080505", "2080506", "2080599"]
    let exact = leaves.compactMap { composed.fen(at: "05!\($0).合计") }.reduce(0, +)
    #expect(composed.fen(at: "01!八、社会保障和就业支出.决算数") == exact)
    #expect(exact < 326_715_000 && composed.fen(at: "05!208.合计") == 326_720_000)
  }

  @Test("合计在 02 的科目树之上，在 05 的之下；代码各级一列")
  func totals() throws {
    let composed = try Self.example.get()
    func first(_ number: String) throws -> [[String]] {
      let form = try #require(composed.form(number))
      return form.table.sections[0].body.map { row in
        row.cells.prefix { $0.role != .figure }.map(\.content.printed)
      }
    }
    let (second, fifth) = (try first("02"), try first("05"))
    #expect(second.first == ["合计"] && second[1] == ["201", "", "", "一般公共服务支出"])
    #expect(second[3] == ["201", "06", "01", "行政运行"])
    #expect(fifth.last == ["合计"] && fifth[0] == ["201", "", "", "一般公共服务支出"])
  }

  @Test("两半不一样高：矮的一半用空格补足，每行都占满")
  func unlikeHeights() throws {
    let form = try #require(try Self.example.get().form("06"))
    let section = form.table.sections[0]
    let width = form.table.columns.count
    for row in section.header + section.body {
      let reached = row.cells.flatMap(\.columns)
      #expect(Set(reached).isSubset(of: Set(0..<width)))
    }
    let fillers = section.body.filter { $0.cells.first?.role == .filler }
    #expect(!fillers.isEmpty)
    #expect(fillers.allSatisfy { $0.cells.flatMap(\.columns) == Array(0..<width) })
  }

  @Test("没有表号；没有数的表有说明，有数时不印")
  func notes() throws {
    let composed = try Self.example.get()
    #expect(composed.document?.forms.allSatisfy { $0.code.isEmpty } == true)
    #expect(composed.form("08")?.notes == ["注：上海市普陀区财政局无政府性基金预算财政拨款支出，故本表无数据。"])
    var books = try Books.example("putuo-finance-2024", by: "shanghai-2024")
    books.append("103001,政府性基金预算财政拨款,项目支出,2120801,,1.00", to: "expenditure.csv")
    books.append("103001,政府性基金预算财政拨款,2120801,1.00", to: "income.csv")
    books.append("支出功能,2120801,征地和拆迁补偿支出", to: "accounts.csv")
    books.append("支出功能,21208,国有土地使用权出让收入安排的支出", to: "accounts.csv")
    books.files["accounts.csv"] = "科目类型,科目代码,科目名称\n" + (books.files["accounts.csv"] ?? "")
    let other = try books.compose()
    #expect(other.form("08")?.notes == [])
    #expect(other.printed(at: "08!2120801.项目支出") == "0.00")
  }

  private static let numbers = (1...9).map { "0\($0)" }

  @Test("基准文本一张表一份，没有多余的")
  func references() {
    Golden.checkFiles(of: "putuo-finance-2024/forms", are: Self.numbers.map { "\($0).tsv" })
  }

  @Test("每张表排出来的样子", arguments: numbers)
  func forms(number: String) throws {
    let form = try #require(try Self.example.get().form(number))
    Golden.check(FormText(form: form).text, against: "putuo-finance-2024/forms/\(number).tsv")
  }
}
