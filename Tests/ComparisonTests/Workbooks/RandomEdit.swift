internal import Comparison
internal import Diagnostics
internal import Readings
internal import TestSupport

/// An edit of a model workbook, with what a report must say of it.
struct RandomEdit {
  let name: String
  /// The first level that sees it; nil where figures alone see it otherwise.
  let level: ComparisonLevel
  /// How many differences it is at that level.
  let count: Int
  /// Whether a difference is one of them: kind and place.
  let isMeant: (Difference) -> Bool
  /// How many figures it changes.
  var figures = 0

  /// The kinds of edits.
  static let kinds: [@Sendable (inout ModelWorkbook, Int, inout SeededRandom) -> RandomEdit] = [
    figure, text, insertedRows, deletedRows, movedRow, swappedSheets, renamedSheet, merge, style,
    numberFormat, printSetup, width, height, property, insertedColumn, blankedFigure,
  ]

  /// A row of figures that is as it was.
  private static func row(
    of sheet: ModelWorkbook.Sheet, _ random: inout SeededRandom
  ) -> (position: Int, origin: Int) {
    while true {
      let position = Int.random(in: ModelWorkbook.headRows..<sheet.rows.count, using: &random)
      let row = sheet.rows[position]
      // A row that was marked before is left alone, so that edits do not mix.
      if let origin = row.origin, row.height == 18.75 { return (position, origin) }
    }
  }

  private static func cell(_ column: Int, _ row: Int) -> String {
    "\(CellRange.letters(of: column))\(row)"
  }

  @Sendable static func figure(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    let (position, origin) = row(of: book.sheets[index], &random)
    let column = Int.random(in: 2...4, using: &random)
    book.sheets[index].rows[position].values[column] = .number("77.\(10 + origin)")
    book.sheets[index].rows[position].height = 18.7501
    let code = book.sheets[index].rows[position].values[0]
    guard case .text(let text) = code else { preconditionFailure("rows have codes") }
    let address = "\(book.sheets[index].form)!\(text).\(column - 1)"
    return RandomEdit(
      name: "figure \(address)", level: .figures, count: 1,
      isMeant: { $0.kind == .value && $0.addressText == address && $0.unit == "万元" }, figures: 1)
  }

  @Sendable static func blankedFigure(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    var edit = figure(&book, index, &random)
    guard
      let position = book.sheets[index].rows.firstIndex(where: { row in
        row.values.contains {
          if case .number(let text) = $0 { text.hasPrefix("77.") } else { false }
        }
      }),
      let column = book.sheets[index].rows[position].values.firstIndex(where: {
        if case .number(let text) = $0 { text.hasPrefix("77.") } else { false }
      })
    else { return edit }
    book.sheets[index].rows[position].values[column] = .blank
    edit.figures = 1
    return edit
  }

  @Sendable static func text(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    let (position, origin) = row(of: book.sheets[index], &random)
    book.sheets[index].rows[position].values[1] = .text("另一项支出")
    book.sheets[index].rows[position].height = 18.7501
    let address = "表\(index + 1)!\(cell(1, origin))"
    return RandomEdit(
      name: "text \(address)", level: .content, count: 1,
      isMeant: { $0.kind == .text && $0.addressText == address && $0.right?.value == "另一项支出" })
  }

  @Sendable static func insertedRows(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    let count = Int.random(in: 1...3, using: &random)
    let position = Int.random(
      in: ModelWorkbook.headRows...book.sheets[index].rows.count, using: &random)
    let rows = (0..<count).map { ModelWorkbook.row(90_000 + index * 100 + $0, origin: nil) }
    book.sheets[index].rows.insert(contentsOf: rows, at: position)
    // Who puts rows in moves the end of the print area with them.
    book.sheets[index].setup.printArea[0].lastRow += count
    let text = "第 \(90_000 + index * 100) 号支出"
    return RandomEdit(
      name: "\(count) rows inserted at \(position)", level: .figures, count: 1,
      isMeant: { $0.kind == .added && $0.right?.value.contains(text) ?? false },
      figures: 3 * count)
  }

  @Sendable static func deletedRows(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    let (position, origin) = row(of: book.sheets[index], &random)
    book.sheets[index].rows.remove(at: position)
    book.sheets[index].setup.printArea[0].lastRow -= 1
    let address = "表\(index + 1)!\(origin):\(origin)"
    return RandomEdit(
      name: "row deleted \(address)", level: .figures, count: 1,
      isMeant: { $0.kind == .missing && $0.addressText == address }, figures: 3)
  }

  @Sendable static func movedRow(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    let (position, origin) = row(of: book.sheets[index], &random)
    let row = book.sheets[index].rows.remove(at: position)
    var target = position
    while abs(target - position) < 2 {
      target = Int.random(
        in: ModelWorkbook.headRows...book.sheets[index].rows.count, using: &random)
    }
    book.sheets[index].rows.insert(row, at: target)
    let address = "表\(index + 1)!\(origin):\(origin)"
    return RandomEdit(
      name: "row moved \(address) to \(target)", level: .content, count: 1,
      isMeant: { $0.kind == .moved && $0.addressText == address })
  }

  @Sendable static func swappedSheets(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    // Neighbours, so that one of them has moved.
    let other = index == 0 ? 1 : index - 1
    book.sheets.swapAt(index, other)
    let names = ["表\(index + 1)", "表\(other + 1)"]
    return RandomEdit(
      name: "sheets swapped \(names)", level: .content, count: 1,
      isMeant: { $0.kind == .moved && names.contains($0.addressText ?? "") })
  }

  @Sendable static func renamedSheet(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    book.sheets[index].name = "新名字"
    return RandomEdit(
      name: "sheet \(index) renamed", level: .content, count: 1,
      isMeant: { $0.kind == .renamed && $0.right?.value == "新名字" })
  }
}
