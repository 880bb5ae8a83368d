internal import Documents
internal import Geometry
internal import Graphics

/// Lines of text above or below a table, one below the other.
struct TextBlock {
  /// A text on a line of the block.
  struct Entry {
    let line: ShapedLine
    let part: PlacedText.Part
    let x: Length
    let style: TextStyle
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
          part: entry.part,
          line: PlacedLine(
            entry.line, x: entry.x, top: y, size: entry.style.size,
            lineHeight: entry.style.lineHeight))
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

  /// A stretch of the page from left to right.
  struct Span {
    let left: Length
    let width: Length
  }

  /// Title and head lines.
  ///
  /// - Parameters:
  ///   - area: the text area, over which the title is centred.
  ///   - table: the table, with whose edges the head lines are flush.
  func head(area: Span, table: Span) throws -> TextBlock {
    var block = TextBlock()
    let title = style.formTitle
    for line in try lines(form.title, title, width: area.width) {
      block.add([entry(line, .title, title, in: area, share: 0.5)], style: title)
    }
    for head in form.head {
      for texts in try rows(of: head, width: table.width) {
        let entries = texts.map {
          entry($0.line, .head, style.headLine, in: table, share: $0.share)
        }
        block.add(entries, style: style.headLine)
      }
    }
    return block
  }

  /// The notes, as wide as the table.
  func notes(table: Span) throws -> TextBlock {
    var block = TextBlock()
    for note in form.notes {
      for line in try lines(note, style.note, width: table.width) {
        block.add([entry(line, .note, style.note, in: table, share: 0)], style: style.note)
      }
    }
    return block
  }

  /// The line with the page number.
  func pageNumber(_ number: Int, size: Size) throws -> PlacedText? {
    let style = self.style.pageNumber
    let text = self.style.formPage.footer.split(separator: "{页码}", omittingEmptySubsequences: false)
      .joined(separator: String(number))
    guard let line = try lines(text, style, width: nil).first else { return nil }
    let baseline = size.height - self.style.formPage.footerDistance
    let placed = PlacedLine(
      line, x: (size.width - line.width) / 2, top: baseline - style.size * ascent,
      size: style.size, lineHeight: 1)
    return PlacedText(part: .pageNumber, line: placed)
  }

  /// A line of a head with the share of the free width that stands on its left.
  private typealias HeadText = (line: ShapedLine, share: Double)

  /// A head's three texts on one line; a text that would run into the one before it begins another.
  private func rows(of head: HeadLine, width: Length) throws -> [[HeadText]] {
    let gap = style.headLine.size
    var rows: [[HeadText]] = []
    // Where the last text ends; nil while the next one must begin a line.
    var end: Length?
    for (text, share) in [(head.left, 0.0), (head.middle, 0.5), (head.right, 1.0)] {
      let lines = try lines(text, style.headLine, width: width)
      for line in lines {
        let start = (width - line.width) * share
        if let last = end, last + gap <= start, lines.count == 1 {
          rows[rows.count - 1].append((line, share))
        } else {
          rows.append([(line, share)])
        }
        end = lines.count == 1 ? start + line.width : nil
      }
    }
    return rows
  }

  private func lines(_ text: String, _ style: TextStyle, width: Length?) throws -> [ShapedLine] {
    try measure.lines(text, role: style.role, size: style.size, width: width)
  }

  private func entry(
    _ line: ShapedLine, _ part: PlacedText.Part, _ style: TextStyle, in span: Span, share: Double
  ) -> TextBlock.Entry {
    TextBlock.Entry(
      line: line, part: part, x: span.left + (span.width - line.width) * share, style: style)
  }
}
