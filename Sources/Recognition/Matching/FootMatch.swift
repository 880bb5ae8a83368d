internal import Figures
internal import Layouts
internal import Readings

/// The rows below a section's blocks that span them.
struct FootMatch {
  /// A figure of the foot with the cell that shows it.
  struct Figure {
    let id: String
    /// The form's column that it belongs to.
    let column: Int
    /// The grid's row and column.
    let row: Int
    let place: Int
    let text: String
  }

  private(set) var figures: [Figure] = []
  /// The grid's row at which the foot begins; nil where there is none.
  private(set) var start: Int?
  /// The labels of figures that the table does not have.
  private(set) var missing: [String] = []

  /// Finds the rows of a foot by their texts.
  init(_ section: SectionLayout, columns: [Int: Int], in grid: CellGrid, rows: Range<Int>) {
    var rest = rows
    for foot in section.foot {
      let texts = foot.compactMap { cell in
        if case .text(let text) = cell.content { ComparableText(text) } else { nil }
      }.filter { !$0.isEmpty }
      let row = rest.first { row in
        !texts.isEmpty && Set(texts).isSubset(of: grid.texts(inRow: row))
      }
      if let row {
        start = start ?? row
        rest = (row + 1)..<rest.upperBound
      }
      for cell in foot { take(cell, row: row, columns, grid) }
    }
  }

  private mutating func take(
    _ cell: FootCell, row: Int?, _ columns: [Int: Int], _ grid: CellGrid
  ) {
    guard case .figure(let id, let label) = cell.content else { return }
    guard let row, let place = columns[cell.lastColumn] else {
      missing.append(label)
      return
    }
    // A label that runs over the figure's column as well shows no figure.
    let text = grid.cell(row, place).map(\.text) ?? ""
    let isLabel = ComparableText(text) == ComparableText(label)
    figures.append(
      Figure(
        id: id, column: cell.lastColumn, row: row, place: place, text: isLabel ? "" : text))
  }
}
