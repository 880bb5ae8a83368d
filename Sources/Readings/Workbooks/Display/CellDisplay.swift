/// Tells what cells show: their texts as printed by the number formats of their styles.
///
/// Made once for a workbook, since every format is read once.
public struct CellDisplay: Sendable {
  private let formats: [NumberFormat]
  private let dates: DateSystem

  /// Reads the formats of a workbook.
  public init(_ workbook: WorkbookReading) {
    formats = workbook.styles.map { NumberFormat($0.numberFormat) }
    dates = workbook.dateSystem
  }

  /// What a cell shows, apart from a column that is too narrow; empty for a blank one.
  ///
  /// Numbers are reckoned with as decimals, halves away from zero. Blanks that a format adds to
  /// align figures (`_)`, `?`) are left out.
  public func text(of cell: CellReading) -> String {
    switch cell.value {
    case .blank: ""
    case .boolean(let value): value ? "TRUE" : "FALSE"
    case .error(let name): name
    case .text(let text): format(of: cell).map { $0.isGeneral ? text : $0.text(of: text) } ?? text
    case .number(let source), .date(let source): numberText(source, in: cell)
    }
  }

  private func format(of cell: CellReading) -> NumberFormat? {
    formats.indices.contains(cell.style) ? formats[cell.style] : nil
  }

  /// A number as printed; a source that is none shows as it is.
  private func numberText(_ source: String, in cell: CellReading) -> String {
    guard let number = ExactDecimal(source) else { return source }
    guard let format = format(of: cell) else { return GeneralNumber.text(of: number.asKept) }
    return format.text(of: number, dates: dates)
  }
}
