internal import Comparison
internal import Diagnostics
internal import Figures
internal import Readings
internal import Testing

@Suite("Figures by address and printed value")
struct FigureComparisonTests {
  private static func file(
    _ name: String, _ figures: KeyValuePairs<String, String>, form: String = "05"
  ) -> ComparisonInput {
    let list = figures.enumerated().map { index, figure in
      sampleFigure(
        form, figure.key, figure.value, at: .cell(sheet: "表", reference: "D\(index + 1)"))
    }
    return input(name, FigureBook([FigureForm(number: form, figures: list)]))
  }

  private static func input(_ name: String, _ figures: FigureBook) -> ComparisonInput {
    ComparisonInput(
      name: name,
      content: .file(
        ComparedFile(
          name: name, content: .workbook(WorkbookReading(file: name)), figures: figures)))
  }

  private static func report(_ left: ComparisonInput, _ right: ComparisonInput) -> ComparisonReport
  {
    compare(left, right, level: .figures)
  }

  @Test(
    "prints that read alike are equal; decimals, blanks, zeros and dashes are not the same",
    arguments: [
      ("1,234.50", "1234.50", true), ("——", "—", true), ("——", "-", true), ("", "", true),
      ("5.00", "5", false), ("0.00", "", false), ("", "——", false), ("0.00", "——", false),
      ("-3.10", "3.10", false), ("12.5%", "12.5", false), ("12.5%", "12.5%", true),
      ("无", "无", true), ("无", "有", false),
    ])
  func prints(left: String, right: String, isEqual: Bool) {
    let report = Self.report(Self.file("a", ["r.1": left]), Self.file("b", ["r.1": right]))
    #expect(report.isEqual == isEqual)
    #expect(report.comparedCount == 1)
  }

  @Test("a space that wrapping loses in an address makes no difference")
  func wrappedNames() {
    let report = Self.report(
      Self.file("a", ["AB 项目.1": "1.00"]), Self.file("b", ["AB项目.1": "2.00"]))
    #expect(report.differences.map(\.kind) == [.value])
    #expect(report.differences.map(\.addressText) == ["05!AB 项目.1"])
  }

  @Test("a figure that one side lacks is one difference, unless it is blank")
  func oneSided() {
    let left = Self.file("a", ["r.1": "1.00", "r.2": "2.00", "s.1": ""])
    let right = Self.file("b", ["r.1": "1.00", "t.1": "3.00", "t.2": ""])
    let differences = Self.report(left, right).differences
    #expect(differences.map(\.kind) == [.missing, .added])
    #expect(differences.map(\.addressText) == ["05!r.2", "05!t.1"])
    #expect(differences.map(\.left?.at) == [.cell(sheet: "表", reference: "D2"), nil])
  }

  @Test("two files without a form in common are not compared at all")
  func forms() {
    let left = Self.file("a", ["r.1": "1.00", "r.2": "2.00"], form: "05")
    let right = Self.file("b", ["r.1": "1.00", "r.2": "2.00"], form: "06")
    let report = Self.report(left, right)
    #expect(report.differences.isEmpty && !report.isEqual)
    #expect(report.findings.map(\.code) == ["C115"])
  }

  @Test("the order of forms and figures plays no part")
  func order() {
    let left = Self.file("a", ["r.1": "1.00", "r.2": "2.00"])
    let right = Self.file("b", ["r.2": "2.00", "r.1": "1.00"])
    #expect(Self.report(left, right).isEqual)
  }

  @Test("files of two kinds are compared by their figures, with units and ledger lines of the list")
  func acrossKinds() {
    let reading = FigureBook([
      FigureForm(
        number: "05",
        figures: [
          sampleFigure(
            "05", "r.1", "29.30", unit: "万元",
            sources: [
              SourcePlace(file: "expenditure.csv", line: 41),
              SourcePlace(file: "expenditure.csv", line: 42),
            ], at: .line(2, of: "figures.csv")),
          sampleFigure("05", "r.2", "3", unit: "辆", at: .line(3, of: "figures.csv")),
        ])
    ])
    let list = ComparisonInput(
      name: "figures.csv",
      content: .file(ComparedFile(name: "figures.csv", content: .figures(reading))))
    let report = compare(Self.file("a.xlsx", ["r.1": "29.25", "r.2": "3"]), list)
    #expect(report.level == .figures)
    #expect(report.comparedCount == 2)
    #expect(report.differences.count == 1)
    let difference = report.differences.first
    #expect(difference?.unit == "万元")
    #expect(difference?.change?.description == "+0.05")
    #expect(
      difference?.right?.sources.map(\.description) == ["expenditure.csv:41", "expenditure.csv:42"])
    #expect(difference?.right?.at == .line(2, of: "figures.csv"))
    // Other levels are refused, and so are files whose figures nobody knows.
    #expect(
      compare(Self.file("a.xlsx", ["r.1": "1"]), list, level: .content).findings.map(\.code)
        == ["C106"])
    let unknown = ComparisonInput(
      name: "b.xlsx",
      content: .file(
        ComparedFile(name: "b.xlsx", content: .workbook(WorkbookReading(file: "b.xlsx")))))
    #expect(compare(unknown, list).findings.map(\.code) == ["C107"])
    #expect(!compare(unknown, list).isEqual)
  }
}
