/// Why a PDF file could not be finished.
public struct PDFFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Who refused: `qpdf`.
  public let source: String
  /// What we were doing.
  public let doing: String
  /// The words of the one who refused.
  public let reason: String

  init(_ source: String, doing: String, reason: String) {
    self.source = source
    self.doing = doing
    self.reason = reason
  }

  /// Who refused, what we were doing, the reason.
  public var description: String { "\(source): \(doing): \(reason)" }
}
