/// How a run ended, as its exit code tells it.
public enum Outcome: Int, CaseIterable, Sendable {
  /// Done; there may be notes and warnings.
  case done = 0
  /// Everything was read, and a check or a comparison did not hold.
  case checksFailed = 1
  /// The input is wrong or cannot be read.
  case wrongInput = 2
  /// The machine failed, not the input.
  case machineFailed = 3
  /// The command line asks for something that cannot be.
  case wrongUsage = 64
}

extension [Finding] {
  /// What a run with these findings comes to, where nothing was compared.
  public var outcome: Outcome { outcome(isEqual: true) }

  /// What a run with these findings comes to: the one place that says which exit code follows.
  ///
  /// What cannot be asked for is not begun. Input that is wrong stands before the rest, for as long as
  /// it is wrong nothing was checked; a machine that failed stands before checks.
  ///
  /// - Parameter isEqual: whether what was compared is equal; a difference is a check that failed.
  public func outcome(isEqual: Bool) -> Outcome {
    let causes = Set(lazy.filter { $0.severity == .error }.map(\.cause))
    if causes.contains(.usage) { return .wrongUsage }
    if causes.contains(.input) { return .wrongInput }
    if causes.contains(.machine) { return .machineFailed }
    return causes.contains(.check) || !isEqual ? .checksFailed : .done
  }
}
