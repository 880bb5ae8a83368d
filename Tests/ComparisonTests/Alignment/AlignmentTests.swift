internal import Comparison
internal import TestSupport
internal import Testing

@Suite("Alignment of sequences")
struct AlignmentTests {
  /// The length of a longest common subsequence, by the textbook's table.
  private static func longestCommon(_ left: [Int], _ right: [Int]) -> Int {
    var row = Array(repeating: 0, count: right.count + 1)
    for element in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[right.count]
  }

  /// Whether the runs are equal elements, ascend on both sides and do not touch.
  private static func isSound(_ alignment: Alignment, _ left: [Int], _ right: [Int]) -> Bool {
    var (i, j) = (0, 0)
    for run in alignment.runs {
      guard run.count > 0, run.left >= i, run.right >= j,
        run.left + run.count <= left.count, run.right + run.count <= right.count,
        left[run.left..<run.left + run.count].elementsEqual(
          right[run.right..<run.right + run.count])
      else { return false }
      (i, j) = (run.left + run.count, run.right + run.count)
    }
    return true
  }

  private static func sequence(_ length: Int, of symbols: Int, _ random: inout SeededRandom)
    -> [Int]
  {
    (0..<length).map { _ in Int.random(in: 0..<symbols, using: &random) }
  }

  @Test("a longest common subsequence is found, whatever the sequences", arguments: [20_231_124])
  func longest(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for trial in 0..<400 {
      let symbols = Int.random(in: 1...12, using: &random)
      let left = Self.sequence(Int.random(in: 0...40, using: &random), of: symbols, &random)
      let right = Self.sequence(Int.random(in: 0...40, using: &random), of: symbols, &random)
      let alignment = align(left, right)
      #expect(Self.isSound(alignment, left, right), "seed \(seed), trial \(trial)")
      #expect(
        alignment.matchedCount == Self.longestCommon(left, right),
        "seed \(seed), trial \(trial): \(left) \(right)")
    }
  }

  @Test("with a small bound the result is still a common subsequence", arguments: [7_001])
  func bounded(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for trial in 0..<400 {
      let symbols = Int.random(in: 1...60, using: &random)
      let left = Self.sequence(Int.random(in: 0...80, using: &random), of: symbols, &random)
      let right = Self.sequence(Int.random(in: 0...80, using: &random), of: symbols, &random)
      let alignment = align(left, right, bound: Int.random(in: 1...5, using: &random))
      #expect(Self.isSound(alignment, left, right), "seed \(seed), trial \(trial)")
      let gaps = alignment.gaps
      #expect(gaps.reduce(0) { $0 + $1.left.count } + alignment.matchedCount == left.count)
      #expect(gaps.reduce(0) { $0 + $1.right.count } + alignment.matchedCount == right.count)
    }
  }

  @Test("long sequences that are mostly equal, or share nothing, take little time")
  func long() {
    var edited = Array(0..<100_000)
    edited.remove(at: 60_000)
    edited.insert(-1, at: 70_000)
    edited[10] = -2
    let alignment = align(Array(0..<100_000), edited)
    #expect(alignment.matchedCount == 99_998)
    #expect(align(Array(0..<6_000), Array(50_000..<56_000)).runs.isEmpty)
    // Many edits, with anchors between.
    let left = (0..<6_000).map { $0.isMultiple(of: 3) ? -1 : $0 }
    let right = (0..<6_000).map { $0.isMultiple(of: 3) ? -2 : $0 }
    #expect(align(left, right).matchedCount == left.count { $0 >= 0 })
  }
}
