import Diagnostics
import Testing

@Suite("How a run ends")
struct OutcomeTests {
  private func finding(_ severity: Severity, _ cause: FaultCause = .input) -> Finding {
    Finding(
      FaultWording(
        code: "X999", severity: severity, cause: cause, what: "甲", expected: "乙", mend: "丙"),
      at: nil)
  }

  @Test("the exit code follows from what was found and from whether it is equal")
  func outcomes() {
    let (note, warning) = (finding(.note, .machine), finding(.warning, .input))
    #expect([Finding]().outcome == .done)
    #expect([note, warning].outcome == .done)
    #expect([note, warning].outcome(isEqual: false) == .checksFailed)
    #expect([note, finding(.error, .check)].outcome == .checksFailed)
    #expect([finding(.error, .check), finding(.error, .machine)].outcome == .machineFailed)
    let all = FaultCause.allCases.map { finding(.error, $0) }
    #expect(all.outcome == .wrongUsage)
    let read = all.filter { $0.cause != .usage }
    #expect(read.outcome == .wrongInput && read.outcome(isEqual: false) == .wrongInput)
    #expect(Outcome.allCases.map(\.rawValue) == [0, 1, 2, 3, 64])
  }

  @Test("notes are printed and counted after errors and warnings")
  func notes() {
    let text = DiagnosticPrinter().text(
      of: [finding(.note), finding(.warning), finding(.note)], consequence: "已完成。")
    #expect(text.contains("提示 X999: 甲\n"))
    #expect(text.hasSuffix("警告 1 处，提示 1 处；已完成。\n"))
  }
}
