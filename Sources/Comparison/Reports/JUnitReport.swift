internal import Diagnostics

extension ComparisonReport {
  /// The report for continuous integration: a suite for each file, a case for each form, sheet or
  /// page that was compared.
  ///
  /// What stands in several of them fails each, with the same words.
  ///
  /// The schema is the one that Jenkins, GitLab and others read; without times, since equal inputs
  /// give equal reports.
  ///
  /// - Parameter limit: how many differences of a case are printed at most; all are counted.
  public func junit(limit: Int = 100) -> String {
    var files: [String] = []
    for group in groups where files.last != group.name.file {
      if !files.contains(group.name.file) { files.append(group.name.file) }
    }
    var suites = files.map { suite($0, limit) } + found
    // The schema has properties in suites alone; the counts are those of the whole.
    if let first = suites.first, let end = first.firstIndex(of: ">") {
      suites[0] = first[...end] + "\n" + properties + first[end...].dropFirst(2)
    }
    let failures = groups.count { $0.different > 0 }
    let errors = findings.count { $0.severity == .error }
    let cases = groups.count + errors
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(XMLText.escaped("\(left) → \(right)"))" tests="\(cases)" \
      failures="\(failures)" errors="\(errors)">
      \(suites.joined())</testsuites>

      """
  }

  /// The counts of the summary.
  private var properties: String {
    let counts: [(String, Int)] = [
      ("compared", comparedCount), ("ignored", ignoredCount), ("forms", extent.forms),
      ("sheets", extent.sheets), ("pages", extent.pages), ("samePages", extent.samePages),
      ("files", extent.files), ("sameFiles", extent.sameFiles),
      ("unread.left.pages", extent.unreadLeft.pages),
      ("unread.left.sheets", extent.unreadLeft.sheets),
      ("unread.right.pages", extent.unreadRight.pages),
      ("unread.right.sheets", extent.unreadRight.sheets),
    ]
    let lines = counts.map { "      <property name=\"\($0)\" value=\"\($1)\"/>\n" }
    return "    <properties>\n\(lines.joined())    </properties>\n"
  }

  private func suite(_ file: String, _ limit: Int) -> String {
    let own = groups.filter { $0.name.file == file }
    let failures = own.count { $0.different > 0 }
    var text = """
        <testsuite name="\(XMLText.escaped(file))" tests="\(own.count)" failures="\(failures)" \
      errors="0" skipped="0">

      """
    for group in own { text += testCase(group, limit) }
    return text + "  </testsuite>\n"
  }

  private func testCase(_ group: ComparedGroup, _ limit: Int) -> String {
    let (file, name) = (group.name.file, group.name.group)
    let head = """
          <testcase classname="\(XMLText.escaped(file))" \
      name="\(XMLText.escaped(name.isEmpty ? file : name))"
      """
    guard group.different > 0 else { return head + "/>\n" }
    let own = differences.lazy.filter { $0.stands(in: group.name) }.prefix(limit)
    var lines = Array(own).flatMap { EntryText.lines(of: $0) }
    if group.different > limit { lines.append("另有 \(group.different - limit) 处差异没有列出") }
    return head + """
      >
            <failure message="差异 \(group.different) 处" type="difference">\
      \(XMLText.escaped(lines.joined(separator: "\n")))</failure>
          </testcase>

      """
  }

  /// What was found on the way, as a suite: what could not be compared as errors, warnings and notes
  /// as its text.
  private var found: [String] {
    guard !findings.isEmpty else { return [] }
    let ordered = findings.inReadingOrder()
    let errors = ordered.filter { $0.severity == .error }
    var text = """
        <testsuite name="\(XMLText.escaped(left))" tests="\(errors.count)" failures="0" \
      errors="\(errors.count)" skipped="0">

      """
    for finding in errors {
      text += """
            <testcase classname="\(XMLText.escaped(left))" name="\(finding.code)">
              <error message="\(XMLText.escaped(finding.what))" type="\(finding.code)"/>
            </testcase>

        """
    }
    let others = ordered.filter { $0.severity < .error }
    if !others.isEmpty {
      let printer = DiagnosticPrinter()
      let texts = others.map { printer.text(of: $0) }.joined()
      text += "    <system-out>\(XMLText.escaped(texts))</system-out>\n"
    }
    return [text + "  </testsuite>\n"]
  }
}
