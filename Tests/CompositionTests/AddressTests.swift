import Diagnostics
import Documents
import Figures
import TestSupport
import Testing

/// Public addresses, made from what is printed.
@Suite("公开地址")
struct AddressTests {
  private func rows(of form: String, in books: Books) throws -> [String] {
    try books.compose().form(form)?.figures.map(\.address.row) ?? []
  }

  @Test("有行次的行叫行次；没有的叫文字")
  func linesAndWordings() throws {
    var books = Books.sample
    #expect(
      try rows(of: "01", in: books) == ["行1", "行5", "行2", "行6", "行3", "行7", "行4", "行8"])
    try books.rewriteInSet("forms/01.yaml") { text in
      for line in 1...8 { text = text.replacing(", line: \"\(line)\"", with: "") }
      text = text.replacing("        line: \"7\"\n", with: "")
    }
    // Nobody can cite the blank line; the totals of both halves are called alike.
    #expect(
      try rows(of: "01", in: books) == [
        "一、财政拨款收入", "一、基本支出", "二、事业收入", "二、项目支出", "三、经营支出", "收入/总计", "支出/总计",
      ])
  }

  @Test("同一块里文字相同的行，依次编号")
  func repetition() throws {
    var books = Books.sample
    try books.rewriteInSet("forms/04.yaml") { text in
      text = text.replacing("label: 设备, line: \"5\"", with: "label: 车辆")
        .replacing("label: 车辆, line: \"4\"", with: "label: 车辆")
    }
    #expect(try rows(of: "04", in: books) == ["行1", "行2", "行3", "资产/车辆", "资产/车辆#2"])
  }

  @Test("表尾的数属于它上面的块：文字相同时冠以块名")
  func foot() throws {
    var books = Books.sample
    #expect(try rows(of: "03", in: books).suffix(2) == ["人员经费合计", "公用经费合计"])
    try books.rewriteInSet("forms/03.yaml") { text in
      text = text.replacing("{text: 人员经费合计,", with: "{text: 合计,")
        .replacing("{text: 公用经费合计,", with: "{text: 合计,")
    }
    #expect(try rows(of: "03", in: books).suffix(2) == ["人员经费/合计", "公用经费/合计"])
  }

  @Test("表头有栏次时，列叫栏次")
  func columnNumbers() throws {
    var books = Books.sample
    let columns = { (books: Books) in
      try books.compose().form("02")?.figures.map(\.address.column) ?? []
    }
    #expect(try columns(books) == ["小计", "基本支出", "项目支出"])
    try books.replaceInSet(
      "小计, 基本支出, 项目支出]", in: "forms/02.yaml",
      with: "小计, 基本支出, 项目支出]\n  - [{text: 栏次, columns: 2}, \"1\", \"2\", \"3\"]")
    #expect(try columns(books) == ["1", "2", "3"])
  }
}
