import Audit
import Diagnostics
import Layouts
import Testing

/// The checks on texts, each in a dossier in which it holds and in one that is spoilt.
@Suite("Checks on texts") struct TextCheckTests {
  /// The ids of the checks on texts.
  private static let ids = AuditedDossier.set.checks.map(\.id)
    .filter(AuditedDossier.textChecks.contains)

  private static func audited(_ dossier: AuditedDossier) throws -> [CheckFinding] {
    let (findings, accounts, book) = try dossier.composed()
    #expect(!findings.hasErrors, "\(findings.filter { $0.severity == .error }.map(\.what))")
    var subject = AuditSubject(try #require(book), of: try #require(accounts))
    subject.checks = Set(ids)
    return audit(subject, by: AuditedDossier.set).findings
  }

  @Test("find nothing in sound dossiers but what is listed")
  func sound() throws {
    let example = try Self.audited(.example()).map { "\($0.severity) \($0.check) \($0.what)" }
    let bureau = try Self.audited(.bureau()).map { "\($0.severity) \($0.check) \($0.what)" }
    #expect(example == [])
    #expect(bureau == [])
  }

  @Test("each finds what it is for, and says where", arguments: TextCheckCase.all)
  func spoilt(_ fault: TextCheckCase) throws {
    var dossier = try fault.dossier.read()
    try fault.spoil(&dossier)
    let found = try Self.audited(dossier).filter { $0.check == fault.check }
    #expect(found.map(\.address) == [fault.address], "\(found.map(\.what))")
    guard let finding = found.first else { return }
    for words in fault.told { #expect(finding.what.contains(words), "\(finding.what)") }
    for number in ["11010519491231002", "6222021234567894", "13834512345", "王小明"] {
      #expect(!finding.what.contains(number), "somebody’s number or name is repeated")
    }
    if let line = fault.line {
      #expect(finding.places.map(\.line) == [line], "\(finding.places)")
    }
    #expect(!finding.mend.isEmpty && !finding.places.isEmpty)
  }

  @Test("each is asked of a sound dossier")
  func asked() throws {
    let (_, report) = try AuditedDossier.bureau().audited()
    let runs = try #require(report).runs.filter { Self.ids.contains($0.check) }
    #expect(runs.count == Self.ids.count)
    #expect(runs.filter { $0.instances == 0 }.map(\.check) == [])
  }

  @Test(
    "what is right is not told",
    arguments: [
      ("全年组织两次学业质量监测", "较2022年多组织一次学业质量监测"), ("全年组织两次学业质量监测", "按照2021—2023年监测安排"),
      ("全年组织两次学业质量监测", "按照《义务教育质量监测方案（2021年修订版）》组织"), ("全年组织两次学业质量监测", "监测标准为每人每次35元"),
      ("监测报告按期印发", "支出28.76万元，监测报告按期印发"), ("监测报告按期印发", "监测20万元、督导8.764351万元"),
      ("监测报告按期印发", "支出287643.51元"), ("监测报告按期印发", "自评得分98.09分"),
      ("监测报告按期印发", "达到了改进教学的目的的学校增加，以及及时反馈"), ("全年组织两次学业质量监测", "岚川县督导中心2019年成立"),
      ("监测报告按期印发", "产出指标得分48.5分，自评得分：98.09 分，评价等级为“优秀”"),
    ])
  func right(old: String, new: String) throws {
    var dossier = try AuditedDossier.bureau()
    try dossier.replace(old, with: new, in: "evaluations/01-义务教育质量监测与督导经费.yaml")
    #expect(try Self.audited(dossier).map(\.what) == [])
  }

  @Test("none lacks its failing case")
  func everyCheckFails() {
    #expect(Self.ids.count == 21)
    let shown = Set(TextCheckCase.all.map(\.check))
    #expect(Self.ids.filter { !shown.contains($0) } == [])
  }
}

extension Place {
  /// The line of a place in a source file.
  fileprivate var line: Int? { if case .source(let place) = self { place.line } else { nil } }
}
