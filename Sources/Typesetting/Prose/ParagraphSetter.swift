internal import Documents
internal import Geometry
internal import Graphics

/// A line of running text and where it begins.
struct SetLine {
  let line: ShapedLine
  /// From the left edge of the text area.
  let x: Length
}

/// Sets paragraphs in lines of one width.
struct ParagraphSetter {
  let measure: TextMeasure
  /// The width of the text area.
  let width: Length

  /// A paragraph on the grid of characters, its first line indented, its lines flush on both sides.
  ///
  /// - Parameter indent: in characters of the grid.
  func justified(_ text: String, style: TextStyle, indent: Double) throws -> [SetLine] {
    let grid = CharacterGrid(size: style.size, width: width)
    let start = grid.pitch * indent
    let rules = grid.justification(indent: start)
    return try pieces(of: text).flatMap { piece in
      let lines = try prepared(piece, style).justified(rules).filter { !$0.text.isEmpty }
      return lines.enumerated().map { SetLine(line: $1, x: $0 == 0 ? start : .zero) }
    }
  }

  /// A text flush left, with the characters' own widths.
  ///
  /// - Parameters:
  ///   - first: where the first line begins.
  ///   - further: where the further ones begin.
  func ragged(
    _ text: String, style: TextStyle, first: Length, further: Length
  ) throws -> [SetLine] {
    try pieces(of: text).flatMap { piece in
      try lines(of: piece, style: style, first: first, further: further)
    }
  }

  /// A text in the middle, in as few lines as possible and these of nearly one length.
  func centred(_ text: String, style: TextStyle) throws -> [SetLine] {
    try pieces(of: text).flatMap { try balanced($0, style: style) }.map { line in
      SetLine(line: line, x: (width - line.width) / 2)
    }
  }

  /// The paragraphs of a text that has line breaks; blanks around them would only shift the lines.
  private func pieces(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
  }

  private func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }

  /// Lines of a paragraph, each no wider than the room at its place; the text is shaped once.
  private func lines(
    of piece: String, style: TextStyle, first: Length, further: Length
  ) throws -> [SetLine] {
    let text = try preparedTitle(piece, style)
    let end = piece.utf8.count
    var result: [SetLine] = []
    var start = 0
    while start < end {
      let x = result.isEmpty ? first : further
      // What is no wider than a character is broken behind it.
      guard let line = try text.line(start, max(width - x, style.size)), !line.text.isEmpty
      else { break }
      result.append(SetLine(line: line, x: x))
      start += line.text.utf8.count
    }
    return result
  }

  private func prepared(_ text: String, _ style: TextStyle) throws -> PreparedText {
    try measure.prepared(text, role: style.role, size: style.size, closesPairs: true)
  }

  private func preparedTitle(_ text: String, _ style: TextStyle) throws -> PreparedText {
    try measure.preparedTitle(text, role: style.role, size: style.size, closesPairs: true)
  }

  /// Lines of nearly one length: the narrowest column in which there are no more of them.
  private func balanced(_ text: String, style: TextStyle) throws -> [ShapedLine] {
    let text = try preparedTitle(text, style)
    let lines = try text.lines(width)
    guard lines.count > 1 else { return lines }
    var narrow = max(lines.map(\.width).sum() / Double(lines.count), style.size)
    while narrow < width {
      let balanced = try text.lines(narrow)
      if balanced.count <= lines.count { return balanced }
      narrow += style.size / 2
    }
    return lines
  }
}
