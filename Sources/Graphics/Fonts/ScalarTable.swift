/// What is known of characters, by their numbers: looked up for each character of a document, and so
/// without a hash.
public struct ScalarTable<Value> {
  /// What is known of 256 characters each; empty where none of them is.
  @usableFromInline var pages = [[Value?]](repeating: [], count: 0x11_0000 >> 8)

  /// A table in which nothing is known.
  public init() {}

  /// What is known of a character.
  @inlinable public subscript(_ scalar: Unicode.Scalar) -> Value? {
    get {
      let page = Int(scalar.value >> 8)
      return pages[page].isEmpty ? nil : pages[page][Int(scalar.value & 0xFF)]
    }
    set {
      let page = Int(scalar.value >> 8)
      if pages[page].isEmpty { pages[page] = Array(repeating: nil, count: 256) }
      pages[page][Int(scalar.value & 0xFF)] = newValue
    }
  }
}
