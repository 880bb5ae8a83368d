internal import Documents
internal import Domain
internal import Layouts

/// Turns a grid with its figures, or with words in their place, into the table that renderers print.
struct TableAssembly {
  let grid: FormGrid
  /// What the cells for figures hold, by the positions of row and column; cells without an address hold
  /// nothing.
  let figures: [[Int: CellContent]]

  private var columns: [ColumnLayout] { grid.form.columns }

  func table() -> Table {
    Table(
      columns: columns.map {
        TableColumn(id: $0.id, widths: $0.widths, holdsFigures: $0.content == .figure)
      },
      sections: grid.form.sections.indices.map(section))
  }

  private func section(_ number: Int) -> TableSection {
    let layout = grid.form.sections[number]
    let header = layout.header.map { row in
      TableRow(
        cells: row.map { cell in
          TableCell(
            column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
            role: .header, content: cell.text.isEmpty ? .empty : .text(cell.text))
        })
    }
    let ranges = grid.blocks[number]
    let height = ranges.map(\.count).max() ?? 0
    let body = (0..<height).map { offset in
      TableRow(
        cells: zip(layout.blocks, ranges).flatMap { block, range in
          offset < range.count
            ? cells(of: range.lowerBound + offset, in: block.columns)
            : block.columns.map { filler($0) }
        }, keepsWithNext: ranges.contains { keepsWithNext(offset, of: $0) })
    }
    let foot = zip(layout.foot, grid.feet[number]).map(footRow)
    return TableSection(header: header, body: body + foot)
  }

  /// Whether a row of a block is a 类 of a tree with the next row below it.
  private func keepsWithNext(_ offset: Int, of range: Range<Int>) -> Bool {
    guard offset + 1 < range.count else { return false }
    let (row, next) = (
      grid.rows[range.lowerBound + offset], grid.rows[range.lowerBound + offset + 1]
    )
    guard case .account(let code, _) = row.wording, case .account(let inner, _) = next.wording,
      row.chart == .function
    else { return false }
    return row.level == 0 && inner.utf8.starts(with: code.utf8)
  }

  /// The cells of a row over the columns of its block.
  private func cells(of position: Int, in range: Range<Int>) -> [TableCell] {
    let row = grid.rows[position]
    var cells: [TableCell] = []
    var column = range.lowerBound
    while column < range.upperBound {
      let cell = cell(of: row, at: position, column: column, in: range)
      cells.append(cell)
      column = cell.columns.upperBound
    }
    return cells
  }

  private func cell(
    of row: GridRow, at position: Int, column: Int, in range: Range<Int>
  ) -> TableCell {
    switch columns[column].content {
    case .figure:
      guard let figure = figures[position][column] else { return filler(column) }
      return TableCell(
        column: column, role: .figure, content: figure, isStrong: row.isStrong)
    case .lineNumber:
      guard let line = row.lineNumber else { return filler(column) }
      return TableCell(
        column: column, role: .lineNumber, content: .text(line), isStrong: row.isStrong)
    case .text:
      guard let text = row.texts[column], !text.isEmpty else { return filler(column) }
      return TableCell(column: column, role: .name, content: .text(text))
    case .code, .name, .label:
      return wording(of: row, column: column, in: range)
    }
  }

  /// A row's wording; where a block has columns for code and name, a line's or total's wording runs
  /// over both.
  private func wording(of row: GridRow, column: Int, in range: Range<Int>) -> TableCell {
    switch (row.wording, columns[column].content) {
    case (.account(let code, _), .code):
      guard let text = columns[column].code(of: code, in: row.chart) else { return filler(column) }
      return TableCell(
        column: column, role: .code, content: .text(text), isStrong: row.isStrong)
    case (.record(let code, _), .code):
      guard !code.isEmpty else { return filler(column) }
      return TableCell(column: column, role: .code, content: .text(code))
    case (.record(_, let name), let content):
      return TableCell(
        column: column, role: content == .label ? .label : .name, content: .text(name))
    case (.account(_, let name), _):
      return TableCell(
        column: column, role: .name, content: .text(name), isStrong: row.isStrong,
        level: row.level)
    case (.line(let text), _), (.total(let text), _), (.foot(let text), _):
      let run = range[column...].prefix { columns[$0].content.isWording }
      let span = columns[column].content == .label ? 1 : run.count
      guard !text.isEmpty else { return filler(column) }
      let isTotal = if case .total = row.wording { true } else { false }
      return TableCell(
        column: column, columnSpan: span, role: isTotal ? .totalLabel : .label,
        content: .text(text), isStrong: isTotal)
    }
  }

  private func footRow(_ cells: [FootCell], positions: [Int: Int]) -> TableRow {
    TableRow(
      cells: cells.map { cell in
        switch cell.content {
        case .text(let text):
          return TableCell(
            column: cell.column, columnSpan: cell.columnSpan, role: .totalLabel,
            content: text.isEmpty ? .empty : .text(text), isStrong: true)
        case .figure:
          let column = cell.lastColumn
          let figure = positions[column].flatMap { figures[$0][column] }
          return TableCell(
            column: cell.column, columnSpan: cell.columnSpan, role: .figure,
            content: figure ?? .empty, isStrong: true)
        }
      })
  }

  private func filler(_ column: Int) -> TableCell {
    TableCell(column: column, role: .filler, content: .empty)
  }
}

extension GridRow {
  /// Whether others are parts of it: a total, or a 类 of the accounts.
  fileprivate var isStrong: Bool {
    switch wording {
    case .total, .foot: true
    case .account: level == 0
    case .line, .record: false
    }
  }

  /// How far below a 类 an account stands.
  fileprivate var level: Int {
    guard case .account(let code, _) = wording else { return 0 }
    let digits = chart.levelDigits
    return digits.firstIndex { code.utf8.count <= $0 } ?? digits.count
  }
}

extension ColumnLayout {
  /// What a column of codes shows of an account's: the whole, or the digits of its own level.
  fileprivate func code(of code: String, in chart: AccountChart) -> String? {
    guard let codeLevel else { return code }
    return switch chart {
    case .function: FunctionAccount(unchecked: code).digits(ofLevel: codeLevel).map(String.init)
    case .economic: EconomicAccount(unchecked: code).digits(ofLevel: codeLevel).map(String.init)
    }
  }
}

extension ColumnLayout.Content {
  /// Whether it is what a row is called by.
  fileprivate var isWording: Bool {
    switch self {
    case .code, .name, .label: true
    case .lineNumber, .figure, .text: false
    }
  }
}
