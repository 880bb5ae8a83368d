import Foundation
import TestSupport
import Testing
import Typesetting

@Suite("Golden files of the example") struct GoldenPagesTests {
  @Test("the positioned pages")
  func pagesAreAsReviewed() throws {
    let sample = try SampleSubmission()
    var numbers: [String: Int] = [:]
    for page in sample.typeset.pages {
      let kind = page.form.isEmpty ? "text" : page.form
      numbers[kind, default: 0] += 1
      let name = "\(kind)-\(numbers[kind] ?? 0)"
      Golden.check(page.description, against: "xiangyuan-2023/pages/\(name).txt")
    }
  }

  @Test("the sheets of the workbook")
  func sheetsAreAsReviewed() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      _ = try SampleSubmission.build(into: out)
      let venv = Project.url(".venv/bin/python").path
      let python = FileManager.default.isExecutableFile(atPath: venv) ? venv : "python3"
      let dump = try run(
        python,
        [
          Project.url("Tests/Tools/dump_xlsx.py").path,
          out.appendingPathComponent("决算公开表.xlsx").path,
        ])
      #expect(dump.status == 0, "\(dump.errors)")
      Golden.check(dump.output, against: "xiangyuan-2023/sheets.txt")
    }
  }

  @Test("every figure with its exact value and its sources")
  func figuresAreAsReviewed() throws {
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      _ = try SampleSubmission.build(into: out)
      let figures = try String(
        contentsOf: out.appendingPathComponent("figures.csv"), encoding: .utf8)
      Golden.check(figures, against: "xiangyuan-2023/figures.csv")
    }
  }
}
