/// Finds the middle of a shortest script of edits between two parts, in linear memory.
///
/// After E. Myers, “An O(ND) Difference Algorithm and Its Variations”, Algorithmica 1 (1986), §4b: a
/// search from the front and one from the back go on edit by edit until they meet. `reach[k]` is how
/// far into the left part the search has come on the diagonal `k` (left minus right).
struct MiddleSearch {
  /// How a search ended.
  enum Outcome {
    /// A run of equal elements, perhaps of none, on a shortest script.
    case found(MatchedRun)
    /// The bound was reached; the farthest point of the search from the front, as an empty run.
    case gaveUp(MatchedRun)
  }

  private let left: [Int32]
  private let right: [Int32]
  private let bound: Int
  /// Farthest points by diagonal, from the front and from the back; ``none`` where there is none.
  private var forward: [Int]
  private var backward: [Int]
  /// The index of diagonal 0.
  private let origin: Int

  private static let none = -1

  init(_ sequences: NumberedSequences, bound: Int) {
    left = sequences.left
    right = sequences.right
    self.bound = bound
    // A script has at most as many edits as elements, and each search makes half of them.
    origin = min(bound, (left.count + right.count + 1) / 2 + 1) + 1
    forward = Array(repeating: Self.none, count: 2 * origin + 1)
    backward = forward
  }

  /// Searches two parts that are not empty and whose first and last elements differ.
  mutating func search(left part: Range<Int>, right other: Range<Int>) -> Outcome {
    let delta = part.count - other.count
    forward[origin] = 0
    backward[origin] = 0
    let limit = min(bound, (part.count + other.count + 1) / 2)
    // The ends differ, so that without an edit neither search comes anywhere.
    // Both searches go on in turns, so that each makes half of the edits: two triangles of half the
    // height have half the area of one.
    for edits in 1...limit {
      if let run = advanceForward(edits, delta, part, other) { return .found(run) }
      if let run = advanceBackward(edits, delta, part, other) { return .found(run) }
    }
    return .gaveUp(farthest(limit, part, other))
  }

  /// One more edit from the front; the run that meets the search from the back.
  private mutating func advanceForward(
    _ edits: Int, _ delta: Int, _ part: Range<Int>, _ other: Range<Int>
  ) -> MatchedRun? {
    prepare(&forward, edits)
    for diagonal in stride(from: -edits, through: edits, by: 2) {
      let start = Self.step(
        forward, origin + diagonal, diagonal, width: part.count, height: other.count)
      guard start != Self.none else {
        forward[origin + diagonal] = Self.none
        continue
      }
      // The “snake”: as far as elements are equal, the way along a diagonal is free.
      var x = start
      var (i, j) = (part.lowerBound + x, other.lowerBound + x - diagonal)
      while i < part.upperBound, j < other.upperBound, left[i] == right[j] {
        (i, j, x) = (i + 1, j + 1, x + 1)
      }
      forward[origin + diagonal] = x
      // The same diagonal counted from the other end. With an odd difference of lengths the two can
      // only meet on a step from the front, with an even one on a step from the back; the other half
      // of the checks would always fail.
      let opposite = delta - diagonal
      guard !delta.isMultiple(of: 2), abs(opposite) < edits else { continue }
      let back = backward[origin + opposite]
      // They meet where their ways together are as long as the part.
      guard back != Self.none, x + back >= part.count else { continue }
      return MatchedRun(
        left: part.lowerBound + start, right: other.lowerBound + start - diagonal,
        count: x - start)
    }
    return nil
  }

  /// One more edit from the back; the run that meets the search from the front.
  private mutating func advanceBackward(
    _ edits: Int, _ delta: Int, _ part: Range<Int>, _ other: Range<Int>
  ) -> MatchedRun? {
    prepare(&backward, edits)
    for diagonal in stride(from: -edits, through: edits, by: 2) {
      let start = Self.step(
        backward, origin + diagonal, diagonal, width: part.count, height: other.count)
      guard start != Self.none else {
        backward[origin + diagonal] = Self.none
        continue
      }
      var x = start
      var (i, j) = (part.upperBound - 1 - x, other.upperBound - 1 - x + diagonal)
      while i >= part.lowerBound, j >= other.lowerBound, left[i] == right[j] {
        (i, j, x) = (i - 1, j - 1, x + 1)
      }
      backward[origin + diagonal] = x
      // Now as many edits were made from the front as from the back, so that the outermost diagonal
      // counts too.
      let opposite = delta - diagonal
      guard delta.isMultiple(of: 2), abs(opposite) <= edits else { continue }
      let front = forward[origin + opposite]
      guard front != Self.none, x + front >= part.count else { continue }
      return MatchedRun(left: i + 1, right: j + 1, count: x - start)
    }
    return nil
  }

  /// Clears the diagonals that the next edit reads and an earlier search may have left filled.
  private func prepare(_ reach: inout [Int], _ edits: Int) {
    reach[origin - edits - 1] = Self.none
    reach[origin + edits + 1] = Self.none
    // The arrays are not cleared between searches, which would cost their whole length each time.
    if edits == 1 {
      reach[origin - 1] = Self.none
      reach[origin + 1] = Self.none
    }
  }

  /// How far the next edit comes on a diagonal: a left element is dropped, or a right one taken, from
  /// a neighbouring diagonal; no step leaves the parts.
  private static func step(
    _ reach: [Int], _ index: Int, _ diagonal: Int, width: Int, height: Int
  ) -> Int {
    let dropping = reach[index - 1]
    let taking = reach[index + 1]
    // Of both ways onto the diagonal the one that has come farther is never worse.
    let dropped = dropping == none || dropping >= width ? none : dropping + 1
    let taken = taking == none || taking - diagonal > height ? none : taking
    return max(dropped, taken)
  }

  /// The point at which the search from the front has passed most elements.
  private func farthest(_ edits: Int, _ part: Range<Int>, _ other: Range<Int>) -> MatchedRun {
    var best = (sum: -1, x: 0, diagonal: 0)
    for diagonal in stride(from: -edits, through: edits, by: 2) {
      let x = forward[origin + diagonal]
      guard x != Self.none, 2 * x - diagonal > best.sum else { continue }
      best = (2 * x - diagonal, x, diagonal)
    }
    return MatchedRun(
      left: part.lowerBound + best.x, right: other.lowerBound + best.x - best.diagonal, count: 0)
  }
}
