internal import Composition
internal import Diagnostics
internal import Domain
internal import Figures
internal import LastYear
internal import Layouts

/// Asks what is told by the facts of a dossier and by no formula.
///
/// A class, for one serves all checks of an audit and is large to copy.
final class DossierChecks {
  private let ledger: LedgerChecks
  private let department: DepartmentChecks
  private let lastYear: LastYearChecks
  private let evaluations: EvaluationChecks
  private let texts: TextChecks

  init(
    _ accounts: FinalAccounts, by set: LayoutSet, quantities: DossierQuantities,
    after known: KnownYear?, texts: TextChecks
  ) {
    ledger = LedgerChecks(accounts, quantities.booked)
    department = DepartmentChecks(accounts: accounts, quantities: quantities)
    lastYear = LastYearChecks(accounts: accounts, set: set, known: known)
    evaluations = EvaluationChecks(accounts, form: set.evaluationForm?.number ?? "")
    self.texts = texts
  }

  /// Asks a check; each thing that it speaks of is an instance.
  func run(_ check: CheckLayout, _ rule: DossierCheck) -> (AuditReport.Run, [CheckFinding]) {
    var told = DossierTelling(check)
    switch rule {
    case .ledger(let rule): ledger.ask(rule, &told)
    case .department(let rule): department.ask(rule, &told)
    case .lastYear(let rule): lastYear.ask(rule, &told)
    case .evaluations(let rule): evaluations.ask(rule, &told)
    case .text(let rule): told.add(texts.run(check, rule))
    }
    return (told.run, told.findings)
  }
}

/// What a check has looked at, and what it found.
struct DossierTelling {
  /// Whether addresses are numbers of forms.
  var isOfForms = false
  private let check: CheckLayout
  private(set) var run: AuditReport.Run
  private(set) var findings: [CheckFinding] = []

  init(_ check: CheckLayout) {
    self.check = check
    run = AuditReport.Run(check: check.id)
  }

  /// Counts things that were looked at by themselves.
  mutating func looked(at count: Int) { run.instances += count }

  /// Counts something of which two sides were held against each other.
  mutating func compared() {
    run.instances += 1
    run.printed += 1
  }

  /// Counts what could not be looked at.
  mutating func missed() { run.notRun += 1 }

  /// Tells what was found.
  ///
  /// - Parameter severity: how grave it is where that is less than the check says.
  mutating func tell(
    _ what: String, address: String, places: [SourcePlace], sides: [CheckFinding.Side] = [],
    difference: String? = nil, severity: Severity? = nil
  ) {
    findings.append(
      CheckFinding(
        check: check.id, severity: severity ?? check.severity, address: address, what: what,
        words: check.words, mend: check.mend, sides: sides,
        difference: difference,
        places: places.prefix(Self.mostPlaces).map { .source($0) }, form: isOfForms ? address : nil,
        reason: nil))
  }

  /// Takes over what others have told in full.
  mutating func take(_ others: [CheckFinding]) { findings += others }

  /// So many places are told of a finding.
  private static let mostPlaces = 6
}

extension AuditAmount {
  /// Money as an audit tells it.
  static func of(_ money: Money) -> String { Self.money(fen: Int128(money.fen)) }
}

extension CheckFinding.Side {
  /// A side that is an amount of the ledger.
  init(_ words: String, _ money: Money) {
    self.init(words: words, amount: AuditAmount.of(money), parts: [])
  }
}
