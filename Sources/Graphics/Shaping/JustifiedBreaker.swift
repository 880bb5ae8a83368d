internal import Geometry

/// Breaks a paragraph into lines that are flush on both sides, such that all of them together look
/// best: a line is ended early or late if that spares the next ones.
///
/// D. E. Knuth, M. F. Plass, Breaking Paragraphs into Lines, 1981: of all ways to a break only the
/// best is remembered.
struct JustifiedBreaker {
  /// What a pass over the paragraph may do.
  private enum Pass: CaseIterable {
    /// Gaps gain no more than is comfortable, and numbers stay with their units.
    case fair
    /// A number may part from its unit.
    case parting
    /// Signs lose more of their blank halves, and digits are spread like all other characters.
    case hard
    /// Gaps gain whatever they may; lines for which even that is too little end short.
    case any

    var isHard: Bool { self == .hard || self == .any }
  }

  let measures: LineMeasures
  let limits: JustificationUnits
  /// Breaks lines without regard to their right edge, each by the room that it has.
  let breaker: (_ room: Int) -> LineBreaker

  private var clusters: [SetParagraph.Cluster] { measures.paragraph.clusters }

  /// A line and what fits it into its room.
  struct Line {
    let range: Range<Int>
    let fit: LineFit
  }

  /// The lines of the paragraph.
  func lines() -> [Line] {
    let count = clusters.count
    guard count > 0 else { return [] }
    var places = BreakPlaces(measures: measures, breaker: breaker(limits.further))
    for pass in Pass.allCases {
      if let starts = starts(pass, &places) { return lines(from: starts, pass) }
    }
    return []
  }

  /// Where the lines start that look best together; nil where a pass does not reach the end.
  private func starts(_ pass: Pass, _ places: inout BreakPlaces) -> [Int]? {
    let count = clusters.count
    var costs = [Double](repeating: .infinity, count: count + 1)
    var previous = [Int](repeating: 0, count: count + 1)
    costs[0] = 0
    var nearest = 0
    for start in 0..<count where costs[start] < .infinity {
      var hasEnd = false
      func offer(_ end: Int, _ cost: Double) {
        hasEnd = true
        guard costs[start] + cost < costs[end] else { return }
        costs[end] = costs[start] + cost
        previous[end] = start
      }
      var end = max(nearest, start + 1)
      search: while end <= count {
        switch fitting(start..<end, pass) {
        // Further lines, which start behind this one and have no less room, end behind it too.
        case .tooShort: nearest = start == 0 ? 0 : end
        case .tooLong: break search
        case .fits(let fit):
          switch end == count ? .good : places[end] {
          case .none: break
          case .good: offer(end, fit.cost)
          case .unit: if pass != .fair { offer(end, fit.cost + unitCost) }
          }
        }
        end += 1
      }
      if !hasEnd, pass == .any {
        offer(breaker(limits.room(from: start)).line(from: start).upperBound, shortCost)
      }
    }
    guard costs[count] < .infinity else { return nil }
    var starts: [Int] = []
    var end = count
    while end > 0 {
      end = previous[end]
      starts.append(end)
    }
    return starts.reversed()
  }

  private func lines(from starts: [Int], _ pass: Pass) -> [Line] {
    zip(starts, starts.dropFirst() + [clusters.count]).map { start, end in
      let range = start..<end
      if case .fits(let fit) = fitting(range, pass) {
        return Line(range: range, fit: fit)
      }
      return Line(range: range, fit: short(range))
    }
  }

  /// A line without a better end, its gaps as wide as they may be.
  private func short(_ range: Range<Int>) -> LineFit {
    let (first, last) = (range.lowerBound, measures.lastInked(of: range))
    let gaps = measures.gaps[last] - measures.gaps[first]
    let tightGaps = measures.tightGaps[last] - measures.tightGaps[first]
    let all = gaps + tightGaps
    let free = max(limits.room(from: first) - measures.width(from: first, through: last), 0)
    let spread = min(free, all * limits.widest)
    let tight = spread * tightGaps / max(all, 1)
    return LineFit(spread: spread - tight, tightSpread: tight)
  }

  private func fitting(_ range: Range<Int>, _ pass: Pass) -> LineFitting {
    let (first, last) = (range.lowerBound, measures.lastInked(of: range))
    let natural = limits.natural(measures.gaps[last] - measures.gaps[first])
    let free = limits.room(from: first) - measures.width(from: first, through: last) - natural
    guard free >= 0 else { return squeezed(range, by: -free, natural: natural, last: last, pass) }
    if range.upperBound == clusters.count {
      let isLost = first > 0 && measures.width(from: first, through: last) * 10 < measures.em * 26
      return .fits(LineFit(spread: natural, cost: isLost ? lostCost : 0))
    }
    return stretched(range, by: free, natural: natural, last: last, pass)
  }

  /// A line that has too much room.
  private func stretched(
    _ range: Range<Int>, by free: Int, natural: Int, last: Int, _ pass: Pass
  ) -> LineFitting {
    let gaps = measures.gaps[last] - measures.gaps[range.lowerBound]
    let needed = natural + free
    if needed <= gaps * limits.comfortable || free <= limits.slack {
      let share = Double(free) / max(Double(gaps) * (Double(limits.comfortable) - limits.gap), 1)
      return .fits(LineFit(spread: needed, cost: share * share))
    }
    let tightGaps = measures.tightGaps[last] - measures.tightGaps[range.lowerBound]
    let all = gaps + tightGaps
    guard needed <= all * (pass == .any ? limits.widest : limits.comfortable), pass.isHard
    else { return .tooShort }
    // Where every gap is as wide as the others, readers of PDF files do not take them for blanks.
    let tight = needed * tightGaps / all
    let share = Double(needed) / Double(all * limits.comfortable)
    let cost = share * share + (share > 1 ? wideCost * share : 0)
    return .fits(LineFit(spread: needed - tight, tightSpread: tight, cost: 1 + cost))
  }

  /// A line that has too little room: what is not seen goes first.
  private func squeezed(
    _ range: Range<Int>, by need: Int, natural: Int, last: Int, _ pass: Pass
  ) -> LineFitting {
    let first = range.lowerBound
    let trim = min(need, measures.trimmable(last))
    let halves = measures.halves[last] - measures.halves[first]
    let most = halves * (pass.isHard ? limits.hardSqueeze : limits.squeeze)
    let squeeze = min(need - trim, most)
    let rest = need - trim - squeeze
    let gaps = measures.gaps[last] - measures.gaps[first]
    guard rest <= max(natural - gaps * limits.narrowest, limits.slack) else { return .tooLong }
    let share = Double(squeeze) / Double(max(most, 1))
    return .fits(
      LineFit(spread: natural - rest, squeeze: squeeze, trim: trim, cost: share * share))
  }
}

/// The limits of a justification in pango's units.
struct JustificationUnits {
  let first: Int
  let further: Int
  let gap: Double
  let narrowest: Int
  let comfortable: Int
  let widest: Int
  let squeeze: Int
  let hardSqueeze: Int
  /// What differs by no more is as wide as its room.
  let slack = pangoUnits(.pt(0.05))

  init(_ rules: Justification) {
    first = pangoUnits(rules.first)
    further = pangoUnits(rules.further)
    gap = rules.gap.points * pangoScale
    narrowest = pangoUnits(rules.narrowest)
    comfortable = pangoUnits(rules.comfortable)
    widest = pangoUnits(rules.widest)
    squeeze = pangoUnits(rules.squeeze)
    hardSqueeze = pangoUnits(rules.hardSqueeze)
  }

  /// The room of the line that starts at a cluster.
  func room(from start: Int) -> Int { start == 0 ? first : further }

  /// What gaps gain together on a line that needs nothing.
  func natural(_ gaps: Int) -> Int { Int((Double(gaps) * gap).rounded()) }
}

private func pangoUnits(_ length: Length) -> Int { Int((length.points * pangoScale).rounded()) }

/// What it costs that gaps gain more than is comfortable, more than anything else of a line.
private let wideCost = 20.0
/// What it costs to part a number from its unit: as much as a few lines that are just comfortable.
private let unitCost = 3.0
/// What a line costs that ends short.
private let shortCost = 1000.0
/// What a last line costs of a single character with its signs, which is lost below the paragraph.
private let lostCost = 1.0
