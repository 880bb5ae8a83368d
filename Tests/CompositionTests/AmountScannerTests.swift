import TestSupport
import Testing

@testable import Composition

@Suite("Amounts in a text") struct AmountScannerTests {
  /// The same, as a regular expression has it.
  private func expected(_ text: String) -> [String] {
    text.matches(of: /([0-9][0-9,，]*(?:\.[0-9]+)?)\s*(亿元|百万元|万元|千元|元|%|％)/).map {
      "\($0.1) \($0.2) \($0.0)"
    }
  }

  private func found(_ text: String) -> [String] {
    AmountScanner(text).amounts.map { "\($0.number) \($0.unit) \($0.written)" }
  }

  @Test("are those that a regular expression finds, in random rows of their parts")
  func agrees() {
    let parts = ["1", "20", ",", "，", ".", " ", "\n", "元", "万元", "百", "亿元", "%", "％", "字", "-"]
    var generator = SeededRandom(seed: 19)
    for _ in 0..<2_000 {
      let text = (0..<12).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      #expect(found(text) == expected(text), "\(text)")
    }
    #expect(found("支出1.2.3万元，占1,234.5 ％") == ["2.3 万元 2.3万元", "1,234.5 ％ 1,234.5 ％"])
  }

  @Test("Are looked for once, however long a row of digits is", .timeLimit(.minutes(1)))
  func longRow() {
    #expect(found(String(repeating: "7", count: 400_000)).isEmpty)
    #expect(found(String(repeating: "7,", count: 200_000) + "元").count == 1)
  }
}
