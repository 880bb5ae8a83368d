internal import Diagnostics
internal import Figures
internal import Layouts
internal import Readings

/// A self-evaluation as it stands in a table.
struct EvaluationMatch {
  /// A row that has figures.
  private struct Row {
    let section: PlacedSection
    let layout: EvaluationRow
    /// The grid's row.
    let row: Int
    /// What it is called, then what qualifies it.
    var path: [String]
  }

  let form: EvaluationForm
  let grid: CellGrid
  private var rows: [Row] = []
  /// Labels of rows that are not there.
  private(set) var missingRows: [String] = []
  private(set) var missingColumns: [String] = []

  /// Finds an evaluation in a table; nil where not every header over figures is there.
  init?(_ form: EvaluationForm, in grid: CellGrid) {
    self.form = form
    self.grid = grid
    var sections: [PlacedSection] = []
    var start = 0
    for layout in form.sections where !layout.header.isEmpty {
      guard
        let section = PlacedSection(
          layout, columnCount: form.columns.count, in: grid, from: start)
      else {
        if layout.hasFigures { return nil }
        continue
      }
      if let last = sections.indices.last {
        sections[last].body =
          sections[last].body
          .lowerBound..<max(
            sections[last].body.lowerBound, section.header.lowerBound)
      }
      sections.append(section)
      start = section.header.upperBound
    }
    guard sections.contains(where: { $0.layout.hasFigures }) else { return nil }
    for section in sections where section.layout.hasFigures { read(section) }
  }

  private mutating func read(_ section: PlacedSection) {
    let labelled = section.layout.rows.filter { $0.records == nil && !$0.figureCells.isEmpty }
    var open = Array(labelled.indices)
    let records = section.layout.rows.first { $0.records != nil && !$0.figureCells.isEmpty }
    let (nameCells, figureCells) = (records?.nameCells ?? [], records?.figureCells ?? [])
    let labels = labelled.map { $0.label.map { ComparableText($0) } }
    for row in section.body where !section.isHeader(row, in: grid) {
      let texts = grid.texts(inRow: row)
      let label = open.firstIndex { labels[$0].map { texts.contains($0) } ?? false }
      if let label {
        let line = labelled[open.remove(at: label)]
        add(line, section, row, names: [line.label ?? ""])
      } else if let records {
        let names = nameCells.map { section.cell($0, row: row, in: grid)?.text ?? "" }
        if figureCells.contains(where: { isSeen($0, section, row) }) {
          add(records, section, row, names: names)
        } else if let last = rows.indices.last, rows[last].layout.records != nil,
          let more = names.first, !more.isEmpty, grid.page(of: row) != grid.page(of: row - 1)
        {
          // A row that a page parts goes on without its figures.
          rows[last].path[0] += more
        }
      }
    }
    missingRows += open.compactMap { labelled[$0].label }
    let names = section.columnKeys
    let columns = Set(section.layout.rows.flatMap(\.figureCells).map(\.columns))
    missingColumns += columns.filter { section.columns[$0.lowerBound] == nil }
      .compactMap { names[$0] }.sorted()
  }

  private mutating func add(
    _ layout: EvaluationRow, _ section: PlacedSection, _ row: Int, names: [String]
  ) {
    let path = (names + [section.layout.side?.text ?? ""]).map { name in
      name.split(whereSeparator: \.isNewline).joined()
    }
    rows.append(Row(section: section, layout: layout, row: row, path: path))
  }

  private func isSeen(_ cell: EvaluationCell, _ section: PlacedSection, _ row: Int) -> Bool {
    guard let found = section.cell(cell, row: row, in: grid) else { return false }
    return found.row == grid.rows[row] && !ComparableText(found.text).isEmpty
  }

  /// Its rows with figures, as lines of a book.
  var figureRows: [FigureRow] {
    zip(rows, EvaluationRowNames(rows.map(\.path)).names).map { row, name in
      FigureRow(id: name, kind: row.layout.kind, name: name)
    }
  }

  /// The figures of the evaluation under a number: `自评-03`.
  func figures(_ number: String) -> [Figure] {
    let names = EvaluationRowNames(rows.map(\.path)).names
    return zip(rows, names).flatMap { row, name in
      let columns = row.section.columnKeys
      return row.layout.figureCells.compactMap { cell -> Figure? in
        guard let place = row.section.columns[cell.column] else { return nil }
        let found = row.section.cell(cell, row: row.row, in: grid)
        let text = found?.row == grid.rows[row.row] ? found?.text ?? "" : ""
        return Figure(
          key: FigureKey(
            form: number, cell: CellKey(row: name, column: form.columns[cell.column].id)),
          address: FigureAddress(form: number, row: name, column: columns[cell.columns] ?? ""),
          printed: text.trimmedOfSpace, content: Figure.Content(printed: text),
          at: grid.place(row: grid.rows[row.row], column: grid.columns[place]))
      }
    }
  }

  /// The project's name, as it stands beside its label; nil where it is not found.
  var project: String? {
    for row in form.sections.flatMap(\.rows) {
      let index = row.cells.firstIndex { cell in
        if case .show(let text) = cell.content { text.isOnly(form.projectMark) } else { false }
      }
      guard let index, index > 0, case .text(let label) = row.cells[index - 1].content
      else { continue }
      return text(after: ComparableText(label))
    }
    return nil
  }

  private func text(after label: ComparableText) -> String? {
    for row in grid.rows.indices {
      guard let column = grid.columns.indices.first(where: { grid.text(row, $0) == label })
      else { continue }
      let next = grid.columns.indices.first {
        $0 > column && grid.index(row, $0) != grid.index(row, column) && grid.cell(row, $0) != nil
      }
      return next.flatMap { grid.cell(row, $0) }?.text.trimmedOfSpace
    }
    return nil
  }
}

extension CellGrid {
  /// The page of a row, where the table stands on pages.
  fileprivate func page(of row: Int) -> Int? {
    guard rows.indices.contains(row) else { return nil }
    let places = columns.indices.lazy.filter { self.begins(row, $0) }.compactMap {
      self.cell(row, $0)?.place
    }
    return places.first?.page
  }
}
