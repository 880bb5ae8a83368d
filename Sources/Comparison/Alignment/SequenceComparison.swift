/// What happened to a part of a sequence.
public enum SequenceChange: Hashable, Sendable {
  /// An element stands for another one: a row with the same label, a paragraph that was edited.
  case changed(left: Int, right: Int)
  /// Elements that only the left has.
  case removed(Range<Int>)
  /// Elements that only the right has; `before` is the left element in front of which they stand.
  case added(Range<Int>, before: Int)
  /// Elements that stand elsewhere.
  case moved(left: Range<Int>, right: Range<Int>)
}

/// How two sequences of rows, paragraphs or sheets differ.
public struct SequenceComparison: Hashable, Sendable {
  /// The elements that are the same, in the order of both.
  public let same: [MatchedRun]
  /// The changes in the order of the left, each element in one at most.
  public let changes: [SequenceChange]

  /// Pairs of elements that belong together, whether they are equal, changed or moved, by the left.
  public var pairs: [(left: Int, right: Int)] {
    var pairs: [(left: Int, right: Int)] = []
    for run in same {
      for offset in 0..<run.count { pairs.append((run.left + offset, run.right + offset)) }
    }
    for change in changes {
      switch change {
      case .changed(let left, let right): pairs.append((left, right))
      case .moved(let left, let right): pairs += zip(left, right).map { ($0, $1) }
      case .removed, .added: break
      }
    }
    return pairs.sorted { $0.left < $1.left }
  }

  /// Pairs of elements that are equal, where they stand or elsewhere, by the left.
  var equalPairs: [(left: Int, right: Int)] {
    SequenceComparison(same: same, changes: changes.filter { !$0.isEdit }).pairs
  }
}

extension SequenceChange {
  /// Whether it is an element that was edited.
  fileprivate var isEdit: Bool {
    if case .changed = self { true } else { false }
  }
}

/// What tells which unequal elements of two sequences belong together.
struct ElementLikeness {
  /// A name that an element keeps when it is edited: the label of a row; nil where it has none.
  var leftName: (Int) -> String? = { _ in nil }
  var rightName: (Int) -> String? = { _ in nil }
  /// How alike two elements are, 0…100.
  var likeness: (Int, Int) -> Int = { _, _ in 0 }
  /// Whether a left element says something at all.
  var isWeighty: (Int) -> Bool = { _ in true }

  /// Elements less alike than this are two, not one that was edited.
  static let threshold = 40
}

/// Compares two sequences: equal elements by ``align(_:_:bound:)``, then blocks that moved, then
/// elements that were edited, by name and by likeness; what is left was removed or added.
func compareSequences<Key: Hashable>(
  _ left: [Key], _ right: [Key], by likeness: ElementLikeness
) -> SequenceComparison {
  let numbered = NumberedSequences(left, right)
  let alignment = align(numbered)
  let gaps = alignment.gaps
  guard !gaps.isEmpty else { return SequenceComparison(same: alignment.runs, changes: []) }
  let moved = MovedBlocks.find(
    numbered, in: gaps, isWeighty: likeness.isWeighty)
  let goneLeft = Set(moved.flatMap { $0.left..<$0.left + $0.count })
  let goneRight = Set(moved.flatMap { $0.right..<$0.right + $0.count })
  var changes = moved.map { block in
    SequenceChange.moved(
      left: block.left..<block.left + block.count, right: block.right..<block.right + block.count)
  }
  for gap in gaps {
    let pairing = GapPairing(
      left: gap.left.filter { !goneLeft.contains($0) },
      right: gap.right.filter { !goneRight.contains($0) }, likeness: likeness)
    changes += pairing.changes(before: gap.left.upperBound)
  }
  return SequenceComparison(
    same: alignment.runs, changes: changes.sorted { $0.sortKey < $1.sortKey })
}

extension SequenceChange {
  /// By the left element; what was added stands before the element in front of which it comes.
  fileprivate var sortKey: (Int, Int, Int) {
    switch self {
    case .added(let range, let before): (before, 0, range.lowerBound)
    case .changed(let left, let right): (left, 1, right)
    case .removed(let range): (range.lowerBound, 1, 0)
    case .moved(let left, let right): (left.lowerBound, 1, right.lowerBound)
    }
  }
}
