/// What brings a line to the width of its room, in pango's units.
struct LineFit {
  /// What its gaps gain together, but for those within numbers and words.
  let spread: Int
  /// What the gaps within its numbers and words gain together.
  var tightSpread = 0
  /// What the blank halves of its signs lose together.
  var squeeze = 0
  /// What the blank half of the sign at its end loses: it stands out of the room.
  var trim = 0
  /// How ill the line looks: 1 is what a reader begins to see.
  var cost = 0.0
}

/// Why a line does not fit, or how it does.
enum LineFitting {
  case tooShort, tooLong
  case fits(LineFit)
}

/// The clusters of a paragraph with what may happen between them, added up from its start, so that
/// a line from any cluster to any other is looked up and not measured.
struct LineMeasures {
  let paragraph: SetParagraph
  let kinds: [SpacingKind]
  /// In pango's units, as are all lengths here.
  let em: Int
  /// How many gaps there are before each cluster that may gain something: all but those within
  /// numbers, Latin words and dashes of two characters.
  private(set) var gaps: [Int] = []
  /// How many gaps within numbers and Latin words there are before each cluster.
  private(set) var tightGaps: [Int] = []
  /// How many blank halves of signs there are up to each cluster that may still lose something.
  private(set) var halves: [Int] = []

  init(_ paragraph: SetParagraph, kinds: [SpacingKind], em: Int) {
    self.paragraph = paragraph
    self.kinds = kinds
    self.em = em
    gaps.reserveCapacity(kinds.count)
    halves.reserveCapacity(kinds.count)
    tightGaps.reserveCapacity(kinds.count)
    var (gapCount, tightCount, halfCount) = (0, 0, 0)
    for index in kinds.indices {
      if index > 0 {
        let (left, right) = (kinds[index - 1], kinds[index])
        if left.isTight, right.isTight {
          tightCount += 1
        } else if left != .doubled || right != .doubled {
          gapCount += 1
        }
        halfCount += hasHalf(before: index) ? 1 : 0
      }
      gaps.append(gapCount)
      tightGaps.append(tightCount)
      halves.append(halfCount)
    }
  }

  /// Whether there is a blank half beside a sign of punctuation that no pair has closed up.
  private func hasHalf(before index: Int) -> Bool {
    let (left, right) = (kinds[index - 1], kinds[index])
    return !left.isPaired(with: right)
      && (left == .closing && isWide(index - 1) || right == .opening && isWide(index))
  }

  private func isWide(_ index: Int) -> Bool { paragraph.clusters[index].advance >= em * 9 / 10 }

  /// The last cluster of a line that is no blank.
  func lastInked(of line: Range<Int>) -> Int {
    var last = line.upperBound - 1
    while last > line.lowerBound, paragraph.clusters[last].isBlank { last -= 1 }
    return last
  }

  /// From the start of a line to the end of its last cluster that is seen, by their own widths.
  func width(from start: Int, through last: Int) -> Int {
    let end = paragraph.clusters[last]
    return end.x + end.advance - paragraph.clusters[start].x
  }

  /// What the sign at a line's end can lose.
  func trimmable(_ last: Int) -> Int {
    kinds[last] == .closing && isWide(last) ? em / 2 : 0
  }

  /// How far each cluster of a line is moved from where its own widths put it.
  func shifts(of line: Range<Int>, by fit: LineFit) -> [Int] {
    let (first, last) = (line.lowerBound, lastInked(of: line))
    func share(_ total: Int, _ counts: [Int], _ index: Int) -> Int {
      total == 0
        ? 0 : total * (counts[index] - counts[first]) / max(counts[last] - counts[first], 1)
    }
    return line.map { index in
      let index = min(index, last)
      return share(fit.spread, gaps, index) + share(fit.tightSpread, tightGaps, index)
        - share(fit.squeeze, halves, index)
    }
  }
}
