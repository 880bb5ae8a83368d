import Readings
import TestSupport
import Testing

@Suite("Numbers as their digits")
struct ExactDecimalTests {
  @Test("spellings of one number are equal")
  func spellings() {
    for spelling in ["1000", "1E3", "1.0e+03", "+1000.00", "00010E2", "10000e-1"] {
      #expect(ExactDecimal(spelling) == ExactDecimal("1000"), "\(spelling)")
    }
    #expect(ExactDecimal("-0.00") == ExactDecimal("0"))
    #expect(ExactDecimal("-12.50")?.description == "-12.5")
    #expect(ExactDecimal("1E-7")?.description == "0.0000001")
  }

  @Test(
    "what is no number is refused",
    arguments: ["", "-", ".", "1.2.3", "1,000", "１", "1E", "1E999999", "NaN", "0x10", "1 "])
  func refusals(text: String) { #expect(ExactDecimal(text) == nil) }

  @Test("order and rounding agree with whole numbers")
  func arithmetic() {
    var random = SeededRandom(seed: 20_240_115)
    for _ in 0..<2000 {
      let (a, b) = (Int.random(in: -99_999...99_999, using: &random), Int(random.next() % 1000))
      guard let left = ExactDecimal("\(a)E-3"), let right = ExactDecimal("\(b)E-3") else {
        Issue.record("\(a) and \(b) are numbers")
        return
      }
      #expect((left < right) == (a < b), "\(a) \(b)")
      let away = (a.magnitude + 5) / 10
      #expect(left.rounded(decimals: 2) == ExactDecimal("\(a < 0 ? "-" : "")\(away)E-2"), "\(a)")
    }
  }
}
