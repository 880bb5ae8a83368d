public import ArgumentParser
public import Diagnostics
internal import Submission

/// The exit codes that every command shares (docs/exit-codes.md).
extension ExitCode {
  /// The code of an outcome.
  public init(_ outcome: Outcome) { self.init(Int32(outcome.rawValue)) }
}

/// Runs a command's work; prints what the machine or the command line is at fault for, in Chinese,
/// and turns it into the exit code.
public func reportingFailures<Result>(
  clearing progress: ProgressLine, _ work: () throws -> Result
) throws -> Result {
  do {
    return try work()
  } catch let fault as UsageFault {
    progress.clear()
    Terminal.printError("用法不对: \(fault.message)\n")
    throw ExitCode(.wrongUsage)
  } catch let failure as MachineFailure {
    progress.clear()
    Terminal.printError(
      "错误 X300: \(failure.what)\n    处理: \(failure.mend)\n没有写出任何文件。\n")
    throw ExitCode(.machineFailed)
  } catch let code as ExitCode {
    throw code
  } catch {
    progress.clear()
    Terminal.printError("错误 X301: \(error)\n    处理: 检查磁盘空间、权限和字体\n没有写出任何文件。\n")
    throw ExitCode(.machineFailed)
  }
}
