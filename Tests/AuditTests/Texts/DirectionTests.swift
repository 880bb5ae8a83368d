import Testing

@testable import Audit

@Suite("Directions that reasons say") struct DirectionTests {
  private func reading(_ text: String) -> DirectionReading {
    ScannedText(text).directions(by: .sample)
  }

  @Test(
    "the predicates with which clauses end count",
    arguments: [
      ("废钢企业奖补资金减少", "down"), ("参保人数和缴费基数提高，养老保险与职业年金缴费增加", "up"), ("人员减少，工资提高", "both"),
      ("宣传等一般事务的项目减少了", "down"),
      ("较上年增长5.2%", "up"), ("较上年下降 1,234.56 万元", "down"), ("支出降至{{05!211.1}}万元", "down"),
      ("奖励资金增加较多。", "up"),
      ("上年安排的项目减少所致", "down"), ("“三公”经费压缩", "down"), ("（人员增加）", "up"), ("缴费基数上调等原因", "up"),
      ("支出减少3个百分点", "down"), ("因人员增加导致支出减少", "down"),
      ("压缩", "down"),
    ])
  func counted(text: String, expected: String) {
    #expect(reading(text).direction.rawValue == expected)
  }

  @Test(
    "other places, other things and what is denied do not",
    arguments: [
      "减少了浪费", "提高服务质量", "工业增加值", "新增企业多", "没有增加", "未增加", "支出没有明显增加", "并未减少", "减少环节，简化手续",
      "因人员增加导致", "增加的支出由其他项目承担",
      "节约用水宣传", "工资调整", "不再增加", "",
    ])
  func passedOver(text: String) { #expect(reading(text).direction == .none) }

  @Test("a negation of another clause denies nothing")
  func clauses() {
    #expect(reading("上年没有，增加").direction == .up)
    #expect(reading("没有安排新的项目，支出减少").direction == .down)
  }

  @Test("the predicates are told with their places")
  func places() {
    let reading = reading("𠮷村人员增加，会议费减少10万元，培训费下降")
    #expect(reading.ups == [.init(word: "增加", offset: 4)])
    #expect(reading.downs == [.init(word: "减少", offset: 10), .init(word: "下降", offset: 20)])
  }
}
