import Diagnostics
import Testing

/// The word that was probably meant.
@Suite("猜测想写的词")
struct NearestTests {
  @Test(
    "错一字、多一字、少一字、前后颠倒",
    arguments: [
      ("其它收入", "其他收入"), ("事业收", "事业收入"), ("经营的收入", "经营收入"), ("收经营入", nil),
      ("上级补助入收", "上级补助收入"), ("附属单位上交收入", "附属单位上缴收入"), ("事业", "事业收入"),
      ("收入", nil), ("经营收入明细", "经营收入"), ("非经营收入", nil), ("附属", nil),
    ])
  func guesses(_ word: String, _ expected: String?) {
    let words = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    #expect(nearest(to: word, among: words) == expected)
  }

  @Test(
    "不猜成别的意思",
    arguments: [
      ("利息收入", ["上级补助收入", "事业收入", "经营收入", "其他收入"]), ("事业单位", ["行政单位", "经营单位"]),
      ("公益三类事业单位", ["公益一类事业单位", "公益二类事业单位"]), ("年中结余（元）", ["年初结余（元）", "年末结余（元）"]),
      ("上年金额", ["金额", "功能科目"]), ("经济科目", ["功能科目"]), ("预算", ["决算"]), ("名字", ["名称"]),
      ("431003", ["431001", "431002"]), ("shanxi-2022", ["shanxi-2023"]), ("第三部分", ["第二部分"]),
      ("收入合计", ["收入总计", "支出总计"]), ("财政拨款收入总计", ["财政拨款支出总计"]),
      ("事业单位", ["行政单位", "公益一类事业单位", "其他事业单位"]), ("上年金额（元）", ["金额（元）"]),
      ("营业收入", ["上级补助收入", "事业收入", "经营收入", "其他收入"]),
      ("行业单位", ["行政单位", "事业单位"]), ("专项支出", ["基本支出", "项目支出", "经营支出"]),
    ] as [(String, [String])])
  func noCrossing(_ word: String, _ words: [String]) {
    #expect(nearest(to: word, among: words) == nil)
  }

  @Test("另有意思的词不当作写错的词；也不因少写几字就猜成短的")
  func apart() {
    let columns = ["资金性质", "功能科目", "年末结转和结余（元）", "金额（元）"]
    let others = ["年初结转和结余（元）", "上年金额（元）"]
    #expect(nearest(to: "年初结转和结余（元）", among: columns) == nil)
    #expect(nearest(to: "年初结转和结余（元）", among: columns, apartFrom: others) == nil)
    #expect(nearest(to: "年初结转结余（元）", among: columns, apartFrom: others) == nil)
    #expect(nearest(to: "年末结转结余（元）", among: columns, apartFrom: others) == columns[2])
    #expect(nearest(to: "上金额（元）", among: columns, apartFrom: others) == nil)
    #expect(nearest(to: "金額（元）", among: columns, apartFrom: others) == "金额（元）")
  }

  @Test(
    "错字不是别的词的字，就猜",
    arguments: [
      ("事业收人", "事业收入"), ("行政单住", "行政单位"), ("一股公共预算财政拨款", "一般公共预算财政拨款"),
      ("政府性基金预算财政拔款", "政府性基金预算财政拨款"), ("incone", "income"),
    ])
  func mistyped(_ word: String, _ meant: String) {
    let words = [
      "事业收入", "经营收入", "行政单位", "事业单位", "一般公共预算财政拨款", "政府性基金预算财政拨款", "income",
      "income_change", "expense",
    ]
    #expect(nearest(to: word, among: words) == meant)
  }

  @Test("差得太多就不猜", arguments: ["", "税", "完全不同的话", "xyz"])
  func noGuess(_ word: String) {
    #expect(nearest(to: word, among: ["上级补助收入", "width", "甲", "乙丙"]) == nil)
  }

  @Test("一两个字的词不猜")
  func shortWords() {
    #expect(nearest(to: "甲", among: ["乙"]) == nil)
    #expect(nearest(to: "甲乙", among: ["甲丙"]) == nil)
    #expect(nearest(to: "甲", among: ["甲乙", "甲丙"]) == nil)
    #expect(nearest(to: "甲", among: ["甲乙", "丙"]) == "甲乙")
  }

  @Test("同样近时不猜")
  func tie() {
    #expect(nearest(to: "预算数", among: ["决算数", "概算数"]) == nil)
    #expect(nearest(to: "预算数", among: ["决算数", "概算数", "概算数"]) == nil)
    #expect(nearest(to: "widht", among: ["width", "height"]) == "width")
  }

  @Test("数字颠倒可以猜，换了数字不猜")
  func digits() {
    #expect(nearest(to: "431020", among: ["431001", "431002"]) == "431002")
    #expect(nearest(to: "431012", among: ["431001", "431002"]) == nil)
  }

  @Test("没有候选词；词与候选词相同")
  func edges() {
    #expect(nearest(to: "预算", among: [String]()) == nil)
    #expect(nearest(to: "预算", among: ["决算", "预算"]) == "预算")
  }

  @Test("很长的词不会拖慢", .timeLimit(.minutes(1)))
  func longWord() {
    let word = String(repeating: "长", count: 2_000_000)
    #expect(nearest(to: word, among: (0..<50).map { "候选词\($0)" }) == nil)
  }
}

/// Places as messages print and sort them.
@Suite("位置")
struct SourcePlaceTests {
  @Test("文件:行:列，为零的不印")
  func text() {
    #expect("\(SourcePlace(file: "a.csv", line: 118, column: 6))" == "a.csv:118:6")
    #expect("\(SourcePlace(file: "a.csv", line: 118))" == "a.csv:118")
    #expect("\(SourcePlace(file: "a.csv"))" == "a.csv")
  }

  @Test("先文件，再行，再列")
  func order() {
    let places = [("a", 2, 10), ("a", 2, 9), ("a", 10, 1), ("b", 1, 1), ("a", 2, 0)].map {
      SourcePlace(file: $0.0, line: $0.1, column: $0.2)
    }
    #expect(places.sorted().map(\.description) == ["a:2", "a:2:9", "a:2:10", "a:10:1", "b:1:1"])
  }
}
