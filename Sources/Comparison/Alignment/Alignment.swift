/// A run of equal elements: `count` of them from `left` on one side and from `right` on the other.
public struct MatchedRun: Hashable, Sendable {
  /// Where the run begins on the left, from 0.
  public let left: Int
  /// Where the run begins on the right, from 0.
  public let right: Int
  /// How many elements are equal, one after the other.
  public let count: Int

  /// Makes a run of its two beginnings and its length.
  public init(left: Int, right: Int, count: Int) {
    self.left = left
    self.right = right
    self.count = count
  }
}

/// What stands between two runs of equal elements: elements of the left that the right has not, and
/// the other way round.
public struct AlignmentGap: Hashable, Sendable {
  /// The elements that the right has not; empty where the right only adds.
  public let left: Range<Int>
  /// The elements that the left has not; empty where the right only omits.
  public let right: Range<Int>

  /// Pairs the elements of both sides.
  public init(left: Range<Int>, right: Range<Int>) {
    self.left = left
    self.right = right
  }
}

/// Which elements of two sequences are the same, in the order of both.
///
/// It holds runs, not elements: two long sequences that are mostly equal need little room.
public struct Alignment: Hashable, Sendable {
  /// The runs of equal elements, from the front; none touches the next on both sides.
  public let runs: [MatchedRun]
  /// How many elements the left has in all.
  public let leftCount: Int
  /// How many elements the right has in all.
  public let rightCount: Int

  /// Takes runs in ascending order and joins those that touch.
  init(runs: [MatchedRun], leftCount: Int, rightCount: Int) {
    var joined: [MatchedRun] = []
    for run in runs where run.count > 0 {
      if let last = joined.last, last.left + last.count == run.left,
        last.right + last.count == run.right
      {
        joined[joined.count - 1] = MatchedRun(
          left: last.left, right: last.right, count: last.count + run.count)
      } else {
        joined.append(run)
      }
    }
    self.runs = joined
    self.leftCount = leftCount
    self.rightCount = rightCount
  }

  /// How many elements are matched.
  public var matchedCount: Int { runs.reduce(0) { $0 + $1.count } }

  /// What is not matched, from the front: before, between and behind the runs.
  public var gaps: [AlignmentGap] {
    var gaps: [AlignmentGap] = []
    var (left, right) = (0, 0)
    for run in runs {
      if run.left > left || run.right > right {
        gaps.append(AlignmentGap(left: left..<run.left, right: right..<run.right))
      }
      (left, right) = (run.left + run.count, run.right + run.count)
    }
    if leftCount > left || rightCount > right {
      gaps.append(AlignmentGap(left: left..<leftCount, right: right..<rightCount))
    }
    return gaps
  }
}

/// Aligns two sequences by a longest common subsequence.
///
/// Equal ends are cut off first; then Myers' search from both ends finds the middle of a shortest
/// script of edits, in linear memory and in time proportional to length times number of edits. The
/// result is a longest common subsequence as long as no part of it needs more than twice
/// ``searchBound`` edits. Beyond that, elements that occur once on either side are taken as anchors
/// and the parts between them aligned each for itself; a part without any is split at the point that
/// the search reached. So the time stays near-linear whatever the sequences are; the alignment is
/// then still a common subsequence, but perhaps not a longest one.
///
/// - Parameter bound: the number of edits after which either search gives up, at least 1.
public func align<Key: Hashable>(
  _ left: [Key], _ right: [Key], bound: Int = searchBound
) -> Alignment {
  align(NumberedSequences(left, right), bound: bound)
}

/// Aligns two sequences that are numbered.
func align(_ numbered: NumberedSequences, bound: Int = searchBound) -> Alignment {
  var search = AlignmentSearch(numbered, bound: max(1, bound))
  return search.run()
}

/// How many edits the search from either end makes before it gives up.
public let searchBound = 512

/// Two sequences with small numbers in place of their elements, so that they are compared quickly.
struct NumberedSequences {
  let left: [Int32]
  let right: [Int32]
  /// How many different elements there are.
  let count: Int

  /// Numbers the elements.
  ///
  /// Equal ends get numbers of their own without being looked up: they belong together whatever
  /// stands between them, and comparing is far cheaper than hashing.
  init<Key: Hashable>(_ first: [Key], _ second: [Key]) {
    let most = min(first.count, second.count)
    var front = 0
    while front < most, first[front] == second[front] { front += 1 }
    var back = 0
    while back < most - front, first[first.count - 1 - back] == second[second.count - 1 - back] {
      back += 1
    }
    var next = Int32(front + back)
    var numbers: [Key: Int32] = [:]
    func number(_ key: Key) -> Int32 {
      if let known = numbers[key] { return known }
      numbers[key] = next
      next += 1
      return next - 1
    }
    let ends = (0..<Int32(front), Int32(front)..<Int32(front + back))
    left = ends.0 + first[front..<first.count - back].map(number) + ends.1
    right = ends.0 + second[front..<second.count - back].map(number) + ends.1
    count = Int(next)
  }
}
