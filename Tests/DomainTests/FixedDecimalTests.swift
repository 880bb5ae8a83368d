import Domain
import TestSupport
import Testing

/// Rounding and printing, held against arithmetic on digits as written.
@Suite("四舍五入与数字的写法")
struct FixedDecimalTests {
  /// `dividend / 10^shift` rounded half away from zero, reckoned on its digits with a pencil.
  private func byHand(_ dividend: Int64, shift: Int, decimals: Int) -> String {
    var digits = String(dividend.magnitude).map { Int(String($0)) ?? 0 }
    digits = Array(repeating: 0, count: max(0, shift + 1 - digits.count)) + digits
    if decimals >= shift {
      digits += Array(repeating: 0, count: decimals - shift)
    } else {
      let dropped = digits[digits.count - (shift - decimals)]
      digits.removeLast(shift - decimals)
      if dropped >= 5 {
        var index = digits.count - 1
        while index >= 0, digits[index] == 9 {
          digits[index] = 0
          index -= 1
        }
        if index >= 0 { digits[index] += 1 } else { digits.insert(1, at: 0) }
      }
    }
    let whole = digits.dropLast(decimals).drop { $0 == 0 }.map(String.init).joined()
    let fraction = digits.suffix(decimals).map(String.init).joined()
    let number = (whole.isEmpty ? "0" : whole) + (decimals > 0 ? "." + fraction : "")
    return dividend < 0 && number.contains { $0 != "0" && $0 != "." } ? "-" + number : number
  }

  @Test("任意数、任意位数与手算一致")
  func roundsLikeByHand() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<5000 {
      let magnitude = (0..<Int.random(in: 0...17, using: &random)).reduce(Int64(1)) { value, _ in
        value * 10
      }
      let dividend = Int64.random(in: -magnitude...magnitude, using: &random)
      let shift = Int.random(in: 0...8, using: &random)
      let decimals = Int.random(in: 0...shift, using: &random)
      let number = FixedDecimal(rounding: dividend, shiftedBy: shift, decimals: decimals)
      #expect(
        number.description == byHand(dividend, shift: shift, decimals: decimals),
        "\(dividend) / 10^\(shift), \(decimals) decimals, seed \(seed)")
    }
  }

  @Test("恰好一半时离零而去，差一分则舍")
  func exactHalves() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<1000 {
      // 万元 with two decimals: the last unit is 10,000 分.
      let units = Int64.random(in: 0...1_000_000_000, using: &random)
      func rounded(_ fen: Int64) -> Int64 {
        FixedDecimal(rounding: fen, shiftedBy: 6, decimals: 2).units
      }
      #expect(rounded(units * 10_000 + 5000) == units + 1, "seed \(seed)")
      #expect(rounded(units * 10_000 + 4999) == units, "seed \(seed)")
      #expect(rounded(-units * 10_000 - 5000) == -units - 1, "seed \(seed)")
      #expect(rounded(-units * 10_000 - 4999) == -units, "seed \(seed)")
    }
  }

  @Test(
    "万元两位小数",
    arguments: [
      (0, "0.00"), (1, "0.00"), (4999, "0.00"), (5000, "0.01"), (-4999, "0.00"), (-5000, "-0.01"),
      (1_000_000, "1.00"), (5_924_670_014, "5924.67"), (-123_456_789, "-123.46"),
      (7_036_874_417_766_400, "7036874417.77"), (.max, "9223372036854.78"),
      (.min, "-9223372036854.78"),
    ] as [(Int64, String)])
  func tenThousands(_ fen: Int64, _ text: String) {
    #expect(FixedDecimal(rounding: fen, shiftedBy: 6, decimals: 2).description == text)
  }

  @Test(
    "千分位",
    arguments: [
      (0, 0, "0"), (999, 0, "999"), (1000, 0, "1,000"), (-999, 0, "-999"), (-1000, 0, "-1,000"),
      (1_234_567, 0, "1,234,567"), (5, 2, "0.05"), (-5, 2, "-0.05"), (99_999, 2, "999.99"),
      (100_000, 2, "1,000.00"), (123_456_789, 2, "1,234,567.89"), (123_456, 6, "0.123456"),
      (.min, 0, "-9,223,372,036,854,775,808"),
    ] as [(Int64, Int, String)])
  func grouping(_ units: Int64, _ decimals: Int, _ text: String) {
    let number = FixedDecimal(units: units, decimals: decimals)
    #expect(number.text(grouping: true) == text)
    #expect(number.text(grouping: false) == text.replacing(",", with: ""))
    #expect("\(number)" == text.replacing(",", with: ""))
  }

  @Test("要的小数比有的多时补零")
  func moreDecimals() {
    #expect(FixedDecimal(rounding: 7, shiftedBy: 0, decimals: 2).description == "7.00")
    #expect(FixedDecimal(rounding: -705, shiftedBy: 2, decimals: 4).description == "-7.0500")
  }

  @Test("从不写成负零")
  func noNegativeZero() {
    for fen in Int64(-20_000)...20_000 {
      for decimals in 0...2 {
        let text = FixedDecimal(rounding: fen, shiftedBy: 6, decimals: decimals)
          .text(grouping: true)
        #expect(!text.hasPrefix("-") || text.contains { ("1"..."9").contains($0) }, "\(fen)")
      }
    }
  }
}
