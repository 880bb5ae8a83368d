/// Breaks a paragraph into lines no wider than a limit.
///
/// Pango's own breaking is passed over, since where a stretch without any place to break is wider than
/// the line, it breaks between any two characters. Here a line ends, in order of preference:
///
/// 1. where UAX #14 lets it, or a quotation begins or ends;
/// 2. anywhere but in a group (``LineBreakGroups``) that the line could hold.
struct LineBreaker {
  let paragraph: SetParagraph
  /// In pango's units.
  let limit: Int
  /// Whether UAX #14 allows a break before a byte of the text.
  let isOpportunity: (Int) -> Bool
  let groups: LineBreakGroups

  /// The lines as ranges of clusters; blanks at a line's end belong to it and may stand over.
  func lines() -> [Range<Int>] {
    let clusters = paragraph.clusters
    var lines: [Range<Int>] = []
    var start = 0
    while start < clusters.count {
      var end = start
      var x = 0
      while end < clusters.count {
        x += clusters[end].advance
        if x > limit, !clusters[end].isBlank { break }
        end += 1
      }
      if end < clusters.count { end = lineEnd(after: start, notBehind: max(end, start + 1)) }
      lines.append(start..<end)
      start = end
    }
    return lines
  }

  /// The last good place to end a line that starts at a cluster.
  private func lineEnd(after start: Int, notBehind limit: Int) -> Int {
    var emergency: Int?
    for index in stride(from: limit, to: start, by: -1) {
      let byte = paragraph.clusters[index].bytes.lowerBound
      guard !isInGroup(byte) else { continue }
      if isOpportunity(byte) || groups.mayBreak(before: byte) { return index }
      if emergency == nil { emergency = index }
    }
    return emergency ?? limit
  }

  /// Whether a break before the byte takes apart what a line could hold.
  private func isInGroup(_ byte: Int) -> Bool {
    groups.taken(apartBefore: byte).contains { advance(of: $0) <= limit }
  }

  /// How far the clusters of some bytes advance.
  private func advance(of bytes: Range<Int>) -> Int {
    let clusters = paragraph.clusters
    var (low, high) = (0, clusters.count)
    while low < high {
      let middle = (low + high) / 2
      if clusters[middle].bytes.lowerBound < bytes.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return clusters[low...].prefix { $0.bytes.lowerBound < bytes.upperBound }
      .reduce(0) { $0 + $1.advance }
  }
}
