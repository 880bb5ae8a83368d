import Diagnostics
import Foundation
import Layouts
import TestSupport
import Testing

/// What can be wrong with the checks on texts of a set, and with their words.
@Suite("Faults of checks on texts") struct TextCheckFaultTests {
  /// One text of one file of the checks written otherwise, and what is told of it.
  struct Fault: Sendable, CustomTestStringConvertible {
    let code: String
    let file: String
    let old: String
    let new: String
    /// Words of the message.
    let told: String

    init(_ code: String, _ file: String, _ old: String, _ new: String, told: String) {
      (self.code, self.file, self.old, self.new, self.told) = (code, file, old, new, told)
    }

    var testDescription: String { "\(code): \(new)" }

    /// The set that has the file.
    var set: String { file.hasPrefix("identities") ? "shanxi-2023" : "national" }
  }

  static let faults = [
    Fault("L300", words, ": 身份证 证件号", ": \"  \"", told: "identityWords 一个词也没有"),
    Fault("L301", words, ": 电话 联系方式 传真", ": 电话 传真 电话", told: "“电话”写了两次"),
    Fault("L302", words, "  减少 下降 降低", "  减少 提高 降低", told: "“提高”同时在 upWords 和 downWords 中"),
    Fault("L303", words, "planWords: >-", "planWord: >-", told: "planWords"),
    Fault("L303", words, "traditional: traditional.txt", "", told: "traditional"),
    Fault("L304", texts, "{first: -1, last: 0}", "{first: 1, last: 0}", told: "年度从 1 到 0"),
    Fault("L304", texts, "{permille: 800", "{permille: 8000", told: "8000"),
    Fault("L305", texts, "nouns: [行政单位]", "nouns: [行政机关]", told: "“行政机关”"),
    Fault(
      "L306", "identities-within.yaml", "checks:\n", "checks:\n\(misplaced)", told: "misspeltNames"),
  ]

  private static let words = "words.yaml"
  private static let texts = "texts.yaml"
  private static let misplaced = """
      - id: out-of-place
        severity: warning
        words: 名称
        misspeltNames: true

    """

  /// What is found in a copy of the shipped set that is spoilt.
  private func findings(_ fault: Fault, extent: LayoutExtent) throws -> [Finding] {
    try withTemporaryFolder { root in
      let sets = root.appendingPathComponent("Layouts")
      try FileManager.default.copyItem(at: Project.url("Layouts"), to: sets)
      let file = sets.appendingPathComponent("\(fault.set)/checks/\(fault.file)")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text.components(separatedBy: fault.old).count == 2)
      try text.replacingOccurrences(of: fault.old, with: fault.new)
        .write(to: file, atomically: true, encoding: .utf8)
      return LayoutLibrary(root: sets).load("shanxi-2023", extent: extent).findings
    }
  }

  @Test("are told with their place", arguments: faults)
  func told(_ fault: Fault) throws {
    let found = try findings(fault, extent: [.whole, .identities])
    let own = found.filter { $0.code == fault.code }
    #expect(own.contains { $0.what.contains(fault.told) }, "\(found.map(\.what))")
    for finding in own {
      guard case .source(let place)? = finding.place else {
        Issue.record("\(finding.what) has no place")
        continue
      }
      #expect(place.file.hasPrefix("\(fault.set)/checks/") && place.line > 1)
    }
  }

  @Test("each code has its case")
  func codes() throws {
    let source = try Project.text("Sources/Layouts/Loading/Checks/TextCheckFault.swift")
    let codes = source.matches(of: /"(L\d{3})"/).map { String($0.1) }
    #expect(codes.count > 5 && Set(codes) == Set(Self.faults.map(\.code)))
  }

  @Test("an unknown kind of slip or of text is told as any unknown word")
  func unknownWords() throws {
    for (old, new) in [("[halfWidth]", "[halfwidth]"), ("in: [facts]", "in: [fact]")] {
      let found = try findings(Fault("", Self.texts, old, new, told: ""), extent: .whole)
      #expect(found.count == 1, "\(found.map(\.what))")
    }
  }

  @Test("are not told, and nothing of it is read, where texts are not asked for")
  func unread() throws {
    let broken = Fault("", Self.words, "placeholders: >-", "placeholders: [", told: "")
    #expect(try findings(broken, extent: .checks).isEmpty)
    #expect(!(try findings(broken, extent: .whole)).isEmpty)
    let library = LayoutLibrary(root: Project.url("Layouts"))
    let set = try #require(library.load("shanxi-2023", extent: .checks).value)
    #expect(set.textWords == nil && !set.checks.contains(where: \.needsTexts))
  }
}
