import Diagnostics
import Domain
import Dossiers
import EntryBooks
import Foundation
import SourceFiles
import SpreadsheetOutput
import TestSupport
import Testing
import WorkbookReader

/// Files that other programs have saved.
@Suite("A workbook as other programs save it") struct SavedFileTests {
  private struct Edited: Decodable {
    let file: String
    let same: Bool
    let sums: [String: Int64]
  }

  private static let measures: [String: Measure] = [
    "收入/金额（元）": .income, "支出/金额（元）": .expenditure, "结转/年初结转和结余（元）": .openingBalance,
    "结转/使用非财政拨款结余和专用结余（元）": .surplusUsed, "结转/结余分配（元）": .surplusDistribution,
    "结转/年末结转和结余（元）": .closingBalance, "预算/年初预算（元）": .openingBudget, "上年数/上年金额（元）": .priorYear,
  ]

  /// Writes the workbook of the school's dossier.
  private func write(into folder: URL) throws -> (file: URL, book: FilledBook) {
    let book = try FilledBook.school.get()
    let source = DossierSource.folder(Project.url("Tests/Fixtures/lanchuan-education-2023"))
    let draft = try #require(readDraft(source, by: book.set).value)
    let file = folder.appendingPathComponent("填报.xlsx")
    try writeEntryBook(entryBook(of: draft, by: book.set), to: file.path)
    return (file, book)
  }

  @Test("openpyxl: the same contents, or the sums that stand there, or a place")
  func openpyxl() throws {
    try withTemporaryFolder { folder in
      let (file, original) = try write(into: folder)
      let script = Project.url("Tests/Tools/edit_entry_book.py").path
      let edited = try python([script, file.path, folder.path, "25", "24"])
      try #require(edited.status == 0, "\(edited.errors)")
      let lines = edited.output.split(separator: "\n")
      #expect(lines.count == 33)
      var refused = 0
      for line in lines {
        let edit = try JSONDecoder().decode(Edited.self, from: Data(line.utf8))
        var book = original
        let name = folder.appendingPathComponent(edit.file)
        book.book = try #require(readWorkbook(at: name, as: edit.file).value, "\(edit.file)")
        let reading = book.read()
        if edit.same {
          #expect(reading.content == original.read().content, "\(edit.file): \(reading.told)")
        }
        guard let accounts = reading.value else {
          refused += 1
          #expect(reading.findings.hasErrors)
          continue
        }
        for (key, sum) in edit.sums {
          let measure = try #require(Self.measures[key])
          let read = accounts.ledger.entries(of: measure).reduce(0) { $0 + $1.amount.fen }
          #expect(read == sum, "\(edit.file) \(key): \(reading.told)")
        }
      }
      #expect(refused > 3)
    }
  }

  @Test("LibreOffice", .enabled(if: isInstalled("soffice"), "soffice is not installed"))
  func libreOffice() throws {
    try withTemporaryFolder { folder in
      let (file, original) = try write(into: folder)
      let again = folder.appendingPathComponent("again")
      let profile = "-env:UserInstallation=file://\(folder.path)/profile"
      let saved = try run(
        "soffice",
        [profile, "--headless", "--convert-to", "xlsx", "--outdir", again.path, file.path])
      try #require(saved.status == 0, "\(saved.errors)")
      var book = original
      let name = again.appendingPathComponent("填报.xlsx")
      book.book = try #require(readWorkbook(at: name, as: "填报.xlsx").value)
      let reading = book.read()
      #expect(reading.content == original.read().content, "\(reading.told)")
      #expect(reading.told == [])
    }
  }
}
