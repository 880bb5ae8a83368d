internal import Geometry

/// Breaks a paragraph into lines that are flush on both sides, such that all of them together look
/// best: a line is ended early or late if that spares the next ones.
///
/// D. E. Knuth, M. F. Plass, Breaking Paragraphs into Lines, 1981: of all ways to a break only the
/// best is remembered.
struct JustifiedBreaker {
  /// What a pass over the paragraph may do.
  private struct Pass {
    /// The most that a gap gains.
    let widest: Int
    /// The most that a blank half loses.
    let squeeze: Int
    /// The most that a gap within a number gains.
    var tight = 0
    /// Whether a number may part from its unit.
    var partsUnits = true
    /// Whether lines for which even that is too little end short.
    var isLast = false
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

  /// Each may do more than the one before.
  private var passes: [Pass] {
    [
      Pass(widest: limits.comfortable, squeeze: limits.squeeze, partsUnits: false),
      Pass(widest: limits.comfortable, squeeze: limits.squeeze),
      Pass(widest: limits.comfortable, squeeze: limits.hardSqueeze, tight: limits.tight),
      Pass(widest: limits.widest, squeeze: limits.hardSqueeze, isLast: true),
    ]
  }

  /// The lines of the paragraph.
  func lines() -> [Line] {
    let count = clusters.count
    guard count > 0 else { return [] }
    var places = BreakPlaces(measures: measures, breaker: breaker(limits.further))
    for pass in passes {
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
          case .unit: if pass.partsUnits { offer(end, fit.cost + unitCost) }
          }
        }
        end += 1
      }
      if !hasEnd, pass.isLast {
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

  /// A line without a better end, its gaps as wide as they may be; even its numbers are spread then,
  /// by half as much, as a digit is half as wide as a character.
  private func short(_ range: Range<Int>) -> LineFit {
    let (first, last) = (range.lowerBound, measures.lastInked(of: range))
    let gaps = measures.gaps[last] - measures.gaps[first]
    let tightGaps = measures.tightGaps[last] - measures.tightGaps[first]
    let free = max(limits.room(from: first) - measures.width(from: first, through: last), 0)
    let spread = min(free, gaps * limits.widest)
    return LineFit(
      spread: spread, tightSpread: min(free - spread, tightGaps * limits.widest / 2))
  }

  private func fitting(_ range: Range<Int>, _ pass: Pass) -> LineFitting {
    let (first, last) = (range.lowerBound, measures.lastInked(of: range))
    let gaps = measures.gaps[last] - measures.gaps[first]
    let natural = limits.natural(gaps)
    let free = limits.room(from: first) - measures.width(from: first, through: last) - natural
    if free >= 0 {
      if range.upperBound == clusters.count {
        let isLost = first > 0 && range.count <= lostCount
        return .fits(LineFit(spread: natural, cost: isLost ? lostCost : 0))
      }
      let spread = min(natural + free, gaps * pass.widest)
      let rest = natural + free - spread
      let tightGaps = measures.tightGaps[last] - measures.tightGaps[first]
      guard rest <= max(tightGaps * pass.tight, limits.slack) else { return .tooShort }
      let share = Double(free) / (Double(max(gaps, 1)) * (Double(limits.comfortable) - limits.gap))
      let cost = share * share + (share > 1 ? wideCost * (share - 1) : 0)
      return .fits(LineFit(spread: spread, tightSpread: rest, cost: cost))
    }
    let trim = min(-free, measures.trimmable(last))
    let halves = measures.halves[last] - measures.halves[first]
    let squeeze = min(-free - trim, halves * pass.squeeze)
    let rest = -free - trim - squeeze
    guard rest <= max(natural - gaps * limits.narrowest, limits.slack) else { return .tooLong }
    let share = Double(squeeze) / Double(max(halves * pass.squeeze, 1))
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
  let tight: Int
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
    tight = pangoUnits(rules.tight)
  }

  /// The room of the line that starts at a cluster.
  func room(from start: Int) -> Int { start == 0 ? first : further }

  /// What gaps gain together on a line that needs nothing.
  func natural(_ gaps: Int) -> Int { Int((Double(gaps) * gap).rounded()) }
}

private func pangoUnits(_ length: Length) -> Int { Int((length.points * pangoScale).rounded()) }

/// What a gap costs beyond what is comfortable, more than anything that is comfortable.
private let wideCost = 10.0
/// What it costs to part a number from its unit: as much as a few lines that are just comfortable.
private let unitCost = 3.0
/// What a line costs that ends short.
private let shortCost = 1000.0
/// A last line of so few characters is lost below the paragraph.
private let lostCount = 2
private let lostCost = 1.0
