import Figures
import TestSupport
import Testing

/// What is printed where there is no fact, and where the facts come to nothing.
@Suite("没有数和零")
struct ZeroPolicyTests {
  /// The sample set with one policy for the whole set.
  private func books(none: EmptyStyle, zero: EmptyStyle) throws -> Books {
    var books = Books.sample
    let policy = "none: \(none.rawValue), zero: \(zero.rawValue)}"
    if policy != "none: 空白, zero: 空白}" {
      try books.replaceInSet("none: 空白, zero: 空白}", in: "set.yaml", with: policy)
    }
    return books
  }

  private static let styles: [(EmptyStyle, String)] = [
    (.blank, ""), (.number, "0.00"), (.dash, "——"),
  ]

  @Test("没有账", arguments: styles)
  func noFact(style: EmptyStyle, printed: String) throws {
    let composed = try books(none: style, zero: .blank).compose()
    #expect(composed.printed(at: "01!行1.金额") == printed)
    // A total of nothing has no fact either.
    #expect(composed.printed(at: "01!行4.金额") == printed)
    #expect(composed.byAddress["01!行1.金额"]?.value == nil)
  }

  @Test("填了 0", arguments: styles)
  func explicitZero(style: EmptyStyle, printed: String) throws {
    var books = try books(none: style == .blank ? .number : .blank, zero: style)
    books.append("431001,事业收入,2010301,0", to: "income.csv")
    let composed = try books.compose()
    #expect(composed.printed(at: "01!行2.金额") == printed)
    #expect(composed.printed(at: "01!行4.金额") == printed)
    #expect(composed.fen(at: "01!行2.金额") == 0)
    // Declared as 0.
    #expect(composed.printed(at: "05!数据.公务接待费/决算数") == printed)
  }

  @Test("几笔账互相抵销", arguments: styles)
  func netZero(style: EmptyStyle, printed: String) throws {
    var books = try books(none: style == .blank ? .number : .blank, zero: style)
    books.spend("100.00", "2010301", economic: "30101", kind: "基本支出")
    books.spend("-100.00", "2010301", economic: "30101", kind: "基本支出")
    let composed = try books.compose()
    #expect(composed.printed(at: "02!2010301.基本支出") == printed)
    #expect(composed.printed(at: "02!201.基本支出") == printed)
    #expect(composed.printed(at: "03!301.决算数") == printed)
  }

  @Test(
    "不是零而舍入为零的，印零，不带负号；半数离零进位",
    arguments: [
      ("40", "0.00"), ("-40", "0.00"), ("49.99", "0.00"), ("-49.99", "0.00"), ("0.01", "0.00"),
      ("50", "0.01"), ("-50", "-0.01"), ("150", "0.02"), ("-150", "-0.02"), ("149.99", "0.01"),
      ("12345678.9", "1,234.57"), ("-12345678.9", "-1,234.57"),
    ])
  func rounding(amount: String, printed: String) throws {
    for style in EmptyStyle.allCases {
      var books = try books(none: style, zero: style)
      books.spend(amount, "2010301")
      #expect(try books.compose().printed(at: "01!行6.金额") == printed)
    }
  }

  @Test("空白行总是空白，不列数的行总是印——")
  func blankAndClosedLines() throws {
    for style in EmptyStyle.allCases {
      let composed = try books(none: style, zero: style).compose()
      #expect(composed.printed(at: "01!行3.金额") == "")
      #expect(composed.printed(at: "01!行7.金额") == "——")
      #expect(composed.printed(at: "03!309.决算数") == "——")
      #expect(composed.printed(at: "03!30999.决算数") == "——")
    }
  }

  @Test("行定的先于列，列先于表，表先于整套")
  func precedence() throws {
    var books = Books.sample
    // Rows of form 04 state their own.
    #expect(try books.compose().printed(at: "04!行4.统计数") == "")
    #expect(try books.compose().printed(at: "04!行5.统计数") == "——")
    books.append("车辆: {\"431001\": 0}", to: "department.yaml")
    #expect(try books.compose().printed(at: "04!行4.统计数") == "0")

    try books.replaceInSet("title: 支出表", in: "forms/02.yaml", with: "title: 支出表\nnone: 数字")
    #expect(try books.compose().printed(at: "02!合计.项目支出") == "0.00")
    try books.replaceInSet(
      "{id: project, width: 25, show: 数", in: "forms/02.yaml",
      with: "{id: project, none: ——, width: 25, show: 数")
    #expect(try books.compose().printed(at: "02!合计.项目支出") == "——")
    #expect(try books.compose().printed(at: "02!合计.基本支出") == "0.00")
    try books.replaceInSet(
      "{id: total, total: 合计", in: "forms/02.yaml", with: "{id: total, none: 空白, total: 合计")
    #expect(try books.compose().printed(at: "02!合计.项目支出") == "")
  }
}
