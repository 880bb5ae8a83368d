internal import Geometry

/// Collects the edges of cells and draws each once, however many cells share it.
struct Rulings {
  /// The column edges of the grid, from left to right.
  let edges: [Length]
  /// Stretches of ruling, by the edge they lie on.
  private var horizontal: [Length: [Range<Int>]] = [:]
  private var vertical: [[Stretch]]

  private struct Stretch {
    let start: Length
    let end: Length
  }

  init(edges: [Length]) {
    self.edges = edges
    vertical = Array(repeating: [], count: edges.count)
  }

  /// Adds the four edges of a cell.
  mutating func add(_ box: Rectangle, columns: Range<Int>) {
    // Cells of one row begin at the very same height: it is the same sum.
    horizontal[box.minY, default: []].append(columns)
    horizontal[box.maxY, default: []].append(columns)
    for edge in [columns.lowerBound, columns.upperBound] {
      vertical[edge].append(Stretch(start: box.minY, end: box.maxY))
    }
  }

  /// The ruling lines: from top to bottom, then from left to right; stretches that touch are one.
  func rules(width: Length) -> [PlacedRule] {
    var rules: [PlacedRule] = []
    for (y, stretches) in horizontal.sorted(by: { $0.key < $1.key }) {
      let lengths = stretches.map { columns in
        Stretch(start: edges[columns.lowerBound], end: edges[columns.upperBound])
      }
      for line in merged(lengths) {
        rules.append(
          PlacedRule(start: Point(x: line.start, y: y), end: Point(x: line.end, y: y), width: width)
        )
      }
    }
    for (x, stretches) in zip(edges, vertical) {
      for rows in merged(stretches) {
        rules.append(
          PlacedRule(start: Point(x: x, y: rows.start), end: Point(x: x, y: rows.end), width: width)
        )
      }
    }
    return rules
  }

  private func merged(_ stretches: [Stretch]) -> [Stretch] {
    var result: [Stretch] = []
    for stretch in stretches.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = result.last, stretch.start <= last.end + tolerance {
        result[result.count - 1] = Stretch(start: last.start, end: max(last.end, stretch.end))
      } else {
        result.append(stretch)
      }
    }
    return result
  }
}
