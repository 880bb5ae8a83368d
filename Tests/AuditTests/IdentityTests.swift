import Audit
import Diagnostics
import Domain
import Figures
import Layouts
import TestSupport
import Testing

/// The checks that hold by construction, asked of figures as they are printed.
@Suite struct IdentityTests {
  private func printed() throws -> FigureBook {
    let (findings, _, book) = try AuditedDossier.example().composed()
    #expect(!findings.hasErrors)
    return try #require(book).asPrinted
  }

  @Test("the example as printed: no error, residuals of rounding told as notes")
  func example() throws {
    let report = audit(AuditSubject(read: try printed()), by: AuditedDossier.set)
    #expect(report.findings.filter { $0.severity != .note }.map(\.what) == [])
    let asked = report.runs.filter { $0.printed > 0 }
    let printed = asked.map(\.printed).reduce(0, +)
    #expect(asked.count >= 60, "\(asked.count) ids")
    #expect(printed >= 300, "\(printed) instances with both sides printed")
    let total = try #require(report.findings.first { $0.check == "income-grand-total" })
    #expect(total.difference == "0.01 万元")
  }

  /// Books in which every identity has something to ask: the example, the bureau, and the example with
  /// money of the state's capital.
  private static let books: [FigureBook] = {
    var capital = try? AuditedDossier.example()
    capital?.append("431001,国有资本经营预算财政拨款,2239999,100000.00", to: "income.csv")
    capital?.append("431001,国有资本经营预算财政拨款,项目支出,2239999,,100000.00", to: "expenditure.csv")
    capital?.files["accounts.csv"] =
      "科目类型,科目代码,科目名称\n支出功能,223,国有资本经营预算支出\n"
      + "支出功能,22399,其他国有资本经营预算支出\n支出功能,2239999,其他国有资本经营预算支出\n"
    let dossiers = [try? AuditedDossier.example(), try? AuditedDossier.bureau(), capital]
    return dossiers.compactMap { dossier in (try? dossier?.composed())?.2?.asPrinted }
  }()

  @Test(
    "each identity holds as it is, and fails with one cell changed",
    arguments: AuditedDossier.set.checks.filter(\.isIdentity).map(\.id))
  func oneCellChanged(check: String) throws {
    try #require(Self.books.count == 3)
    var isBroken = false
    for book in Self.books where !isBroken {
      var subject = AuditSubject(read: book)
      subject.checks = [check]
      let sound = audit(subject, by: AuditedDossier.set)
      #expect(sound.findings.allSatisfy { $0.severity == .note }, "\(sound.findings.map(\.what))")
      let touched = (sound.touched ?? []).sorted { ($0.form, $0.cell.row) < ($1.form, $1.cell.row) }
      for key in touched.prefix(6) where !isBroken {
        for text in ["9,999,999.99", "-9,999,999.99"] where !isBroken {
          var changed = AuditSubject(read: book.printing(text, at: key))
          changed.checks = [check]
          let findings = audit(changed, by: AuditedDossier.set).findings
          isBroken = findings.contains { $0.check == check && $0.difference != "0.01 万元" }
        }
      }
    }
    #expect(isBroken)
  }

  @Test("no printed figure is left without a check: there is no list of exceptions to keep")
  func everyFigureIsLookedAt() throws {
    try #require(Self.books.count == 3)
    for book in Self.books {
      let touched = audit(AuditSubject(read: book), by: AuditedDossier.set).touched ?? []
      let left = book.figures.filter { figure in
        figure.content != .blank && figure.key.map { !touched.contains($0) } ?? true
      }
      #expect(left.map(\.address.description) == [])
    }
  }

  @Test("sums of rounded figures never fail by rounding, and always by a mistake of 1.00")
  func rounding() throws {
    let book = try printed()
    let form = try #require(book.form("01"))
    let ids = [
      "income-general", "income-fund", "income-capital", "income-superior", "income-service",
      "income-business", "income-affiliates", "income-other",
    ]
    func key(_ row: String) throws -> FigureKey {
      try #require(form.figures.first { $0.key?.cell.row == row }?.key)
    }
    var random = SeededRandom(seed: 21)
    for _ in 0..<60 {
      let amounts = ids.map { _ in Int64.random(in: 0...9_999_999_999, using: &random) }
      func shown(_ fen: Int64) -> String {
        FixedDecimal(rounding: fen, shiftedBy: 6, decimals: 2).text(grouping: true)
      }
      var changed = FigureBook([form])
      for (id, fen) in zip(ids, amounts) { changed = changed.printing(shown(fen), at: try key(id)) }
      let total = amounts.reduce(0, +)
      func findings(_ total: Int64) throws -> [CheckFinding] {
        var subject = AuditSubject(
          read: changed.printing(shown(total), at: try key("income-total")))
        subject.checks = ["income-total"]
        return audit(subject, by: AuditedDossier.set).findings
      }
      #expect(try findings(total).allSatisfy { $0.severity == .note })
      #expect(try findings(total + 1_000_000).map(\.severity) == [.error])
      #expect(try findings(total - 1_000_000).map(\.severity) == [.error])
    }
  }
}
