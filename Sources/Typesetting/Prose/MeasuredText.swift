internal import Documents
internal import Geometry
internal import Graphics

/// A heading, paragraph or entry whose text is set in lines: what is planned and then placed.
struct MeasuredText {
  /// The block of the document that it belongs to, from 0.
  let block: Int
  let part: PlacedText.Part
  let style: TextStyle
  let lines: [SetLine]
  let item: FlowItem
  /// Tells texts of one block and part from one another.
  var paragraph = 0
}

/// What of running text is planned and then placed.
enum MeasuredItem {
  case text(MeasuredText)
  case table(MeasuredFlowTable)

  var block: Int {
    switch self {
    case .text(let text): text.block
    case .table(let table): table.block
    }
  }

  var item: FlowItem {
    switch self {
    case .text(let text): text.item
    case .table(let table): table.item
    }
  }
}

/// Sets the blocks of running text in lines: the first step, the only one with fonts.
struct TextMeasurer {
  let style: ProseStyle
  let measure: TextMeasure
  /// The width of the text area.
  let width: Length

  private var setter: ParagraphSetter { ParagraphSetter(measure: measure, width: width) }

  /// The block's text in lines; nil where there is nothing to set.
  func measured(_ block: Block, number: Int) throws -> MeasuredText? {
    switch block {
    case .heading(let heading): try measured(heading, number: number)
    case .paragraph(let paragraph): try measured(paragraph, number: number)
    case .cover, .contents, .form, .table, .pageBreak, .orientation: nil
    }
  }

  private func measured(_ paragraph: Paragraph, number: Int) throws -> MeasuredText? {
    let lines = try setter.justified(paragraph.text, style: style.body, indent: style.indent)
    guard !lines.isEmpty else { return nil }
    let item = FlowItem(lines: lines.count, rowsPerLine: style.rows(for: style.body))
    return MeasuredText(
      block: number, part: .paragraph, style: style.body, lines: lines, item: item)
  }

  /// The caption of a table, which never stands alone; nil for an empty one.
  func caption(_ text: String, number: Int) throws -> MeasuredText? {
    let lines = try setter.centred(text, style: style.caption)
    guard !lines.isEmpty else { return nil }
    let item = FlowItem(
      lines: lines.count, rowsPerLine: style.rows(for: style.caption), keepsWithNext: true,
      isWhole: true)
    return MeasuredText(
      block: number, part: .caption, style: style.caption, lines: lines, item: item)
  }

  private func measured(_ heading: Heading, number: Int) throws -> MeasuredText? {
    let style = self.style.headingStyle(heading.level)
    let lines =
      style.isCentred
      ? try setter.centred(heading.text, style: style.text)
      : try setter.justified(
        heading.text, style: style.text,
        indent: self.style.indent * self.style.body.size.points / style.text.size.points)
    guard !lines.isEmpty else { return nil }
    let item = FlowItem(
      lines: lines.count, rowsPerLine: self.style.rows(for: style.text), above: style.linesAbove,
      below: style.linesBelow, startsPage: style.startsPage, keepsWithNext: true, isWhole: true)
    return MeasuredText(
      block: number, part: .heading(heading.level), style: style.text, lines: lines, item: item)
  }
}

extension ProseStyle {
  /// The style of a heading's level; a level that the set does not know is set as its last.
  func headingStyle(_ level: Int) -> HeadingStyle {
    guard let last = headings.last else {
      // The loader asks for three levels; a document made by hand may do without.
      return HeadingStyle(
        text: body, isCentred: false, startsPage: false, linesAbove: 0, linesBelow: 0)
    }
    return headings.indices.contains(level - 1) ? headings[level - 1] : last
  }

  /// How many rows of the grid a line of the type takes.
  func rows(for text: TextStyle) -> Int {
    max(1, Int((text.size.points / pitch.points - 0.001).rounded(.up)))
  }
}
