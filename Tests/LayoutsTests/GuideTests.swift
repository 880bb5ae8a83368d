import Foundation
import Layouts
import TestSupport
import Testing

/// docs/layout-guide.md says what the loader reads: every key, and no other.
@Suite("版式说明 docs/layout-guide.md")
struct GuideTests {
  private let guide: String

  init() throws { guide = try Project.text("docs/layout-guide.md") }

  /// The keys that the loaders of set.yaml and of forms ask for: their words in plain letters.
  private func keysOfLoader() throws -> Set<String> {
    let folder = Project.url("Sources/Layouts/Loading")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Narrative") }
    let sources = try names.map { name in
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return Set(sources.flatMap { $0.matches(of: /"([a-z][A-Za-z]+)"/).map { String($0.1) } })
  }

  @Test("说明了每个键")
  func everyKey() throws {
    let keys = try keysOfLoader()
    #expect(keys.count > 70)
    let words = Set(guide.matches(of: /`([a-z][A-Za-z]+)`/).map { String($0.1) })
    // Keys of cells are shown together: `{text, columns, rows}`.
    let inBraces = guide.matches(of: /`\{([a-z, ]+)\}`/).flatMap { match in
      match.1.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let missing = keys.subtracting(words).subtracting(inBraces).sorted()
    #expect(missing == [])
  }

  @Test("检查的说明写了每个键")
  func checkKeys() throws {
    let folder = Project.url("Sources/Layouts/Loading/Checks")
    let guide = try Project.text("docs/checks-guide.md")
    let words = Set(guide.matches(of: /[a-z][A-Za-z]+/).map { String($0.0) })
    let sources = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { name in
      try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    let keys = Set(
      sources.flatMap { $0.matches(of: /\("([a-z][A-Za-z]+)"/).map { String($0.1) } })
    #expect(keys.count > 20)
    #expect(keys.subtracting(words).sorted() == [])
  }

  @Test("表格里没有程序不认识的键")
  func noOtherKey() throws {
    let keys = try keysOfLoader()
    let cells = guide.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "|").first }
    let named = cells.flatMap { $0.matches(of: /`([a-z][A-Za-z]+)`/).map { String($0.1) } }
    #expect(named.count > 80)
    #expect(named.filter { !keys.contains($0) } == [])
  }

  @Test("例子载入得了")
  func example() throws {
    let example = try #require(guide.firstMatch(of: /```yaml\n(form: [\s\S]*?)```/)).1
    var set = try SampleSet()
    set.rewrite("01", String(example))
    let outcome = try set.load()
    #expect(outcome.findings.isEmpty, "\(outcome.printed)")
    #expect(outcome.set?.forms.first?.sheetName == "收支总表")
  }
}
