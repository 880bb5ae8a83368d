public import ArgumentParser
public import Diagnostics

/// The exit codes that every command shares (docs/exit-codes.md).
extension ExitCode {
  /// The code of an outcome.
  public init(_ outcome: Outcome) { self.init(Int32(outcome.rawValue)) }
}

/// Prints what a command has found, and ends it where that is not success: the one place where
/// findings become an exit code.
///
/// - Parameters:
///   - lines: the lines of the files that findings point to.
///   - consequence: what follows, printed after the counts.
public func conclude(
  _ findings: [Finding], lines: @escaping @Sendable (_ file: String) -> [String]? = { _ in nil },
  consequence: String
) throws {
  guard !findings.isEmpty else { return }
  Terminal.printError(DiagnosticPrinter(lines: lines).text(of: findings, consequence: consequence))
  let outcome = findings.outcome
  guard outcome == .done else { throw ExitCode(outcome) }
}

/// Runs a command's work, and tells what it throws as any other finding.
public func reportingFailures<Result>(
  clearing progress: ProgressLine, _ work: () throws -> Result
) throws -> Result {
  do {
    return try work()
  } catch let code as ExitCode {
    throw code
  } catch {
    progress.clear()
    let found = finding(thrown: error)
    try conclude([found], consequence: "没有做完。")
    throw error
  }
}
