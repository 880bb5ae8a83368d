import Diagnostics
import Domain
import Dossiers
import Foundation
import Layouts
import Reckoning
import TestSupport
import Testing

/// Part three of a composed disclosure against sentences that are reckoned and written apart from it.
@Suite("Sentences against a reckoning of their own") struct NarrativeReckoningTests {
  private static let seeds: ClosedRange<UInt64> = 1...40

  private static func model(of dossier: URL) throws -> DepartmentModel {
    let set = try #require(LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023").value)
    return try DepartmentModel(try #require(readDossier(.folder(dossier), by: set).value))
  }

  /// A changed department: what is expected of it, and what was composed.
  private struct Changed: Sendable {
    let seed: UInt64
    let expected: NarrativeReckoning
    let text: NarrativeText
  }

  /// The changed departments; made once for all tests.
  private static let departments = Result { try makeDepartments() }

  private static func makeDepartments() throws -> [Changed] {
    let example = try model(of: SampleSubmission.example)
    var result: [Changed] = []
    for seed in seeds {
      var perturbation = DepartmentPerturbation(of: example, seed: seed)
      let department = perturbation.department()
      let files = DepartmentFiles(department).all(invented: LedgerPerturbation.functions)
      let text = try withTemporaryFolder { folder in
        for (name, content) in files {
          try content.write(
            to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        return try NarrativeText(dossier: folder)
      }
      result.append(
        Changed(seed: seed, expected: NarrativeReckoning(department), text: text))
    }
    return result
  }

  @Test(
    "every sentence of a dossier is as reckoned",
    arguments: ["Examples/xiangyuan-2023", "Tests/Fixtures/lanchuan-education-2023"])
  func dossiersAgree(path: String) throws {
    let expected = NarrativeReckoning(try Self.model(of: Project.url(path)))
    check(try NarrativeText(dossier: Project.url(path)), expected, path)
    #expect(expected.missingReasons.isEmpty)
  }

  @Test("departments changed at random: no wrong figure, no wrong word, no reason asked in vain")
  func changedDepartmentsAgree() throws {
    for changed in try Self.departments.get() {
      let (seed, expected) = (changed.seed, changed.expected)
      check(changed.text, expected, "seed \(seed)")
      let asked = changed.text.findings.filter { $0.code == "D213" }
        .compactMap { $0.expected.firstMatch(of: /“(.*?)”/).map { String($0.1) } }
      #expect(asked.sorted() == expected.missingReasons.sorted(), "seed \(seed)")
    }
  }

  @Test("they are changed in every way that has words of its own")
  func everyWordingOccurs() throws {
    let all = try Self.departments.get().map(\.text.all).joined(separator: "\n")
    let wordings = [
      "与上年相同", "基本持平", "上年为零，不计算增幅", "上年为零，不计算降幅", "上年为负数，不计算增幅",
      "上年无此项支出", "年初未安排预算", "全年未安排预算", "年初预算为负数", "本年度无此项支出。与上年相比",
      "收入、支出总计均与上年相同", "无机关运行经费支出", "占比-",
    ]
    for wording in wordings { #expect(all.contains(wording), "\(wording)") }
  }

  @Test("no sentence has a sign behind its word, nothing that grew, or an open end")
  func noNonsense() throws {
    let nonsense = try [
      "(增加|减少|增长|下降)-", "(增加|减少)0(\\.00)?万元", "∞|nan|inf|-0\\.00|——", "[，、；：][，。；：]",
      "(总计|占比|预算的|总额的|合计的)[，；。]", "。。|主要包括[；。]",
    ].map { try Regex($0) }
    for changed in try Self.departments.get() {
      let all = changed.text.all
      for pattern in nonsense {
        if let match = all.firstMatch(of: pattern) {
          Issue.record("seed \(changed.seed): …\(all[match.range])…")
        }
      }
    }
  }

  private func check(_ text: NarrativeText, _ expected: NarrativeReckoning, _ name: String) {
    for (section, paragraphs) in expected.sections.sorted(by: { $0.key < $1.key }) {
      let found =
        section == "第四部分"
        ? text.paragraphs(section).filter { $0.hasPrefix("本部门使用的") } : text.paragraphs(section)
      #expect(found == paragraphs, "\(name), \(section)")
    }
    // The rest of part three is headings.
    let numbers = Set("一二三四五六七八九十")
    let sections = text.names.filter { $0.first.map(numbers.contains) ?? false }
    #expect(Set(sections).union(["第四部分"]) == Set(expected.sections.keys), "\(name)")
  }
}
