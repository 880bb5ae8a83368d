public import Geometry

/// The texts of a table by their widths: measured in one size of type, reckoned in any other.
public struct TableExtents: Sendable {
  /// The texts that any share may have to consider, with their cells.
  public let texts: [(extent: TextExtent, cell: TableCell)]
  /// The size of type.
  public let size: Length
  /// The em of the type as it is reckoned with, which margins of safety may enlarge.
  let em: Length
  /// How many rows the table has.
  public let rowCount: Int

  /// Measures a table.
  ///
  /// - Parameters:
  ///   - size: the size of type.
  ///   - em: how wide a Chinese character counts.
  ///   - words: what headings do not take apart.
  ///   - width: how wide a text of a cell is on one line.
  ///   - padding: what a cell is wider than its text.
  public init(
    _ table: Table, size: Length, em: Length, words: HeadWords,
    width: (_ text: String, _ cell: TableCell) throws -> Length,
    padding: (TableCell) -> Length
  ) rethrows {
    var texts: [(extent: TextExtent, cell: TableCell)] = []
    var row = 0
    func leastWidth(_ columns: Range<Int>) -> Length {
      var width = Length.zero
      for column in columns.clamped(to: table.columns.indices) {
        width += table.columns[column].widths.lowerBound
      }
      return width
    }
    func add(_ cell: TableCell, rows: Range<Int>) throws {
      let printed = cell.content.printed
      guard !printed.isEmpty else { return }
      let padding = padding(cell)
      // No character is wider than an em: what the least widths surely hold need not be measured.
      if !cell.role.isUnbreakable,
        em * Double(printed.unicodeScalars.count) + padding <= leastWidth(cell.columns)
      {
        return
      }
      let whole = try width(printed, cell)
      var text = cell.role.isUnbreakable ? TextExtent.Text.whole(whole) : .running(whole)
      // Where the least widths hold all of it, it is never broken.
      if cell.isHeading, whole + padding > leastWidth(cell.columns),
        let parts = cell.headParts(words)
      {
        text = .heading(HeadLines(parts: parts, widths: try parts.map { try width($0, cell) }))
      }
      texts.append(
        (TextExtent(columns: cell.columns, rows: rows, text: text, padding: padding), cell))
    }
    for section in table.sections {
      let end = row + section.header.count + section.body.count
      if let side = section.side { try add(side, rows: row..<max(end, row + 1)) }
      for (index, cells) in (section.header + section.body).enumerated() {
        for cell in cells.cells {
          let first = row + index
          try add(cell, rows: first..<min(end, first + max(1, cell.rowSpan)))
        }
      }
      row = end
    }
    self.init(texts: texts, size: size, em: em, rowCount: row)
  }

  private init(
    texts: [(extent: TextExtent, cell: TableCell)], size: Length, em: Length, rowCount: Int
  ) {
    self.texts = texts
    self.size = size
    self.em = em
    self.rowCount = rowCount
  }

  /// How many lines each row takes when the columns have these widths, those of all sections together.
  ///
  /// - Parameter atLeast: whether lines are taken to be full, so that there can be no fewer.
  public func rowLines(in widths: [Length], atLeast: Bool = false) -> [Int] {
    LineCount(self, widths: widths, fillsLines: atLeast).rows
  }

  /// The same table in another size of type: glyphs grow in proportion, padding does not.
  public func resized(to size: Length) -> TableExtents {
    guard size != self.size else { return self }
    let factor = size.points / self.size.points
    return TableExtents(
      texts: texts.map { ($0.extent.scaled(by: factor), $0.cell) }, size: size, em: em * factor,
      rowCount: rowCount)
  }
}

extension TableCell {
  /// Whether the cell is set as headings are, in lines of equal widths: all that stands in the middle.
  public var isHeading: Bool {
    switch role {
    case .header, .side, .group, .totalLabel, .value: true
    case .code, .name, .label, .lineNumber, .figure, .text, .number, .bar, .filler: false
    }
  }

  /// The parts of a heading that its lines do not take apart; nil for other cells, for texts with line
  /// breaks of their own and for those that are too long to be balanced.
  public func headParts(_ words: HeadWords) -> [String]? {
    guard isHeading else { return nil }
    let printed = content.printed
    guard printed.utf8.count <= longestHeading, !printed.utf8.contains(UInt8(ascii: "\n")) else {
      return nil
    }
    return words.parts(of: printed)
  }
}

/// The bytes of the longest heading whose lines are balanced: some forty Chinese characters.
private let longestHeading = 120

extension CellRole {
  /// Whether the text is never broken over lines.
  public var isUnbreakable: Bool {
    switch self {
    case .code, .lineNumber, .figure, .number, .bar: true
    case .header, .name, .label, .totalLabel, .side, .group, .value, .text, .filler: false
    }
  }
}
