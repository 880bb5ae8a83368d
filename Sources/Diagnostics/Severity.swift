/// How grave a finding is.
public enum Severity: String, CaseIterable, Sendable {
  /// Printed, for whoever wants to know; nothing need be done.
  case note
  /// Printed; the run goes on.
  case warning
  /// Printed; the exit code is not 0.
  case error
}

extension Severity: Comparable {
  /// Orders notes before warnings before errors.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// Who has to mend a fault.
public enum FaultCause: String, CaseIterable, Sendable {
  /// What was given cannot be read, or contradicts itself.
  case input
  /// It was read, and a check or a comparison did not hold.
  case check
  /// The machine: disk, permissions, a font that is not installed.
  case machine
  /// The command line, which asks for something that cannot be.
  case usage
}
