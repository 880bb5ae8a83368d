internal import Readings

/// Where the texts of two PDFs stand otherwise, and in which fonts.
struct PDFPlaces {
  let file: String
  let left: PDFReading
  let right: PDFReading
  let own: [PDFParagraph]
  let others: [PDFParagraph]
  /// Positions of paragraphs that belong together, ascending on the left.
  let pairs: [(left: Int, right: Int)]
  /// Which pages belong together: what goes with its page has not moved.
  let pages: PageMap
  /// Whether the paragraphs go with their pages, so that the page itself says nothing.
  var areBoundToPages = false

  /// Positions that differ by no more than this, in points, are the same.
  private static let tolerance = 0.5

  /// What happened to the place of a paragraph; neighbours with the same are told as one.
  private struct Move: Hashable {
    /// By how many pages it moved.
    var pages: Int
    /// The ways that its words went, in tenths of a point to the right and down, each once.
    var ways: [Way]
    /// Whether its lines break elsewhere.
    var isBrokenOtherwise = false

    var isNone: Bool { pages == 0 && ways.isEmpty && !isBrokenOtherwise }
  }

  private struct Way: Hashable, Comparable {
    let right: Int
    let down: Int

    static func < (left: Way, right: Way) -> Bool {
      (left.down, left.right) < (right.down, right.right)
    }
  }

  /// A stretch of neighbouring paragraphs with the same change.
  private struct Stretch<Change: Equatable> {
    let change: Change
    let first: (left: Int, right: Int)
    var count: Int
  }

  func run(_ log: inout DifferenceLog) {
    var moves: [Stretch<Move>] = []
    var fonts: [Stretch<FontChange>] = []
    var last = (move: -2, font: -2)
    for (position, match) in pairs.enumerated() {
      if let change = fontChange(match.left, match.right) {
        Self.extend(&fonts, change, match, isNext: last.font + 1 == position)
        last.font = position
        // Letters of another font stand elsewhere for that.
        continue
      }
      // One insertion pushes down all that follows on the page. Told paragraph by paragraph it would
      // bury the edit, so neighbours that went the same way are one stretch.
      let move = move(match.left, match.right)
      guard !move.isNone else { continue }
      Self.extend(&moves, move, match, isNext: last.move + 1 == position)
      last.move = position
    }
    for stretch in moves { report(stretch, &log) }
    for stretch in fonts { report(stretch, &log) }
  }

  private static func extend<Change>(
    _ stretches: inout [Stretch<Change>], _ change: Change, _ match: (left: Int, right: Int),
    isNext: Bool
  ) {
    if isNext, stretches.last?.change == change {
      stretches[stretches.count - 1].count += 1
    } else {
      stretches.append(Stretch(change: change, first: match, count: 1))
    }
  }

  private func move(_ first: Int, _ second: Int) -> Move {
    let (own, other) = (self.own[first], self.others[second])
    let page = areBoundToPages ? other.page : pages[own.page] ?? own.page
    var move = Move(pages: other.page - page, ways: [])
    let lines = own.lines.map { self.left.pages[$0.page].lines[$0.line] }
    let others = other.lines.map { self.right.pages[$0.page].lines[$0.line] }
    let isEdited = own.text != other.text
    // Running text that was edited breaks and stands otherwise for that.
    if isEdited, own.isProse || other.isProse { return Move(pages: 0, ways: []) }
    // Where lines break elsewhere, nearly each word stands elsewhere; the breaks are the difference.
    if !isEdited, breakOtherwise(lines, others) {
      move.isBrokenOtherwise = true
      return move
    }
    var ways: Set<Way> = []
    for (line, second) in zip(lines, others) {
      // Words of an edited row are aligned, so that a figure that grew a digit does not hide that its
      // neighbours stand where they stood.
      let words = align(line.words.map(\.text), second.words.map(\.text))
      for run in words.runs {
        for offset in 0..<run.count {
          let (a, b) = (line.words[run.left + offset].box, second.words[run.right + offset].box)
          ways.insert(Self.way(a, b))
        }
      }
    }
    // That some words stayed does not matter when others went.
    ways.remove(Way(right: 0, down: 0))
    move.ways = ways.sorted()
    return move
  }

  /// Whether a paragraph has other lines with the same text; a single one can differ only in the
  /// number of its own page.
  private func breakOtherwise(_ lines: [ReadLine], _ others: [ReadLine]) -> Bool {
    lines.count != others.count || lines.count > 1 && lines.map(\.text) != others.map(\.text)
  }

  private static func way(_ left: ReadBox, _ right: ReadBox) -> Way {
    func tenths(_ distance: Double) -> Int {
      abs(distance) <= tolerance ? 0 : Int((distance * 10).rounded())
    }
    // A word that keeps one of its edges or its middle is aligned there and has not moved.
    let across =
      [
        right.left - left.left, right.right - left.right, right.middleX - left.middleX,
      ].min { abs($0) < abs($1) } ?? 0
    return Way(right: tenths(across), down: tenths(right.top - left.top))
  }

  private func report(_ stretch: Stretch<Move>, _ log: inout DifferenceLog) {
    let move = stretch.change
    let property = move.isBrokenOtherwise ? "lineBreaks" : move.ways.isEmpty ? "page" : "position"
    let most = move.ways.max { abs($0.right) + abs($0.down) < abs($1.right) + abs($1.down) }
    add(.geometry, property, stretch.first, stretch.count, &log) { line, paragraph, isLeft in
      if move.isBrokenOtherwise {
        return "\(paragraph.lines.count) 行，第一行到“\(line.text.suffix(6))”为止"
      }
      guard let most else { return PDFComparison.group(paragraph.page) }
      let place = "左 \(shortNumber(line.box.left)) 上 \(shortNumber(line.box.top))"
      if isLeft { return place }
      let way = [
        Self.way(most.right, "向右", "向左"), Self.way(most.down, "向下", "向上"),
      ].compactMap { $0 }.joined(separator: "，")
      return "\(place)（\(way)）"
    }
  }

  /// How far something moved, in tenths of a point, by the word for its direction; nil for not at all.
  private static func way(_ tenths: Int, _ forward: String, _ back: String) -> String? {
    guard tenths != 0 else { return nil }
    return "\(tenths > 0 ? forward : back) \(shortNumber(Double(abs(tenths)) / 10)) pt"
  }

  private struct FontChange: Hashable {
    let left: String
    let right: String
  }

  /// The fonts of a paragraph, where they are known and differ.
  private func fontChange(_ first: Int, _ second: Int) -> FontChange? {
    let fonts = (Self.fonts(own[first], left), Self.fonts(others[second], right))
    guard fonts.0 != fonts.1, !fonts.0.isEmpty, !fonts.1.isEmpty else { return nil }
    return FontChange(left: fonts.0, right: fonts.1)
  }

  /// Fonts and sizes in the order of their first letters, each once.
  private static func fonts(_ paragraph: PDFParagraph, _ reading: PDFReading) -> String {
    var seen: Set<String> = []
    return paragraph.lines.flatMap { reading.pages[$0.page].lines[$0.line].runs }
      .map { "\($0.font) \(shortNumber($0.size))" }
      .filter { seen.insert($0).inserted }.joined(separator: "、")
  }

  private func report(_ stretch: Stretch<FontChange>, _ log: inout DifferenceLog) {
    add(.format, "font", stretch.first, stretch.count, &log) { _, _, isLeft in
      isLeft ? stretch.change.left : stretch.change.right
    }
  }

  private func add(
    _ kind: Difference.Kind, _ property: String, _ first: (left: Int, right: Int), _ count: Int,
    _ log: inout DifferenceLog, value: (ReadLine, PDFParagraph, _ isLeft: Bool) -> String
  ) {
    let (own, other) = (self.own[first.left], self.others[first.right])
    let tail = count > 1 ? "，连续 \(count) 段" : ""
    func side(_ paragraph: PDFParagraph, _ reading: PDFReading, isLeft: Bool) -> Difference.Side? {
      paragraph.lines.first.map { place in
        let line = reading.pages[place.page].lines[place.line]
        return Difference.Side(
          value: value(line, paragraph, isLeft) + (isLeft ? tail : ""),
          at: paragraph.place(in: reading.pages))
      }
    }
    log.add(
      Difference(
        kind, file: file, group: PDFComparison.group(own.page), property: property,
        left: side(own, self.left, isLeft: true), right: side(other, self.right, isLeft: false)))
  }
}
