/// A term of a closed vocabulary, which is its raw value.
public protocol FixedTerm: RawRepresentable, Hashable where RawValue == String {}

extension FixedTerm {
  /// Feeds a hasher with the bytes of the term.
  ///
  /// Swift's own hash of a text brings it into a normal form first, which takes ten times as long for
  /// Chinese; a vocabulary has no two spellings of a term.
  public func hash(into hasher: inout Hasher) {
    var term = rawValue
    term.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
