import Diagnostics
import Glibc
import Testing

@Suite("What the system refuses, in words for clerks") struct SystemReasonTests {
  @Test("a full disk says how much is wanting")
  func fullDisk() {
    let amounts = [1: "1 KB", 1024: "1 KB", 1025: "2 KB", 1_048_576: "1.0 MB", 1_600_000: "1.6 MB"]
    for (bytes, text) in amounts {
      #expect(SystemReason(ENOSPC, missing: bytes).what == "磁盘已满，还需要 \(text)")
    }
    #expect(SystemReason(ENOSPC).what == "磁盘已满")
    #expect(SystemReason(EDQUOT, missing: 5).what == "超出了磁盘配额，还需要 1 KB")
    #expect(SystemReason(EACCES, missing: 5).what == "没有权限")
  }

  @Test("every number has three sentences, those of the system's that are usual in Chinese")
  func sentences() {
    for number in Int32(1)...133 {
      let reason = SystemReason(number)
      for text in [reason.what, reason.expected, reason.mend] {
        #expect(text.contains { !$0.isASCII }, "\(number)")
      }
    }
  }
}
