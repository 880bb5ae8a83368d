import Audit
import Diagnostics
import Testing

/// What the audit says of dossiers in which nothing is wrong.
@Suite struct CleanDossierTests {
  /// The check and address of all that is found, notes left out.
  private func told(_ report: AuditReport) -> [String] {
    report.findings.filter { $0.severity != .note }.map { "\($0.check) \($0.address)" }
  }

  @Test("the example: the two warnings that its published original leaves unexplained")
  func example() throws {
    let report = try #require(try AuditedDossier.example().audited().report)
    #expect(!report.hasErrors)
    #expect(told(report) == ["opening-total 01!行29.1", "project-money 自评-10"])
    let opening = try #require(report.findings.first)
    #expect(opening.sides.map(\.amount) == ["3,643,499.99 元", "3,552,319.95 元"])
    #expect(opening.difference == "91,180.04 元")
    let project = try #require(report.findings.dropFirst().first)
    #expect(project.what.contains("2010201"))
    #expect(report.runs.map(\.printed).reduce(0, +) >= 80)
    #expect(report.notRun == 0)
  }

  @Test("the bureau: nothing to explain, and last year's distribution as a note")
  func bureau() throws {
    let report = try #require(try AuditedDossier.bureau().audited().report)
    #expect(told(report) == [])
    #expect(report.findings.map(\.check) == ["opening-distributed"])
    #expect(report.notRun == 0)
  }

  @Test("twenty clean departments: no error, and no more than three warnings", arguments: 1...20)
  func perturbed(_ seed: Int) throws {
    let department = try PerturbedDepartment(seed: UInt64(seed))
    let (findings, audited) = try department.dossier.audited()
    let report = try #require(audited, "\(findings.map(\.what))")
    #expect(!report.hasErrors, "\(report.findings.map(\.what))")
    let warnings = report.open(.warning)
    #expect(warnings.count <= 3, "\(warnings.map(\.what))")
  }
}
