internal import Documents
internal import Geometry
internal import Graphics

extension Page {
  /// Everything that is painted over the rules, in the order of painting: leaders, then the texts in
  /// reading order within their elements of structure.
  ///
  /// Every element ends with its page; what goes on on the next page begins there anew under the same
  /// name.
  public var items: [PageItem] {
    var marked = MarkedItems(form: form, titleLevel: titleLevel, links: links)
    let read = texts.filter { $0.part != .leader }
    marked.add(texts.filter { $0.part == .leader }.map(\.line))
    var above = read.filter(\.part.isAboveTable)[...]
    for table in tables {
      // Blocks are numbered in reading order; a caption is of its table's block.
      let before = above.prefix { ($0.block ?? 0) <= table.first?.block ?? .max }
      above = above.dropFirst(before.count)
      marked.add(Array(before))
      marked.add(table: table)
    }
    marked.add(Array(above))
    marked.add(read.filter { !$0.part.isAboveTable })
    return marked.items
  }

  /// The cells of each table, from top to bottom.
  private var tables: [ArraySlice<PlacedCell>] {
    var tables: [ArraySlice<PlacedCell>] = []
    var rest = cells[...]
    while let first = rest.first {
      let table = rest.prefix { $0.block == first.block }
      tables.append(table)
      rest = rest.dropFirst(table.count)
    }
    return tables
  }
}

/// Collects what is painted on a page, with the marks of structure around it.
private struct MarkedItems {
  private(set) var items: [PageItem] = []
  let form: String
  let titleLevel: Int
  let links: [PlacedLink]

  private mutating func begin(_ tag: StructureTag, _ name: ElementName? = nil) {
    items.append(.begin(tag, name))
  }

  private mutating func end() { items.append(.end) }

  /// Adds texts; lines of one text are one element.
  mutating func add(_ texts: [PlacedText]) {
    var rest = texts[...]
    var isInContents = false
    while let first = rest.first {
      let own = 1 + zip(rest, rest.dropFirst()).prefix { $1.goesOn(after: $0) }.count
      let tag = tag(of: first)
      if isInContents != (tag == .contentsEntry) {
        isInContents ? end() : begin(.contents, first.block.map(ElementName.contents))
        isInContents.toggle()
      }
      let name = TextName(
        form: form, part: first.part, block: first.block, paragraph: first.paragraph)
      add(rest.prefix(own).map(\.line), as: tag, name)
      rest = rest.dropFirst(own)
    }
    if isInContents { end() }
  }

  /// Adds the lines of a text, as a link if they are one.
  private mutating func add(_ lines: [PlacedLine], as tag: StructureTag?, _ name: TextName) {
    guard let tag, let start = lines.first?.box else { return add(lines) }
    begin(tag, .text(name))
    let link = links.first { link in
      link.areas.contains { $0.minX == start.minX && $0.minY == start.minY }
    }
    if let link { begin(.link(link)) }
    add(lines)
    if link != nil { end() }
    end()
  }

  /// The element of structure that a text is; none for what is not part of the text.
  private func tag(of text: PlacedText) -> StructureTag? {
    switch text.part {
    case .title: .heading(level: titleLevel)
    case .heading(let level): .heading(level: min(max(level, 1), 6))
    case .contentsTitle: .heading(level: 1)
    case .head, .note, .paragraph, .caption, .coverIssuer, .coverTitle, .coverFoot: .paragraph
    case .contentsEntry, .entryNumber: .contentsEntry
    case .leader, .pageNumber, .continuedHead: nil
    }
  }

  /// Adds the cells of a table on the page, section by section.
  mutating func add(table cells: ArraySlice<PlacedCell>) {
    guard let first = cells.first else { return }
    let table = first.block.map(TableName.block) ?? .form(form)
    begin(.table, .table(table))
    var rest = cells
    while let first = rest.first {
      let section = rest.prefix { $0.section == first.section }
      rest = rest.dropFirst(section.count)
      add(section: section, of: table)
    }
    end()
  }

  /// Adds what of a section stands on the page: its header, if no earlier page has it, and its rows.
  private mutating func add(section: ArraySlice<PlacedCell>, of table: TableName) {
    let sides = section.filter { $0.role == .side }
    let header = section.filter { $0.isHeader }
    let body = section.filter { !$0.isHeader && $0.role != .side }
    if header.first?.isRepeated == true {
      for cell in header { add(cell.lines) }
      add(band: sides + body, of: table)
    } else if header.isEmpty {
      add(band: sides + body, of: table)
    } else {
      // It stands beside the header's first row as well.
      add(band: header, after: sides, of: table)
      add(band: body, of: table)
    }
  }

  /// Adds rows of a header or a body.
  ///
  /// - Parameter sides: cells that begin before them, in the first row.
  private mutating func add(
    band: [PlacedCell], after sides: [PlacedCell] = [], of table: TableName
  ) {
    // A cell from an earlier page stands before all others, though not always in the first column.
    let cells = band.sorted {
      ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
    }
    var rest = cells[...]
    var sides = sides
    let end = band.map(\.rows.upperBound).max() ?? 0
    // A row in which no cell begins is a row all the same: the spans of others count it.
    for row in (cells.first?.rows.lowerBound ?? end)..<end {
      let own = rest.prefix { $0.rows.lowerBound == row }
      rest = rest.dropFirst(own.count)
      // What an earlier page has is not read again.
      for cell in own where cell.isRepeated { add(cell.lines) }
      let first = cells.first
      begin(
        .row,
        .row(
          RowName(
            table: table, section: first?.section ?? 0, isHeader: first?.isHeader ?? false,
            row: row)))
      for cell in sides + own where !cell.isRepeated {
        begin(cell.tag, cell.name(in: table))
        add(cell.lines)
        self.end()
      }
      self.end()
      sides = []
    }
  }

  mutating func add(_ lines: [PlacedLine]) {
    for line in lines {
      items += line.runs.map { .glyphs($0, origin: line.origin) }
    }
  }
}

extension PlacedText {
  /// Whether the line belongs to the same text as the line before it.
  fileprivate func goesOn(after last: PlacedText) -> Bool {
    switch (last.part, part) {
    case (.contentsEntry, .entryNumber): true
    default: part == last.part && block == last.block && paragraph == last.paragraph
    }
  }
}

extension PlacedCell {
  /// The cell on all of its pages: its rest belongs to the row in which it began.
  fileprivate func name(in table: TableName) -> ElementName {
    let row = RowName(table: table, section: section, isHeader: isHeader, row: span.lowerBound)
    return .cell(row, column: columns.lowerBound)
  }

  fileprivate var tag: StructureTag {
    let span = CellSpan(rows: headerRows + span.count, columns: columns.count)
    if isHeader { return .headerCell(span) }
    return role == .side || role == .group ? .rowHeaderCell(span) : .dataCell(span)
  }
}
