import Diagnostics
import TestSupport
import Testing

/// Nothing vanishes: a fact that a form must show falls on one leaf, or is reported.
@Suite("每笔账在每张表里落在一格")
struct CoverageFaultTests {
  /// A dossier with amounts that some form has no cell for, or one too many.
  struct Case: Sendable, CustomTestStringConvertible {
    let title: String
    let codes: [String]
    let books: @Sendable () throws -> Books

    var testDescription: String { title }
  }

  static let cases = [
    Case(title: "233 类在 01 和 04 没有行", codes: ["D201", "D201"]) {
      var books = try Books.example()
      books.spend("100.00", "2330399")
      books.files["accounts.csv"] = """
        科目类型,科目代码,科目名称
        支出功能,233,债务发行费用支出
        支出功能,23303,地方政府一般债务发行费用支出
        支出功能,2330399,地方政府一般债务发行费用支出

        """
      return books
    },
    Case(title: "06 没有的经济科目", codes: ["D201"]) {
      var books = try Books.example()
      books.spend("1234.50", "2010301", economic: "30105", kind: "基本支出")
      books.files["accounts.csv"] = "科目类型,科目代码,科目名称\n支出经济,30105,某项补贴\n"
      return books
    },
    Case(title: "落在印“——”的格上", codes: ["D203"]) {
      var books = try Books.example()
      books.spend("300", "2010301", economic: "30901", kind: "基本支出")
      return books
    },
    Case(title: "同一科目的几行账，一处说清", codes: ["D203"]) {
      var books = try Books.example()
      for amount in ["1", "2", "3"] {
        books.spend(amount, "2010301", economic: "30901", kind: "基本支出")
      }
      return books
    },
    Case(title: "没有 scope 的表，印“——”的格也不收", codes: ["D203", "D203"]) {
      var books = Books.sample
      books.append("431001,其他,经营支出,2010301,,100", to: "expenditure.csv")
      books.append("431001,事业收入,2010301,100", to: "income.csv")
      try books.replaceInSet(
        "      - {id: services", in: "forms/04.yaml",
        with: """
                - {id: no, label: 经营, line: "9", closed: true, select: {measure: 支出, kind: 经营支出}}
                - {id: services
          """)
      return books
    },
  ]

  @Test("错误的代码；有错误就没有结果", arguments: cases)
  func codes(of fault: Case) throws {
    let composed = try fault.books().compose()
    #expect(composed.findings.map(\.code) == fault.codes)
    let isComposed = composed.document != nil
    #expect(!isComposed)
  }

  @Test("错误信息的全文")
  func wording() throws {
    let text = try Self.cases.map { fault in
      "## \(fault.title)\n" + (try fault.books().compose().printed) + "\n"
    }.joined()
    Golden.check(text, against: "diagnostics/composition.txt")
  }

  @Test("表不管的账可以没有格：项目支出不进 06，年初预算和上年数不进 01")
  func outOfScope() throws {
    var books = Books.sample
    books.spend("100", "2010301", kind: "项目支出")
    books.append("一般公共预算财政拨款,2010301,5000", to: "budget.csv")
    books.append("收入总计,,,7000", to: "prior-year.csv")
    let composed = try books.compose()
    #expect(composed.findings == [])
    #expect(composed.printed(at: "01!行6.金额") == "0.01")
    #expect(composed.printed(at: "03!公用经费合计.决算数") == "")
  }
}
