import Foundation
import Geometry
import TestSupport
import Testing

/// Whole documents, with the project's faces and with others first, against ``PageRules``.
@Suite("Pages as a careful reader wants them") struct PageRulesTests {
  private static let dossiers = [
    "Examples/xiangyuan-2023", "Tests/Fixtures/lanchuan-education-2023",
    "Examples/putuo-finance-2024",
  ]
  /// The rows of departments from the smallest to a large one.
  private static let rows = [1, 3, 8, 20, 45, 60, 110, 200, 300]

  @Test("in a dossier with the project's faces", arguments: dossiers)
  func wholeDossier(path: String) throws {
    let rules = PageRules(sample: try SampleSubmission(Project.url(path)))
    #expect(rules.faults == [])
    let flush = rules.flush
    #expect(flush.all > 50)
    #expect(flush.short == [])
  }

  @Test("in departments with a row of accounts and with three hundred", arguments: rows)
  func departments(rows: Int) throws {
    try withTemporaryFolder { folder in
      try GrownDepartment(rows: rows).write(to: folder)
      let rules = PageRules(sample: try SampleSubmission(folder))
      #expect(rules.faults == [])
      #expect(rules.flush.short.count * 100 <= rules.flush.all, "\(rules.flush.short)")
    }
  }

  @Test("with other faces of other metrics first")
  func facesFirst() throws {
    try withTemporaryFolder { folder in
      let fonts = folder.appendingPathComponent("fonts.yaml")
      try Self.otherFaces.write(to: fonts, atomically: true, encoding: .utf8)
      var (all, short) = (0, [String]())
      let departments = try [45, 200].map { rows in
        let department = folder.appendingPathComponent("\(rows)")
        try GrownDepartment(rows: rows).write(to: department)
        return department
      }
      for dossier in Self.dossiers.map(Project.url) + departments {
        let rules = PageRules(sample: try SampleSubmission(dossier, fonts: fonts))
        #expect(rules.faults == [], "\(dossier.lastPathComponent)")
        all += rules.flush.all
        short += rules.flush.short
      }
      #expect(all > 300 && short.count * 100 <= all, "\(short.count) of \(all): \(short)")
    }
  }

  /// Noto's faces in all roles: their Latin letters and digits are wider and narrower than Fandol's.
  private static let otherFaces = """
    directories: [/usr/share/fonts/opentype/noto]
    roles:
      公文标题: {faces: [{family: Noto Serif CJK SC, file: NotoSerifCJK-Bold.ttc, index: 2}]}
      正文: {faces: [{family: Noto Serif CJK SC, file: NotoSerifCJK-Regular.ttc, index: 2}]}
      标题: {faces: [{family: Noto Sans CJK SC, file: NotoSansCJK-Regular.ttc, index: 2}]}
      楷体: {faces: [{family: Noto Sans CJK SC, file: NotoSansCJK-Regular.ttc, index: 2}]}
      表格: {faces: [{family: Noto Serif CJK SC, file: NotoSerifCJK-Regular.ttc, index: 2}]}
      表格标题: {faces: [{family: Noto Sans CJK SC, file: NotoSansCJK-Bold.ttc, index: 2}]}
      表格加粗: {faces: [{family: Noto Serif CJK SC, file: NotoSerifCJK-Bold.ttc, index: 2}]}
      数字: {faces: [{family: Noto Serif CJK SC, file: NotoSerifCJK-Regular.ttc, index: 2}]}

    """
}
