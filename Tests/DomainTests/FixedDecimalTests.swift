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
      let magnitude: Int64 = powerOfTen(Int.random(in: 0...17, using: &random))
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

  @Test("商四舍五入，不论两数的正负与位数")
  func quotients() {
    for dividend in -60...60 {
      for divisor in [-7, -4, -2, -1, 1, 2, 4, 7] {
        let exact = Double(dividend) / Double(divisor)
        #expect(
          roundedQuotient(dividend, by: divisor) == Int(exact.rounded(.toNearestOrAwayFromZero)))
      }
    }
    let large = Int128(Int64.max) * 200_00
    #expect(roundedQuotient(large + 1, by: 200_00) == Int128(Int64.max))
    #expect(roundedQuotient(-large - 100_00, by: 200_00) == -Int128(Int64.max) - 1)
    #expect(roundedQuotient(Int64.min, by: 3) == -3_074_457_345_618_258_603)
  }

  @Test("十的乘方与 128 位的数")
  func wideNumbers() {
    #expect(powerOfTen(0) as Int64 == 1)
    #expect(powerOfTen(18) as Int64 == 1_000_000_000_000_000_000)
    let wide: Int128 = powerOfTen(30)
    #expect(decimalText(-wide - 5, decimals: 28, grouping: true) == "-100." + zeros(27) + "5")
    #expect(decimalText(wide, decimals: 20, grouping: true) == "10,000,000,000." + zeros(20))
    let trimmed = withoutIdleZeros(wide, decimals: 28)
    #expect(trimmed.units == 100 && trimmed.decimals == 0)
  }

  private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

  @Test(
    "末尾的零",
    arguments: [
      (0, 2, "0"), (2000, 2, "20"), (750, 2, "7.5"), (955, 2, "9.55"), (-10, 1, "-1"),
      (10, 0, "10"),
    ] as [(Int64, Int, String)])
  func trimming(_ units: Int64, _ decimals: Int, _ text: String) {
    #expect(FixedDecimal(units: units, decimals: decimals).trimmed.description == text)
  }

  @Test(
    "读印出的数：读得出的",
    arguments: [
      ("0", 0, 0), ("5,924.67", 592_467, 2), ("-3", -3, 0), ("+0.50", 50, 2), ("1234.5", 12_345, 1),
      ("-0.00", 0, 2), ("007", 7, 0), ("1234,567", 1_234_567, 0),
      ("123,456,789,012.345678", 123_456_789_012_345_678, 6),
    ] as [(String, Int64, Int)])
  func printed(_ text: String, _ units: Int64, _ decimals: Int) {
    #expect(FixedDecimal(printed: text) == FixedDecimal(units: units, decimals: decimals))
  }

  @Test(
    "读印出的数：读不出的",
    arguments: [
      "", "-", "+", ".5", "5.", "1.2.3", "1,23", "1,2345", ",123", "1,,234", "12%", "￥3", "--3",
      "１",
      " 1", "1e3", "——", "1234567890123456789",
    ])
  func unprinted(_ text: String) { #expect(FixedDecimal(printed: text) == nil) }

  @Test("写出的数读回来还是它")
  func readsItself() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<2000 {
      let limit: Int64 = powerOfTen(Int.random(in: 0...17, using: &random))
      let number = FixedDecimal(
        units: Int64.random(in: -limit...limit, using: &random),
        decimals: Int.random(in: 0...8, using: &random))
      for grouping in [false, true] {
        #expect(FixedDecimal(printed: number.text(grouping: grouping)) == number, "seed \(seed)")
      }
    }
  }
}
