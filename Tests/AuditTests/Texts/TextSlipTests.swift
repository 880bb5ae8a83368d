import Audit
import Layouts
import Testing

@Suite struct TextSlipTests {
  @Test func eachKindHasAName() {
    #expect(Set(TextSlip.Kind.allCases.map(\.rawValue)).count == TextSlip.Kind.allCases.count)
  }
}
