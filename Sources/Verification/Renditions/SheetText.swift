internal import Readings

extension Rendition {
  /// A workbook: a text of its properties and names, then one a sheet.
  static func renditions(of workbook: WorkbookReading, named name: String) -> [Rendition] {
    let folder = "sheets/\(name.asFileName)"
    var lines = workbook.properties.map { line(["property", $0.name, $0.value]) }
    lines += workbook.definedNames.map { line(["name", $0.name, $0.sheet ?? "-", $0.formula]) }
    lines += workbook.sheets.map { line(["sheet", $0.name, $0.visibility.rawValue]) }
    let own = Rendition(path: "\(folder)/_workbook.txt", lines: lines)
    return [own]
      + workbook.sheets.map { sheet in
        Rendition(
          path: "\(folder)/\(sheet.name.asFileName).txt",
          lines: SheetText(sheet: sheet, workbook: workbook).lines)
      }
  }
}

/// A sheet as lines: print set-up, sizes, merges, then the cells with the styles that they use.
private struct SheetText {
  let sheet: SheetReading
  let workbook: WorkbookReading

  var lines: [String] { print + sizes + merges + cells }

  private var print: [String] {
    let setup = sheet.printSetup
    var lines = [
      ["paper", setup.paper.map(String.init) ?? "-", setup.orientation.rawValue],
      ["scale", setup.fitsToPages ? "\(setup.fitWidth) × \(setup.fitHeight)" : "\(setup.scale) %"],
    ]
    if let margins = setup.margins {
      let all = [
        margins.left, margins.right, margins.top, margins.bottom, margins.header, margins.footer,
      ]
      lines.append(["margins"] + all.map { Rendition.number($0, decimals: 3) })
    }
    if setup.centresHorizontally { lines.append(["centred", "horizontally"]) }
    if setup.centresVertically { lines.append(["centred", "vertically"]) }
    let texts = setup.headerFooter
    for (key, text) in [("header", texts.oddHeader), ("footer", texts.oddFooter)]
    where !text.isEmpty {
      lines.append([key, text])
    }
    lines += setup.printArea.map { ["print area", $0.reference] }
    if let rows = setup.titleRows {
      lines.append(["repeated rows", "\(rows.lowerBound + 1):\(rows.upperBound + 1)"])
    }
    if let pane = sheet.freezePane { lines.append(["frozen", "\(pane.rows)", "\(pane.columns)"]) }
    return lines.map(Rendition.line)
  }

  private var sizes: [String] {
    let columns = sheet.columns.map { column in
      let range =
        CellRange.letters(of: column.first) + ":" + CellRange.letters(of: column.last)
      return [
        "width", range, column.width.map { Rendition.number($0, decimals: 3) } ?? "-",
      ] + (column.isHidden ? ["hidden"] : [])
    }
    let rows = sheet.rows.map { row in
      ["height", "\(row.row + 1)", row.height.map { Rendition.number($0) } ?? "-"]
        + (row.isHidden ? ["hidden"] : [])
    }
    return (columns + rows).map(Rendition.line)
  }

  private var merges: [String] { sheet.merges.map { Rendition.line(["merge", $0.reference]) } }

  /// The cells, those without content inside a merged range left out; then each style by its number
  /// of first use in the sheet.
  private var cells: [String] {
    var numbers: [StyleReading: Int] = [:]
    var styles: [StyleReading] = []
    var lines: [String] = []
    for cell in sheet.cells where cell.value != .blank || !isCovered(cell) {
      let style = workbook.style(of: cell)
      let number = numbers[style] ?? styles.count + 1
      if numbers.updateValue(number, forKey: style) == nil { styles.append(style) }
      lines.append(
        Rendition.line(
          ["cell", cell.reference, "style \(number)"] + fields(of: cell.value)
            + (cell.formula.map { ["=" + $0.text] } ?? [])))
    }
    return lines + zip(1..., styles).map { Rendition.line(["style", "\($0)"] + fields(of: $1)) }
  }

  private func isCovered(_ cell: CellReading) -> Bool {
    sheet.merges.contains { range in
      range.contains(row: cell.row, column: cell.column)
        && (range.firstRow, range.firstColumn) != (cell.row, cell.column)
    }
  }

  private func fields(of value: CellValue) -> [String] {
    switch value {
    case .blank: ["blank"]
    case .number(let text): ["number", text]
    case .text(let text): ["text", text]
    case .boolean(let value): ["boolean", value ? "TRUE" : "FALSE"]
    case .error(let text): ["error", text]
    case .date(let serial): ["date", serial]
    }
  }

  private func fields(of style: StyleReading) -> [String] {
    let font = style.font
    let borders = [
      style.borders.left, style.borders.right, style.borders.top, style.borders.bottom,
    ]
    let marks = [
      font.isBold ? "bold" : nil, font.isItalic ? "italic" : nil,
      style.alignment.wraps ? "wrapped" : nil,
      style.fill.pattern == "none" ? nil : "fill \(style.fill.pattern)",
    ]
    return [
      "\(font.name) \(Rendition.number(font.size))", style.numberFormat,
      "\(style.alignment.horizontal)/\(style.alignment.vertical)",
      borders.map(\.style).joined(separator: " "),
    ] + marks.compactMap { $0 }
  }
}
