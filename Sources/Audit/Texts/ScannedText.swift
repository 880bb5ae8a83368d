/// A text as its Unicode scalars, decoded once for everything that judges it.
///
/// What stands in double braces is a place that a figure will take; it is no part of the text that
/// people wrote, and nothing looks into it.
public struct ScannedText: Sendable {
  /// The text as written.
  public let text: String
  /// Its scalars; ``UInt32/quoted`` for each that stands in double braces.
  let scalars: [UInt32]
  /// Where digits stand, in half or full width; each run as long as it goes.
  let digitRuns: [Range<Int>]

  /// Decodes a text.
  public init(_ text: String) {
    self.text = text
    var copy = text
    var scalars = copy.withUTF8(Self.decoded)
    var runs: [Range<Int>] = []
    var hasBraces = false
    var start = -1
    for (index, scalar) in scalars.enumerated() {
      if scalar.isDigit {
        if start < 0 { start = index }
      } else {
        if start >= 0 { runs.append(start..<index) }
        start = -1
        hasBraces = hasBraces || scalar.is("{")
      }
    }
    if start >= 0 { runs.append(start..<scalars.count) }
    let quotations = hasBraces ? Self.quotations(in: scalars) : []
    for quotation in quotations {
      for index in quotation { scalars[index] = .quoted }
    }
    self.scalars = scalars
    digitRuns =
      quotations.isEmpty
      ? runs : runs.filter { run in !quotations.contains { $0.overlaps(run) } }
  }

  /// The scalars of UTF-8, which is valid in any string; a string's own view takes four times as long.
  private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count / 2)
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let count = lead < 0x80 ? 1 : (~lead).leadingZeroBitCount
      var scalar = lead < 0x80 ? UInt32(lead) : UInt32(lead) & (0x7F >> UInt32(count))
      for next in index + 1..<index + count { scalar = scalar << 6 | UInt32(bytes[next] & 0x3F) }
      scalars.append(scalar)
      index += count
    }
    return scalars
  }

  /// The parts in double braces.
  private static func quotations(in scalars: [UInt32]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for index in scalars.indices.dropFirst() {
      if start == nil, scalars[index].is("{"), scalars[index - 1].is("{") {
        start = index - 1
      } else if let begin = start, scalars[index].is("}"), scalars[index - 1].is("}") {
        found.append(begin..<index + 1)
        start = nil
      }
    }
    return found
  }

  /// The scalar at a place; 0 beyond the ends.
  subscript(index: Int) -> UInt32 { scalars.indices.contains(index) ? scalars[index] : 0 }

  /// The words of a part, as written.
  func words(_ part: Range<Int>) -> String {
    var words = String.UnicodeScalarView()
    for scalar in scalars[part] {
      guard scalar != .quoted, let scalar = Unicode.Scalar(scalar) else {
        return String(
          String.UnicodeScalarView(
            text.unicodeScalars.dropFirst(part.lowerBound).prefix(part.count)))
      }
      words.append(scalar)
    }
    return String(words)
  }

  /// A slip at a part of the text.
  func slip(_ kind: TextSlip.Kind, _ part: Range<Int>) -> TextSlip {
    TextSlip(kind: kind, text: words(part), offset: part.lowerBound)
  }

  /// Behind the blanks from a place on.
  func skippingBlanks(from index: Int) -> Int {
    var index = index
    while self[index].isBlank { index += 1 }
    return index
  }

  /// The part of a text around a place that lies between the ends of clauses.
  func clause(around part: Range<Int>) -> Range<Int> {
    var (start, end) = (part.lowerBound, part.upperBound)
    while start > 0, !scalars[start - 1].endsClause { start -= 1 }
    while end < scalars.count, !scalars[end].endsClause { end += 1 }
    return start..<end
  }
}
