/// Where the lines of a text may end, whatever its size of type.
final class LineBreaks {
  let groups: LineBreakGroups
  /// Whether UAX #14 allows a break before each byte.
  let opportunities: [Bool]

  init(_ text: String, bytes: [UInt8]) {
    groups = LineBreakGroups(text)
    opportunities = lineBreakOpportunities(in: text, bytes: bytes)
  }
}

/// What was found out about the texts that need more than a line: a form is tried in several sizes.
final class LineBreakMemo {
  private var known: [TextBytes: LineBreaks] = [:]

  /// The places of a text.
  func breaks(of text: String, bytes: [UInt8]) -> LineBreaks {
    let key = TextBytes(text)
    if let breaks = known[key] { return breaks }
    let breaks = LineBreaks(text, bytes: bytes)
    known[key] = breaks
    return breaks
  }
}
