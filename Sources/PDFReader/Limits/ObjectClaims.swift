/// How many objects a PDF file says it has.
///
/// Libraries make room for what a file claims before they look for it: forty bytes claim gigabytes.
struct ObjectClaims {
  private let bytes: UnsafeRawBufferPointer
  private let limit: Int

  init(_ bytes: UnsafeRawBufferPointer, limit: Int) {
    (self.bytes, self.limit) = (bytes, limit)
  }

  /// Whether a claim is beyond the limit: the size of a table of objects, or a part of it.
  var isExcessive: Bool {
    has("/Size", tokens: 1) || has("/Index", tokens: 64) || hasLargeTable
  }

  /// Looks at the numbers behind a key, with a bracket before them or not.
  private func has(_ key: StaticString, tokens: Int) -> Bool {
    var place = 0
    while let found = bytes.index(of: key, from: place) {
      place = found + key.utf8CodeUnitCount
      var scanner = place
      for _ in 0..<tokens {
        guard let number = number(at: &scanner) else { break }
        if number > limit { return true }
      }
    }
    return false
  }

  /// A table written out: pairs of first object and count, each before its lines.
  ///
  /// Two numbers that neither `n` nor `f` follows are such a pair.
  private var hasLargeTable: Bool {
    var place = 0
    while let found = bytes.index(of: "xref", from: place) {
      place = found + 4
      var numbers: [Int] = []
      scan: while true {
        while let number = number(at: &place) {
          numbers.append(number)
          if numbers.count > 4 { break scan }
        }
        if numbers.count >= 2, place < bytes.count,
          bytes[place] == UInt8(ascii: "n") || bytes[place] == UInt8(ascii: "f")
        {
          place += 1
          numbers.removeLast(2)
          if numbers.reduce(0, +) > limit { return true }
          numbers = []
        } else {
          break
        }
      }
      // A single number is the place of a table, behind `startxref`.
      if numbers.count > 1, numbers.prefix(2).reduce(0, +) > limit { return true }
    }
    return false
  }

  /// The number at a place, which goes behind it; nil where there is none.
  private func number(at place: inout Int) -> Int? {
    var position = place
    while position < bytes.count,
      [0x20, 0x09, 0x0A, 0x0C, 0x0D, 0x00, UInt8(ascii: "[")].contains(bytes[position])
    {
      position += 1
    }
    let start = position
    var value = 0
    while position < bytes.count, 0x30...0x39 ~= bytes[position] {
      value = min(value * 10 + Int(bytes[position] - 0x30), 1 << 40)
      position += 1
    }
    guard position > start else { return nil }
    place = position
    return value
  }
}
