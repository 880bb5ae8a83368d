import Domain
import TestSupport
import Testing

/// Exact sums and their text.
@Suite("金额的加减")
struct MoneyTests {
  @Test("合计与次序无关，逐分精确")
  func sums() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let fen = (0..<50).map { _ in
        Int64.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
      }
      let total = fen.map { Money(fen: $0) }.sum()
      // 万元 and 分 added apart, as on paper.
      let wholes = fen.reduce(Int64(0)) { $0 + $1 / 1_000_000 }
      let rests = fen.reduce(Int64(0)) { $0 + $1 % 1_000_000 }
      #expect(total.fen == wholes * 1_000_000 + rests, "seed \(seed)")
      #expect(fen.shuffled(using: &random).map { Money(fen: $0) }.sum() == total, "seed \(seed)")
      #expect(total - total == .zero)
      #expect(-total + total == .zero)
    }
  }

  @Test("没有金额时合计为零")
  func emptySum() { #expect([Money]().sum() == .zero) }

  @Test(
    "写作元，两位小数，不分节",
    arguments: [
      (0, "0.00"), (1, "0.01"), (-1, "-0.01"), (10, "0.10"), (123_450, "1234.50"),
      (-123_450, "-1234.50"),
    ] as [(Int64, String)])
  func description(_ fen: Int64, _ text: String) { #expect("\(Money(fen: fen))" == text) }

  @Test("比较与绝对值")
  func order() {
    #expect(Money(fen: -2) < Money(fen: 1))
    #expect(Money(fen: -2).magnitude > Money(fen: 1))
    var sum = Money(fen: 3)
    sum += Money(fen: -5)
    #expect(sum == Money(fen: -2))
  }
}
