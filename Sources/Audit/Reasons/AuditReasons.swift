public import Diagnostics
internal import Domain
internal import Layouts
public import SourceFiles

/// What a department states of its audit: `审核说明.yaml` in the dossier.
///
/// A reason settles a warning, never an error; a check that is wrong for the department is switched off
/// by its id. All of it is printed in every report.
public struct AuditReasons: Sendable {
  /// The file's name in a dossier.
  public static let file = "审核说明.yaml"

  /// A reason for one place.
  struct Entry: Sendable {
    let check: String
    let address: String
    let reason: SettlingReason
    /// The last day on which it holds; nil for always.
    let lastDay: CalendarDate?
    /// Whether it says something.
    let isWritten: Bool
  }

  let entries: [Entry]
  let switchedOff: [(check: String, reason: SettlingReason)]
  /// What is wrong with the file.
  public let findings: [Finding]

  /// No reasons.
  public static let none = AuditReasons(entries: [], switchedOff: [], findings: [])

  private init(
    entries: [Entry], switchedOff: [(check: String, reason: SettlingReason)], findings: [Finding]
  ) {
    self.entries = entries
    self.switchedOff = switchedOff
    self.findings = findings
  }

  /// Reads what a dossier's reader took apart.
  public init(_ parsed: Loaded<YAMLValue>) {
    let log = FindingLog(family: "D")
    log.report(parsed.findings)
    var entries: [Entry] = []
    var switchedOff: [(check: String, reason: SettlingReason)] = []
    if let root = parsed.value, let map = YAMLMap(root, log: log) {
      entries = map.list(ReasonKey.reasons).compactMap { Self.entry($0, log) }
      switchedOff = map.list(ReasonKey.switchedOff).compactMap {
        Self.entry($0, log, isWhole: true)
      }
      .filter(\.isWritten).map { ($0.check, $0.reason) }
      map.finish()
    }
    self.init(entries: entries, switchedOff: switchedOff, findings: log.findings)
  }

  private static func entry(
    _ value: YAMLValue, _ log: FindingLog, isWhole: Bool = false
  ) -> Entry? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let check = map.string(ReasonKey.check)
    let address = isWhole ? "" : map.string(ReasonKey.address)
    // Written beside the address so that people know what they explain; nothing reads it.
    _ = isWhole ? nil : map.optional(ReasonKey.figures)
    let reason = map.optionalString(ReasonKey.reason) ?? ""
    var lastDay: CalendarDate?
    if !isWhole, let place = map.optional(ReasonKey.lastDay)?.place,
      let text = map.optionalString(ReasonKey.lastDay)
    {
      lastDay = CalendarDate(written: text)
      if lastDay == nil { log.report(ReasonFault.date(text), at: place) }
    }
    map.finish()
    guard let check, let address else { return nil }
    let isWritten = !reason.allSatisfy(\.isWhitespace) && reason != ReasonFault.open
    if !isWritten { log.report(ReasonFault.empty(check), at: map.place) }
    return Entry(
      check: check, address: address, reason: SettlingReason(text: reason, place: map.place),
      lastDay: lastDay, isWritten: isWritten)
  }

  /// The file for what is open of a report, with the reasons left to be written; those that are
  /// stated already are kept.
  public static func draft(for report: AuditReport, keeping old: SourceText?) -> String {
    let open = report.open(.warning)
    var lines: [String] = []
    if let old {
      lines = old.lines
      while lines.last?.isEmpty == true { lines.removeLast() }
    } else {
      lines = ["# 审核中的警告逐条说明：写明理由后不再提示，理由印在每份审核报告里。错误不能用说明消除。"]
    }
    let hasList = lines.contains { $0.hasPrefix("\(ReasonKey.reasons):") }
    if !hasList, !open.isEmpty { lines.append("\(ReasonKey.reasons):") }
    let added = open.flatMap { finding in
      [
        "  - \(ReasonKey.check): \(finding.check)",
        "    \(ReasonKey.address): \(YAMLText(finding.address).quoted)",
        "    \(ReasonKey.figures): \(YAMLText(finding.what).quoted)",
        "    \(ReasonKey.reason): \(YAMLText(ReasonFault.open).quoted)",
      ]
    }
    // New ones stand at the end of the list, before what comes after it.
    let start = lines.firstIndex { $0.hasPrefix("\(ReasonKey.reasons):") } ?? lines.endIndex
    let end =
      lines[min(start + 1, lines.endIndex)...].firstIndex { line in
        line.first.map { $0 != " " && $0 != "-" && $0 != "#" } ?? false
      } ?? lines.endIndex
    lines.insert(contentsOf: added, at: end)
    return lines.joined(separator: "\n") + "\n"
  }

  /// What is open of a report as rows of the sheet of reasons, cells parted by tabs; the reasons are left
  /// to be written.
  public static func rows(for report: AuditReport) -> [String] {
    report.open(.warning).map { finding in
      [ReasonKey.reasons, finding.check, finding.address, finding.what].joined(separator: "\t")
    }
  }
}
