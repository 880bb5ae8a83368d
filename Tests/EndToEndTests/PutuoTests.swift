import Foundation
import TestSupport
import Testing

/// The second issuer through the real programs: what a bureau published, in every file that is built.
@Suite("普陀区财政局 2024，从台账到文件") struct PutuoTests {
  @Test("577 个公布的数，figures.csv、工作簿、PDF 里都一样；审核没有错误")
  func publishedFigures() throws {
    try withTemporaryFolder { folder in
      let dossier = Project.url("Examples/putuo-finance-2024")
      let out = folder.appendingPathComponent("out")
      try build(dossier, into: out)

      let published = try Project.text("Tests/Fixtures/putuo-2024/cells.csv")
        .split(separator: "\n").dropFirst().map(csvFields)
      var expected: [String: String] = [:]
      for fields in published { expected["\(fields[0])!\(fields[1]).\(fields[2])"] = fields[3] }
      #expect(expected.count == 577)
      #expect(try figures(in: out) == expected)

      let figures = out.appendingPathComponent("figures.csv").path
      for file in ["决算公开表.xlsx", "部门决算公开.pdf"] {
        let compared = try gongkai(["diff", figures, out.appendingPathComponent(file).path])
        #expect(compared.status == 0, "\(file)\n\(compared.output)\(compared.errors)")
        #expect(compared.output.contains("577"), "\(file)\n\(compared.output)")
      }
      let checked = try gongkai(["check", dossier.path])
      #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
      #expect(checked.output.contains("错误 0 处"), "\(checked.output)")
    }
  }
}
