import Testing

@testable import Audit

@Suite("Numbers of units in a text") struct UnitCountTests {
  private func counts(_ text: String) -> [String] {
    ScannedText(text).unitCounts(by: .sample).map { "\($0.count) \($0.noun)" }
  }

  @Test(
    "are found behind and before the number",
    arguments: [
      ("本部门共有4个预算单位", ["4 预算单位"]), ("四个预算单位", ["4 预算单位"]), ("所属单位3个", ["3 所属单位"]),
      ("共4家单位", ["4 单位"]),
      ("纳入决算编报的单位共 5 个。", ["5 单位"]), ("其中行政单位1个，事业单位十二个", ["1 行政单位", "12 事业单位"]),
      ("下设３个二级预算单位", ["3 二级预算单位"]),
      ("包括2个独立核算的单位", ["2 单位"]), ("预算单位有两个", ["2 预算单位"]), ("（预算单位4家）", ["4 预算单位"]),
      ("4个独立核算单位", ["4 独立核算单位"]),
    ])
  func found(text: String, expected: [String]) { #expect(counts(text) == expected) }

  @Test(
    "are none of other things",
    arguments: [
      "下设12个科室", "施工单位3家", "参建单位共3家", "第3个预算单位", "各个预算单位", "单位3个项目完成", "3个单位工程验收", "奖补企业4家", "预算单位",
      "个单位",
      "培训2个事业单位人员", "0.5个单位", "5户企业", "3个村和单位", "所属单位各自独立核算",
    ])
  func none(text: String) { #expect(counts(text).isEmpty) }

  @Test("have places in scalars and their words as written")
  func places() {
    let found = ScannedText("𠮷县下设 3 个所属单位").unitCounts(by: .sample)
    #expect(found.map(\.offset) == [5] && found.map(\.text) == ["3 个所属单位"])
  }
}
