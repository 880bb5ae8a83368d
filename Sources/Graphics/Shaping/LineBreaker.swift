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
  /// What is kept together; asked for where a line has to end only.
  let groups: () -> LineBreakGroups
  /// What whoever sets the text wants to be kept together besides, in bytes.
  var kept: [Range<Int>] = []

  /// The line that starts at a cluster, as a range of clusters; blanks at its end belong to it and
  /// may stand over.
  func line(from start: Int) -> Range<Int> {
    let clusters = paragraph.clusters
    var end = start
    while end < clusters.count {
      let cluster = clusters[end]
      if cluster.x + cluster.advance - clusters[start].x > limit, !cluster.isBlank { break }
      end += 1
    }
    guard end < clusters.count else { return start..<end }
    return start..<lineEnd(after: start, notBehind: max(end, start + 1))
  }

  /// Whether a line ends before a cluster without any need.
  func isGoodEnd(before index: Int) -> Bool {
    let byte = paragraph.clusters[index].bytes.lowerBound
    let groups = groups()
    return (isOpportunity(byte) || groups.mayBreak(before: byte)) && !isInGroup(byte, groups)
  }

  /// The last good place to end a line that starts at a cluster.
  private func lineEnd(after start: Int, notBehind limit: Int) -> Int {
    var emergency: Int?
    let groups = groups()
    for index in stride(from: limit, to: start, by: -1) {
      let byte = paragraph.clusters[index].bytes.lowerBound
      guard !isInGroup(byte, groups) else { continue }
      if isOpportunity(byte) || groups.mayBreak(before: byte) { return index }
      if emergency == nil { emergency = index }
    }
    return emergency ?? limit
  }

  /// Whether a break before the byte takes apart what a line could hold.
  private func isInGroup(_ byte: Int, _ groups: LineBreakGroups) -> Bool {
    let words = kept.filter { $0.lowerBound < byte && byte < $0.upperBound }
    return (words + groups.taken(apartBefore: byte)).contains { paragraph.advance(of: $0) <= limit }
  }
}
