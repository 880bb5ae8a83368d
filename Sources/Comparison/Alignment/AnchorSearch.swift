/// Finds elements that occur once in either of two parts, and the longest row of them that stands in
/// the same order in both.
///
/// After B. Cohen's “patience diff”: such elements are what a reader would hold on to.
struct AnchorSearch {
  private let left: [Int32]
  private let right: [Int32]
  /// Scratch by number of the element: how often it occurs in the left and right part, and where.
  ///
  /// Emptied behind each search at the cost of that search's parts alone.
  private var leftCounts: [Int32]
  private var rightCounts: [Int32]
  private var rightPlaces: [Int32]

  init(_ sequences: NumberedSequences) {
    left = sequences.left
    right = sequences.right
    leftCounts = []
    rightCounts = []
    rightPlaces = []
    count = sequences.count
  }

  private let count: Int

  /// The anchors of two parts, each a run of one element, in ascending order.
  mutating func search(left part: Range<Int>, right other: Range<Int>) -> [MatchedRun] {
    // Most comparisons never give up the shortest script and need none of this room.
    if leftCounts.isEmpty {
      leftCounts = Array(repeating: 0, count: count)
      rightCounts = leftCounts
      rightPlaces = leftCounts
    }
    for index in part { leftCounts[Int(left[index])] += 1 }
    for index in other {
      rightCounts[Int(right[index])] += 1
      rightPlaces[Int(right[index])] = Int32(index)
    }
    var candidates: [MatchedRun] = []
    for index in part {
      let number = Int(left[index])
      // What occurs twice may be matched with the wrong one and drag all around it along.
      guard leftCounts[number] == 1, rightCounts[number] == 1 else { continue }
      candidates.append(MatchedRun(left: index, right: Int(rightPlaces[number]), count: 1))
    }
    for index in part { leftCounts[Int(left[index])] = 0 }
    for index in other { rightCounts[Int(right[index])] = 0 }
    return Self.longestAscent(candidates)
  }

  /// The longest part of the candidates, which ascend on the left, that ascends on the right too.
  static func longestAscent(_ candidates: [MatchedRun]) -> [MatchedRun] {
    /// The candidate that ends the best ascent of each length, by its index.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: candidates.count)
    for (index, candidate) in candidates.enumerated() {
      // Patience sorting: the lengths' ends ascend, so that the place of a candidate is found by halves
      // and the whole takes n log n.
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if candidates[ends[middle]].right < candidate.right {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var ascent: [MatchedRun] = []
    var next = ends.last ?? -1
    while next >= 0 {
      ascent.append(candidates[next])
      next = before[next]
    }
    return ascent.reversed()
  }
}
