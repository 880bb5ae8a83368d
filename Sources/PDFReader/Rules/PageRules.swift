/// The straight lines of a page along its edges, in points from its upper left corner.
struct PageRules: Hashable, Sendable {
  /// A line.
  struct Rule: Hashable, Sendable {
    /// Its height on the page if it is horizontal, else its distance from the left edge.
    var position: Double
    /// Its ends, the lesser first.
    var start: Double
    var end: Double
  }

  var horizontal: [Rule] = []
  var vertical: [Rule] = []

  init() {}

  /// The shortest horizontal and vertical rule, in points: narrower columns and lower rows do not
  /// occur, and strokes of characters are mostly shorter.
  static let shortest = (horizontal: 14.0, vertical: 7.0)

  /// Finds rules in a drawing.
  init(_ pixels: PixelRows, scale: Double) {
    var strokes = Strokes()
    for y in 0..<pixels.height {
      strokes.add(line: y, length: pixels.width, least: Int(Self.shortest.horizontal * scale)) {
        pixels.isDark($0, y)
      }
    }
    horizontal = strokes.rules(scale: scale)
    strokes = Strokes()
    // Only where a horizontal rule passes can a vertical one begin or end.
    for x in 0..<pixels.width where touches(x, scale: scale) {
      strokes.add(line: x, length: pixels.height, least: Int(Self.shortest.vertical * scale)) {
        pixels.isDark(x, $0)
      }
    }
    vertical = strokes.rules(scale: scale)
  }

  private func touches(_ x: Int, scale: Double) -> Bool {
    let position = Double(x) / scale
    return horizontal.contains { $0.start - 2 <= position && position <= $0.end + 2 }
  }
}

/// Runs of dark pixels along lines, those of neighbouring lines joined to one rule.
private struct Strokes {
  private struct Run {
    var lines: ClosedRange<Int>
    var start: Int
    var end: Int
  }

  private var open: [Run] = []
  private var closed: [Run] = []

  /// Adds the runs of a line of pixels that have a length at least.
  mutating func add(line: Int, length: Int, least: Int, isDark: (Int) -> Bool) {
    var position = 0
    // A run that long has to pass through the last pixel of the stretch, or begin behind it.
    while position + least <= length {
      let probe = position + least - 1
      guard isDark(probe) else {
        position = probe + 1
        continue
      }
      var (first, end) = (probe, probe + 1)
      while first > position, isDark(first - 1) { first -= 1 }
      while end < length, isDark(end) { end += 1 }
      if end - first >= least { take(line, first, end) }
      position = end + 1
    }
    closed += open.filter { $0.lines.upperBound < line }
    open.removeAll { $0.lines.upperBound < line }
  }

  private mutating func take(_ line: Int, _ start: Int, _ end: Int) {
    let index = open.firstIndex { run in
      run.lines.upperBound >= line - 1 && run.start < end && start < run.end
    }
    guard let index else {
      open.append(Run(lines: line...line, start: start, end: end))
      return
    }
    open[index].lines = open[index].lines.lowerBound...line
    open[index].start = min(open[index].start, start)
    open[index].end = max(open[index].end, end)
  }

  func rules(scale: Double) -> [PageRules.Rule] {
    (closed + open).filter { Double($0.lines.count) <= 4 * scale }.map { run in
      PageRules.Rule(
        position: Double(run.lines.lowerBound + run.lines.upperBound + 1) / 2 / scale,
        start: Double(run.start) / scale, end: Double(run.end) / scale)
    }
  }
}
