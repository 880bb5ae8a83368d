/// A term of a closed vocabulary, which is its raw value.
public protocol FixedTerm: RawRepresentable, Hashable where RawValue == String {}

extension FixedTerm {
  /// Feeds a hasher with the case itself, which is all that an enumeration without payloads holds.
  ///
  /// Swift would hash the term, bringing a Chinese text into a normal form first.
  public func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
  }
}
