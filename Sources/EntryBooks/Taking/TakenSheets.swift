internal import Diagnostics
public import Dossiers
public import Readings
public import SourceFiles

/// What a workbook that was filled in says, whichever program saved it.
///
/// - Parameters:
///   - book: the workbook as it was read.
///   - workbook: its bytes, so that they are recorded.
public func takenSheets(_ book: WorkbookReading, of workbook: SourceText) -> DossierSheets {
  var findings: [Finding] = []
  let sheets = book.sheets.map { sheet in
    let taken = SheetTaking(sheet, in: book).taken
    findings += taken.findings
    return taken.value ?? SourceSheet(name: sheet.name, rows: [])
  }
  return DossierSheets(workbook: workbook, sheets: sheets, findings: findings)
}

/// Takes the cells of a sheet.
private struct SheetTaking {
  private let sheet: SheetReading
  private let book: WorkbookReading

  init(_ sheet: SheetReading, in book: WorkbookReading) {
    self.sheet = sheet
    self.book = book
  }

  /// The rows of the sheet, with what was found of its cells; of a sheet that is none of the workbook's
  /// nothing is told, for nothing of it is read.
  var taken: Loaded<SourceSheet> {
    switch SheetTitle.reading(of: sheet.name) {
    case .whole: whole
    case .ofProgram: Loaded(SourceSheet(name: sheet.name, rows: []), idleNumbers)
    case .none: Loaded(whole.value, [])
    }
  }

  /// What people have written on a sheet that the program fills in: there numbers are formulas' alone.
  private var idleNumbers: [Finding] {
    let numbers = sheet.cells.filter { cell in
      switch cell.value {
      case .number, .date: cell.formula == nil
      case .blank, .text, .boolean, .error: false
      }
    }
    guard let first = numbers.first else { return [] }
    return [
      CellFault.idleNumbers(count: numbers.count)
        .finding(at: .source(place(first.row, first.column)))
    ]
  }

  private var whole: Loaded<SourceSheet> {
    var findings: [Finding] = []
    var rows: [[CSVField]] = []
    var faults: [Finding] = []
    for (row, cells) in byRow {
      var fields: [CSVField] = []
      var isOfPeople = false
      for cell in cells {
        guard cell.column < CellFault.lastColumn else {
          var text = cell.reference
          if case .text(let read) = self.text(of: cell) { text = read }
          guard !text.isEmpty else { continue }
          let fault = CellFault.tooFarRight(text)
          faults.append(fault.finding(at: .source(place(row, cell.column))))
          break
        }
        while fields.count < cell.column {
          fields.append(CSVField(text: "", place: place(row, fields.count)))
        }
        let text: String
        switch self.text(of: cell) {
        case .text(let read): text = read
        case .fault(let fault):
          faults.append(fault.finding(at: .source(place(row, cell.column))))
          text = ""
        }
        fields.append(CSVField(text: text, place: place(row, cell.column)))
        if !text.isEmpty { isOfPeople = true }
      }
      // The sums that the program keeps are not read, whatever they give.
      if fields.contains(where: { $0.text == SheetHeading.sums }) { faults.removeAll() }
      findings += faults
      faults.removeAll()
      if isOfPeople { rows.append(fields) }
    }
    let read = SourceSheet.reading(sheet.name, rows: rows, family: "D")
    let filled = read.value.map { Set($0.rows.compactMap { $0.first?.place.line }) } ?? []
    return Loaded(read.value, findings + read.findings + unseen(filled) + merged(filled))
  }

  private func text(of cell: CellReading) -> CellText {
    CellText(cell, dates: book.dateSystem, format: book.style(of: cell).numberFormat)
  }

  private var byRow: [(row: Int, cells: [CellReading])] {
    Dictionary(grouping: sheet.cells, by: \.row).sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.sorted { $0.column < $1.column })
    }
  }

  private func place(_ row: Int, _ column: Int) -> SourcePlace {
    SourcePlace(sheet: sheet.name, row: row + 1, column: column + 1)
  }

  /// What is read although people do not see it.
  ///
  /// - Parameter filled: the rows that say something, from 1.
  private func unseen(_ filled: Set<Int>) -> [Finding] {
    guard !filled.isEmpty else { return [] }
    let whole = SourcePlace(sheet: sheet.name)
    var findings: [Finding] = []
    if sheet.visibility != .visible {
      findings.append(CellFault.hiddenSheet(sheet.name).finding(at: .source(whole)))
    }
    for rows in runs(
      of: sheet.rows.filter { $0.isHidden && filled.contains($0.row + 1) }.map(\.row))
    {
      let place = SourcePlace(sheet: sheet.name, row: rows.lowerBound + 1)
      let name =
        rows.count == 1 ? "\(rows.lowerBound + 1)" : "\(rows.lowerBound + 1)–\(rows.upperBound + 1)"
      findings.append(CellFault.hidden("第 \(name) 行").finding(at: .source(place)))
    }
    let used = Set(
      sheet.cells.compactMap { cell -> Int? in
        if case .blank = cell.value { nil } else { cell.column }
      })
    for column in used.sorted()
    where sheet.columns.contains(where: {
      $0.isHidden && $0.first <= column && column <= $0.last
    }) {
      let name = CellRange.letters(of: column)
      findings.append(CellFault.hidden("\(name) 列").finding(at: .source(whole)))
    }
    return findings
  }

  /// Numbers that follow one another, as ranges.
  private func runs(of numbers: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs
  }

  /// Cells that are merged over rows, where each row says something of its own.
  private func merged(_ filled: Set<Int>) -> [Finding] {
    sheet.merges.filter { merge in
      merge.firstRow < merge.lastRow
        && filled.contains { merge.firstRow < $0 && $0 <= merge.lastRow + 1 }
    }.map { merge in
      CellFault.merged(merge.reference)
        .finding(at: .source(place(merge.firstRow, merge.firstColumn)))
    }
  }
}
