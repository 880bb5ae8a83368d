import Testing

@testable import Audit

@Suite("Years in a text") struct YearTests {
  /// The years of a text as `number text`, with * for those of plans.
  private func years(_ text: String, bare: Bool = false) -> [String] {
    ScannedText(text).years(by: .sample, bare: bare).map {
      "\($0.year) \($0.text)\($0.isOfPlan ? "*" : "")"
    }
  }

  @Test(
    "are found however they are written",
    arguments: [
      ("2023年支出减少", ["2023 2023年"]), ("较2022年度增加", ["2022 2022年度"]), ("２０２３年度", ["2023 ２０２３年度"]),
      ("二〇二三年", ["2023 二〇二三年"]), ("二○二三年度预算", ["2023 二○二三年度"]), ("二零二二年", ["2022 二零二二年"]),
      ("一九九八年建成", ["1998 一九九八年"]),
      ("二○二三", ["2023 二○二三"]), ("2023 年", ["2023 2023 年"]),
      ("2021—2023年", ["2021 2021", "2023 2023年"]),
      ("2021年至2023年", ["2021 2021年", "2023 2023年"]), ("2021-2023年度", ["2021 2021", "2023 2023年度"]),
      ("2022——2023年", ["2022 2022", "2023 2023年"]),
      ("于2023-09-20公开", ["2023 2023"]), ("2023/9/20", ["2023 2023"]), ("2023.9.20前", ["2023 2023"]),
      ("（2022）", ["2022 2022"]),
      ("截至2024年1月15日", ["2024 2024年"]), ("上年结转和去年结余", []), ("支出2023.95万元", []), ("发放2000人", []),
      ("科目2080505", []),
      ("合计12023年", []), ("面积2023平方米", []), ("1,2023年", []), ("2023%", []), ("3023年", []),
      ("二百二十三", []), ("二〇二三〇", []),
      ("A2023", []),
    ])
  func found(text: String, expected: [String]) { #expect(years(text) == expected) }

  @Test(
    "of plans and documents are marked",
    arguments: [
      ("财预〔2016〕143号", ["2016 2016*"]), ("《山西省2021年行动计划》", ["2021 2021年*"]),
      ("“十四五”规划（2021—2025年）", ["2021 2021*", "2025 2025年*"]),
      ("2035年远景目标", ["2035 2035年*"]), ("2035远景目标", ["2035 2035*"]),
      ("按照2019年印发的办法执行", ["2019 2019年*"]),
      ("2021年工资提高，执行绩效管理办法", ["2021 2021年"]), ("《办法》规定2021年起执行", ["2021 2021年*"]),
    ])
  func plans(text: String, expected: [String]) { #expect(years(text) == expected) }

  @Test("stand alone in the names of projects")
  func bare() {
    #expect(years("2022废钢奖补", bare: true) == ["2022 2022"])
    #expect(years("废钢奖补2022", bare: true) == ["2022 2022"])
    #expect(years("废钢奖补2022年1月", bare: true) == ["2022 2022年"])
    #expect(years("2000户改厕、2021台设备、JX2022、12-2022", bare: true).isEmpty)
    #expect(years("2022-01项目", bare: true) == ["2022 2022"])
    #expect(years("2022废钢奖补").isEmpty)
  }

  @Test("have places in scalars")
  func places() {
    #expect(ScannedText("𠮷村{{概况}}二〇二二年与2023年").years(by: .sample).map(\.offset) == [8, 14])
  }
}
