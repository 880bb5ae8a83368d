import Domain
import Testing

/// Codes of the two charts and their hierarchy.
@Suite("科目")
struct AccountTests {
  @Test("功能科目 3、5、7 位", arguments: [("208", 0), ("20805", 1), ("2080501", 2)])
  func functionLevels(_ code: String, _ level: Int) throws {
    let account = try #require(FunctionAccount(code))
    #expect(account.level == level)
    #expect(account.isLowestLevel == (level == 2))
    #expect(account.lineage.map(\.code) == Array(["208", "20805", "2080501"].prefix(level + 1)))
    #expect(account.lineage.last == account)
  }

  @Test("经济科目 3、5 位")
  func economicLevels() throws {
    let account = try #require(EconomicAccount("30101"))
    #expect(account.isLowestLevel)
    #expect(account.parent == EconomicAccount("301"))
    #expect(account.parent?.parent == nil)
    #expect(EconomicAccount("3010101") == nil)
  }

  @Test(
    "不成代码的文字",
    arguments: ["", "2", "20", "2080", "208050", "20805011", "20a", "２０８", "20\u{0301}8", "-20"])
  func malformed(_ code: String) { #expect(FunctionAccount(code) == nil) }

  @Test("下级以上级的代码开头")
  func hierarchy() throws {
    let upper = try #require(FunctionAccount("20805"))
    let lower = try #require(FunctionAccount("2080501"))
    let other = try #require(FunctionAccount("2080601"))
    #expect(lower.isWithin(upper))
    #expect(upper.isWithin(upper))
    #expect(!upper.isWithin(lower))
    #expect(!other.isWithin(upper))
    #expect(lower.parent == upper)
  }

  @Test("排列时上级紧在下级之前")
  func order() {
    let codes = ["2080601", "208", "20805", "2080501", "201", "20806"]
    #expect(
      codes.compactMap { FunctionAccount($0) }.sorted().map(\.code)
        == ["201", "208", "20805", "2080501", "20806", "2080601"])
  }

  @Test("同一代码在两张科目表里各有名称，后给的名称代替先给的")
  func names() {
    var names = AccountNames()
    names.set("甲", for: "301", in: .function)
    names.set("乙", for: "301", in: .economic)
    names.set("丙", for: "301", in: .economic)
    #expect(names.name(of: "301", in: .function) == "甲")
    #expect(names.name(of: "301", in: .economic) == "丙")
    #expect(names.name(of: "302", in: .economic) == nil)
  }
}
