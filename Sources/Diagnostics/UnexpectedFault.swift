/// What nobody foresaw: an error of the system or of a library, in its own words.
public struct UnexpectedFault: Error, Fault {
  private let reason: String

  /// Tells an error by its description.
  public init(_ error: any Error) { reason = "\(error)" }

  /// How the fault is told; it is the machine's until somebody knows better.
  public var wording: FaultWording {
    FaultWording(
      code: "X301", cause: .machine, what: reason, expected: "磁盘、权限和字体都正常",
      mend: "检查磁盘空间、权限和字体")
  }
}

/// What was thrown, as a finding: a fault in its own words, anything else as unexpected.
public func finding(thrown error: any Error) -> Finding {
  let fault = (error as? any Fault) ?? UnexpectedFault(error)
  return Finding(fault.wording, at: nil)
}
