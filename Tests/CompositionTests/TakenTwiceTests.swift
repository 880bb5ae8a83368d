import Diagnostics
import Domain
import Figures
import TestSupport
import Testing

@testable import Composition
@testable import Layouts

/// The loader lets no such set pass; if it did, nothing would be counted twice in silence.
@Suite("一笔账列入两格")
struct TakenTwiceTests {
  @Test("是版式的错：指到表的文件，另见账上的行")
  func place() throws {
    let library = LayoutLibrary(root: Project.url("Tests/Fixtures/layouts"))
    let set = try #require(library.load("sample").value)
    var form = try #require(set.forms.first)
    let (basic, project) = (
      CellKey(row: "basic", column: "expenditure-amount"),
      CellKey(row: "project", column: "expenditure-amount")
    )
    form.cells[project] = form.cells[basic]
    let row = SourcePlace(file: "expenditure.csv", line: 2)
    let key = LedgerKey(
      measure: .expenditure, unit: "1", fund: .other, kind: .basic,
      function: FunctionAccount(unchecked: "2010301"))
    let accounts = FinalAccounts(
      department: Department(code: "1", name: "某局", units: []), fiscalYear: 2023,
      publicationDate: try #require(CalendarDate(year: 2024, month: 1, day: 1)),
      ledger: Ledger([LedgerFact(key: key, amount: Money(fen: 100), place: row)]),
      declaredFacts: DeclaredFacts(), accountNames: set.accountNames)
    let facts = FactTable(accounts, declarations: set.facts)
    let findings = FormComposer(accounts: accounts, facts: facts).compose(form).findings
    #expect(findings.map(\.code) == ["D202"])
    #expect(findings.first?.place == .source(form.place))
    #expect(findings.first?.related == [row])
  }
}
