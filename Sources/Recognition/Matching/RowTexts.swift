internal import Figures
internal import Layouts
internal import Readings

/// What tells the rows of a block apart: code, wording and 行次, row by row.
struct RowTexts {
  /// The grid's row.
  let row: Int
  /// An account code, if the row has one.
  let code: ComparableText
  /// The wording of a line, or the name of an account.
  let label: ComparableText
  /// The same as it is printed, without space around it.
  let name: String
  /// 行次.
  let number: ComparableText
  /// What the block's figure columns show, by the form's column.
  let contents: [Int: Figure.Content]

  /// Whether nothing tells the row from others.
  var isNameless: Bool { code.isEmpty && label.isEmpty && number.isEmpty }
  /// Whether any of its figures can be seen.
  var hasFigures: Bool { contents.values.contains { $0 != .blank && $0 != .text } }
  var hasText: Bool { contents.values.contains(.text) }
}

/// A block of a form as it stands in a table.
struct PlacedBlock {
  let layout: BlockLayout
  /// The grid's column for each of the form's.
  let columns: [Int: Int]
  let form: FormLayout

  /// The form's figure columns that the block has.
  var figureColumns: [Int] { layout.columns.filter { form.columns[$0].content == .figure } }

  /// The texts of a row of the grid.
  func texts(ofRow row: Int, in grid: CellGrid) -> RowTexts {
    let code = code(row, grid)
    let label = text(.label, row, grid)
    let isCode = code.isDigits
    // A line's wording runs over code and name where a form has both.
    let name = isCode ? text(.name, row, grid) : (code.isEmpty ? text(.name, row, grid) : code)
    var contents: [Int: Figure.Content] = [:]
    for column in figureColumns {
      contents[column] = Figure.Content(
        printed: cell(at: row, column, in: grid)?.text ?? "")
    }
    let wording = label.isEmpty ? name : label
    return RowTexts(
      row: row, code: isCode ? code : ComparableText(""), label: wording,
      name: printed(wording, row, grid),
      number: text(.lineNumber, row, grid), contents: contents)
  }

  /// The cell that shows a figure; nil where there is none, or what stands there is a wording or a
  /// note that runs over the figure's column.
  func cell(at row: Int, _ column: Int, in grid: CellGrid) -> ReadCell? {
    guard let place = columns[column], let index = grid.index(row, place), grid.begins(row, place)
    else { return nil }
    let others = layout.columns.filter { $0 != column }.compactMap { columns[$0] }
    return others.contains { grid.index(row, $0) == index } ? nil : grid.table.cells[index]
  }

  /// The cell of the block that reads so, as it is printed.
  private func printed(_ text: ComparableText, _ row: Int, _ grid: CellGrid) -> String {
    let places = layout.columns.compactMap { columns[$0] }
    let place = places.first { grid.text(row, $0) == text }
    return place.flatMap { grid.cell(row, $0) }?.text.trimmedOfSpace ?? text.key
  }

  /// A row's account code, whose digits may be parted over several columns.
  private func code(_ row: Int, _ grid: CellGrid) -> ComparableText {
    let parts = layout.columns.filter { form.columns[$0].content == .code }
    guard parts.count > 1 else { return text(.code, row, grid) }
    var code = ""
    var last: Int?
    for place in parts.compactMap({ columns[$0] }) {
      // A total's wording may run over them all.
      guard let index = grid.index(row, place), index != last, grid.begins(row, place) else {
        continue
      }
      code += grid.text(row, place).key
      last = index
    }
    return ComparableText(code)
  }

  private func text(
    _ content: ColumnLayout.Content, _ row: Int, _ grid: CellGrid
  ) -> ComparableText {
    guard let column = layout.columns.first(where: { form.columns[$0].content == content }),
      let place = columns[column], grid.begins(row, place)
    else { return ComparableText("") }
    return grid.text(row, place)
  }
}
