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
      return failed("X302", "不能启动 \(program.path)：\(reason(errno))", mend: again)
    }
    fflush(nil)
    var words = ([program.path] + arguments).map { strdup($0) } + [nil]
    execv(program.path, &words)
    let failure = errno
    for word in words { free(word) }
    guard failure != ENOENT else {
      return failed("X302", "找不到 \(name)，它应在 \(program.path)", mend: again)
    }
    return failed("X302", "不能启动 \(program.path)：\(reason(failure))", mend: again)
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
    return failed(
      "X303", "gongkai（\(mark)）与 \(name)（\(ProgramEdition.mark)）不是同一次安装的", mend: again)
  }

  private static let again = "两个程序要来自同一次安装，放在同一个文件夹里：重新安装，或重新运行 scripts/setup"

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

  private static func failed(_ code: String, _ what: String, mend: String) -> ExitCode {
    Terminal.printError("错误 \(code): \(what)\n    处理: \(mend)\n")
    return ExitCode(.machineFailed)
  }
}
