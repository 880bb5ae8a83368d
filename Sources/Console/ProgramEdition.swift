/// Which program this is: compiled into both executables, so that each can tell whether the other
/// belongs to it.
public enum ProgramEdition {
  /// The version that people are told.
  public static let version = "0.18"
  /// Raised with every change of what one executable hands to the other.
  static let handOver = 1

  /// What `gongkai` tells `gongkai-files` of itself.
  static let mark = "\(version)/\(handOver)"
  /// The environment variable that carries it.
  static let variable = "GONGKAI_EDITION"
}
