/// The page number's line: the number with what stands before and behind it.
public struct PageNumberLine: Hashable, Sendable {
  /// What stands before the number, spaces included; may be empty.
  public let before: String
  /// What stands behind the number, spaces included; may be empty.
  public let after: String

  /// Takes what stands around the number.
  public init(before: String, after: String) {
    self.before = before
    self.after = after
  }

  /// The line on a page of the number.
  public func text(_ number: Int) -> String { before + String(number) + after }

  /// Every character that the line may need: the numbers of pages are not known yet.
  public var characters: String { before + "0123456789" + after }
}
