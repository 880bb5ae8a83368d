import Diagnostics
import Documents
import Dossiers
import Foundation
import Geometry
import Layouts
import Reckoning
import TestSupport
import Testing
import Typesetting

/// The right edge of running text, over the positioned lines of whole documents.
@Suite("Paragraphs of documents end flush") struct FlushLinesTests {
  @Test(
    "Readers of the PDF find each line as it is set, without blanks between its characters",
    arguments: [
      "Examples/xiangyuan-2023", "Tests/Fixtures/lanchuan-education-2023",
      "Examples/putuo-finance-2024",
    ])
  func extraction(path: String) throws {
    let dossier = Project.url(path)
    let sample = try SampleSubmission(dossier)
    try withTemporaryFolder { folder in
      let out = folder.appendingPathComponent("out")
      _ = try SampleSubmission.build(dossier, into: out)
      let file = out.appendingPathComponent("部门决算公开.pdf")
      let found = Set(
        try run("pdftotext", [file.path, "-"]).output.split { $0.isNewline || $0 == "\u{0C}" })
      let set = sample.typeset.pages.flatMap(\.texts).filter { $0.part == .paragraph }
      #expect(set.count > 100)
      for text in set { #expect(found.contains(Substring(text.line.text)), "\(text.line.text)") }
    }
  }

  @Test("Nor does more than one in a hundred of departments changed at random")
  func changedDepartments() throws {
    let set = try #require(LayoutLibrary(root: Project.url("Layouts")).load("shanxi-2023").value)
    let example = try DepartmentModel(
      try #require(readDossier(.folder(SampleSubmission.example), by: set).value))
    var (all, short) = (0, [String]())
    for seed in UInt64(1)...12 {
      var perturbation = DepartmentPerturbation(of: example, seed: seed)
      let files = DepartmentFiles(perturbation.department())
        .all(invented: LedgerPerturbation.functions)
      let found = try withTemporaryFolder { folder in
        for (name, content) in files {
          try content.write(
            to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        let rules = PageRules(sample: try SampleSubmission(folder))
        #expect(rules.faults == [], "seed \(seed)")
        return rules.flush
      }
      all += found.all
      short += found.short
    }
    #expect(all > 500 && short.count * 100 <= all, "\(short.count) of \(all): \(short)")
  }
}
