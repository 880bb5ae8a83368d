import Diagnostics
import Testing

/// Mistakes that reading the dossier finds, so that no check has to.
@Suite struct LoaderMistakeTests {
  struct Mistake: CustomTestStringConvertible {
    let code: String
    let edit: CheckCase.Edit

    init(_ code: String, _ file: String, _ text: String, _ replacement: String) {
      self.code = code
      edit = CheckCase.Edit(file, text, replacement)
    }

    var testDescription: String { code }

    private static let first = "evaluations/01-义务教育质量监测与督导经费.yaml"

    static let all: [Mistake] = [
      // A unit's fund that does not balance.
      Mistake("D100", "income.csv", "学前教育专项,612220.00", "学前教育专项,612221.00"),
      // One indicator twice.
      Mistake("D260", "prior-year.csv", "支出,其他,205,702614.49", "支出,其他,205,1.00\n支出,其他,205,1.00"),
      // A surplus of appropriations that is distributed.
      Mistake("D263", "balances.csv", "2050299,,,,18063.92", "2050299,,,18063.92,"),
      // Totals of which a side is missing.
      Mistake("D280", "prior-year.csv", "\n支出总计,,,51521302.20", ""),
      // A standard account with another name.
      Mistake("D077", "accounts.csv", "", "支出功能,205,教肓支出"),
      // Another year than the set's.
      Mistake("D082", "department.yaml", "年度: 2023", "年度: 2024"),
      // A score below its weight without a reason, no budget, more spent than there was.
      Mistake("D117", first, "得分: 8.5, 偏差原因: 网上阅卷系统调试推迟，今后提前一个月部署", "得分: 8.5, 偏差原因: \"\""),
      Mistake("D124", first, "全年预算数: 30", "全年预算数: 0"),
      Mistake("D125", first, "全年预算数: 30", "全年预算数: 28"),
    ]
  }

  @Test("told by reading", arguments: Mistake.all)
  func told(_ mistake: Mistake) throws {
    var dossier = try AuditedDossier.bureau()
    #expect(try !dossier.audited().findings.contains { $0.code == mistake.code })
    try dossier.apply([mistake.edit])
    let findings = try dossier.audited().findings
    #expect(findings.contains { $0.code == mistake.code }, "\(findings.map(\.what))")
  }
}
