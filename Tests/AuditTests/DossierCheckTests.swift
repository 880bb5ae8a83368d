import Audit
import Diagnostics
import Layouts
import Testing

/// Each check of a dossier, in one that is sound and in one with a single change.
@Suite struct DossierCheckTests {
  @Test("holds before the change, fails after it", arguments: CheckCase.all)
  func fails(_ example: CheckCase) throws {
    var dossier = try example.sound()
    let isShipped = example.before.isEmpty && !example.isAfterLastYear
    let sound = try isShipped ? example.shipped.get() : Self.report(of: dossier)
    let run = try #require(sound.runs.first { $0.check == example.check })
    #expect(run.instances > 0)
    #expect(sound.findings.filter { $0.check == example.check }.map(\.what) == [])

    try dossier.apply(example.edits)
    let report = try Self.report(of: dossier)
    let found = report.findings.filter { $0.check == example.check }
    #expect(
      found.contains { "\($0.address) \($0.what)".contains(example.expected) },
      "\(found.map { "\($0.address) \($0.what)" })")
    #expect(found.allSatisfy { !$0.mend.isEmpty && !$0.words.isEmpty })
  }

  fileprivate static func report(of dossier: AuditedDossier) throws -> AuditReport {
    let (findings, report) = try dossier.audited()
    return try #require(report, "\(findings.map(\.what))")
  }

  @Test("no check without its case")
  func complete() {
    let tested = Set(CheckCase.all.map(\.check) + WholeFileTests.checks)
    let all = AuditedDossier.set.checks.filter { !$0.isIdentity }.map(\.id)
      .filter { !AuditedDossier.textChecks.contains($0) }
    #expect(all.filter { !tested.contains($0) } == [])
    #expect(tested.subtracting(all) == [])
  }
}

extension CheckCase {
  /// What is found in the dossier that is changed, looked at once.
  fileprivate var shipped: Result<AuditReport, any Error> {
    isOfExample ? Self.example : Self.bureau
  }

  private static let example = Result {
    try DossierCheckTests.report(of: AuditedDossier.example())
  }
  private static let bureau = Result {
    try DossierCheckTests.report(of: AuditedDossier.bureau())
  }
}
