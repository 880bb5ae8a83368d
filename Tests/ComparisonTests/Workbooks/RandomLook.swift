internal import Comparison
internal import Diagnostics
internal import Readings
internal import TestSupport

/// Edits that change only looks.
extension RandomEdit {
  private static func format(
    _ name: String, _ property: String, _ address: String, count: Int = 1
  ) -> RandomEdit {
    RandomEdit(
      name: "\(name) \(address)", level: .format, count: count,
      isMeant: { $0.kind == .format && $0.property == property && $0.addressText == address })
  }

  private static func position(
    in sheet: ModelWorkbook.Sheet, _ random: inout SeededRandom
  ) -> Int? {
    let free = sheet.rows.indices.filter {
      $0 >= ModelWorkbook.headRows && sheet.rows[$0].origin != nil && sheet.rows[$0].height == 18.75
    }
    return free.randomElement(using: &random)
  }

  @Sendable static func merge(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    guard let row = position(in: book.sheets[index], &random) else {
      preconditionFailure("no row is left")
    }
    let range = CellRange(firstRow: row, firstColumn: 0, lastRow: row, lastColumn: 1)
    book.sheets[index].merges.append(range)
    let sheet = book.sheets[index].name
    return format("merge", "merge", "\(sheet)!\(range.reference)")
  }

  @Sendable static func style(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    guard let row = position(in: book.sheets[index], &random),
      let origin = book.sheets[index].rows[row].origin
    else { preconditionFailure("no row is left") }
    let column = Int.random(in: 0...4, using: &random)
    var style = book.styles[book.sheets[index].rows[row].styles[column]]
    let choices: [(String, (inout StyleReading) -> Void)] = [
      ("font.bold", { $0.font.isBold.toggle() }), ("font.size", { $0.font.size = 9 }),
      ("fill", { $0.fill.pattern = "solid" }), ("border.top", { $0.borders.top.style = "double" }),
      ("align.horizontal", { $0.alignment.horizontal = "right" }),
      ("font.colour", { $0.font.colour = .rgb("FFFF0000") }),
    ]
    let choice = choices[Int.random(in: 0..<choices.count, using: &random)]
    choice.1(&style)
    book.styles.append(style)
    book.sheets[index].rows[row].styles[column] = book.styles.count - 1
    book.sheets[index].rows[row].height = 18.7501
    let address = "表\(index + 1)!\(CellRange.letters(of: column))\(origin)"
    return format("style", choice.0, address)
  }

  /// Another format that prints the same; one that prints otherwise is content.
  @Sendable static func numberFormat(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    guard let row = position(in: book.sheets[index], &random),
      let origin = book.sheets[index].rows[row].origin
    else { preconditionFailure("no row is left") }
    var style = book.styles[3]
    style.numberFormat = "#,##0.00;-#,##0.00"
    book.styles.append(style)
    book.sheets[index].rows[row].styles[3] = book.styles.count - 1
    book.sheets[index].rows[row].height = 18.7501
    return format("number format", "numberFormat", "表\(index + 1)!D\(origin)")
  }

  @Sendable static func printSetup(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    let choices: [(String, (inout PrintSetupReading) -> Void)] = [
      ("print.paper", { $0.paper = 8 }), ("print.orientation", { $0.orientation = .landscape }),
      ("print.scale", { $0.scale = 85 }), ("print.titleRows", { $0.titleRows = 0...1 }),
      ("print.oddFooter", { $0.headerFooter.oddFooter = "&C&P" }),
      ("print.centresHorizontally", { $0.centresHorizontally = true }),
    ]
    let choice = choices[Int.random(in: 0..<choices.count, using: &random)]
    choice.1(&book.sheets[index].setup)
    return format("print set-up \(choice.0)", choice.0, "表\(index + 1)")
  }

  @Sendable static func width(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    let column = Int.random(in: 0...4, using: &random)
    book.sheets[index].widths[column] += 1
    let letters = CellRange.letters(of: column)
    return format("width", "width", "表\(index + 1)!\(letters):\(letters)")
  }

  @Sendable static func height(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    guard let row = position(in: book.sheets[index], &random),
      let origin = book.sheets[index].rows[row].origin
    else { preconditionFailure("no row is left") }
    book.sheets[index].rows[row].height = 30
    return format("height", "height", "表\(index + 1)!\(origin):\(origin)")
  }

  @Sendable static func property(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    book.properties[0].value = "办公室"
    return RandomEdit(
      name: "property", level: .format, count: 1,
      isMeant: { $0.kind == .metadata && $0.property == "creator" })
  }

  @Sendable static func insertedColumn(
    _ book: inout ModelWorkbook, _ index: Int, _ random: inout SeededRandom
  ) -> RandomEdit {
    for row in book.sheets[index].rows.indices where row >= 2 {
      let value: CellValue = row == 2 ? .text("备注") : .text("注\(row)")
      book.sheets[index].rows[row].values.insert(value, at: 5)
      book.sheets[index].rows[row].styles.insert(2, at: 5)
    }
    return RandomEdit(
      name: "column", level: .content, count: 1,
      isMeant: {
        $0.kind == .added && $0.right?.at == .cell(sheet: "表\(index + 1)", reference: "F:F")
      })
  }
}
