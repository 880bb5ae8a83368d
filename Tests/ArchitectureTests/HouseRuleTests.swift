internal import Testing

/// Habits that a reviewer would have to watch for otherwise, each with the reason.
@Suite("House rules of the sources")
struct HouseRuleTests {
  /// A piece of code that must not occur.
  struct Rule: Sendable, CustomTestStringConvertible {
    let pattern: String
    let reason: String
    /// The modules that it holds for; empty for all.
    var modules: Set<String> = []

    var testDescription: String { pattern }
  }

  @Test(
    "forbidden code",
    arguments: [
      Rule(pattern: #"\bDate\(\)"#, reason: "outputs carry 公开日期, never the clock's"),
      Rule(pattern: #"\bDate\.now\b"#, reason: "outputs carry 公开日期, never the clock's"),
      Rule(pattern: #"\bLocale\.current\b"#, reason: "outputs must not depend on the machine"),
      Rule(pattern: #"\bTimeZone\.current\b"#, reason: "outputs must not depend on the machine"),
      Rule(pattern: #"\.hashValue\b"#, reason: "hashes differ from run to run"),
      Rule(pattern: #"\btry!"#, reason: "an error is told, never trapped"),
      Rule(pattern: #"\bfatalError\("#, reason: "a mistake of the program traps with its reason"),
      Rule(
        pattern: #"\bDouble\b"#, reason: "money is whole 分", modules: ["Domain", "Figures"]),
      Rule(
        pattern: #"\bimport Foundation\b"#, reason: "FoundationEssentials has no locales in it"),
    ])
  func forbidden(rule: Rule) throws {
    let files = SourceTree.files.filter {
      rule.modules.isEmpty || rule.modules.contains($0.module)
    }
    #expect(!files.isEmpty && rule.modules.isSubset(of: SourceTree.modules))
    for file in files {
      for (number, line) in try file.lines(matching: rule.pattern) {
        Issue.record("\(file.place(number)): \(line.trimmed): \(rule.reason)")
      }
    }
  }

  @Test("nothing is left to do", arguments: ["TODO", "FIXME"])
  func leftovers(word: String) {
    for file in SourceTree.files where file.text.contains(word) {
      Issue.record("\(file.path) has a \(word): do it, or open an issue")
    }
  }

  @Test("no file is longer than 400 lines")
  func length() {
    for file in SourceTree.files {
      let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
      #expect(count <= 400, "\(file.path) has \(count) lines; give its second job a file")
    }
  }
}
