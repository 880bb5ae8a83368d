public import ArgumentParser
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc
internal import SourceFiles

/// What both executables do before they look at their arguments.
public enum CommandStart {
  /// Settles how the process takes the system's refusals, and looks whether it can read its names.
  ///
  /// - Returns: nil to go on; otherwise the code to exit with, after saying why.
  public static func refusal() -> ExitCode? {
    // A file that may not grow is told like a full disk; by default the signal ends the process.
    signal(SIGXFSZ, SIG_IGN)
    guard let fault = fault() else { return nil }
    let findings = [fault.finding(at: nil)]
    Terminal.printError(DiagnosticPrinter().text(of: findings, consequence: "命令没有执行。"))
    return ExitCode(findings.outcome)
  }

  /// A name that is no UTF-8 among the arguments, or of the working folder.
  private static func fault() -> NameFault? {
    let arguments = CommandLine.unsafeArgv
    for index in 1..<max(1, Int(CommandLine.argc)) {
      guard let start = arguments[index] else { continue }
      if let name = foreignName(start) { return NameFault(name: name, isWorkingFolder: false) }
    }
    guard let folder = getcwd(nil, 0) else { return nil }
    defer { free(folder) }
    return foreignName(folder).map { NameFault(name: $0, isWorkingFolder: true) }
  }

  private static func foreignName(_ start: UnsafePointer<CChar>) -> ForeignName? {
    let bytes = UnsafeBufferPointer(start: start, count: strlen(start)).map(UInt8.init(bitPattern:))
    return String(validating: bytes, as: UTF8.self) == nil ? ForeignName(bytes) : nil
  }
}

/// A name that the program cannot pass on, because it is no text.
private struct NameFault: Fault {
  let name: ForeignName
  /// Whether it is the working folder's, and not one among the arguments.
  let isWorkingFolder: Bool

  var wording: FaultWording {
    FaultWording(
      code: "X413", cause: .usage,
      what: (isWorkingFolder ? "当前文件夹" : "参数") + " \(name.shown) 不是 UTF-8 编码的",
      expected: "UTF-8 编码的文件名和终端", mend: "终端用 UTF-8；名称本身不是 UTF-8 的，\(name.mend)")
  }
}
