import Diagnostics
import Layouts
import Testing

@Suite("Characters in the files of a layout set") struct SetCharacterTests {
  private func codes(_ set: SampleSet) throws -> [String] {
    try set.load().findings.map { "\($0.place.map(DiagnosticPrinter.text) ?? "") \($0.code)" }
  }

  @Test("What cannot be printed is refused at its place, what shows nothing is told and left out")
  func places() throws {
    var set = try SampleSet()
    try set.replace("title: 支出表", in: "02", with: "title: 支\u{202E}出表")
    let refused = try codes(set)
    #expect(refused.count == 1)
    #expect(refused.first?.hasPrefix("sample/forms/02.yaml:") == true)
    #expect(refused.first?.hasSuffix(" L019") == true)
    set = try SampleSet()
    try set.replace("title: 支出表", in: "02", with: "title: 支\u{200B}出表")
    let told = try set.load()
    #expect(told.findings.map(\.code) == ["L018"])
    #expect(told.set?.forms.contains { $0.title == "支出表" } == true)
  }
}
