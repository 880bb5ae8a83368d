import TestSupport
import Testing

/// 十（四）: how many projects were evaluated, their money and their grades.
@Suite("Sentences on the self-evaluations")
struct EvaluationSentencesTests {
  private func evaluation(
    _ project: String, fund: String = DossierSketch.general, annual: String, executed: String,
    score: String
  ) -> SketchedEvaluation {
    SketchedEvaluation(
      project: project, fund: fund, funding: [["县级", annual, annual, annual, executed]],
      indicators: [["产出", "数量", "户数", "90", score]],
      analysis: SketchedEvaluation.shippedAnalysis)
  }

  @Test("none: the standing sentence of a department with project expenditure, or that it has none")
  func none() throws {
    var sketch = DossierSketch()
    #expect(
      try sketch.narrative().paragraphs("十（四）") == ["本部门2023年度没有项目支出，不涉及项目支出绩效自评。"])
    sketch.spend(100_000, "2010301")
    let text = try sketch.narrative()
    #expect(text.paragraphs("十（四）").count == 1)
    #expect(text["十（四）"].hasPrefix("根据预算绩效管理要求，本部门对2023年度安排的项目支出开展绩效自评"))
    #expect(text.paragraphs("第五部分") == ["某局2023年度没有需要公开的项目支出绩效自评表。"])
  }

  @Test("one: its amount as declared, its grade")
  func one() throws {
    var sketch = DossierSketch()
    sketch.evaluations = [
      evaluation("技改", annual: "50.120000", executed: "25.06", score: "90")
    ]
    let text = try sketch.narrative()
    #expect(
      text.paragraphs("十（四）") == [
        "根据预算绩效管理要求，本部门对2023年度1个项目的支出开展了绩效自评，全年预算数50.12万元，全年执行数25.06万元，"
          + "执行率为50.00%。全年执行数中：一般公共预算财政拨款25.06万元、政府性基金预算财政拨款0万元、国有资本经营预算财政拨款0万元。",
        "自评结果为：“优”1个，“良”0个，“中”0个，“差”0个。各项目的自评表见第五部分。",
      ])
    #expect(text.paragraphs("第五部分").isEmpty)
  }

  @Test("all of them poor, of several funds, one without a budget")
  func poor() throws {
    var sketch = DossierSketch()
    sketch.evaluations = [
      evaluation("甲", annual: "0.000001", executed: "0", score: "10"),
      evaluation("乙", fund: "政府性基金预算财政拨款", annual: "3", executed: "1", score: "20"),
      evaluation("丙", fund: "其他", annual: "0", executed: "0", score: "59.99"),
    ]
    let text = try sketch.narrative()
    #expect(
      text["十（四）"].contains(
        "3个项目的支出开展了绩效自评，全年预算数3.000001万元，全年执行数1万元，执行率为33.33%。全年执行数中："
          + "一般公共预算财政拨款0万元、政府性基金预算财政拨款1万元、国有资本经营预算财政拨款0万元、其他资金0万元。"))
    #expect(text["十（四）"].contains("“优”0个，“良”0个，“中”0个，“差”3个。"))
  }

  @Test("no budget at all: no rate is told")
  func withoutBudget() throws {
    var sketch = DossierSketch()
    sketch.evaluations = [evaluation("甲", annual: "0", executed: "0", score: "90")]
    #expect(try sketch.narrative()["十（四）"].contains("全年执行数0万元。全年执行数中：一般公共预算财政拨款0万元"))
  }
}
