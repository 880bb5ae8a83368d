/// A set of characters that answers in a few instructions: a bit for each Unicode scalar from the
/// smallest to the largest.
public struct ScalarSet: Hashable, Sendable {
  private let base: UInt32
  private let bits: [UInt64]

  /// The characters of texts, each once.
  public init(_ scalars: some Sequence<Unicode.Scalar>) { self.init(values: scalars.map(\.value)) }

  /// The characters of a file that lists them: all but blanks, and lines that begin with `#`.
  public init(listing text: String) {
    var values: [UInt32] = []
    values.reserveCapacity(text.utf8.count / 3)
    var (startsLine, isComment) = (true, false)
    for scalar in text.unicodeScalars {
      if startsLine { isComment = scalar == "#" }
      startsLine = scalar.value.isNewline
      if !isComment, !startsLine, !scalar.value.isBlank { values.append(scalar.value) }
    }
    self.init(values: values)
  }

  init(values: [UInt32]) {
    guard let least = values.min(), let most = values.max() else {
      (base, bits) = (0, [])
      return
    }
    let base = least & ~63
    var bits = [UInt64](repeating: 0, count: Int((most - base) >> 6) + 1)
    for value in values { bits[Int((value - base) >> 6)] |= 1 << UInt64(value & 63) }
    (self.base, self.bits) = (base, bits)
  }

  /// Whether the set has the character.
  public func contains(_ scalar: Unicode.Scalar) -> Bool { contains(scalar.value) }

  @inline(__always)
  func contains(_ value: UInt32) -> Bool {
    // What stands below the base becomes larger than any index.
    let index = Int((value &- base) >> 6)
    return index < bits.count && bits[index] & (1 &<< UInt64(value & 63)) != 0
  }
}
