internal import Geometry
internal import Graphics

/// The gaps between the characters of a line, and the line with these gaps made wider or narrower.
struct LineGaps {
  /// What stands on both sides of a gap.
  enum Kind {
    /// Parts of a number, a Latin word or a dash of two characters, or blanks at the line's end:
    /// nothing may come between them.
    case fixed
    case ordinary
    /// Punctuation, one half of whose em is blank anyway: more space is hardly seen there.
    case punctuation
  }

  let line: ShapedLine
  /// The gap before each cluster, run by run; the first one of the line is fixed.
  let kinds: [Kind]

  init(_ line: ShapedLine) {
    self.line = line
    let clusters = line.runs.flatMap(clusters(of:))
    let inked = (clusters.lastIndex { !$0.isBlank } ?? -1) + 1
    kinds = clusters.indices.map { index in
      index == 0 || index >= inked
        ? .fixed : gap(after: clusters[index - 1].last, before: clusters[index].first)
    }
  }

  /// How many gaps may be changed.
  var count: Int { kinds.count { $0 != .fixed } }

  /// How many of them stand beside punctuation.
  var punctuationCount: Int { kinds.count { $0 == .punctuation } }

  /// The line with more space, or less, in its gaps.
  ///
  /// - Parameters:
  ///   - each: what every gap gains that is not fixed.
  ///   - punctuation: what gaps beside punctuation gain in addition.
  func spaced(each: Length, punctuation: Length = .zero) -> ShapedLine {
    var shift = Length.zero
    var next = 0
    let runs = line.runs.map { run in
      var glyphs: [Glyph] = []
      for cluster in run.clusters {
        switch kinds[next] {
        case .fixed: break
        case .ordinary: shift += each
        case .punctuation: shift += each + punctuation
        }
        next += 1
        let first = glyphs.count
        glyphs += run.glyphs[first..<(first + cluster.glyphs)].map {
          Glyph(id: $0.id, x: $0.x + shift, y: $0.y)
        }
      }
      return GlyphRun(
        face: run.face, size: run.size, text: run.text, glyphs: glyphs, clusters: run.clusters)
    }
    return ShapedLine(text: line.text, width: line.width + shift, runs: runs)
  }
}

/// The first and the last character of a cluster.
private struct Ends {
  let first, last: Unicode.Scalar
  var isBlank: Bool { first.properties.isWhitespace && last.properties.isWhitespace }
}

private func clusters(of run: GlyphRun) -> [Ends] {
  var start = run.text.utf8.startIndex
  return run.clusters.map { cluster in
    let end = run.text.utf8.index(start, offsetBy: cluster.bytes)
    let scalars = run.text[start..<end].unicodeScalars
    start = end
    return Ends(first: scalars.first ?? " ", last: scalars.last ?? " ")
  }
}

private func gap(after left: Unicode.Scalar, before right: Unicode.Scalar) -> LineGaps.Kind {
  if isTight(left), isTight(right) { return .fixed }
  if left == right, doubled.contains(left) { return .fixed }
  return closing.contains(left) || opening.contains(right) ? .punctuation : .ordinary
}

/// Whether it is part of a number or a Latin word.
private func isTight(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isASCII && !scalar.properties.isWhitespace
}

private let doubled: Set<Unicode.Scalar> = ["—", "…", "─"]
private let closing: Set<Unicode.Scalar> = [
  "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "」", "』", "】", "〕",
]
private let opening: Set<Unicode.Scalar> = ["（", "《", "〈", "「", "『", "【", "〔"]
