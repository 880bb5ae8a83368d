public import Diagnostics
public import Readings
public import SourceFiles

extension ExportSheet {
  /// Merged cells are repeated in so many cells at most; a damaged sheet must not fill the memory.
  private static let mostCovered = 200_000

  /// A sheet of a workbook by that name.
  ///
  /// Amounts are taken as they are kept, not as they are shown: a format may hide decimals.
  public init(_ sheet: SheetReading, of book: WorkbookReading, display: CellDisplay) {
    let hidden = Set(sheet.rows.filter(\.isHidden).map(\.row))
    let merges = Dictionary(
      sheet.merges.map { ([$0.firstRow, $0.firstColumn], $0) }, uniquingKeysWith: { a, _ in a })
    var rows: [Int: [Int: ExportCell]] = [:]
    var covered = 0
    for cell in sheet.cells {
      let text = tidied(display.text(of: cell))
      let trouble = Self.trouble(of: cell)
      guard !text.isEmpty || trouble != nil, rows[cell.row]?[cell.column] == nil else { continue }
      let place = Place.cell(sheet: sheet.name, reference: cell.reference, file: book.file)
      let merge = merges[[cell.row, cell.column]]
      let span = merge.map { ($0.lastRow - $0.firstRow + 1, $0.lastColumn - $0.firstColumn + 1) }
      rows[cell.row, default: [:]][cell.column] = ExportCell(
        text, number: Self.number(of: cell), at: place, span: span ?? (1, 1), trouble: trouble)
      guard let merge, let span, covered + span.0 * span.1 <= Self.mostCovered else { continue }
      covered += span.0 * span.1
      let copy = ExportCell(text, at: place, isCovered: true)
      for row in merge.firstRow...merge.lastRow {
        for column in merge.firstColumn...merge.lastColumn
        where row != cell.row || column != cell.column { rows[row, default: [:]][column] = copy }
      }
    }
    let last = rows.keys.max() ?? -1
    self.init(
      name: sheet.name,
      rows: (0..<(last + 1)).map { row in
        ExportRow(cells: rows[row] ?? [:], isHidden: hidden.contains(row))
      })
  }

  private static func number(of cell: CellReading) -> String? {
    guard case .number(let text) = cell.value, let number = ExactDecimal(text) else { return nil }
    return number.asKept.description
  }

  private static func trouble(of cell: CellReading) -> ExportCell.Trouble? {
    switch cell.value {
    case .error(let name): .error(name)
    case .blank where cell.formula != nil: .unreckoned
    case .blank, .number, .text, .boolean, .date: nil
    }
  }

  /// The records of a comma-separated file, or of one that tabs divide.
  public static func reading(_ source: SourceText, family: String) -> Loaded<ExportSheet> {
    let isTabbed = source.lines.contains { $0.contains("\t") && !$0.contains(",") }
    let text =
      isTabbed
      ? SourceText(file: source.file, text: source.lines.map(commas).joined(separator: "\n"))
      : source
    let parsed = CSVFile.parse(text, family: family)
    let rows = (parsed.value?.records ?? []).map { record in
      ExportRow(
        cells: Dictionary(
          uniqueKeysWithValues: record.enumerated().compactMap { column, field in
            let text = tidied(field.text)
            return text.isEmpty ? nil : (column, ExportCell(text, at: .source(field.place)))
          }))
    }
    return Loaded(ExportSheet(name: "", rows: rows), parsed.findings)
  }

  /// A line with tabs, where they divide its fields, as commas would.
  private static func commas(_ line: String) -> String {
    guard line.contains("\t") else { return line }
    return line.split(separator: "\t", omittingEmptySubsequences: false)
      .map { csvField(String($0)) }.joined(separator: ",")
  }
}

/// A text on one line, without blanks at its ends; a tick that keeps a program from taking digits for a
/// number is no part of it.
func tidied(_ text: String) -> String {
  let words = text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }
  var rest = words.drop(while: isBlank)
  while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
  if rest.first == "'" || rest.first == "`" { rest = rest.dropFirst() }
  return String(rest)
}
