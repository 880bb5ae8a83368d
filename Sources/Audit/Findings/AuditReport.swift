public import Diagnostics
public import Figures

/// What an audit has found, and how much of it was looked at.
public struct AuditReport: Sendable {
  /// How often a check was run.
  public struct Run: Hashable, Sendable {
    /// The check's id.
    public let check: String
    /// How often it was asked whether it holds.
    public internal(set) var instances = 0
    /// How often both sides are printed: neither is blank.
    public internal(set) var printed = 0
    /// How often a quantity was missing that it needs.
    public internal(set) var notRun = 0

    init(check: String) { self.check = check }

    /// Adds what another file came to; a file without the forms that a check needs lacks nothing where
    /// another has them.
    fileprivate mutating func add(_ other: Run) {
      let hasRun = (instances > 0, other.instances > 0)
      let missing = hasRun.0 == hasRun.1 ? notRun + other.notRun : hasRun.0 ? notRun : other.notRun
      instances += other.instances
      printed += other.printed
      notRun = missing
    }
  }

  /// The report with other words for the things that its findings name.
  public func told(_ words: (String) -> String) -> AuditReport {
    var report = self
    for index in report.findings.indices {
      report.findings[index].what = words(report.findings[index].what)
      report.findings[index].words = words(report.findings[index].words)
      report.findings[index].mend = words(report.findings[index].mend)
    }
    return report
  }

  /// What does not hold, by severity, then in the order of the forms.
  public internal(set) var findings: [CheckFinding]
  /// Every check that was asked, in the order of the set.
  public internal(set) var runs: [Run]
  /// Checks that the department has switched off, with its reasons.
  public internal(set) var switchedOff: [(check: String, reason: SettlingReason)] = []
  /// What is wrong with the reasons themselves: those that settle nothing, that are no longer valid.
  public internal(set) var remarks: [Finding] = []

  /// The figures that some formula has looked at; nil where those of a dossier were judged.
  public internal(set) var touched: Set<FigureKey>?
  /// How many checks were left out, because forms that they need were not asked for.
  public internal(set) var leftOut = 0

  /// What those checks are about that were not read at all, because nothing of it was asked for.
  public internal(set) var unread: [String] = []

  /// Nothing asked, nothing found.
  public static let empty = AuditReport(findings: [], runs: [])

  /// Both reports as one: what is found alike in several files is told once, where it was found first.
  public func joined(by other: AuditReport) -> AuditReport {
    var report = self
    var told = Set(findings.map { [$0.check, $0.address, $0.what] })
    report.findings += other.findings.filter {
      told.insert([$0.check, $0.address, $0.what]).inserted
    }
    report.findings = report.findings.bySeverity
    for run in other.runs {
      guard let index = report.runs.firstIndex(where: { $0.check == run.check }) else {
        report.runs.append(run)
        continue
      }
      report.runs[index].add(run)
    }
    report.remarks += other.remarks
    return report
  }

  /// The checks that do not hold and that nothing settles, of a severity.
  public func open(_ severity: Severity) -> [CheckFinding] {
    findings.filter { $0.severity == severity && $0.isOpen }
  }

  /// Whether any error was found.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }
  /// How many errors were found.
  public var errors: Int { findings.count { $0.severity == .error } }
  /// How many warnings nothing settles.
  public var warnings: Int { open(.warning).count }
  /// How many warnings a reason settles.
  public var settled: Int { findings.count { $0.severity == .warning && !$0.isOpen } }
  /// How many notes there are.
  public var notes: Int { findings.count { $0.severity == .note } }
  /// How often checks were asked.
  public var instances: Int { runs.map(\.instances).reduce(0, +) }
  /// How often checks could not be run, because a quantity was missing.
  public var notRun: Int { runs.map(\.notRun).reduce(0, +) }
}

extension [CheckFinding] {
  /// The gravest first, otherwise as they stand.
  var bySeverity: [CheckFinding] {
    enumerated().sorted { left, right in
      left.element.severity == right.element.severity
        ? left.offset < right.offset : left.element.severity > right.element.severity
    }.map(\.element)
  }
}
