internal import Comparison
internal import Diagnostics
internal import Readings
internal import SourceFiles
internal import Testing

@Suite("Rules and tolerances")
struct RuleTests {
  private static func rules(_ text: String) throws -> ComparisonRules {
    let loaded = ComparisonRules.parse(SourceText(file: "ignore.yaml", text: text))
    #expect(loaded.findings.isEmpty, "\(loaded.findings)")
    return try #require(loaded.value)
  }

  /// Two workbooks that differ in a figure by 0.01, in another by 1, in a text and in the author.
  private static func report(_ rules: ComparisonRules) -> ComparisonReport {
    let original = ModelWorkbook()
    var edited = original
    edited.sheets[0].rows[4].values[2] = .number("1001.12")
    edited.sheets[0].rows[5].values[3] = .number("2005.12")
    edited.sheets[1].rows[6].values[1] = .text("另一项")
    edited.properties[0].value = "办公室"
    return compare(original.input, edited.input, level: .format, rules: rules)
  }

  @Test("without rules every difference counts")
  func none() {
    #expect(
      Self.report(.none).differences.map { $0.addressText ?? $0.property } == [
        "91!81001.1", "91!81002.2", "表2!B7", "creator",
      ])
  }

  @Test(
    "a rule keeps out what meets all its conditions, and counts it",
    arguments: [
      ("{kind: metadata, reason: 理由}", 1), ("{property: creator, reason: 理由}", 1),
      ("{sheet: 表1, reason: 理由}", 2), ("{sheet: 表*, reason: 理由}", 3),
      ("{address: \"91!*\", reason: 理由}", 2), ("{address: \"表?!B7\", reason: 理由}", 1),
      ("{column: [C, D], reason: 理由}", 2), ("{column: C, sheet: 表1, reason: 理由}", 1),
      ("{file: \"*.xlsx\", kind: [value, text], reason: 理由}", 3),
    ])
  func ignoring(rule: String, count: Int) throws {
    let report = Self.report(try Self.rules("ignore:\n  - \(rule)\n"))
    #expect(report.ignoredCount == count)
    #expect(report.differences.count == 4 - count)
    #expect(report.rules.first?.count == count)
    #expect(report.text().contains("忽略 \(count) 处：理由（ignore.yaml:2:5）"))
    #expect(report.findings.isEmpty)
  }

  @Test("a tolerance is exact, its end included", arguments: [("0.01", 1), ("0.009", 0), ("1", 2)])
  func tolerance(within: String, count: Int) throws {
    let rules = try Self.rules("tolerate:\n  - {within: \"\(within)\", reason: 尾数误差}\n")
    let report = Self.report(rules)
    #expect(report.ignoredCount == count)
    #expect(report.findings.map(\.code) == (count == 0 ? ["C104"] : []))
  }

  @Test("a rule that matched nothing is reported as a warning, and the report stays equal")
  func idle() throws {
    let rules = try Self.rules("ignore:\n  - {sheet: 没有这张表, reason: 理由}\n")
    let input = ModelWorkbook().input
    let report = compare(input, input, rules: rules)
    #expect(report.findings.map(\.code) == ["C104"])
    #expect(report.isEqual)
  }

  @Test(
    "every fault of the file is reported",
    arguments: [
      ("ignore:\n  - {sheet: 表1}\n", ["R003"]),
      ("ignore:\n  - {reason: 理由}\n", ["C102"]),
      ("ignore:\n  - {shet: 表1, reason: 理由}\n", ["R005", "C102"]),
      ("ignore:\n  - {kind: valeu, reason: 理由}\n", ["R006", "C102"]),
      ("tolerate:\n  - {reason: 理由}\n", ["R003"]),
      ("tolerate:\n  - {within: 一分, reason: 理由}\n", ["C103"]),
      ("tolerate:\n  - {within: \"-0.01\", reason: 理由}\n", ["C103"]),
      ("ignored:\n  - {sheet: 表1, reason: 理由}\n", ["R005"]),
      ("- 1\n", ["R004"]), ("ignore: [\n", ["R001"]), ("", ["R008"]),
    ])
  func faults(text: String, codes: [String]) {
    let loaded = ComparisonRules.parse(SourceText(file: "ignore.yaml", text: text))
    #expect(loaded.value == nil)
    #expect(Set(loaded.findings.map(\.code)) == Set(codes))
  }

  @Test("patterns", arguments: [("*", "", true), ("a*c", "abbc", true), ("a?c", "ac", false)])
  func patterns(pattern: String, text: String, isMatch: Bool) throws {
    let rules = try Self.rules("ignore:\n  - {sheet: \"\(pattern)\", reason: 理由}\n")
    var left = ModelWorkbook()
    left.sheets[0].name = text
    var right = left
    right.sheets[0].rows[4].values[2] = .number("7")
    #expect(compare(left.input, right.input, rules: rules).isEqual == isMatch)
  }
}
