/// Finds blocks that an alignment leaves over on both sides: they vanish here and appear there.
struct MovedBlocks {
  /// Where an element may have gone: more places than this are not tried for each element, so that
  /// the time stays linear where one element occurs again and again.
  private static let triedPlaces = 16

  /// The blocks, by their place on the left.
  ///
  /// - Parameters:
  ///   - isWeighty: whether a left element says something; a block of nothing but blank rows has not
  ///     moved.
  static func find(
    _ sequences: NumberedSequences, in gaps: [AlignmentGap], isWeighty: (Int) -> Bool
  ) -> [MatchedRun] {
    var free = [Bool](repeating: false, count: sequences.right.count)
    var places: [Int32: [Int]] = [:]
    // Only what the alignment left over can have moved: an element that has its partner stays where it
    // is, and a copy of it elsewhere was added.
    for index in gaps.lazy.flatMap(\.right) {
      free[index] = true
      places[sequences.right[index], default: []].append(index)
    }
    guard !places.isEmpty else { return [] }
    var blocks: [MatchedRun] = []
    for gap in gaps {
      var index = gap.left.lowerBound
      while index < gap.left.upperBound {
        let block = longest(at: index, before: gap.left.upperBound, sequences, places, free)
        // The longest block is taken at once and its elements are gone for later ones, so that nothing is
        // moved twice. That is not always the most that could be matched; a reader wants few blocks.
        if let block, (index..<index + block.count).contains(where: isWeighty) {
          for offset in 0..<block.count { free[block.right + offset] = false }
          blocks.append(block)
          index += block.count
        } else {
          index += 1
        }
      }
    }
    return blocks
  }

  /// The longest block of free right elements that equals what begins at a left element.
  private static func longest(
    at index: Int, before end: Int, _ sequences: NumberedSequences, _ places: [Int32: [Int]],
    _ free: [Bool]
  ) -> MatchedRun? {
    var best: MatchedRun?
    let candidates = places[sequences.left[index]] ?? []
    for place in candidates.lazy.filter({ free[$0] }).prefix(triedPlaces) {
      var count = 0
      // A block leaves its gap on neither side: what the alignment matched on the right is not free.
      while index + count < end, place + count < free.count, free[place + count],
        sequences.left[index + count] == sequences.right[place + count]
      {
        count += 1
      }
      if count > best?.count ?? 0 {
        best = MatchedRun(left: index, right: place, count: count)
      }
    }
    return best
  }
}
