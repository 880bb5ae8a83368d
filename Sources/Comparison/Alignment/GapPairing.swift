/// Finds out which elements of a gap are the same one before and after an edit.
struct GapPairing {
  /// The elements of the gap that are not elsewhere, ascending.
  let left: [Int]
  let right: [Int]
  let likeness: ElementLikeness

  /// Beyond this many pairs of elements their likeness is asked only in order, not for each.
  private static let triedPairs = 2_500

  /// What happened in the gap, in ascending order.
  ///
  /// - Parameter end: the left element behind the gap.
  func changes(before end: Int) -> [SequenceChange] {
    let pairs = pairs()
    var changes: [SequenceChange] = pairs.map {
      .changed(left: left[$0.left], right: right[$0.right])
    }
    let pairedLeft = Set(pairs.map(\.left))
    let pairedRight = Set(pairs.map(\.right))
    // What found no partner is told in blocks: three neighbouring rows that were put in are one edit
    // of the clerk's, and one difference.
    changes += runs(left.indices.filter { !pairedLeft.contains($0) }.map { left[$0] })
      .map { .removed($0) }
    let added = runs(right.indices.filter { !pairedRight.contains($0) }.map { right[$0] })
    changes += added.map { range in
      // A report in the order of the left has to say before which of its elements new ones came.
      let next = pairs.first { right[$0.right] >= range.upperBound }
      return .added(range, before: next.map { left[$0.left] } ?? end)
    }
    return changes
  }

  /// Pairs of positions in ``left`` and ``right``, ascending in both.
  private func pairs() -> [(left: Int, right: Int)] {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    // Names come first: a row keeps its label or code when each of its figures changes, and likeness
    // would then see two strangers. Names are aligned, not looked up, for forms repeat labels such as
    // 其他 under several headings.
    let named = align(
      left.enumerated().map { ElementName(likeness.leftName($1), side: 0, position: $0) },
      right.enumerated().map { ElementName(likeness.rightName($1), side: 1, position: $0) })
    var pairs: [(left: Int, right: Int)] = []
    for run in named.runs {
      for offset in 0..<run.count { pairs.append((run.left + offset, run.right + offset)) }
    }
    for gap in named.gaps { pairs += alike(gap) }
    return pairs.sorted { $0.left < $1.left }
  }

  /// Pairs of elements without a common name that are alike.
  private func alike(_ gap: AlignmentGap) -> [(left: Int, right: Int)] {
    guard !gap.left.isEmpty, !gap.right.isEmpty else { return [] }
    // One element in place of one is that element, whatever became of it.
    if gap.left.count == 1, gap.right.count == 1 {
      let (a, b) = (gap.left.lowerBound, gap.right.lowerBound)
      // A blank row that takes the place of a text is no edit of it, though: the text was deleted.
      let isBlank = !likeness.isWeighty(left[a])
      return isBlank ? [] : [(a, b)]
    }
    // Two versions that share nothing would cost the product of their lengths. In order, at least
    // the common case of a stretch that was rewritten line by line is still seen as edits.
    guard gap.left.count * gap.right.count <= Self.triedPairs else {
      return zip(gap.left, gap.right).filter { likenessOf($0, $1) >= ElementLikeness.threshold }
    }
    return bestPairs(gap)
  }

  /// The ascending pairs whose likeness adds up to the most.
  private func bestPairs(_ gap: AlignmentGap) -> [(left: Int, right: Int)] {
    let (rows, columns) = (gap.left.count, gap.right.count)
    // `best[i][j]` is the most that what follows `i` and `j` can add up to; the table is filled from
    // the back so that the pairs can be read off from the front.
    var best = Array(repeating: Array(repeating: 0, count: columns + 1), count: rows + 1)
    var scores = Array(repeating: Array(repeating: 0, count: columns), count: rows)
    for i in (0..<rows).reversed() {
      for j in (0..<columns).reversed() {
        let score = likenessOf(gap.left.lowerBound + i, gap.right.lowerBound + j)
        // Below the threshold two texts share only the characters that all texts share.
        scores[i][j] = score >= ElementLikeness.threshold ? score : 0
        let paired = scores[i][j] > 0 ? scores[i][j] + best[i + 1][j + 1] : 0
        best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
      }
    }
    var pairs: [(left: Int, right: Int)] = []
    var (i, j) = (0, 0)
    while i < rows, j < columns {
      // Where pairing and passing are worth the same, pairing comes first: the earliest partner is
      // the one a reader takes.
      if scores[i][j] > 0, best[i][j] == scores[i][j] + best[i + 1][j + 1] {
        pairs.append((gap.left.lowerBound + i, gap.right.lowerBound + j))
        (i, j) = (i + 1, j + 1)
      } else if best[i][j] == best[i + 1][j] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }

  private func likenessOf(_ a: Int, _ b: Int) -> Int { likeness.likeness(left[a], right[b]) }

  /// Joins neighbouring numbers.
  private func runs(_ numbers: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs
  }
}

/// The name of an element; one without a name is like no other.
private enum ElementName: Hashable {
  case name(String)
  case none(side: Int, position: Int)

  init(_ name: String?, side: Int, position: Int) {
    self = name.map { .name($0) } ?? .none(side: side, position: position)
  }
}

/// How alike two texts are, 0…100: the share of neighbouring characters that both have.
///
/// Only the first 400 characters are looked at; no text gets so long by chance that they mislead.
func likeness(of left: String, _ right: String) -> Int {
  if left == right { return 100 }
  let first = pairsOfCharacters(left)
  let second = pairsOfCharacters(right)
  guard !first.isEmpty, !second.isEmpty else { return 0 }
  var counts: [UInt64: Int] = [:]
  for pair in first { counts[pair, default: 0] += 1 }
  // A pair of characters counts as often as both have it; a text that repeats one word is not like
  // every text that has it.
  var common = 0
  for pair in second {
    guard let count = counts[pair], count > 0 else { continue }
    counts[pair] = count - 1
    common += 1
  }
  return 200 * common / (first.count + second.count)
}

private func pairsOfCharacters(_ text: String) -> [UInt64] {
  let scalars = Array(text.unicodeScalars.prefix(400))
  return zip(scalars, scalars.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) }
}
