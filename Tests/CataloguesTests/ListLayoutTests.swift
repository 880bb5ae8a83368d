import Catalogues
import Diagnostics
import Domain
import Testing

/// Lists as people have them come to the same accounts.
@Suite("Layouts of lists of accounts") struct ListLayoutTests {
  private static let list = MadeList()

  @Test("the same accounts come of every layout, each once", arguments: ListLayout.allCases)
  func alike(layout: ListLayout) throws {
    let list = Self.list
    #expect(list.all.count == 1_500)
    for part in layout.text(of: list).parts {
      let reading = readCatalogue([part], by: .shipped)
      try expect(reading, .function, list.function)
      try expect(reading, .economic, list.economic)
      let told = reading.findings.filter { $0.severity != .note }
      #expect(told.isEmpty, "\(told.prefix(3).map { ($0.place, $0.what) })")
      let changes = AccountChart.allCases.flatMap {
        CatalogueChanges(reading.accounts(of: $0), of: $0, year: 2, known: KnownNames()).findings
      }
      #expect(changes.isEmpty, "\(changes.prefix(3).map(\.what))")
    }
  }

  private func expect(
    _ reading: CatalogueReading, _ chart: AccountChart, _ accounts: [MadeList.Account]
  ) throws {
    let found = reading.accounts(of: chart).map { MadeList.Account(code: $0.code, name: $0.name) }
    let missing = Set(accounts).subtracting(found)
    let strange = Set(found).subtracting(accounts)
    #expect(found.count == accounts.count)
    #expect(missing.isEmpty, "missing: \(missing.map(\.code).sorted().prefix(5))")
    #expect(
      strange.isEmpty,
      "strange: \(strange.sorted { $0.code < $1.code }.prefix(5).map { $0.code + $0.name })")
  }
}
