internal import Documents
internal import Figures
internal import Geometry

/// Which style and format each cell of a form has.
struct FormFormats {
  let style: TableStyle
  /// The size of all text in the table.
  let size: Length
  /// From a cell's upper and lower edge to its text.
  let vertical: Length
  let officialFont: (String) -> String

  /// The style of a cell's text, as it is measured.
  func textStyle(_ cell: TableCell) -> TextStyle {
    TextStyle(role: cell.fontRole(in: style), size: size, lineHeight: style.lineHeight)
  }

  /// The pixels of a cell that its text cannot have.
  func padding(of cell: TableCell) -> Int {
    let blanks = cell.holdsFigure ? blanksBehindFigures : blanksBefore(cell)
    return SheetUnits.cellPadding + (blanks == 0 ? 0 : SheetUnits.pixels(blank * Double(blanks)))
  }

  /// The blank by which text is kept from an edge: a part of the number format, half an em wide.
  ///
  /// Excel's own indent goes by steps of three blanks of the normal font, 5 mm with 宋体.
  private var blank: Length { size / 2 }

  /// The blanks that keep figures from the rule at their right; what is no quarter of one is left out.
  private var blanksBehindFigures: Int {
    let lacking = style.figurePadding - SheetUnits.freeEdge
    return max(0, Int((lacking.points / blank.points - 0.25).rounded(.up)))
  }

  /// The blanks by which the name of an account is moved from the left edge.
  private func blanksBefore(_ cell: TableCell) -> Int {
    guard cell.level > 0 else { return 0 }
    return Int((style.levelIndent.points * Double(cell.level) / blank.points).rounded())
  }

  /// How a cell of a table looks.
  func format(_ cell: TableCell) -> CellFormat {
    if case .figure(let figure) = cell.content { return format(figure, of: cell) }
    let (alignment, wraps): (CellFormat.Alignment, Bool) =
      switch cell.role {
      case .header, .totalLabel, .side, .group, .value, .figure: (.centre, true)
      case .lineNumber: (.centre, false)
      case .number, .bar: (.right, false)
      case .code, .name, .label, .text, .filler: (.left, true)
      }
    // Excel's text format keeps a code a text when someone edits the cell.
    let isCode = cell.role == .code || cell.role == .lineNumber
    let blanks = blanksBefore(cell)
    let code = isCode || blanks > 0 ? Self.blanks(blanks) + "@" : nil
    return format(
      textStyle(cell), alignment, wraps: wraps, border: true, number: code, isBold: isBold(cell))
  }

  /// Users of a workbook have one 宋体, which their program makes bold.
  private func isBold(_ cell: TableCell) -> Bool { cell.isStrong && style.strongRole != nil }

  /// How a line of text outside the table looks.
  func format(_ style: TextStyle, _ alignment: CellFormat.Alignment) -> CellFormat {
    format(style, alignment, wraps: true, border: false, number: nil)
  }

  /// Numbers and blanks stand right, `——` in the middle; all keep the number format, so that a
  /// number typed over them looks like its neighbours.
  private func format(_ figure: Figure, of cell: TableCell) -> CellFormat {
    let isSign = figure.shown == nil && !figure.printed.isEmpty
    return format(
      textStyle(cell), isSign ? .centre : .right, wraps: false, border: true,
      number: figure.format.map { $0.excelCode + Self.blanks(isSign ? 0 : blanksBehindFigures) },
      isBold: isBold(cell))
  }

  /// Room for so many blanks in a number format.
  private static func blanks(_ count: Int) -> String { String(repeating: "_ ", count: count) }

  private func format(
    _ style: TextStyle, _ alignment: CellFormat.Alignment, wraps: Bool, border: Bool,
    number: String?, isBold: Bool = false
  ) -> CellFormat {
    CellFormat(
      fontName: officialFont(style.role), fontSize: style.size.fontSize, isBold: isBold,
      alignment: alignment, wraps: wraps, hasBorder: border, numberFormat: number)
  }
}

extension NumberFormat {
  /// The format in Excel's notation: `#,##0.00`, `0`; `General` shows as many decimals as there are.
  var excelCode: String {
    if isTrimmed { return "General" }
    let whole = grouping ? "#,##0" : "0"
    return decimals > 0 ? whole + "." + String(repeating: "0", count: decimals) : whole
  }
}

extension Length {
  /// The size of a font in points, in the tenths that Excel shows.
  var fontSize: Double { (points * 10).rounded() / 10 }
}
