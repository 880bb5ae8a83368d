import Foundation
import Reckoning
import TestSupport
import Testing

@Suite("Figures against a reckoning of their own") struct ReckoningTests {
  @Test("the reckoning itself yields every published cell")
  func reckoningYieldsThePublishedCells() throws {
    let reckoning = Reckoning(try DossierWriting.exampleLedger())
    let published = try publishedCells()
    #expect(published.count == 1230)
    for (address, printed) in published.sorted(by: { $0.key < $1.key }) {
      #expect(reckoning.cells[address] == printed, "\(address)")
    }
    #expect(Set(reckoning.cells.keys) == Set(published.keys))
  }

  @Test("every published cell stands in the workbook at its row and column")
  func publishedCellsStandInTheWorkbook() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      try build(Project.url(DossierWriting.example), into: out)
      let workbook = try WorkbookCells(out.appendingPathComponent("决算公开表.xlsx"))
      let figures = try figures(in: out)
      for (address, printed) in try publishedCells().sorted(by: { $0.key < $1.key }) {
        #expect(workbook.printed(at: address) == printed, "\(address)")
        #expect(figures[address] == printed, "\(address)")
      }
    }
  }

  @Test("ledgers changed at random agree in every cell", arguments: 1...24 as ClosedRange<UInt64>)
  func randomLedgersAgree(seed: UInt64) throws {
    var perturbation = LedgerPerturbation(of: try DossierWriting.exampleLedger(), seed: seed)
    let ledger = perturbation.ledger()
    let expected = Reckoning(ledger).cells
    try withTemporaryFolder { folder in
      let dossier = folder.appendingPathComponent("dossier")
      let out = folder.appendingPathComponent("out")
      try DossierWriting.write(ledger, to: dossier)
      // Amounts at random are nothing that an audit would let pass.
      try buildDraft(dossier, into: out, ["--formats", "xlsx"])
      let workbook = try WorkbookCells(out.appendingPathComponent("决算公开表.xlsx"))
      let figures = try figures(in: out)
      #expect(Set(figures.keys) == Set(expected.keys), "seed \(seed)")
      for (address, printed) in expected.sorted(by: { $0.key < $1.key }) {
        #expect(figures[address] == printed, "seed \(seed), \(address)")
        #expect(workbook.printed(at: address) == printed, "seed \(seed), \(address)")
      }
    }
  }

  private func publishedCells() throws -> [String: String] {
    let text = try Project.text("Tests/Fixtures/xiangyuan-2023/cells.csv")
    var result: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = csvFields(line)
      result["\(fields[0])!\(fields[1]).\(fields[2])"] = fields[3]
    }
    return result
  }
}
