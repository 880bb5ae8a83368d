import Diagnostics
import Documents
import TestSupport
import Testing

/// The numbers of sentences, at their edges.
@Suite("说明里的数")
struct NarrativeNumbersTests {
  private static let general = "一般公共预算财政拨款"

  private func text(_ change: (inout Books) throws -> Void) throws -> NarrativeText {
    var books = Books.sentences
    try change(&books)
    return try books.compose().narrative
  }

  @Test("什么都没有：不写增减，不写列表，不出现无穷大和负零")
  func nothing() throws {
    let text = try text { _ in }
    #expect(text.line("四川：") == "2021年度收、支总计均为0.00万元。")
    #expect(text.line("广东：本年收入") == "0.00万元,比上年上年数不可比。")
    #expect(text.line("六：人员经费和公用经费主要包括") == "。")
    #expect(text.lines.contains("没有一般公共预算支出。"))
    #expect(text.lines("§2 共") == [])
    let all = text.lines.joined()
    for sign in ["∞", "inf", "nan", "-0.00", "-0%"] {
      #expect(!all.contains(sign), "\(sign) in \(all)")
    }
  }

  @Test("没有政府性基金：不提它")
  func noFundMoney() throws {
    let text = try text { $0.spend("100000", "2050201") }
    #expect(text.line("浙江：") == "财政拨款收入10.00万元（其中：一般公共预算10.00万元），占收入合计100.00%；")
  }

  @Test("上年没有任何数，与上年的数是零，是两回事")
  func noPriorYear() throws {
    let without = try text { $0.spend("100000", "2050201") }
    #expect(without.line("四川：") == "2021年度收、支总计均为10.00万元。")
    #expect(without.line("广东：本年收入") == "10.00万元,比上年上年数不可比。")
    let otherFund = try text {
      $0.spend("100000", "2050201")
      $0.append("支出,其他,205,100000", to: "prior-year.csv")
    }
    #expect(otherFund.line("1. 教育支出（205）")?.hasSuffix("没有预算，支出10.00；。") == true)
    let zero = try text {
      $0.spend("100000", "2050201")
      $0.append("收入总计,,,0", to: "prior-year.csv")
    }
    #expect(
      zero.line("四川：") == "2021年度收、支总计均为10.00万元。与2020年相比，收、支总计各增加10.00万元，上年无此项支出。")
  }

  @Test(
    "一类的预算、决算、上年数",
    arguments: [
      // Budget and prior year in 元, nil where no line stands; then what the class says.
      (nil, nil, "没有预算，支出10.00；"), ("0", nil, "没有预算，支出10.00；"),
      ("80000", "100000", "8.00→10.00：125.00%；与上年相同"),
      ("100000", "100000.01", "10.00→10.00：100.00%；与上年基本持平"),
      ("100000", "99950", "10.00→10.00：100.00%；增加0.01万元，增长0.05%"),
      ("300000", "0", "30.00→10.00：33.33%；增加10.00万元（上年为零）"),
      ("0.01", "0.01", "0.00→10.00：1000000000.00%；增加10.00万元，增长999999900.00%"),
      ("-100000", "-100000", "-10.00→10.00：没有完成率；上年为-10.00，不可比"),
      ("0", "100049.99", "没有预算，支出10.00；与上年基本持平"),
    ])
  func oneClass(budget: String?, prior: String?, expected: String) throws {
    let text = try text { books in
      books.spend("100000", "2050201")
      if let budget { books.append("\(Self.general),205,\(budget)", to: "budget.csv") }
      if let prior { books.append("支出,\(Self.general),205,\(prior)", to: "prior-year.csv") }
    }
    #expect(text.line("§2 共") == "1类")
    #expect(text.line("1. 教育支出（205）10.00，占100.00%；") == expected + "。")
  }

  @Test("只有预算、只有上年数的类也列出，各类加起来才是合计")
  func classesWithoutExpenditure() throws {
    let text = try text { books in
      books.spend("100000", "2080505")
      books.append("\(Self.general),201,50000", to: "budget.csv")
      books.append("支出,\(Self.general),2050201,70000", to: "prior-year.csv")
      books.append("支出,其他,206,70000", to: "prior-year.csv")
      books.append("支出,\(Self.general),210,0", to: "prior-year.csv")
    }
    #expect(
      text.below("共3类") == [
        "1. 一般公共服务支出（201）0.00，占0.00%；5.00→0；与上年相同。",
        "2. 教育支出（205）0.00，占0.00%；没有预算，也没有支出；减少7.00万元，下降100.00%。",
        "3. 社会保障和就业支出（208）10.00，占100.00%；没有预算，支出10.00；增加10.00万元（2020年没有这一类）。",
      ])
  }

  @Test("26 类都有：一类一段，占比从精确的数算")
  func allClasses() throws {
    let classes = try Project.text("Tests/Fixtures/layouts/catalogues/function-sentences.csv")
      .split(separator: "\n").map { String($0.prefix { $0 != "," }) }.filter { $0.count == 3 }
    let chosen = classes.prefix(26)
    let text = try text { books in
      var names = "科目类型,科目代码,科目名称\n"
      for code in chosen {
        books.spend("30000", "\(code)9901")
        for prefix in ["\(code)99", "\(code)9901"] { names += "支出功能,\(prefix),某科目\n" }
        books.append("\(Self.general),\(code),30000", to: "budget.csv")
        books.append("支出,\(Self.general),\(code),30000", to: "prior-year.csv")
      }
      books.append("收入总计,,,\(30000 * chosen.count)", to: "prior-year.csv")
      books.files["accounts.csv"] = names
    }
    #expect(chosen.count == 26)
    let lines = text.below("共26类")
    #expect(lines.count == 26)
    #expect(lines.allSatisfy { $0.hasSuffix("3.00，占3.85%；3.00→3.00：100.00%；与上年相同。") })
    #expect(lines.last?.hasPrefix("26. ") == true)
    #expect(text.line("四川：")?.hasSuffix("收、支总计各持平。") == true)
  }

  @Test("负数：金额带负号，增减不带；占比有正有负")
  func negative() throws {
    let text = try text { books in
      books.spend("-100000", "2050201")
      books.spend("300000", "2080505")
      books.append("支出,\(Self.general),205,-40000", to: "prior-year.csv")
    }
    #expect(
      text.line("1. 教育支出（205）") == "-10.00，占-50.00%；没有预算，支出-10.00；上年为-4.00，不可比。")
  }

  @Test("上年为零而本年是负数：是减少，差额不带负号")
  func negativeWithoutBase() throws {
    let text = try text { $0.append("公务接待费: {预算: 0, 决算: -10000, 上年: 0}", to: "department.yaml") }
    #expect(text.line("淮北：") == "公务接待费-1.00万元，与上年相比减少1.00万元。")
  }

  @Test("上年没有这一类而本年是负数，也是减少")
  func negativeWithoutItem() throws {
    let text = try text { books in
      books.spend("-100000", "2050201")
      books.append("支出,\(Self.general),208,100", to: "prior-year.csv")
    }
    #expect(
      text.line("1. 教育支出（205）")?.hasSuffix("；减少10.00万元（2020年没有这一类）。") == true)
  }

  @Test("互相抵销：合计是零而各类不是，占比没有意义")
  func netZeroWhole() throws {
    let text = try text { books in
      books.spend("-100000", "2050201")
      books.spend("100000", "2080505")
    }
    #expect(text.line("1. 教育支出（205）")?.hasPrefix("-10.00，占——；") == true)
  }

  @Test("舍入到零的不是零；正好一半的离零进位")
  func rounding() throws {
    let small = try text { $0.spend("49.99", "2050201") }
    #expect(small.line("四川：") == "2021年度收、支总计均为0.00万元。")
    #expect(small.line("1. 教育支出（205）")?.hasPrefix("0.00，占100.00%") == true)
    let half = try text { books in
      books.spend("50", "2050201")
      books.append("公务接待费: {预算: 0, 决算: 50, 上年: 99.99}", to: "department.yaml")
    }
    #expect(half.line("四川：") == "2021年度收、支总计均为0.01万元。")
    #expect(half.line("淮北：") == "公务接待费0.01万元，与上年相比无变化。")
    #expect(half.line("精确：") == "0.005；更少。")
  }

  @Test("百分数正好在一半上：离零进位，正负一样")
  func halves() throws {
    let text = try text { books in
      books.spend("100", "2010101")
      books.spend("-100", "2050201")
      books.spend("80000", "2080505")
    }
    #expect(text.line("1. 一般公共服务支出（201）")?.hasPrefix("0.01，占0.13%；") == true)
    #expect(text.line("2. 教育支出（205）")?.hasPrefix("-0.01，占-0.13%；") == true)
  }

  @Test("不分资金的上年数只取不分资金的行；只有分资金的行，就是没有")
  func priorYearOfAllFunds() throws {
    let byFund = "财政拨款支出,政府性基金预算财政拨款,,300000"
    let without = try text { $0.append(byFund, to: "prior-year.csv") }
    #expect(without.line("不分资金：") == "0.00（无）。")
    let with = try text {
      $0.append(byFund, to: "prior-year.csv")
      $0.append("财政拨款支出,,,500000", to: "prior-year.csv")
    }
    #expect(with.line("不分资金：") == "50.00（有）。")
  }

  @Test("最大的金额也不溢出")
  func largest() throws {
    let text = try text { books in
      books.spend("30000000000000", "2050201")
      books.append("\(Self.general),205,0.01", to: "budget.csv")
      books.append("支出,\(Self.general),205,0.01", to: "prior-year.csv")
    }
    let line = try #require(text.line("1. 教育支出（205）"))
    #expect(line.contains("0.00→3,000,000,000.00：300000000000000000.00%"))
    #expect(line.contains("增长299999999999999900.00%"))
  }

  @Test("数量：单位数、按单位的车辆、与上年比较")
  func counts() throws {
    let text = try text {
      $0.append("车辆: {\"431001\": 2, \"431002\": 1}\n上年车辆: 2", to: "department.yaml")
    }
    #expect(text.line("部门某局；") == "单位2个，其中行政单位1个；车辆3辆，由上年的2辆增至3辆，增长50%。")
    #expect(
      text.lines("单位43") == [
        "1001 某局（行政单位）车辆2辆。", "1002 某中心（事业单位）车辆1辆。",
      ])
    #expect(text.line("事业单位：") == "某中心。")
    let none = try self.text { $0.append("上年车辆: 2", to: "department.yaml") }
    #expect(none.line("部门某局；")?.hasSuffix("车辆0.00辆，由上年的2辆减至0.00辆，下降100%。") == true)
  }
}
