import Audit
import Diagnostics
import Domain
import Figures
import Foundation
import Layouts
import SourceFiles
import Testing

/// What a department states of its audit.
@Suite struct ReasonsTests {
  private static let day = CalendarDate(year: 2024, month: 9, day: 20)

  /// A report with an error and two warnings, from the example as printed with two cells changed.
  private func report() throws -> AuditReport {
    let book = try #require(try AuditedDossier.example().composed().2).asPrinted
    let figures = book.figures
    func key(_ address: String) throws -> FigureKey {
      try #require(figures.first { $0.address.description == address }?.key)
    }
    let changed = book.printing("-90.00", at: try key("03!2010201.2"))
      .printing("9.00", at: try key("10!行1.统计数"))
    return audit(AuditSubject(read: changed), by: AuditedDossier.set)
  }

  /// What is made of the text of a dossier's file.
  private static func reasons(_ text: String) -> AuditReasons {
    AuditReasons(YAMLValue.parse(SourceText(file: AuditReasons.file, text: text), family: "D"))
  }

  private func settled(_ text: String) throws -> AuditReport {
    let reasons = Self.reasons(text)
    let day = try #require(Self.day)
    return try report().settled(
      by: reasons, known: AuditedDossier.set.checks.map(\.id), on: day)
  }

  @Test("a reason settles a warning where it stands, and is kept with it")
  func settles() throws {
    let open = try report().open(.warning)
    let warning = try #require(open.first)
    let report = try settled(
      """
      说明:
        - {检查: \(warning.check), 位置: "\(warning.address)", 理由: 已核实}
      """)
    #expect(report.remarks.isEmpty)
    let same = report.findings.first { $0.check == warning.check && $0.address == warning.address }
    #expect(same?.reason?.text == "已核实")
    #expect(same?.isOpen == false)
    #expect(report.open(.warning).count == open.count - 1)
    #expect(report.text(of: "文件").contains("说明: 已核实"))
    #expect(report.html(of: "文件").contains("已核实"))
  }

  @Test("no reason settles an error")
  func errors() throws {
    let error = try #require(try report().findings.first { $0.severity == .error })
    let report = try settled(
      """
      说明:
        - {检查: \(error.check), 位置: "\(error.address)", 理由: 就是这样}
      """)
    #expect(report.remarks.map(\.code) == ["D314"])
    #expect(report.hasErrors)
  }

  @Test(
    "what settles nothing is told",
    arguments: [
      ("{检查: income-total, 位置: \"01!行99.1\", 理由: 无}", "D313"),
      ("{检查: no-such-check, 位置: \"01!行1.1\", 理由: 无}", "D310"),
      ("{检查: income-total, 位置: \"01!行1.1\"}", "D311"),
      ("{检查: income-total, 位置: \"01!行1.1\", 理由: \"（请写明理由）\"}", "D311"),
      ("{检查: income-total, 位置: \"01!行1.1\", 理由: 无, 有效期至: 2024-01-01}", "D316"),
      ("{检查: income-total, 位置: \"01!行1.1\", 理由: 无, 有效期至: 明年}", "D312"),
    ])
  func idle(entry: String, code: String) throws {
    let report = try settled("说明:\n  - \(entry)\n")
    #expect(report.remarks.map(\.code).contains(code))
  }

  @Test("a check that is switched off is not told, and its reason is")
  func switchedOff() throws {
    let error = try #require(try report().findings.first { $0.severity == .error })
    let report = try settled("不适用:\n  - {检查: \(error.check), 理由: 本部门没有这项}\n")
    #expect(!report.findings.contains { $0.check == error.check })
    #expect(report.switchedOff.map(\.check) == [error.check])
    #expect(report.text(of: "文件").contains("本部门没有这项"))
  }

  @Test("the draft of the file lists what is open, keeps what is stated, and is read again")
  func draft() throws {
    let report = try report()
    let first = AuditReasons.draft(for: report, keeping: nil)
    let count = report.open(.warning).count
    #expect(count > 0)
    #expect(first.components(separatedBy: "理由:").count == count + 1)
    let read = Self.reasons(first)
    #expect(Set(read.findings.map(\.code)) == ["D311"])
    #expect(read.findings.count == count)
    let kept = "说明:\n  - {检查: a, 位置: b, 理由: c}\n不适用:\n  - {检查: d, 理由: e}\n"
    let second = AuditReasons.draft(
      for: report, keeping: SourceText(file: AuditReasons.file, text: kept))
    #expect(second.contains("{检查: a, 位置: b, 理由: c}\n  - 检查: "))
    #expect(second.hasSuffix("不适用:\n  - {检查: d, 理由: e}\n"))
  }

  @Test(
    "a file that is no list of reasons is told", arguments: ["- a", "说明: 文字", "其他: 1", "说明: ["])
  func malformed(text: String) {
    let reasons = Self.reasons(text)
    #expect(reasons.findings.hasErrors)
  }
}
