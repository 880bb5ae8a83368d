public import Diagnostics
public import Documents
public import Geometry

/// The heights of the rows of a section, as a worksheet needs them.
public struct TableRowHeights: Hashable, Sendable {
  public let header: [Length]
  public let body: [Length]
}

/// Why a table has no row heights.
public struct TableFault: Error {
  /// What is wrong with its cells.
  public let findings: [Finding]
}

/// The heights of a table's rows, section by section, in columns of given widths: spreadsheet
/// programs do not compute the height of wrapped text in merged cells.
///
/// - Parameters:
///   - columnWidths: the width of every column of the table's grid.
///   - size: the size of the type.
/// - Throws: ``TableFault`` for a table that does not tile its grid; whatever the fonts refuse.
public func tableRowHeights(
  _ table: Table, columnWidths: [Length], size: Length, style: TableStyle, fonts: FontSet
) throws -> [TableRowHeights] {
  let grid = TableGrid.resolve(table, form: "")
  guard let value = grid.value else { throw TableFault(findings: grid.findings) }
  let measured = try MeasuredTable(
    value, widths: columnWidths, type: TableType(style: style, size: size), fractions: [:],
    measure: fonts.measure)
  return measured.sections.map {
    TableRowHeights(header: $0.header.heights, body: $0.body.heights)
  }
}

/// The height of a text that is broken at a width; an empty text is one line high.
public func textHeight(
  _ text: String, style: TextStyle, width: Length, fonts: FontSet
) throws -> Length {
  let lines = try fonts.measure.lines(text, role: style.role, size: style.size, width: width)
  return style.size * style.lineHeight * Double(max(1, lines.count))
}
