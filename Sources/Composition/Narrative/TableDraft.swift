internal import Documents
internal import Layouts

/// A table of a template whose rows come one by one.
struct TableDraft {
  /// What the next table is called.
  var caption = ""
  /// Rows that belong to no header yet, or to the header that was read.
  private var rows: [[String]] = []
  private var header: [String] = []
  private var rule: TableRule?

  /// Takes a row; a rule makes the row above it a header.
  ///
  /// - Parameter isOwnText: whether all of it stands in the template itself, as a rule does.
  /// - Returns: the table before, where the row is the rule of another.
  mutating func add(_ row: [String], isOwnText: Bool) -> [Block] {
    guard isOwnText, let next = TableRule(row), let head = rows.popLast() else {
      rows.append(row)
      return []
    }
    let before = rule == nil ? [] : finish()
    rows = []
    header = head
    rule = next
    return before
  }

  /// Ends the table.
  ///
  /// - Returns: the table, or nothing where its list had no items: a header alone says nothing.
  mutating func finish() -> [Block] {
    defer { self = TableDraft() }
    guard let rule else {
      // The loader sees to headers; a row whose beginning a condition left out is text all the same.
      return rows.map { .paragraph(Paragraph(text: "| " + $0.joined(separator: " | ") + " |")) }
    }
    guard !rows.isEmpty else { return [] }
    let columns = rule.columns
    let section = TableSection(
      header: [TableRow(cells: cells(header, columns) { _, _ in .header })],
      body: rows.map { TableRow(cells: cells($0, columns, role)) })
    let table = Table(columns: columns.enumerated().map(column), sections: [section])
    return [.table(TextTable(caption: caption, table: table))]
  }

  private func column(_ index: Int, _ column: TableRule.Column) -> TableColumn {
    TableColumn(
      id: String(index + 1), width: column.width,
      holdsFigures: column.alignment == .right || column.alignment == .bar)
  }

  /// One cell for each column, whatever a row has.
  private func cells(
    _ texts: [String], _ columns: [TableRule.Column],
    _ role: (String, TableRule.Alignment) -> CellRole
  ) -> [TableCell] {
    columns.enumerated().map { index, column in
      let text = texts.indices.contains(index) ? texts[index] : ""
      return TableCell(
        column: index, role: role(text, column.alignment),
        content: text.isEmpty ? .empty : .text(text))
    }
  }

  /// Numbers stand where the rule says; what is none stands in the middle of a column of numbers.
  private func role(_ text: String, _ alignment: TableRule.Alignment) -> CellRole {
    switch alignment {
    case .left: .text
    case .centre: .value
    case .right: text.isNumber ? .number : .value
    case .bar: text.isNumber ? .bar : .value
    }
  }
}

extension String {
  /// Whether it is digits with what stands in and around them: 1,234.50, -3, 12.3%.
  fileprivate var isNumber: Bool {
    contains { $0.isNumber } && allSatisfy { $0.isASCII && !$0.isWhitespace }
  }
}

extension Array where Element == TemplateRendering.Piece {
  /// The cells of a row of a table; nil for any other line.
  var tableCells: [[TemplateRendering.Piece]]? {
    guard case .text(let text)? = first, text.first == ProseMark.cell else { return nil }
    var cells: [[TemplateRendering.Piece]] = [[]]
    for piece in self {
      guard case .text(let text) = piece else {
        cells[cells.count - 1].append(piece)
        continue
      }
      for (index, part) in text.split(separator: ProseMark.cell, omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { cells.append([]) }
        if !part.isEmpty { cells[cells.count - 1].append(.text(String(part))) }
      }
    }
    // Before the first stroke and behind the last there is nothing.
    return [[TemplateRendering.Piece]](cells.dropFirst().dropLast())
  }

  /// What else than a paragraph a line is by its own text.
  var mark: ProseMark? {
    guard case .text(let text)? = first else { return nil }
    return ProseMark.allCases.first { text.hasPrefix($0.rawValue) }
  }

  /// Whether no value prints any of it.
  var isOwnText: Bool { allSatisfy { if case .text = $0 { true } else { false } } }
}
