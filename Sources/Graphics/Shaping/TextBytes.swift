/// A text as a key, by its bytes.
///
/// Swift's own hash of a text brings it into a normal form first, which takes longer than setting it;
/// and texts that print alike may have other bytes, whose places lines and breaks tell.
public struct TextBytes: Hashable, Sendable {
  private let text: String

  /// The key of a text.
  public init(_ text: String) { self.text = text }

  /// Whether two texts have the same bytes.
  public static func == (left: TextBytes, right: TextBytes) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { first in
      right.withUTF8 { second in first.count == second.count && first.elementsEqual(second) }
    }
  }

  /// Feeds a hasher with the bytes.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
