internal import Documents
internal import Geometry
internal import Graphics

/// Lines of text above or below a table, one below the other.
struct TextBlock {
  /// A text on a line of the block.
  struct Entry {
    let line: ShapedLine
    let part: PlacedText.Part
    var paragraph = 0
    let x: Length
    let style: TextStyle
    var block: Int?
  }

  /// Rows of texts that share a baseline, with their heights.
  private(set) var rows: [(entries: [Entry], height: Length)] = []

  var height: Length { rows.map(\.height).sum() }

  mutating func add(_ entries: [Entry], style: TextStyle) {
    rows.append((entries, style.size * style.lineHeight))
  }

  /// The texts of some rows, from the given height downwards.
  func place(_ range: Range<Int>, top: Length) -> [PlacedText] {
    var y = top
    var texts: [PlacedText] = []
    for row in rows[range] {
      texts += row.entries.map { entry in
        PlacedText(
          part: entry.part, paragraph: entry.paragraph,
          line: PlacedLine(
            entry.line, x: entry.x, top: y, size: entry.style.size,
            lineHeight: entry.style.lineHeight), block: entry.block)
      }
      y += row.height
    }
    return texts
  }
}

/// Makes the blocks around the table of a form.
struct FormTexts {
  let form: FormSheet
  let style: DocumentStyle
  let measure: TextMeasure
  /// Headings that stand above the title.
  var leads: [LeadHeading] = []

  /// A stretch of the page from left to right.
  struct Span {
    let left: Length
    let width: Length
  }

  /// Headings before the form, title and head lines.
  ///
  /// - Parameters:
  ///   - area: the text area, over which the title is centred.
  ///   - table: the table, with whose edges the head lines are flush.
  func head(area: Span, table: Span) throws -> TextBlock {
    var block = TextBlock()
    try block.add(leads, area: area, measure: measure)
    let title = style.formTitle
    for line in try balanced(form.title, title, width: area.width) {
      let text = BlockText(line: line, paragraph: 0, share: 0.5)
      block.add([entry(text, .title, title, in: area)], style: title)
    }
    for (index, head) in form.head.enumerated() {
      for texts in try rows(of: head, number: index, width: table.width) {
        let entries = texts.map { entry($0, .head, style.headLine, in: table) }
        block.add(entries, style: style.headLine)
      }
    }
    return block
  }

  /// The line above the table on further pages, if the style has one.
  func continuedHead(table: Span) throws -> TextBlock {
    var block = TextBlock()
    guard let line = style.formPage.continuation?.line(of: form) else { return block }
    // Lines of the first page's head have other numbers.
    for texts in try rows(of: line, number: form.head.count, width: table.width) {
      block.add(
        texts.map { entry($0, .continuedHead, style.headLine, in: table) }, style: style.headLine)
    }
    return block
  }

  /// The notes, as wide as the table.
  func notes(table: Span) throws -> TextBlock {
    var block = TextBlock()
    for (index, note) in form.notes.enumerated() {
      for line in try lines(note, style.note, width: table.width) {
        let text = BlockText(line: line, paragraph: index, share: 0)
        block.add([entry(text, .note, style.note, in: table)], style: style.note)
      }
    }
    return block
  }

  /// A line of a text with the share of the free width that stands on its left.
  private struct BlockText {
    let line: ShapedLine
    let paragraph: Int
    let share: Double
  }

  /// A head's three texts on one line; a text that would run into the one before it begins another.
  private func rows(
    of head: HeadLine, number: Int, width: Length
  ) throws -> [[BlockText]] {
    let gap = style.headLine.size
    var rows: [[BlockText]] = []
    // Where the last text ends; nil while the next one must begin a line.
    var end: Length?
    let texts = [(head.left, 0.0), (head.middle, 0.5), (head.right, 1.0)]
    for (position, (text, share)) in texts.enumerated() {
      let lines = try lines(text, style.headLine, width: width)
      for line in lines {
        let paragraph = number * texts.count + position
        let text = BlockText(line: line, paragraph: paragraph, share: share)
        let start = (width - line.width) * share
        if let last = end, last + gap <= start, lines.count == 1 {
          rows[rows.count - 1].append(text)
        } else {
          rows.append([text])
        }
        end = lines.count == 1 ? start + line.width : nil
      }
    }
    return rows
  }

  private func lines(_ text: String, _ style: TextStyle, width: Length?) throws -> [ShapedLine] {
    try measure.lines(text, role: style.role, size: style.size, width: width)
  }

  /// A text in as few lines as the width allows, none of them much shorter than the others.
  private func balanced(
    _ text: String, _ style: TextStyle, width: Length
  ) throws -> [ShapedLine] {
    let text = try measure.preparedTitle(text, role: style.role, size: style.size)
    let fewest = try text.lines(width)
    guard fewest.count > 1 else { return fewest }
    // Equal shares are rarely enough, as lines end where words do; two ems wider they soon are.
    var narrower = fewest.map(\.width).sum() / Double(fewest.count)
    while narrower < width {
      let set = try text.lines(narrower)
      if set.count <= fewest.count { return set }
      narrower += style.size * 2
    }
    return fewest
  }

  private func entry(
    _ text: BlockText, _ part: PlacedText.Part, _ style: TextStyle, in span: Span
  ) -> TextBlock.Entry {
    TextBlock.Entry(
      line: text.line, part: part, paragraph: text.paragraph,
      x: span.left + (span.width - text.line.width) * text.share, style: style)
  }
}
