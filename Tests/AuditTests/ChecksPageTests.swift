import Audit
import TestSupport
import Testing

@Suite struct ChecksPageTests {
  @Test("docs/checks.md lists the checks as the set has them")
  func page() {
    Golden.check(checksPage(of: AuditedDossier.set), against: "../../docs/checks.md")
  }
}
