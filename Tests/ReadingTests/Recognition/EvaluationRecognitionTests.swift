import Diagnostics
import Documents
import Figures
import Foundation
import Layouts
import Readings
import Recognition
import TestSupport
import Testing

/// Self-evaluations: figures by project, source and indicator.
@Suite("Recognised self-evaluations")
struct EvaluationRecognitionTests {
  /// The example with indicators that are called alike: in two groups, and twice in one.
  private static let composed = Result {
    try withTemporaryFolder { folder in
      let copy = folder.appendingPathComponent("dossier")
      try FileManager.default.copyItem(at: Project.url("Examples/xiangyuan-2023"), to: copy)
      let evaluations = copy.appendingPathComponent("evaluations")
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: evaluations.path).sorted().first)
      let file = evaluations.appendingPathComponent(name)
      let text = try String(contentsOf: file, encoding: .utf8)
        .replacing("三级: 奖励资金发放及时性", with: "三级: 奖励对象资格符合率")
        .replacing("三级: 激励企业入规", with: "三级: 市县区财政资金")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return try ComposedForms(set: "shanxi-2023", layouts: "Layouts", dossier: copy)
    }
  }

  private func lines(_ figures: [Figure]) -> [String] {
    figures.map { "\($0.address) \($0.printed)" }.sorted()
  }

  private func lines(_ recognition: RecognisedFile) -> [String] {
    recognition.figures.map { "\($0.address) \($0.printed)" }.sorted()
  }

  @Test("every figure of nineteen evaluations, rows that are called alike told apart")
  func figures() throws {
    let composed = try Self.composed.get()
    let expected = lines(composed.evaluations.flatMap(\.figures))
    #expect(expected.contains { $0.hasPrefix("自评-01!质量指标/") })
    let papers = composed.evaluations.enumerated().map { $1.asPaper(page: $0 + 1) }
    for tables in [composed.evaluations.map(\.asSheet), papers] {
      let recognition = recognise(tables, in: "样本", by: composed.set)
      #expect(recognition.findings == [])
      #expect(lines(recognition) == expected)
    }
  }

  @Test("a part of the sheets keeps its numbers, in whatever order")
  func numbers() throws {
    let composed = try Self.composed.get()
    let sheets = composed.evaluations[4..<7].map(\.asSheet).reversed()
    let recognition = recognise(Array(sheets), in: "样本", by: composed.set)
    #expect(recognition.forms.map(\.number) == ["自评-07", "自评-06", "自评-05"])
    // Without their names they are counted.
    let others = recognise(sheets.map { $0.renamed("表") }, in: "样本", by: composed.set)
    #expect(others.forms.map(\.number) == ["自评-01", "自评-02", "自评-03"])
    #expect(others.forms.map(\.title) == recognition.forms.map(\.title))
  }

  @Test("columns that changed places, a lost column and a lost total")
  func changes() throws {
    let composed = try Self.composed.get()
    let sheet = try #require(composed.evaluations.last).asSheet
    let figures = try #require(composed.evaluations.last).figures
    let top = try #require(sheet.cell("一级指标")).row
    let swapped = sheet.mapCells { cell in
      guard cell.row >= top, [7, 8].contains(cell.column), cell.columnSpan == 1 else { return cell }
      // 总分 stands below 得分 all the same.
      return cell.with(column: 15 - cell.column)
    }
    let first = recognise([swapped], in: "样本", by: composed.set)
    #expect(
      lines(first).filter { !$0.contains("总分") }
        == lines(figures).filter { !$0.contains("总分") })

    let row = try #require(sheet.cell("总分")).row
    let second = recognise(
      [sheet.mapCells { $0.row == row ? nil : $0 }], in: "样本", by: composed.set)
    #expect(second.findings.map(\.code) == ["C066"])
    #expect(lines(second) == lines(figures).filter { !$0.contains("总分") })
  }
}
