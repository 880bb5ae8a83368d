internal import Diagnostics
public import FoundationEssentials

extension AuditReport {
  /// The report for programs, in one steady form: keys sorted, everything, a line break at the end.
  public func json(of title: String) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(JSONAudit(self, title)) + Data("\n".utf8)
  }
}

/// The schema of the report, as docs/checks-guide.md describes it.
private struct JSONAudit: Encodable {
  struct Summary: Encodable {
    let errors: Int
    let warnings: Int
    let settled: Int
    let notes: Int
    let checks: Int
    let instances: Int
    let notRun: Int
  }

  struct Part: Encodable {
    let words: String
    let amount: String
    let at: [Place]
  }

  struct Side: Encodable {
    let words: String
    let amount: String
    let parts: [Part]
  }

  struct Item: Encodable {
    let check: String
    let severity: String
    let address: String
    let form: String?
    let what: String
    let words: String
    let mend: String
    let difference: String?
    let sides: [Side]
    let at: [Place]
    let reason: String?

    init(_ finding: CheckFinding) {
      check = finding.check
      severity = finding.severity.rawValue
      address = finding.address
      form = finding.form
      what = finding.what
      words = finding.words
      mend = finding.mend
      difference = finding.difference
      sides = finding.sides.map { side in
        Side(
          words: side.words, amount: side.amount,
          parts: side.parts.map { Part(words: $0.words, amount: $0.amount, at: $0.places) })
      }
      at = finding.places
      reason = finding.reason?.text
    }
  }

  struct Run: Encodable {
    let check: String
    let instances: Int
    let printed: Int
    let notRun: Int
  }

  struct SwitchedOff: Encodable {
    let check: String
    let reason: String
  }

  let audited: String
  let passed: Bool
  let summary: Summary
  let findings: [Item]
  let runs: [Run]
  let switchedOff: [SwitchedOff]

  init(_ report: AuditReport, _ title: String) {
    audited = title
    passed = !report.hasErrors
    summary = Summary(
      errors: report.errors, warnings: report.warnings, settled: report.settled,
      notes: report.notes, checks: report.runs.count, instances: report.instances,
      notRun: report.notRun)
    findings = report.findings.map(Item.init)
    runs = report.runs.map { run in
      Run(check: run.check, instances: run.instances, printed: run.printed, notRun: run.notRun)
    }
    switchedOff = report.switchedOff.map { SwitchedOff(check: $0.check, reason: $0.reason.text) }
  }
}
