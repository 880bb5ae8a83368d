internal import Diagnostics

extension AuditReport {
  /// The report for continuous integration: a case for each check, failed where an error was found, or,
  /// where warnings count, one that nothing settles.
  ///
  /// - Parameter isStrict: whether open warnings fail too.
  public func junit(of title: String, isStrict: Bool) -> String {
    let cases = runs.map { run in (run: run, failures: failures(of: run.check, isStrict)) }
    let failed = cases.count { !$0.failures.isEmpty }
    let skipped = cases.count { $0.run.instances == 0 && $0.failures.isEmpty }
    let name = XMLText.escaped(title)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(name)" tests="\(cases.count)" failures="\(failed)" errors="0">
        <testsuite name="\(name)" tests="\(cases.count)" failures="\(failed)" errors="0" \
      skipped="\(skipped)">
      \(cases.map { testCase($0.run, $0.failures) }.joined())  </testsuite>
      </testsuites>

      """
  }

  private func failures(of check: String, _ isStrict: Bool) -> [CheckFinding] {
    findings.filter { finding in
      finding.check == check
        && (finding.severity == .error
          || isStrict && finding.severity == .warning && finding.isOpen)
    }
  }

  private func testCase(_ run: Run, _ failures: [CheckFinding]) -> String {
    let head = "    <testcase classname=\"审核\" name=\"\(run.check)\""
    guard !failures.isEmpty else {
      return run.instances == 0 ? head + "><skipped/></testcase>\n" : head + "/>\n"
    }
    let lines = failures.map { "\($0.address) \($0.what)\n处理: \($0.mend)" }
    return head + """
      >
            <failure message="\(failures.count) 处" type="check">\
      \(XMLText.escaped(lines.joined(separator: "\n")))</failure>
          </testcase>

      """
  }
}
