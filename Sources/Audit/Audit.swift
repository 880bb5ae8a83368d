internal import Composition
internal import Diagnostics
public import Domain
public import Figures
public import LastYear
public import Layouts

/// What is audited: figures, and the dossier that they are of, where there is one.
public struct AuditSubject: Sendable {
  /// The figures, whoever made them.
  public let book: FigureBook
  /// The accounts that they were composed from; nil where files are judged by themselves.
  public let accounts: FinalAccounts?
  /// The numbers of the forms that are looked at; nil for all.
  public let forms: Set<String>?
  /// What is known of the year before; nil where nothing is.
  public let lastYear: KnownYear?
  /// The ids of the checks that are run; nil for all.
  public var checks: Set<String>?

  /// Figures with the dossier that they were composed from.
  ///
  /// - Parameter known: what is known of the year before; nil where nothing is.
  public init(
    _ book: FigureBook, of accounts: FinalAccounts, after known: KnownYear? = nil,
    forms: Set<String>? = nil
  ) {
    self.book = book
    lastYear = known
    self.accounts = accounts
    self.forms = forms
  }

  /// Figures that were read from files.
  public init(read book: FigureBook) {
    self.book = book
    accounts = nil
    lastYear = nil
    forms = nil
  }
}

/// Runs the checks of a layout set.
///
/// What holds by construction is not asked of what this program made: such checks are there for files
/// that are read in.
public func audit(_ subject: AuditSubject, by set: LayoutSet) -> AuditReport {
  let all = set.checks.filter { check in
    (subject.accounts == nil || !check.isIdentity) && subject.checks?.contains(check.id) ?? true
  }
  let checks = all.filter { check in
    subject.forms.map { $0.isSuperset(of: check.forms) && !check.needsTexts } ?? true
  }
  let dossier = subject.accounts.map { DossierQuantities($0, by: set) }
  let formulas = FormulaChecks(
    AuditedBook(subject.book, by: set), dossier: dossier, checks: checks)
  let facts = subject.accounts.flatMap { accounts in
    dossier.map { dossier in
      DossierChecks(
        accounts, by: set, quantities: dossier, after: subject.lastYear,
        texts: TextChecks(accounts, by: set, book: subject.book, dossier: dossier))
    }
  }
  var report = AuditReport.empty
  report.leftOut = all.count - checks.count
  report.unread = subject.accounts == nil ? [] : set.unreadChecks
  report.touched = subject.accounts == nil ? [] : nil
  for check in checks {
    let (run, findings): (AuditReport.Run, [CheckFinding])
    switch check.rule {
    case .formula(let formula):
      (run, findings) = formulas.run(check, formula, touching: &report.touched)
    case .dossier(let rule):
      if let facts {
        (run, findings) = facts.run(check, rule)
      } else {
        var missed = AuditReport.Run(check: check.id)
        missed.notRun = 1
        (run, findings) = (missed, [])
      }
    }
    report.runs.append(run)
    report.findings += findings
  }
  report.findings = report.findings.bySeverity
  return report
}
