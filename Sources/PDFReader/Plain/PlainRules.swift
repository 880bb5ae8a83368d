/// The dark, thin strokes and fields along the edges of a page, in points from its upper left corner:
/// what a drawing of the page would show as rules.
struct PlainRules {
  private var strokes: [(horizontal: Bool, rule: PageRules.Rule)] = []

  var isEmpty: Bool { strokes.isEmpty }
  var count: Int { strokes.count }

  /// How thick a rule is at most, in points.
  static let thickest = 4.0
  /// How far from each other two strokes of one rule may lie, in points: a pixel of a drawing.
  private static let reach = 0.5

  /// Adds a dark field; one that is thin both ways may be a piece of either kind of rule.
  mutating func add(left: Double, top: Double, right: Double, bottom: Double) {
    if bottom - top <= Self.thickest {
      strokes.append(
        (true, PageRules.Rule(position: (top + bottom) / 2, start: left, end: right)))
    }
    if right - left <= Self.thickest {
      strokes.append(
        (false, PageRules.Rule(position: (left + right) / 2, start: top, end: bottom)))
    }
  }

  /// The rules that the strokes make: those that touch on one line are one.
  func rules() -> PageRules {
    var rules = PageRules()
    rules.horizontal = joined(strokes.filter(\.horizontal).map(\.rule))
      .filter { $0.end - $0.start >= PageRules.shortest.horizontal }
    rules.vertical = joined(strokes.filter { !$0.horizontal }.map(\.rule))
      .filter { rule in
        rule.end - rule.start >= PageRules.shortest.vertical
          && rules.horizontal.contains {
            $0.start - 2 <= rule.position && rule.position <= $0.end + 2
          }
      }
    return rules
  }

  private func joined(_ strokes: [PageRules.Rule]) -> [PageRules.Rule] {
    let sorted = strokes.sorted {
      ($0.position, $0.start, $0.end) < ($1.position, $1.start, $1.end)
    }
    var rules: [PageRules.Rule] = []
    // Rules on one line stand together at the end of the list.
    for stroke in sorted {
      let touching = rules.indices.reversed().prefix {
        stroke.position - rules[$0].position <= Self.reach
      }.first {
        stroke.start <= rules[$0].end + Self.reach && rules[$0].start <= stroke.end + Self.reach
      }
      guard let touching else {
        rules.append(stroke)
        continue
      }
      rules[touching].start = min(rules[touching].start, stroke.start)
      rules[touching].end = max(rules[touching].end, stroke.end)
    }
    return rules
  }
}
