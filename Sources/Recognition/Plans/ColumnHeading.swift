internal import Layouts
internal import Readings

/// What stands over a column: the texts from the top to the bottom, and its 栏次.
struct ColumnHeading: Hashable {
  /// Texts of cells that span others too are among them; one that merely repeats the one above is
  /// not.
  let path: [ComparableText]
  /// The number in the header's last row, where that is a row of numbers.
  let number: ComparableText?

  /// Joins the texts of the cells over a column, from the top.
  init(texts: [ComparableText], number: ComparableText?) {
    var path: [ComparableText] = []
    for text in texts where !text.isEmpty && text != path.last { path.append(text) }
    self.path = path
    self.number = number
  }

  /// The heading proper.
  var lowest: ComparableText? { path.last }
}

extension SectionLayout {
  /// The headings over each column of the form's grid, as the layout set has them.
  func headings(columnCount: Int) -> [ColumnHeading] {
    let numbers = columnNumbers
    let rows = numbers.isEmpty ? header : header.dropLast()
    return (0..<columnCount).map { column in
      let cells = rows.flatMap { row in row.filter { $0.covers(column) } }
      return ColumnHeading(texts: cells.map { ComparableText($0.text) }, number: numbers[column])
    }
  }

  /// The 栏次 by column; empty where the header's last row has none.
  var columnNumbers: [Int: ComparableText] {
    guard let last = header.last, header.count > 1 else { return [:] }
    var numbers: [Int: ComparableText] = [:]
    for cell in last where cell.columnSpan == 1 && cell.rowSpan == 1 {
      let text = ComparableText(cell.text)
      if text.isDigits { numbers[cell.column] = text }
    }
    return numbers
  }
}

extension HeaderCell {
  /// Whether it stands over a column.
  func covers(_ other: Int) -> Bool { column <= other && other < column + columnSpan }
}

extension CellGrid {
  /// The headings over each of the grid's columns, if the rows are a header.
  ///
  /// - Parameter hasNumbers: whether the last row holds 栏次 and is no part of the headings.
  func headings(rows: Range<Int>, hasNumbers: Bool) -> [ColumnHeading] {
    columns.indices.map { column in
      var cells: [Int] = []
      for row in hasNumbers ? rows.dropLast() : rows {
        guard let index = index(row, column), index != cells.last else { continue }
        cells.append(index)
      }
      let number = hasNumbers ? text(rows.upperBound - 1, column) : nil
      return ColumnHeading(
        texts: cells.map { text(ofCell: $0) },
        number: number?.isDigits == true ? number : nil)
    }
  }
}
