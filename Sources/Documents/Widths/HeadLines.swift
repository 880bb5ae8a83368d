public import Geometry

/// A heading by its parts that stay whole, to be broken into lines.
///
/// Lines are of as equal widths as the parts allow, and none has a single character where another
/// break avoids it.
public struct HeadLines: Hashable, Sendable {
  /// The heading in so many lines, from one line on.
  struct Breaking: Hashable {
    /// The last part of each line.
    let ends: [Int]
    /// How many lines have a single character.
    let orphans: Int
    /// The widest line.
    let width: Length
  }

  /// The parts in order.
  private let parts: [String]
  /// The best breaking into one line, into two and so on.
  private let breakings: [Breaking]

  /// A heading whose parts have these widths.
  public init(parts: [String], widths: [Length]) {
    self.parts = parts
    var breaker = HeadBreaker(widths: widths, isSingle: parts.map { $0.unicodeScalars.count == 1 })
    breakings = (0..<min(max(1, parts.count), mostLines)).map { _ in breaker.next() }
  }

  private init(parts: [String], breakings: [Breaking]) {
    self.parts = parts
    self.breakings = breakings
  }

  /// The heading on one line.
  var whole: Length { breakings[0].width }

  /// The least width in which no line has a single character.
  var least: Length {
    let best = breakings.min { ($0.orphans, $0.width) < ($1.orphans, $1.width) }
    return best?.width ?? whole
  }

  /// The widths from which on the heading takes one line, two, and so on.
  var steps: [Length] { breakings.map(\.width) }

  /// The same in type of another size.
  func scaled(by factor: Double) -> HeadLines {
    HeadLines(
      parts: parts,
      breakings: breakings.map {
        Breaking(ends: $0.ends, orphans: $0.orphans, width: $0.width * factor)
      })
  }

  /// The lines in a width: the fewest that fit, or one more where one of them had a single character.
  ///
  /// - Returns: the lines; nil where a part is wider than the room, or it takes too many lines.
  public func lines(in width: Length) -> [String]? {
    let fitting = breakings.indices.filter { breakings[$0].width <= width + slack }
    guard let first = fitting.first else { return nil }
    let isBetter =
      fitting.contains(first + 1) && breakings[first + 1].orphans < breakings[first].orphans
    let chosen = breakings[isBetter ? first + 1 : first]
    return zip([-1] + chosen.ends, chosen.ends).map { before, end in
      parts[(before + 1)...end].joined()
    }
  }
}

/// Finds the best ways to set a row of parts in one line, in two and so on, each from the one before.
private struct HeadBreaker {
  /// Where each part begins, and where the last ends.
  private let edges: [Double]
  private let isSingle: [Bool]
  /// For each number of first parts, the best way to set them in the lines so far; nil before the
  /// first line.
  private var best: [(orphans: Int, width: Double)] = []
  /// For each line and number of first parts, how many of them stand in the lines before.
  private var starts: [[Int]] = []

  init(widths: [Length], isSingle: [Bool]) {
    edges = widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.points) }
    self.isSingle = isSingle
  }

  /// The best way with one line more than the last.
  mutating func next() -> HeadLines.Breaking {
    var better: [(orphans: Int, width: Double)] = []
    var own: [Int] = []
    for end in edges.indices {
      var found = (orphans: Int.max, width: Double.infinity)
      var start = 0
      for first in best.isEmpty ? 0..<min(1, end) : 0..<end {
        let before = best.isEmpty ? (orphans: 0, width: 0.0) : best[first]
        guard before.orphans < .max else { continue }
        let orphans = before.orphans + (end - first == 1 && isSingle[first] ? 1 : 0)
        let width = max(before.width, edges[end] - edges[first])
        // Of equal ways the one whose first lines are the longer.
        if (orphans, width) <= found {
          found = (orphans, width)
          start = first
        }
      }
      better.append(found)
      own.append(start)
    }
    best = better
    starts.append(own)
    let last = best[edges.count - 1]
    return HeadLines.Breaking(
      ends: ends(), orphans: last.orphans, width: .pt(last.width.isFinite ? last.width : 0))
  }

  /// The last parts of the lines, found from the end on.
  private func ends() -> [Int] {
    var ends: [Int] = []
    var end = edges.count - 1
    for line in starts.reversed() {
      ends.append(end - 1)
      end = line[end]
    }
    return ends.reversed()
  }
}

/// The most lines that a heading is balanced in.
private let mostLines = 12

/// What a line may be wider than its room: sums of fractions of a point are never exact.
private let slack = Length.pt(0.01)
