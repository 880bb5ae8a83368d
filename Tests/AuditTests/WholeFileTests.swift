import Audit
import Diagnostics
import Testing

/// Mistakes that a whole file has.
@Suite struct WholeFileTests {
  /// The checks that only these tests make fail.
  static let checks = ["scale-of-budget", "budget-stated", "project-evaluated"]

  private func open(_ dossier: AuditedDossier) throws -> [String] {
    let (findings, report) = try dossier.audited()
    let audited = try #require(report, "\(findings.map(\.what))")
    return audited.findings.filter { $0.severity != .note }.map(\.check)
      .filter { !AuditedDossier.textChecks.contains($0) }
  }

  @Test("the whole ledger in 万元")
  func ledgerInTenThousands() throws {
    var dossier = try AuditedDossier.bureau()
    try dossier.scaleBooks(1, over: 10_000)
    let found = try open(dossier)
    #expect(found.contains("scale-against-budget"))
    #expect(found.contains("scale-against-prior-year"))
  }

  @Test("the opening budget in 万元")
  func budgetInTenThousands() throws {
    var dossier = try AuditedDossier.bureau()
    try dossier.scaleAmounts(of: "budget.csv", 1, over: 10_000)
    #expect(try open(dossier) == ["scale-of-budget"])
  }

  @Test("the prior year in 万元")
  func priorYearInTenThousands() throws {
    var dossier = try AuditedDossier.bureau()
    try dossier.scaleAmounts(of: "prior-year.csv", 1, over: 10_000)
    #expect(try open(dossier).contains("scale-of-prior-year"))
  }

  @Test("no opening budget, no prior year", arguments: ["budget.csv", "prior-year.csv"])
  func nothingStated(_ file: String) throws {
    var dossier = try AuditedDossier.bureau()
    dossier.files[file] = dossier.files[file].map { String($0.prefix { $0 != "\n" }) }
    #expect(try open(dossier) == [file == "budget.csv" ? "budget-stated" : "prior-year-stated"])
  }

  @Test("all indicators with one and the same target")
  func indicatorsAlike() throws {
    var dossier = try AuditedDossier.bureau()
    let file = "evaluations/03-乡村学校少年宫项目.yaml"
    dossier.files[file] = dossier.files[file]?.replacing(
      /年初指标值: "[^"]*"/, with: "年初指标值: \"完成\"")
    #expect(try open(dossier) == ["indicator-fillers"])
  }

  @Test("projects in the ledger, and no evaluation; neither, and nothing is asked")
  func notEvaluated() throws {
    func told(_ dossier: AuditedDossier) throws -> (asked: Int?, what: [String]) {
      let report = try #require(try dossier.audited().1)
      let id = "project-evaluated"
      return (
        report.runs.first { $0.check == id }?.instances,
        report.findings.filter { $0.check == id }.map { "\($0.severity) \($0.what)" }
      )
    }
    var dossier = try AuditedDossier.bureau()
    let codes = Set(dossier.rows(of: "expenditure.csv").map { $0[5] })
      .subtracting([""])
    let evaluated = try told(dossier)
    #expect(evaluated.asked == 1 && evaluated.what == [])
    for file in dossier.files.keys where file.hasPrefix("evaluations/") {
      dossier.files[file] = nil
    }
    #expect(try told(dossier).what == ["note 账上有 \(codes.count) 个项目代码，没有一张绩效自评表"])
    var rows = dossier.rows(of: "expenditure.csv")
    for index in rows.indices { rows[index][5] = "" }
    dossier.setRows(rows, of: "expenditure.csv")
    let idle = try told(dossier)
    #expect(idle.asked == 0 && idle.what == [])
  }

  @Test("a code for whatever is spent is no fault of a row")
  func codesEverywhere() throws {
    var dossier = try AuditedDossier.bureau()
    var rows = dossier.rows(of: "expenditure.csv")
    for index in rows.indices where rows[index][5].isEmpty { rows[index][5] = "P\(index)" }
    dossier.setRows(rows, of: "expenditure.csv")
    #expect(try open(dossier) == [])
  }
}
