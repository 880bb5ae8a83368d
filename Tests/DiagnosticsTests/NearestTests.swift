import Diagnostics
import Testing

/// The word that was probably meant.
@Suite("猜测想写的词")
struct NearestTests {
  @Test(
    "错一字、多一字、少一字、前后颠倒",
    arguments: [
      ("其它收入", "其他收入"), ("事业", "事业收入"), ("经营的收入", "经营收入"), ("收经营入", "经营收入"), ("上级补助入收", "上级补助收入"),
    ])
  func guesses(_ word: String, _ expected: String) {
    let words = ["上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    #expect(nearest(to: word, among: words) == expected)
  }

  @Test("差得太多就不猜", arguments: ["", "税", "完全不同的话", "xyz"])
  func noGuess(_ word: String) {
    #expect(nearest(to: word, among: ["上级补助收入", "width", "甲", "乙丙"]) == nil)
  }

  @Test("短词要有一字相同才猜")
  func shortWords() {
    #expect(nearest(to: "甲", among: ["乙"]) == nil)
    #expect(nearest(to: "甲乙", among: ["丙丁"]) == nil)
    #expect(nearest(to: "甲乙", among: ["甲丙"]) == "甲丙")
  }

  @Test("同样近时取排在前面的")
  func tie() {
    #expect(nearest(to: "预算数", among: ["决算数", "概算数"]) == "决算数")
    #expect(nearest(to: "widht", among: ["width", "height"]) == "width")
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
