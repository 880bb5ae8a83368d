public import Audit
public import Diagnostics
internal import Domain
internal import Dossiers
internal import Figures
internal import LastYear
internal import Layouts
internal import SourceFiles

/// How the audit of a dossier ended.
public struct CheckResult: Sendable {
  /// What the audit says; nil where the dossier could not be read or composed.
  public let report: AuditReport?
  /// What was found in reading and composing, and what is wrong with the department's reasons.
  public let findings: [Finding]
  /// The lines of the files that findings point to.
  public let lines: @Sendable (_ file: String) -> [String]?
  /// The file of reasons as it would be with those that are left to be written.
  public let reasonsDraft: String?

  /// Tells of an audit.
  public init(
    report: AuditReport?, findings: [Finding],
    lines: @escaping @Sendable (_ file: String) -> [String]?, reasonsDraft: String? = nil
  ) {
    self.report = report
    self.findings = findings
    self.lines = lines
    self.reasonsDraft = reasonsDraft
  }

  /// How it ended: what could not be read comes first, then checks that failed.
  ///
  /// - Parameter isStrict: whether warnings that nothing settles fail too.
  public func outcome(isStrict: Bool) -> Outcome {
    let isFailed =
      report.map { $0.hasErrors || (isStrict && !$0.open(.warning).isEmpty) } ?? true
    return findings.outcome(isEqual: !isFailed)
  }
}

/// Audits a dossier: reads and composes it as a build does, and writes nothing.
public func check(_ request: BuildRequest) -> CheckResult {
  var log = WorkLog()
  var draft: String?
  let report = log.attempt { log -> AuditReport in
    let (set, texts) = try LoadedSet.load(for: request, log: &log)
    let lines = set.lines
    log.lines = { lines($0) }
    let prepared = try prepare(
      request.order, by: set, alreadyRead: texts, log: &log, progress: { _ in })
    let old = prepared.texts.first { $0.file == AuditReasons.file }
    draft = AuditReasons.draft(for: prepared.audit, keeping: old)
    return prepared.audit
  }
  return CheckResult(
    report: report, findings: log.findings(of: request.order) + (report?.remarks ?? []),
    lines: log.lines,
    reasonsDraft: draft)
}

/// Audits what a dossier was composed to, with what the department states of it.
func audited(
  _ accounts: FinalAccounts, _ book: FigureBook, after known: KnownYear?, by set: LayoutSet,
  reasons stated: KeptValue?, forms: [String]?
) -> AuditReport {
  let reasons = stated.map { AuditReasons($0.loaded) } ?? .none
  let subject = AuditSubject(book, of: accounts, after: known, forms: forms.map { Set($0) })
  return audit(subject, by: set).settled(
    by: reasons, known: set.textWords == nil ? nil : set.checks.map(\.id),
    on: accounts.publicationDate)
}
