import Domain
import Testing

@testable import Audit

@Suite("Scores and grades in a text") struct StatedScoreTests {
  private static let scale = ["优", "良", "中", "差"]

  private func scores(_ text: String) -> [String] {
    ScannedText(text).scores(by: .sample).map { $0.points.description }
  }

  private func grades(_ text: String) -> [String] {
    ScannedText(text).grades(Self.scale, by: .sample).map(\.grade)
  }

  @Test(
    "scores of the whole are read",
    arguments: [
      ("自评得分95.5分", ["95.5"]), ("项目自评总分为 98分", ["98"]), ("综合得分：９６.２５分", ["96.25"]),
      ("自评总分100分，自评得分为97分", ["97"]), ("总分100分", ["100"]), ("最终得分达到“99”分", []),
      ("总得分评定为（92.3分）", ["92.3"]),
    ])
  func whole(text: String, expected: [String]) { #expect(scores(text) == expected) }

  @Test(
    "scores of parts, of other years and other numbers are not",
    arguments: [
      "产出指标自评得分50分", "预算执行率得分9.59分", "上年总分92分", "得分率95%", "自评得分率为98%", "总分之一", "自评得分3分之一",
      "总分前3名", "共10分钟", "扣减相应得分", "自评得分较上年提高2分",
    ])
  func parts(text: String) { #expect(scores(text) == []) }

  @Test(
    "grades are read",
    arguments: [
      ("评价等级为“优”", ["优"]), ("自评结果：良好。", ["良"]), ("自评等级为中", ["中"]), ("绩效评价等级：优秀", ["优"]),
      ("评价结论为“差”，", ["差"]), ("等级评定为良等", ["良"]),
    ])
  func wholeGrades(text: String, expected: [String]) { #expect(grades(text) == expected) }

  @Test(
    "other words are not", arguments: ["等级中学", "三级等级保护测评优化", "自评结果良性发展", "优等级", "评级中心", "等级差异"])
  func others(text: String) { #expect(grades(text) == []) }

  @Test("places are in scalars")
  func places() {
    let text = ScannedText("𠮷村自评得分92分，等级为“良”")
    #expect(text.scores(by: .sample).map(\.offset) == [2])
    #expect(text.scores(by: .sample).map(\.text) == ["自评得分92分"])
    #expect(text.grades(Self.scale, by: .sample).map(\.text) == ["等级为“良"])
  }
}
