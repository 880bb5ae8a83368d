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
    let taken = SheetTaking(sheet, dates: book.dateSystem).taken
    findings += taken.findings
    return taken.value ?? SourceSheet(name: sheet.name, rows: [])
  }
  return DossierSheets(workbook: workbook, sheets: sheets, findings: findings)
}

/// Takes the cells of a sheet.
private struct SheetTaking {
  private let sheet: SheetReading
  private let dates: DateSystem
  /// Whether anything of it is read as a part of a dossier.
  private let isRead: Bool

  init(_ sheet: SheetReading, dates: DateSystem) {
    self.sheet = sheet
    self.dates = dates
    isRead = SheetTitle.isRead(sheet.name)
  }

  /// The rows of the sheet, with what was found of its cells; of a sheet that is none of the workbook's
  /// nothing is told, for nothing of it is read.
  var taken: Loaded<SourceSheet> {
    guard isRead else {
      let says = sheet.cells.contains { if case .blank = $0.value { false } else { true } }
      let row = says ? [[CSVField(text: "…", place: place(0, 0))]] : []
      return Loaded(SourceSheet(name: sheet.name, rows: row), [])
    }
    var findings: [Finding] = []
    var rows: [[CSVField]] = []
    var faults: [Finding] = []
    for (row, cells) in byRow {
      var fields: [CSVField] = []
      var isOfPeople = false
      for cell in cells {
        while fields.count < cell.column {
          fields.append(CSVField(text: "", place: place(row, fields.count)))
        }
        let text: String
        switch CellText(cell, dates: dates) {
        case .text(let read): text = read
        case .fault(let fault):
          faults.append(fault.finding(at: .source(place(row, cell.column))))
          text = ""
        }
        fields.append(CSVField(text: text, place: place(row, cell.column)))
        if !text.isEmpty { isOfPeople = true }
      }
      // The sums that the program keeps are not read, whatever they give.
      if fields.first?.text == SheetHeading.sums { faults.removeAll() }
      findings += faults
      faults.removeAll()
      if isOfPeople { rows.append(fields) }
    }
    let read = SourceSheet.reading(sheet.name, rows: rows, family: "D")
    let filled = read.value.map { Set($0.rows.compactMap { $0.first?.place.line }) } ?? []
    return Loaded(read.value, findings + read.findings + unseen(filled) + merged(filled))
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
    for row in sheet.rows where row.isHidden && filled.contains(row.row + 1) {
      let place = SourcePlace(sheet: sheet.name, row: row.row + 1)
      findings.append(CellFault.hidden("第 \(row.row + 1) 行").finding(at: .source(place)))
    }
    let used = Set(sheet.cells.compactMap { cell -> Int? in
      if case .blank = cell.value { nil } else { cell.column }
    })
    for columns in sheet.columns where columns.isHidden {
      for column in columns.first...min(columns.last, 255) where used.contains(column) {
        let name = CellRange.reference(row: 0, column: column).filter(\.isLetter)
        findings.append(CellFault.hidden("\(name) 列").finding(at: .source(whole)))
      }
    }
    return findings
  }

  /// Cells that are merged over rows, where each row says something of its own.
  private func merged(_ filled: Set<Int>) -> [Finding] {
    sheet.merges.filter { merge in
      merge.firstRow < merge.lastRow && (merge.firstRow...merge.lastRow).contains { filled.contains($0 + 1) }
    }.map { merge in
      CellFault.merged(merge.reference)
        .finding(at: .source(place(merge.firstRow, merge.firstColumn)))
    }
  }
}
