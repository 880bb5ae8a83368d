/// The machine failed, not the input.
///
/// Disk, permissions, another run; exit code 3.
public struct MachineFailure: Error, Hashable, Sendable {
  /// What was being done and what went wrong, in Chinese.
  public let what: String
  /// How to mend it.
  public let mend: String

  /// Makes a failure of what went wrong, in Chinese, and how to mend it.
  public init(_ what: String, mend: String) {
    self.what = what
    self.mend = mend
  }
}
