import Domain
import TestSupport
import Testing

/// Amounts as people type them.
@Suite("读入金额")
struct MoneyParsingTests {
  @Test(
    "接受的写法",
    arguments: [
      ("0", 0), ("0.00", 0), ("-0", 0), ("5", 500), ("1234.5", 123_450), ("1234.50", 123_450),
      ("1,234.50", 123_450), ("1,234,567", 123_456_700), ("007", 700), ("+5", 500), ("-5", -500),
      ("−5", -500), ("－5", -500), ("–5", -500), ("￥5", 500), ("¥5", 500), ("￥-5", -500),
      ("-￥5", -500), ("－１，２３４．５０", -123_450), ("１２３４", 123_400), (" 5 ", 500),
      ("\u{3000}5\u{00A0}\t", 500), ("1.500", 150), ("1.2000000", 120),
      ("70368744177664.00", 7_036_874_417_766_400), ("-70368744177664", -7_036_874_417_766_400),
      // As accounting formats show amounts, and as people write them after such a pattern.
      (" ¥ 30,027.08 ", 3_002_708), ("￥30,027.08", 3_002_708), ("(30,027.08)", -3_002_708),
      ("（30,027.08）", -3_002_708), ("（３０，０２７．０８）", -3_002_708), ("¥ (30,027.08)", -3_002_708),
      ("(¥30,027.08 )", -3_002_708), (" ¥ -30,027.08 ", -3_002_708), ("- ¥ 5", -500),
      ("(0.00)", 0), (".08", 8), ("-.08", -8), ("(.08)", -8), ("．０８", 8), (".5", 50),
      ("-", 0), ("－", 0), ("—", 0), ("——", 0), ("--", 0), (" -   ", 0), (" ¥ -   ", 0),
      ("￥——", 0), ("5元", 500), ("￥1,234.50 元", 123_450), ("(5)元", -500),
    ] as [(String, Int64)])
  func accepted(_ text: String, _ fen: Int64) throws {
    #expect(try Money(yuan: text) == Money(fen: fen))
  }

  @Test(
    "拒绝的写法和原因",
    arguments: [
      ("", .empty), ("  ", .empty), ("\u{3000}", .empty), ("元", .notANumber), ("-元", .notANumber),
      ("五", .notANumber), ("五万元", .notANumber), ("￥", .notANumber), (".", .notANumber),
      ("5.", .notANumber), ("-.", .notANumber), ("1.2.3", .notANumber), ("1 000", .notANumber),
      ("--5", .notANumber), ("+-5", .notANumber), ("++5", .notANumber), ("￥￥5", .notANumber),
      ("5-", .notANumber), ("(5", .notANumber), ("5)", .notANumber), ("(-5)", .notANumber),
      ("-(5)", .notANumber), ("((5))", .notANumber), ("()", .notANumber), ("(-)", .notANumber),
      ("---", .notANumber), ("—5", .notANumber), ("——5", .notANumber), ("- 5 -", .notANumber),
      ("（1,23）", .notANumber), ("¥ 1 000", .notANumber), ("5 6元", .notANumber),
      ("5.元", .notANumber), ("甲美元", .notANumber),
      ("(1.234)", .tooManyDecimals(3)), ("1.234元", .tooManyDecimals(3)), ("1e3", .notANumber),
      ("2.01E+06", .notANumber),
      ("=1+1", .notANumber), ("1,23", .notANumber), ("1234,567", .notANumber),
      (",123", .notANumber), ("1,,234", .notANumber), ("1,234,", .notANumber),
      ("1.2,34", .notANumber), ("NaN", .notANumber), ("0x10", .notANumber), ("٥", .notANumber),
      ("5\u{0301}", .notANumber), ("5\u{FE0F}\u{20E3}", .notANumber), ("5\n6", .notANumber),
      ("1.234", .tooManyDecimals(3)), ("0.0001", .tooManyDecimals(4)),
      ("１．２３４", .tooManyDecimals(3)), ("70368744177664.01", .tooLarge),
      ("-70368744177664.01", .tooLarge), ("99999999999999999999", .tooLarge),
      (String(repeating: "9", count: 1000), .tooLarge),
    ] as [(String, AmountFault)])
  func refused(_ text: String, _ fault: AmountFault) {
    #expect(throws: fault) { try Money(yuan: text) }
  }

  @Test(
    "带着别的单位的数",
    arguments: [
      ("3.5万元", "万元"), ("￥1,234万", "万"), ("(2)亿元", "亿元"), ("5千元", "千元"),
      ("0.123456万元", "万元"), ("５百元", "百元"), ("2千万元", "千万元"), ("100 美元", "美元"),
    ])
  func otherUnits(_ text: String, _ unit: String) throws {
    let unit = try #require(AmountUnit(named: unit))
    #expect(throws: AmountFault.otherUnit(unit)) { try Money(yuan: text) }
  }

  @Test("单位合多少元", arguments: [("元", 1), ("万元", 10_000), ("千万元", 10_000_000), ("美元", nil)])
  func units(_ name: String, _ yuan: Int64?) throws {
    #expect(try #require(AmountUnit(named: name)).inYuan == yuan)
    #expect(AmountUnit(named: "十\(name)") == nil)
  }

  @Test("写出的金额读回来不变")
  func roundTrip() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<2000 {
      let digits = Int64.random(in: 1...16, using: &random)
      let bound = min((0..<digits).reduce(1) { power, _ in power * 10 }, Money.limit.fen)
      let amount = Money(fen: Int64.random(in: -bound...bound, using: &random))
      let grouped = FixedDecimal(units: amount.fen, decimals: 2).text(grouping: true)
      #expect(try Money(yuan: amount.description) == amount, "seed \(seed)")
      #expect(try Money(yuan: grouped) == amount, "seed \(seed)")
    }
  }
}
