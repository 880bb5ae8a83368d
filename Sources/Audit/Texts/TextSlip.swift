public import Layouts

/// Something in a text that a reader of the published document would stumble over.
public struct TextSlip: Hashable, Sendable {
  /// What kinds there are.
  public typealias Kind = TextSlipKind

  /// What it is.
  public let kind: Kind
  /// The words or digits as written.
  public let text: String
  /// Where it begins, in Unicode scalars from the text's first, from 0.
  public let offset: Int

  /// Tells of a slip.
  public init(kind: Kind, text: String, offset: Int) {
    self.kind = kind
    self.text = text
    self.offset = offset
  }
}
