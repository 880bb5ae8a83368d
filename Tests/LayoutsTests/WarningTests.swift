import Diagnostics
import TestSupport
import Testing

/// What is most likely a slip of a set's author is told at its place; the set can still be used.
@Suite("版式的提醒")
struct WarningTests {
  @Test("每种提醒：能载入，都指到一个文件的一行")
  func warnings() throws {
    var text = ""
    for fault in FaultCase.warnings {
      var set = try SampleSet()
      try fault.spoil(&set)
      let outcome = try set.load()
      #expect(outcome.isLoaded, "\(fault.title): \(outcome.printed)")
      text += "## \(fault.title)\n\(outcome.printed)\n"
      check(outcome.findings, of: fault.title)
    }
    for fault in NarrativeFaultCase.warnings {
      var set = try NarrativeSet()
      try fault.spoil(&set)
      let outcome = try set.load()
      let isLoaded = outcome.set != nil
      #expect(isLoaded, "\(fault.title): \(outcome.printed)")
      text += "## \(fault.title)\n\(outcome.printed)\n"
      check(outcome.findings, of: fault.title)
    }
    Golden.check(text, against: "diagnostics/layout-warnings.txt")
  }

  private func check(_ findings: [Finding], of title: String) {
    #expect((1...2).contains(findings.count), "\(title)")
    for finding in findings {
      #expect(finding.severity == .warning, "\(title): \(finding)")
      guard case .source(let place) = finding.place else {
        Issue.record("\(title): no place for \(finding)")
        continue
      }
      #expect(place.line > 0, "\(title): \(finding)")
    }
  }
}
