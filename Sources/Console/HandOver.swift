public import ArgumentParser
internal import Diagnostics
internal import FoundationEssentials
internal import Glibc

/// The second executable, which reads finished files: `gongkai` becomes it, as git becomes its
/// commands, so that a build loads none of the libraries that readers need.
public enum SecondExecutable {
  /// Its name, beside the first.
  public static let name = "gongkai-files"

  /// Becomes the second executable, with the same arguments.
  ///
  /// - Returns: only where it cannot: the code to exit with, after saying why.
  public static func take(over arguments: [String]) -> ExitCode {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent(name)
    guard setenv(ProgramEdition.variable, ProgramEdition.mark, 1) == 0 else {
      return told(.notStarted(program.path, reason: reason(errno)))
    }
    fflush(nil)
    var words = ([program.path] + arguments).map { strdup($0) } + [nil]
    execv(program.path, &words)
    let failure = errno
    for word in words { free(word) }
    return told(
      failure == ENOENT
        ? .missing(program.path) : .notStarted(program.path, reason: reason(failure)))
  }

  /// Holds the first executable's edition against this one's, in the second.
  ///
  /// - Returns: nil where both belong together, or nobody handed over; otherwise the code to exit
  ///   with, after saying why.
  public static func refusal() -> ExitCode? {
    let environment = ProcessInfo.processInfo.environment
    guard let mark = environment[ProgramEdition.variable] else { return nil }
    // Programs that are started from here are not handed over to.
    unsetenv(ProgramEdition.variable)
    guard mark != ProgramEdition.mark else { return nil }
    return told(.foreign(mark, own: ProgramEdition.mark))
  }

  private static func reason(_ code: Int32) -> String { SystemReason(code).what }

  /// Prints a fault, and gives the code to exit with.
  private static func told(_ fault: HandOverFault) -> ExitCode {
    let findings = [fault.finding(at: nil)]
    Terminal.printError(DiagnosticPrinter().text(of: findings, consequence: "命令没有执行。"))
    return ExitCode(findings.outcome)
  }
}

/// What may stand in the way of one executable becoming the other.
private enum HandOverFault: Fault {
  /// The second executable is not where it ought to be.
  case missing(String)
  /// It is there and cannot be started.
  case notStarted(String, reason: String)
  /// The two were not installed together.
  case foreign(String, own: String)

  var wording: FaultWording {
    switch self {
    case .missing(let path): wording("X302", "找不到 \(SecondExecutable.name)，它应在 \(path)")
    case .notStarted(let path, let reason): wording("X304", "不能启动 \(path)：\(reason)")
    case .foreign(let mark, let own):
      wording("X303", "gongkai（\(mark)）与 \(SecondExecutable.name)（\(own)）不是同一次安装的")
    }
  }

  private func wording(_ code: String, _ what: String) -> FaultWording {
    FaultWording(
      code: code, cause: .machine, what: what, expected: "两个程序来自同一次安装，放在同一个文件夹里",
      mend: "重新安装，或重新运行 scripts/setup")
  }
}
