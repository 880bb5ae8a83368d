internal import Documents

/// A text of a head line with the columns over which it stands.
struct HeadPlacement: Hashable, Sendable {
  let text: String
  let alignment: CellFormat.Alignment
  let columns: Range<Int>
}

/// Shares out a table's columns among the texts of a head line, so that each fits on one line.
///
/// All texts stand in one row if they can. Otherwise the middle one has a row of its own above the
/// other two; if these do not fit either, each has a row of its own over all columns.
///
/// - Parameters:
///   - line: the texts; empty ones are left out.
///   - columns: the widths of the columns in pixels.
///   - needed: the pixels that a text needs on one line.
/// - Returns: the rows, each with its texts from left to right; none for a line without text.
func headRows(
  of line: HeadLine, columns: [Int], needed: (String) throws -> Int
) rethrows -> [[HeadPlacement]] {
  let texts: [(text: String, alignment: CellFormat.Alignment)] = [
    (line.left, .left), (line.middle, .centre), (line.right, .right),
  ].filter { !$0.text.isEmpty }
  let room = try HeadRoom(columns: columns, needs: texts.map { try needed($0.text) })
  func row(_ chosen: [Int], _ ranges: [Range<Int>]) -> [HeadPlacement] {
    zip(chosen, ranges).map { index, range in
      HeadPlacement(text: texts[index].text, alignment: texts[index].alignment, columns: range)
    }
  }
  let whole = columns.indices
  switch texts.count {
  case 0: return []
  case 1: return [row([0], [whole])]
  case 2:
    // Of two texts at most one is the middle one; the share must leave it the table's centre.
    if let ranges = room.shares(of: [0, 1], centred: texts.firstIndex { $0.alignment == .centre }) {
      return [row([0, 1], ranges)]
    }
  default:
    if let ranges = room.shares(of: [0, 1, 2], centred: 1) { return [row([0, 1, 2], ranges)] }
    if let ranges = room.shares(of: [0, 2], centred: nil) {
      return [row([1], [whole]), row([0, 2], ranges)]
    }
  }
  return texts.indices.map { row([$0], [whole]) }
}

/// The columns and what each text needs, in pixels.
private struct HeadRoom {
  /// The left edge of each column, and the right edge of the last.
  private let edges: [Int]
  private let needs: [Int]

  init(columns: [Int], needs: [Int]) {
    edges = columns.reduce(into: [0]) { edges, width in edges.append((edges.last ?? 0) + width) }
    self.needs = needs
  }

  /// Cuts the columns into one range for each text, in their order; nil when some text cannot fit.
  ///
  /// Among the cuts that fit, the one is taken that brings the centred text nearest to the table's
  /// centre; without one, that leaves the least difference between what the texts have to spare.
  /// The leftmost of equal cuts wins.
  func shares(of texts: [Int], centred: Int?) -> [Range<Int>]? {
    var best: (badness: Int, ranges: [Range<Int>])?
    for ranges in cuts(into: texts.count) {
      let spare = zip(texts, ranges).map { text, range in width(range) - needs[text] }
      guard spare.allSatisfy({ $0 >= 0 }) else { continue }
      let badness: Int
      if let centred, let place = texts.firstIndex(of: centred) {
        // Twice the distance of the centres, to stay with integers.
        let range = ranges[place]
        badness = abs(edges[range.lowerBound] + edges[range.upperBound] - (edges.last ?? 0))
      } else {
        badness = (spare.max() ?? 0) - (spare.min() ?? 0)
      }
      if badness < best?.badness ?? .max { best = (badness, ranges) }
    }
    return best?.ranges
  }

  private func width(_ range: Range<Int>) -> Int {
    edges[range.upperBound] - edges[range.lowerBound]
  }

  /// All ways to cut the columns into two or three neighbouring ranges, from left to right.
  private func cuts(into count: Int) -> [[Range<Int>]] {
    let end = edges.count - 1
    guard end >= count else { return [] }
    if count == 2 { return (1..<end).map { [0..<$0, $0..<end] } }
    return (1..<(end - 1)).flatMap { first in
      ((first + 1)..<end).map { second in [0..<first, first..<second, second..<end] }
    }
  }
}
