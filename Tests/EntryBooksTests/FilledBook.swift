import Diagnostics
import Domain
import Dossiers
import EntryBooks
import Foundation
import Layouts
import Readings
import SourceFiles
import SpreadsheetOutput
import TestSupport
import Testing
import WorkbookReader

/// The workbook of a dossier that has no fault, as the program writes it and reads it back; tests change
/// cells of it.
struct FilledBook: Sendable {
  var book: WorkbookReading
  let set: LayoutSet

  /// Three units, three evaluations, names of accounts of its own.
  static let school = Result { try FilledBook("Tests/Fixtures/lanchuan-education-2023") }

  init(_ dossier: String) throws {
    let source = DossierSource.folder(Project.url(dossier))
    let name = try #require(readLayoutName(of: source).value?.name)
    let set = try #require(LayoutLibrary(root: Project.url("Layouts")).load(name).value)
    let draft = try #require(readDraft(source, by: set).value)
    self.set = set
    book = try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("填报.xlsx")
      try writeEntryBook(entryBook(of: draft, by: set), to: file.path)
      return try #require(readWorkbook(at: file, as: "填报.xlsx").value)
    }
  }

  /// What the readers make of it.
  func read() -> DossierReading<FinalAccounts> {
    let bytes = SourceText(file: "填报.xlsx", text: "")
    return readDossier(.sheets(takenSheets(book, of: bytes)), by: set)
  }
}

// MARK: - Changes

extension FilledBook {
  /// The place of a sheet; tests name only those that there are.
  func index(of sheet: String) -> Int {
    book.sheets.firstIndex { $0.name == sheet } ?? 0
  }

  /// Row and column of a cell, from 0: `F17` is 16 and 5.
  static func position(_ reference: String) -> (row: Int, column: Int) {
    let letters = reference.prefix { $0.isLetter }
    let column = letters.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 64 }
    return ((Int(reference.dropFirst(letters.count)) ?? 1) - 1, column - 1)
  }

  /// What a cell holds.
  subscript(sheet: String, reference: String) -> CellValue {
    get {
      let (row, column) = Self.position(reference)
      return book.sheets[index(of: sheet)].cells
        .first { $0.row == row && $0.column == column }?.value ?? .blank
    }
    set { put(newValue, at: reference, of: sheet) }
  }

  /// Writes a cell, with the formula that gives what it holds.
  mutating func put(
    _ value: CellValue, formula: String? = nil, at reference: String, of sheet: String
  ) {
    let (row, column) = Self.position(reference)
    let index = index(of: sheet)
    let cells = book.sheets[index].cells
    let formula = formula.map { FormulaReading.normal($0) }
    if let place = cells.firstIndex(where: { $0.row == row && $0.column == column }) {
      book.sheets[index].cells[place].value = value
      book.sheets[index].cells[place].formula = formula
    } else {
      let place = cells.firstIndex { ($0.row, $0.column) > (row, column) } ?? cells.endIndex
      book.sheets[index].cells.insert(
        CellReading(row: row, column: column, value: value, formula: formula), at: place)
    }
  }

  mutating func put(_ text: String, at reference: String, of sheet: String) {
    put(.text(text), at: reference, of: sheet)
  }

  /// Changes the rows in which cells, merges and hidden rows of a sheet stand; a row that goes nowhere
  /// is taken out.
  mutating func moveRows(of sheet: String, _ place: (Int) -> Int?) {
    let index = index(of: sheet)
    var moved = book.sheets[index]
    moved.cells = moved.cells.compactMap { cell in
      var cell = cell
      guard let row = place(cell.row) else { return nil }
      cell.row = row
      return cell
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    moved.merges = moved.merges.compactMap { merge in
      guard let first = place(merge.firstRow), let last = place(merge.lastRow) else { return nil }
      return CellRange(
        firstRow: min(first, last), firstColumn: merge.firstColumn, lastRow: max(first, last),
        lastColumn: merge.lastColumn)
    }
    book.sheets[index] = moved
  }

  /// Moves the columns of a sheet; its merges are undone.
  mutating func moveColumns(of sheet: String, _ place: (Int) -> Int) {
    let index = index(of: sheet)
    book.sheets[index].merges = []
    book.sheets[index].cells = book.sheets[index].cells.map { cell in
      var cell = cell
      cell.column = place(cell.column)
      return cell
    }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  mutating func rename(_ sheet: String, to name: String) {
    book.sheets[index(of: sheet)].name = name
  }

  mutating func remove(_ sheet: String) { book.sheets.remove(at: index(of: sheet)) }

  /// Copies a sheet behind all others.
  mutating func copy(_ sheet: String, as name: String) {
    var copy = book.sheets[index(of: sheet)]
    copy.name = name
    book.sheets.append(copy)
  }

  mutating func hideRow(_ row: Int, of sheet: String) {
    book.sheets[index(of: sheet)].rows.removeAll { $0.row == row - 1 }
    book.sheets[index(of: sheet)].rows.append(RowReading(row: row - 1, height: nil, isHidden: true))
  }

  mutating func merge(_ first: String, _ last: String, of sheet: String) {
    let (first, last) = (Self.position(first), Self.position(last))
    book.sheets[index(of: sheet)].merges.append(
      CellRange(
        firstRow: min(first.row, last.row), firstColumn: min(first.column, last.column),
        lastRow: max(first.row, last.row), lastColumn: max(first.column, last.column)))
  }

  /// Gives a cell a format of its own.
  mutating func format(_ format: String, at reference: String, of sheet: String) {
    var style = StyleReading()
    style.numberFormat = format
    book.styles.append(style)
    let (row, column) = Self.position(reference)
    let index = index(of: sheet)
    for place in book.sheets[index].cells.indices
    where book.sheets[index].cells[place].row == row
      && book.sheets[index].cells[place].column == column
    {
      book.sheets[index].cells[place].style = book.styles.count - 1
    }
  }
}

// MARK: - What was read

extension DossierReading<FinalAccounts> {
  /// All that was read, apart from its places, a line each; nil where there are errors.
  var content: [String]? {
    value.map { accounts in
      var lines = accounts.ledger.entries.map { "\($0.key) \($0.amount.fen)" }.sorted()
      lines.append("\(accounts.department) \(accounts.fiscalYear) \(accounts.publicationDate)")
      for evaluation in accounts.evaluations {
        lines.append(
          "\(evaluation.project) \(evaluation.unit) \(String(describing: evaluation.fund))")
      }
      return lines
    }
  }

  /// Findings as `支出!F17 D061`.
  var told: [String] {
    findings.map { finding in
      if case .source(let place) = finding.place {
        "\(place) \(finding.code)"
      } else {
        finding.code
      }
    }
  }
}
