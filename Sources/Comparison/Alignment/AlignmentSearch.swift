/// The search for an alignment: a stack of parts that are still to be aligned.
struct AlignmentSearch {
  /// A part of both sequences.
  private struct Part {
    var left: Range<Int>
    var right: Range<Int>
  }

  private let sequences: NumberedSequences
  private var middle: MiddleSearch
  private var anchors: AnchorSearch
  private var runs: [MatchedRun] = []
  /// The parts that are left, the last first; no recursion, for splits may lie deep.
  private var parts: [Part]

  init(_ sequences: NumberedSequences, bound: Int) {
    self.sequences = sequences
    middle = MiddleSearch(sequences, bound: bound)
    anchors = AnchorSearch(sequences)
    parts = [Part(left: 0..<sequences.left.count, right: 0..<sequences.right.count)]
  }

  mutating func run() -> Alignment {
    while let part = parts.popLast() { align(part) }
    // Parts are taken from the front, but the equal end of a part is told before its inside.
    runs.sort { $0.left < $1.left }
    return Alignment(
      runs: runs, leftCount: sequences.left.count, rightCount: sequences.right.count)
  }

  /// Takes the equal ends of a part and splits the rest.
  private mutating func align(_ whole: Part) {
    let part = trimmed(whole)
    guard !part.left.isEmpty, !part.right.isEmpty else { return }
    // The middle of a shortest script cuts the part in two that share nothing, so that the memory of
    // the search itself is never more than the two rows of reach.
    switch middle.search(left: part.left, right: part.right) {
    case .found(let snake):
      match(snake)
      split(part, around: [snake])
    case .gaveUp(let reached):
      // Too many edits for a shortest script to be worth its time, which grows with their square:
      // what is unique on both sides is held on to, and only without any the search's own farthest
      // point cuts the part, so that each step makes it smaller.
      let found = anchors.search(left: part.left, right: part.right)
      found.forEach { match($0) }
      split(part, around: found.isEmpty ? [reached] : found)
    }
  }

  /// Cuts equal elements off both ends.
  private mutating func trimmed(_ part: Part) -> Part {
    let (left, right) = (sequences.left, sequences.right)
    let most = min(part.left.count, part.right.count)
    var front = 0
    while front < most,
      left[part.left.lowerBound + front] == right[part.right.lowerBound + front]
    {
      front += 1
    }
    // Not beyond what the front has taken: an element is matched once even where all are equal.
    var back = 0
    while back < most - front,
      left[part.left.upperBound - 1 - back] == right[part.right.upperBound - 1 - back]
    {
      back += 1
    }
    match(MatchedRun(left: part.left.lowerBound, right: part.right.lowerBound, count: front))
    match(
      MatchedRun(
        left: part.left.upperBound - back, right: part.right.upperBound - back, count: back))
    return Part(
      left: (part.left.lowerBound + front)..<(part.left.upperBound - back),
      right: (part.right.lowerBound + front)..<(part.right.upperBound - back))
  }

  private mutating func match(_ run: MatchedRun) {
    if run.count > 0 { runs.append(run) }
  }

  /// Pushes what lies around the given runs, which stand in ascending order.
  private mutating func split(_ part: Part, around runs: [MatchedRun]) {
    // Parts between two neighbouring runs may be empty on either side; they are cheap to pop and need
    // no case of their own.
    var (left, right) = (part.left.lowerBound, part.right.lowerBound)
    for run in runs {
      parts.append(Part(left: left..<run.left, right: right..<run.right))
      (left, right) = (run.left + run.count, run.right + run.count)
    }
    parts.append(Part(left: left..<part.left.upperBound, right: right..<part.right.upperBound))
  }
}
