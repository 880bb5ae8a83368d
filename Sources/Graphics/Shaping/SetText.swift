public import Geometry

/// A text whose glyphs and advances are known, to be broken into lines.
///
/// It is shaped once, however many lines are taken from it and in however many widths: a line is a
/// part of it, and breaking only adds up advances.
public final class SetText {
  private let text: String
  private let bytes: [UInt8]
  private let size: Length
  private let paragraphs: [SetParagraph]
  private let memo: LineBreakMemo
  /// Bytes of the text that stay on one line which could hold them.
  private let kept: [Range<Int>]
  /// Found out for texts that need more than a line only.
  private lazy var breaks = memo.breaks(of: text, bytes: bytes)

  init(
    _ text: String, bytes: [UInt8], size: Length, paragraphs: [SetParagraph], memo: LineBreakMemo,
    keeping kept: [Range<Int>] = []
  ) {
    self.text = text
    self.bytes = bytes
    self.size = size
    self.paragraphs = paragraphs
    self.memo = memo
    self.kept = kept
  }

  /// All lines.
  ///
  /// - Parameter width: where lines are broken; nil for no other breaks than the text's own.
  public func lines(width: Length?) -> [ShapedLine] {
    var lines: [ShapedLine] = []
    forEachLine(width: width) { paragraph, range in
      lines.append(paragraph.line(range, of: bytes, size: size))
    }
    return lines
  }

  /// How many lines there are, which is found faster than the lines themselves.
  public func lineCount(width: Length?) -> Int {
    var count = 0
    forEachLine(width: width) { _, _ in count += 1 }
    return count
  }

  /// Hands over each line as some clusters of a paragraph.
  private func forEachLine(width: Length?, _ body: (SetParagraph, Range<Int>) -> Void) {
    let limit = width.map(limit) ?? .max
    for paragraph in paragraphs {
      guard paragraph.advance > limit else {
        body(paragraph, paragraph.clusters.indices)
        continue
      }
      let breaker = breaker(of: paragraph, limit: limit)
      var start = 0
      while start < paragraph.clusters.count {
        let range = breaker.line(from: start)
        body(paragraph, range)
        start = range.upperBound
      }
    }
  }

  /// The line that starts at a byte of the text, as if nothing stood before it; nil at its end.
  public func line(from byte: Int, width: Length) -> ShapedLine? {
    guard let paragraph = paragraphs.first(where: { $0.end > byte }) else { return nil }
    let start = paragraph.firstCluster(from: byte)
    let range = breaker(of: paragraph, limit: limit(width)).line(from: start)
    return range.isEmpty ? nil : paragraph.line(range, of: bytes, size: size)
  }

  /// All lines, flush on both sides but for each paragraph's last.
  public func justified(_ rules: Justification) -> [ShapedLine] {
    let limits = JustificationUnits(rules)
    return paragraphs.flatMap { paragraph in
      let kinds = paragraph.spacingKinds(in: bytes)
      let measures = LineMeasures(paragraph, kinds: kinds, em: em)
      let breaker = JustifiedBreaker(measures: measures, limits: limits) { room in
        self.breaker(of: paragraph, limit: room + limits.slack)
      }
      return breaker.lines().map { line in
        paragraph.line(
          line.range, of: bytes, size: size, shifts: measures.shifts(of: line.range, by: line.fit),
          trim: line.fit.trim)
      }
    }
  }

  /// The text with its pairs of signs closed up.
  public func closingPairs() -> SetText {
    let closed = paragraphs.map {
      $0.closingPairs(of: $0.spacingKinds(in: bytes), em: em)
    }
    return SetText(
      text, bytes: bytes, size: size, paragraphs: closed, memo: memo, keeping: kept)
  }

  /// The text with some stretches of it, in bytes, that are not taken apart where a line could hold
  /// them.
  public func keeping(_ stretches: [Range<Int>]) -> SetText {
    SetText(
      text, bytes: bytes, size: size, paragraphs: paragraphs, memo: memo, keeping: stretches)
  }

  /// The size in pango's units.
  private var em: Int { Int((size.points * pangoScale).rounded()) }

  private func breaker(of paragraph: SetParagraph, limit: Int) -> LineBreaker {
    LineBreaker(
      paragraph: paragraph, limit: limit, isOpportunity: { self.breaks.opportunities[$0] },
      groups: { self.breaks.groups }, kept: kept)
  }

  /// The width in pango's units.
  private func limit(_ width: Length) -> Int {
    Int(((width + slack).points * pangoScale).rounded(.up))
  }
}

/// How much wider a line may be: each advance is rounded to 1/1024 of a point, and a text that is
/// exactly as wide as its column must not be broken for that.
private let slack = Length.pt(0.05)
