internal import Diagnostics

extension Severity {
  /// What clerks call it.
  var words: String {
    switch self {
    case .error: "错误"
    case .warning: "警告"
    case .note: "提示"
    }
  }
}

extension AuditReport {
  /// The report as people read it in a terminal: what is open first, form by form.
  ///
  /// - Parameters:
  ///   - title: what was audited.
  ///   - mostNotes: how many notes are listed; all are counted.
  public func text(of title: String, mostNotes: Int = 20) -> String {
    var lines = ["审核 \(title)：\(summary)"]
    for severity in [Severity.error, .warning] {
      lines += section(
        "\(severity.words)", findings.filter { $0.severity == severity && $0.isOpen })
    }
    lines += section("已说明的警告", findings.filter { $0.severity == .warning && !$0.isOpen })
    let notes = findings.filter { $0.severity == .note }
    lines += section("提示", Array(notes.prefix(mostNotes)), isBrief: true)
    if notes.count > mostNotes { lines.append("  另有 \(notes.count - mostNotes) 处提示没有列出") }
    if !switchedOff.isEmpty {
      lines.append("本部门不适用的检查")
      lines += switchedOff.map { "  \($0.check)：\($0.reason.text)（\($0.reason.place)）" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The counts in a line.
  public var summary: String {
    let asked = runs.count { $0.instances > 0 }
    var parts = ["错误 \(errors) 处", "警告 \(warnings) 处"]
    if settled > 0 { parts.append("已说明 \(settled) 处") }
    parts.append("提示 \(notes) 处")
    var looked = "查了 \(asked) 项 \(instances) 处"
    if notRun > 0 { looked += "，缺数没有查的 \(notRun) 处" }
    if leftOut > 0 { looked += "，因只生成一部分没有查的 \(leftOut) 项" }
    if !unread.isEmpty { looked += "，没有查\(unread.joined(separator: "和"))" }
    return parts.joined(separator: "，") + "；" + looked
  }

  private func section(
    _ heading: String, _ findings: [CheckFinding], isBrief: Bool = false
  ) -> [String] {
    guard !findings.isEmpty else { return [] }
    var lines = [heading]
    for finding in findings {
      lines.append("  [\(finding.check)] \(finding.address)  \(finding.what)")
      if isBrief { continue }
      lines.append("      应当: \(finding.words)")
      for side in finding.sides where !side.parts.isEmpty {
        lines += side.parts.prefix(8).map { part in
          let places = part.places.map { DiagnosticPrinter.text(of: $0) }
          return "      \(part.words) \(part.amount)  ← \(places.joined(separator: "、"))"
        }
        if side.parts.count > 8 { lines.append("      另有 \(side.parts.count - 8) 项") }
      }
      if !finding.places.isEmpty {
        let places = finding.places.prefix(6).map { DiagnosticPrinter.text(of: $0) }
        let more = finding.places.count > 6 ? " 等 \(finding.places.count) 处" : ""
        lines.append("      在: \(places.joined(separator: "、"))\(more)")
      }
      if let reason = finding.reason {
        lines.append("      说明: \(reason.text)（\(reason.place)）")
      } else {
        lines.append("      处理: \(finding.mend)")
      }
    }
    return lines
  }
}
