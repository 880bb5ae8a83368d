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
    return try pieces(of: text).flatMap { piece in
      try lines(of: piece, style: style, first: grid.pitch * indent, further: .zero, grid: grid)
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
      try lines(of: piece, style: style, first: first, further: further, grid: nil)
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

  /// Lines of a paragraph.
  ///
  /// The first line has a width of its own, so the text is set in two goes, the second without what
  /// stands on the first line; likewise a line that is broken elsewhere than the grid would.
  private func lines(
    of piece: String, style: TextStyle, first: Length, further: Length, grid: CharacterGrid?
  ) throws -> [SetLine] {
    var result: [SetLine] = []
    var rest = piece[...]
    while !rest.isEmpty {
      let x = result.isEmpty ? first : further
      let isAlike = !result.isEmpty || first == further
      let taken =
        isAlike
        ? try fitting(String(rest), style: style, room: width - x, grid: grid)
        : try firstLine(of: rest, style: style, room: width - x, grid: grid)
      result += taken.map { SetLine(line: $0, x: x) }
      let bytes = taken.map(\.text.utf8.count).reduce(0, +)
      guard bytes > 0 else { break }
      rest = rest.dropFirst(utf8: bytes)
    }
    return result
  }

  /// The first line of a text; what stands far behind it need not be set to find it.
  private func firstLine(
    of text: Substring, style: TextStyle, room: Length, grid: CharacterGrid?
  ) throws -> [ShapedLine] {
    let head = text.prefix(8 * max(1, Int(room.points / style.size.points)))
    let lines = try fitting(String(head), style: style, room: room, grid: grid)
    guard lines.count == 1, head.endIndex < text.endIndex else { return Array(lines.prefix(1)) }
    return Array(try fitting(String(text), style: style, room: room, grid: grid).prefix(1))
  }

  /// The first lines of a text, as many as the grid holds without another break; at least one.
  private func fitting(
    _ text: String, style: TextStyle, room: Length, grid: CharacterGrid?
  ) throws -> [ShapedLine] {
    guard let grid else { return try shape(text, style, max(room, style.size)) }
    let lines = try shape(text, style, grid.natural(room))
    var set: [ShapedLine] = []
    for (index, line) in lines.enumerated() {
      guard let fitted = grid.fit(line, in: room, isLast: index == lines.count - 1) else { break }
      set.append(fitted)
    }
    guard set.isEmpty else { return set }
    // A line with too few gaps to be squeezed: it is broken where the room really ends.
    let narrow = try shape(text, style, max(room, style.size))
    return narrow.prefix(1).map { grid.fit($0, in: room, isLast: narrow.count == 1) ?? $0 }
  }

  /// Lines of nearly one length: the narrowest column in which there are no more of them.
  private func balanced(_ text: String, style: TextStyle) throws -> [ShapedLine] {
    let lines = try shape(text, style, width)
    guard lines.count > 1 else { return lines }
    var narrow = max(lines.map(\.width).sum() / Double(lines.count), style.size)
    while narrow < width {
      let balanced = try shape(text, style, narrow)
      if balanced.count <= lines.count { return balanced }
      narrow += style.size / 2
    }
    return lines
  }

  private func shape(_ text: String, _ style: TextStyle, _ width: Length) throws -> [ShapedLine] {
    try measure.lines(text, role: style.role, size: style.size, width: width)
  }
}

extension Substring {
  /// The text behind so many bytes of it.
  fileprivate func dropFirst(utf8 count: Int) -> Substring {
    self[(utf8.index(startIndex, offsetBy: count, limitedBy: endIndex) ?? endIndex)...]
  }
}
