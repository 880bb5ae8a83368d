import Diagnostics
import Documents
import Figures
import TestSupport
import Testing

/// Forms of another issuer, as data alone.
@Suite("另一地的式样：没有行次，没有栏次")
struct ShanghaiLikeTests {
  private static let books = {
    var books = Books.shanghaiLike
    books.spend("3000000", "2050205", economic: "30101", kind: "基本支出")
    books.spend("120000.50", "2050205", economic: "31002", kind: "基本支出")
    books.spend("45000", "2079999")
    books.spend("7000", "2080505", fund: "其他")
    books.append("431001,其他,2080505,100.00,20.00,30.00,90.00", to: "balances.csv")
    return books
  }()
  private static let composed = Result { try books.compose() }

  @Test("没有错误；地址各不相同")
  func soundness() throws {
    let composed = try Self.composed.get()
    #expect(composed.findings == [])
    // 01: 12 + 28 lines; 05: 7 rows; 06: 27 + 38 accounts and two totals; 07: 12; 08: a total.
    #expect(composed.figures.count == 40 + 7 * 3 + 67 + 12 + 6)
    #expect(composed.repeatedAddresses == [])
  }

  @Test(
    "公开地址：文字和表头；相同时冠以块名或上级表头",
    arguments: [
      ("01!一、一般公共预算财政拨款收入.决算数", "316.50"), ("01!八、其他收入.决算数", "0.70"),
      ("01!收入/总计.决算数", "317.21"), ("01!支出/总计.决算数", "317.21"),
      ("01!本年收入合计.决算数", "317.20"), ("01!本年支出合计.决算数", "317.20"),
      ("01!使用非财政拨款结余.决算数", "0.00"), ("01!年末结转和结余.决算数", "0.01"),
      ("05!2050205.合计", "312.00"), ("05!2050205.基本支出", "312.00"), ("05!205.项目支出", ""),
      ("05!合计.合计", "316.50"), ("05!合计.项目支出", "4.50"),
      ("06!30101.决算数", "300.00"), ("06!301.决算数", "300.00"), ("06!31002.决算数", "12.00"),
      ("06!人员经费合计.决算数", "300.00"), ("06!公用经费合计.决算数", "12.00"),
      ("07!数据.合计/决算数", "0.00"), ("07!数据.公务接待费/决算数", "0.00"),
      ("07!数据.小计/预算数", "0.00"), ("08!合计.本年收入", ""), ("08!合计.合计", ""),
    ])
  func addresses(address: String, printed: String) throws {
    let figure = try Self.composed.get().byAddress[address]
    #expect(figure?.printed == printed)
  }

  @Test("合计在科目树之下")
  func totalBelowTree() throws {
    let form = try #require(try Self.composed.get().form("05"))
    let rows = form.table.sections[0].body.map { $0.cells[0].content.printed }
    #expect(rows == ["205", "20502", "2050205", "207", "20799", "2079999", "合计"])
  }

  @Test("两半不一样高：矮的一半用空格补足，每行都占满")
  func unlikeHeights() throws {
    let form = try #require(try Self.composed.get().form("06"))
    let body = form.table.sections[0].body
    // 38 accounts stand on the right, and the foot below.
    #expect(body.count == 39)
    #expect(body[26].cells.map(\.role) == [.code, .name, .figure, .code, .name, .figure])
    #expect(body[27].cells.map(\.role) == [.filler, .filler, .filler, .code, .name, .figure])
    #expect(body[38].cells.map(\.columnSpan) == [2, 1, 2, 1])
    for row in form.table.sections[0].header + body {
      #expect(row.cells.flatMap(\.columns) == Array(0..<6))
    }
  }

  @Test("只有单位一行；说明里有部门的名称，有数时不印")
  func headAndNotes() throws {
    let composed = try Self.composed.get()
    let forms = composed.document?.forms ?? []
    #expect(forms.allSatisfy { $0.code.isEmpty })
    #expect(
      forms.allSatisfy { $0.head == [HeadLine(left: "", middle: "", right: "单位：万元")] })
    #expect(
      composed.form("08")?.notes == [
        "注：本表反映部门本年度政府性基金预算财政拨款收入支出及结转和结余情况。",
        "说明：某局本年度没有政府性基金预算财政拨款收入和支出，故本表无数据。",
      ])
    var books = Self.books
    books.spend("1", "2120801", fund: "政府性基金预算财政拨款")
    let other = try books.compose()
    #expect(other.form("08")?.notes.count == 1)
    #expect(other.printed(at: "08!2120801.项目支出") == "0.00")
    #expect(other.fen(at: "08!合计.合计") == 1_00)
  }

  private static let numbers = ["01", "05", "06", "07", "08"]

  @Test("基准文本一张表一份，没有多余的")
  func references() {
    Golden.checkFiles(of: "shanghai-like/forms", are: Self.numbers.map { "\($0).tsv" })
  }

  @Test("每张表排出来的样子", arguments: numbers)
  func forms(number: String) throws {
    let form = try #require(try Self.composed.get().form(number))
    Golden.check(FormText(form: form).text, against: "shanghai-like/forms/\(number).tsv")
  }
}
