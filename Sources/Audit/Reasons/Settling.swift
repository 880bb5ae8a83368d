internal import Diagnostics
public import Domain

extension AuditReport {
  /// The report with what the department states: settled warnings, checks switched off, and whatever is
  /// wrong with the statements.
  ///
  /// - Parameters:
  ///   - known: the ids of all checks of the set; nil where not all of them were read.
  ///   - date: the day of publication, by which statements expire.
  public func settled(
    by reasons: AuditReasons, known: [String]?, on date: CalendarDate
  ) -> AuditReport {
    var report = self
    var remarks = reasons.findings
    let off = Set(reasons.switchedOff.map(\.check))
    let asked = Set(runs.map(\.check))
    for (check, reason) in reasons.switchedOff {
      guard let known, !known.contains(check) else { continue }
      remarks.append(
        ReasonFault.unknownCheck(check, known: known).finding(at: reason.place))
    }
    report.switchedOff = reasons.switchedOff.filter { known?.contains($0.check) ?? true }
    report.findings.removeAll { off.contains($0.check) }
    report.runs.removeAll { off.contains($0.check) }
    var seen: Set<[String]> = []
    for entry in reasons.entries where entry.isWritten {
      // Of a check that was left out nobody knows whether there is something to settle.
      guard asked.contains(entry.check) || known?.contains(entry.check) == false else { continue }
      if let fault = report.settle(entry, known: known, on: date, seen: &seen) {
        remarks.append(fault.finding(at: entry.reason.place))
      }
    }
    report.remarks += remarks
    return report
  }

  /// Lets a reason settle what it is for; returns what is wrong with it.
  private mutating func settle(
    _ entry: AuditReasons.Entry, known: [String]?, on date: CalendarDate, seen: inout Set<[String]>
  ) -> ReasonFault? {
    if let known, !known.contains(entry.check) {
      return .unknownCheck(entry.check, known: known)
    }
    guard seen.insert([entry.check, entry.address]).inserted else {
      return .repeated(entry.check, address: entry.address)
    }
    if let last = entry.lastDay, last.description < date.description {
      return .expired(entry.check, on: last.description)
    }
    let found = findings.indices.filter {
      findings[$0].check == entry.check && findings[$0].address == entry.address
    }
    guard !found.isEmpty else { return .idle(entry.check, address: entry.address) }
    guard found.contains(where: { findings[$0].severity != .error }) else {
      return .error(entry.check, address: entry.address)
    }
    for index in found where findings[index].severity != .error {
      findings[index].reason = entry.reason
    }
    return nil
  }
}
