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

  /// The steps by which figures are moved from the right edge.
  var indent: Int { SheetUnits.indents(for: style.figurePadding) }

  /// The pixels of a cell that its text cannot have.
  func padding(of cell: TableCell) -> Int {
    SheetUnits.cellPadding + (cell.role.isRightAligned ? indent * SheetUnits.indent : 0)
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
    return format(
      textStyle(cell), alignment, wraps: wraps, border: true, number: isCode ? "@" : nil)
  }

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
      number: figure.format?.excelCode)
  }

  private func format(
    _ style: TextStyle, _ alignment: CellFormat.Alignment, wraps: Bool, border: Bool,
    number: String?
  ) -> CellFormat {
    CellFormat(
      fontName: officialFont(style.role), fontSize: style.size.fontSize, alignment: alignment,
      indent: alignment == .right && border ? indent : 0, wraps: wraps, hasBorder: border,
      numberFormat: number)
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
