internal import Documents
internal import Geometry
internal import Graphics

/// A line of the contents: what it names and where that stands.
struct ContentsEntry {
  let title: String
  /// 1 to 3.
  let level: Int
  let style: TextStyle
  /// The page as it is printed at its foot.
  let number: Int
}

/// Sets the contents: one line an entry, dots that lead the eye to the number at the right edge.
struct ContentsTypesetter {
  let contents: Contents
  let block: Int
  let pages: TextPages

  private var style: ProseStyle { pages.style }
  private var measure: TextMeasure { pages.measure }
  private var margins: Insets { style.page.margins }
  private var width: Length { style.page.size.width - margins.left - margins.right }
  private var setter: ParagraphSetter { ParagraphSetter(measure: measure, width: width) }

  /// A page of the contents and the area of each entry on it.
  struct SetPage {
    let texts: [PlacedText]
    /// Entries, from 0, with the areas of their lines.
    let areas: [(entry: Int, areas: [Rectangle])]
    let end: PageEnd

    /// The links of the page's entries.
    ///
    /// - Parameter targets: where each entry leads.
    func links(to targets: [Destination]) -> [PlacedLink] {
      areas.map { PlacedLink(areas: $0.areas, target: targets[$0.entry]) }
    }
  }

  /// The pages of the contents; the numbers that the entries bear do not depend on how many.
  func typeset(_ entries: [ContentsEntry]) throws -> [SetPage] {
    var measured: [MeasuredText] = []
    if let title = try measuredTitle() { measured.append(title) }
    let first = measured.count
    let column = try numberColumn(entries)
    for (index, entry) in entries.enumerated() {
      measured.append(try measuredEntry(entry, number: index, column: column))
    }
    let (plan, pages) = try pages.plan(measured.map(\.item))
    return try plan.pages.map { page in
      var texts: [PlacedText] = []
      var areas: [(Int, [Rectangle])] = []
      for part in page.parts {
        let lines = pages.texts(part, of: measured[part.item])
        texts += lines
        guard part.item >= first else { continue }
        let entry = entries[part.item - first]
        let isLast = part.lines.upperBound == measured[part.item].lines.count
        if isLast, let line = lines.last?.line {
          texts += try number(of: entry, after: line, column: column)
        }
        areas.append((part.item - first, self.areas(of: lines, isLast: isLast)))
      }
      return SetPage(texts: texts, areas: areas, end: page.end)
    }
  }

  private func measuredTitle() throws -> MeasuredText? {
    let lines = try setter.centred(contents.title, style: style.contentsTitle)
    guard !lines.isEmpty else { return nil }
    let item = FlowItem(
      lines: lines.count, rowsPerLine: style.rows(for: style.contentsTitle), below: 1,
      keepsWithNext: true, isWhole: true)
    return MeasuredText(
      block: block, part: .contentsTitle, style: style.contentsTitle, lines: lines, item: item)
  }

  private func measuredEntry(
    _ entry: ContentsEntry, number: Int, column: Length
  ) throws -> MeasuredText {
    let text = entry.style
    let start = style.body.size * style.indent * Double(entry.level - 1)
    // Before the number there is always room for a few dots.
    let setter = ParagraphSetter(
      measure: measure, width: width - column - text.size * smallestLeader)
    let lines = try setter.ragged(
      entry.title, style: text, first: start, further: start + text.size * 2)
    let item = FlowItem(
      lines: max(1, lines.count), rowsPerLine: style.rows(for: text), isWhole: true)
    return MeasuredText(
      block: block, part: .contentsEntry(entry.level), style: text, lines: lines, item: item,
      paragraph: number)
  }

  /// The dots and the number behind the last line of an entry.
  private func number(
    of entry: ContentsEntry, after line: PlacedLine, column: Length
  ) throws -> [PlacedText] {
    let text = numberStyle(entry)
    let right = margins.left + width
    let top = line.box.minY
    var texts: [PlacedText] = []
    func add(_ set: ShapedLine, x: Length, _ part: PlacedText.Part) {
      let placed = PlacedLine(set, x: x, top: top, size: text.size, lineHeight: 1)
      texts.append(PlacedText(part: part, line: placed, block: block))
    }
    let gap = text.size / 4
    // All leaders end at one place, so that dots stand below dots.
    let end = right - column - gap
    let dot = try measure.width(leaderSign, role: text.role, size: text.size)
    let count = dot > .zero ? Int(((end - line.box.maxX - gap).points / dot.points)) : 0
    if count > 0 {
      let dots = String(repeating: leaderSign, count: count)
      for set in try lines(dots, text).prefix(1) { add(set, x: end - set.width, .leader) }
    }
    for set in try lines(String(entry.number), text).prefix(1) {
      add(set, x: right - set.width, .entryNumber)
    }
    return texts
  }

  /// Where a click leads to the entry: its lines, the last one with its number.
  private func areas(of lines: [PlacedText], isLast: Bool) -> [Rectangle] {
    lines.enumerated().map { index, text in
      let box = text.line.box
      let end = isLast && index == lines.count - 1 ? margins.left + width : box.maxX
      return Rectangle(x: box.minX, y: box.minY, width: end - box.minX, height: box.size.height)
    }
  }

  /// The width of the widest number.
  private func numberColumn(_ entries: [ContentsEntry]) throws -> Length {
    try entries.map { entry in
      let text = numberStyle(entry)
      return try measure.width(String(entry.number), role: text.role, size: text.size)
    }.max() ?? .zero
  }

  /// Dots and numbers of all levels are of one face, that of the page numbers at the foot.
  private func numberStyle(_ entry: ContentsEntry) -> TextStyle {
    TextStyle(role: pages.pageNumber.role, size: entry.style.size, lineHeight: 1)
  }

  private func lines(_ text: String, _ style: TextStyle) throws -> [ShapedLine] {
    try measure.lines(text, role: style.role, size: style.size, width: nil)
  }
}

/// What leaders are made of.
let leaderSign = "…"

/// In ems.
private let smallestLeader = 2.5
