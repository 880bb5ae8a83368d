extension PDFReading {
  /// The tables of the tagged structure with the texts around them; none where the file is not
  /// tagged.
  ///
  /// A table that follows another with nothing between them, and is as wide, is its next part.
  public var taggedTables: [ReadTable] {
    var walk = TagWalk()
    for tag in tags { walk.visit(tag) }
    return walk.finish()
  }
}

/// Goes through the structure in reading order and collects tables.
private struct TagWalk {
  /// A text between tables.
  private struct Passage {
    let text: ReadText
    let isHeading: Bool
  }

  /// How many texts above a table are looked at where none of them is a heading.
  private static let headTexts = 8
  private static let headings: Set<String> = ["H", "H1", "H2", "H3", "H4", "H5", "H6", "Title"]
  /// Elements that are a part of a text; all others stand for themselves.
  private static let inline: Set<String> = [
    "Span", "Link", "Quote", "Note", "Reference", "Code", "Annot", "Lbl", "Ruby", "Warichu",
    "Other",
  ]

  private var tables: [ReadTable] = []
  private var passages: [Passage] = []
  private var page = 1

  mutating func visit(_ tag: ReadTag) {
    if let number = tag.page { page = number }
    if tag.kind == "Table" {
      take(tag)
    } else if tag.children.allSatisfy({ Self.inline.contains($0.kind) }) {
      let text = tag.wholeText
      guard !text.isEmpty else { return }
      passages.append(
        Passage(
          text: ReadText(text, at: .page(page)), isHeading: Self.headings.contains(tag.kind)))
    } else {
      for child in tag.children { visit(child) }
    }
  }

  /// What was collected, the texts after the last table among its notes.
  mutating func finish() -> [ReadTable] {
    let end = passages.firstIndex(where: \.isHeading) ?? passages.count
    addNotes(passages.prefix(min(end, Self.headTexts)).map(\.text))
    return tables
  }

  private mutating func take(_ tag: ReadTag) {
    var rows = TagRows(page: page)
    rows.visit(tag)
    page = rows.page
    if passages.isEmpty, let last = tables.last, last.width == rows.width {
      let height = last.height
      tables[tables.count - 1] = last.with(cells: last.cells + rows.cells.map { $0.below(height) })
      return
    }
    // Up to the last heading the texts belong to the table above.
    let heading = passages.lastIndex(where: \.isHeading)
    let head = heading.map { passages[$0...] } ?? passages.suffix(Self.headTexts)
    if let heading { addNotes(passages[..<heading].prefix(Self.headTexts).map(\.text)) }
    tables.append(
      ReadTable(
        name: heading.map { passages[$0].text.text } ?? "", head: head.map(\.text),
        cells: rows.cells, notes: []))
    passages = []
  }

  private mutating func addNotes(_ notes: [ReadText]) {
    guard let last = tables.last else { return }
    tables[tables.count - 1] = ReadTable(
      name: last.name, head: last.head, cells: last.cells, notes: last.notes + notes)
  }
}

/// Lays the rows of a table out on a grid, as ISO 32000-1, 14.8.4.3.4 has them: a cell takes the
/// first place that none from above reaches into.
private struct TagRows {
  /// No table is wider; a span that says more is cut.
  private static let widest = 1_000

  private(set) var cells: [ReadCell] = []
  private(set) var page: Int
  private(set) var width = 0
  private var row = -1
  /// The first row that is free again, by column.
  private var free: [Int: Int] = [:]

  init(page: Int) { self.page = page }

  mutating func visit(_ tag: ReadTag) {
    if let number = tag.page { page = number }
    guard tag.kind == "TR" else {
      for child in tag.children where child.kind != "Table" || tag.kind == "Table" { visit(child) }
      return
    }
    row += 1
    var column = 0
    for cell in tag.children where cell.kind == "TH" || cell.kind == "TD" {
      while free[column, default: 0] > row { column += 1 }
      guard column < Self.widest else { return }
      place(cell, at: &column)
    }
  }

  private mutating func place(_ tag: ReadTag, at column: inout Int) {
    if let number = tag.page ?? tag.children.lazy.compactMap(\.page).first { page = number }
    let columnSpan = min(max(tag.columnSpan, 1), Self.widest - column)
    let rowSpan = min(max(tag.rowSpan, 1), 1_000_000)
    cells.append(
      ReadCell(
        row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: tag.wholeText,
        isHeading: tag.kind == "TH", place: .page(page)))
    if rowSpan > 1 {
      for covered in column..<(column + columnSpan) { free[covered] = row + rowSpan }
    }
    column += columnSpan
    width = max(width, column)
  }
}

extension ReadTable {
  /// How many columns it has.
  fileprivate var width: Int { cells.map { $0.column + $0.columnSpan }.max() ?? 0 }
  /// How many rows it has, spans that run beyond the last one left out.
  fileprivate var height: Int { (cells.map(\.row).max() ?? -1) + 1 }

  fileprivate func with(cells: [ReadCell]) -> ReadTable {
    ReadTable(name: name, head: head, cells: cells, notes: notes)
  }
}

extension ReadCell {
  /// The cell so many rows further down.
  fileprivate func below(_ rows: Int) -> ReadCell {
    ReadCell(
      row: row + rows, column: column, rowSpan: rowSpan, columnSpan: columnSpan, text: text,
      isHeading: isHeading, place: place)
  }
}
