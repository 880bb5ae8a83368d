import Diagnostics
import TestSupport
import Testing

/// Sentences of issuers other than the reference's, written as data: Tests/Fixtures/layouts/sentences
/// has the templates and the wordings, and no Swift knows of them.
@Suite("各地的说法都写成版式里的模板")
struct IssuersSentencesTests {
  /// A dossier with a prior year, a fund, budgets met and missed.
  private static var books: Books {
    var books = Books.sentences
    books.spend("5000000", "2050201")
    books.spend("2500000", "2050202", economic: "30101", kind: "基本支出")
    books.spend("280000.00", "2050202", economic: "30201", kind: "基本支出")
    books.spend("120000", "2120801", fund: "政府性基金预算财政拨款")
    books.spend("2100000", "2010101", fund: "其他")
    books.append("一般公共预算财政拨款,2050201,5000000", to: "budget.csv")
    books.append("一般公共预算财政拨款,2050202,2822335.03", to: "budget.csv")
    books.append("收入总计,,,12500000", to: "prior-year.csv")
    books.append(
      "公务接待费: {预算: 0, 决算: 6000, 上年: 570}\n原因:\n  科目: {\"2050202\": 压减公用经费。}",
      to: "department.yaml")
    return books
  }
  private static let text = Result { try books.compose().narrative }

  @Test(
    "一句一句照原文",
    arguments: [
      "四川：2021年度收、支总计均为1,000.00万元。与2020年相比，收、支总计各减少250.00万元，下降20.00%。",
      "北京：收入总计1,000.00万元，同比增减额-250.00万元，同比增减率-20.00%。",
      "广东：本年收入1,000.00万元,比上年减少250.00万元,降低20.0%。",
      "浙江：财政拨款收入790.00万元（其中：一般公共预算778.00万元，政府性基金预算12.00万元），占收入合计79.00%；",
      "广东（一位）：一般公共预算占77.8%；淮北（整数）：占78%。",
      "四川（不列零项）：一般公共预算财政拨款收入778.00万元，占77.80%；政府性基金预算财政拨款收入12.00万元，占1.20%；其他收入210.00万元，占21.00%。",
      "广西：（三）其他收入210.00万元。",
      "四川：教育支出（类）普通教育（款）学前教育（项）：支出决算为500万元，完成预算100%，决算数与预算数持平。",
      "四川：教育支出（类）普通教育（款）小学教育（项）：支出决算为278万元，完成预算98.5%，决算数小于预算数的主要原因是压减公用经费。",
      "六：人员经费和公用经费主要包括：基本工资250万元、办公费28万元。",
      "广东：公务接待费支出决算为0.60万元,完成预算0万元的--%(基数为0,不可比)。",
      "千分位：比上年增加0.54万元,增长952.6%。",
      "广西（只说增减）：与上年相比增加0.54万元。",
    ])
  func sentences(sentence: String) throws {
    let lines = try Self.text.get().lines
    #expect(lines.contains(sentence), "\(lines.joined(separator: "\n"))")
  }

  /// Reception: budget, final and prior year in 元, and what is said of them.
  struct Reception: Sendable {
    let facts: String
    let sentences: [String]
  }

  @Test(
    "公务接待费：上年为零、相等、没有发生",
    arguments: [
      Reception(
        facts: "{预算: 0, 决算: 0, 上年: 0}",
        sentences: [
          "广东：公务接待费支出决算为0.00万元,完成预算0万元的--%(基数为0,不可比)。",
          "广西：公务接待费支出0.00万元,比上年增加 0.00 万元,增长 0%,与去年相比无变化。",
          "淮北：公务接待费0.00万元，与上年相比无变化。",
          "广西（只说增减）：与上年相比无增减变化。", "千分位：比上年与上年持平。", "本年度无此项支出。",
        ]),
      Reception(
        facts: "{预算: 10000, 决算: 6000, 上年: 0}",
        sentences: [
          "广东：公务接待费支出决算为0.60万元,完成预算1.00万元的60.00%。",
          "广西：公务接待费支出0.60万元,比上年增加 0.60 万元,上年无该预算,增长率无可比性。",
          "千分位：比上年增加0.60万元,增长--(基数为0,不可比)。",
        ]),
      Reception(
        facts: "{预算: 10000, 决算: 105540, 上年: 5000}",
        sentences: [
          "淮北：公务接待费10.55万元，与上年相比增加10.05万元，增长2011%。",
          "千分位：比上年增加10.05万元,增长2,010.8%。",
        ]),
    ])
  func reception(_ reception: Reception) throws {
    var books = Books.sentences
    books.append("公务接待费: \(reception.facts)", to: "department.yaml")
    let lines = try books.compose().narrative.lines
    for sentence in reception.sentences {
      #expect(lines.contains(sentence), "\(lines.joined(separator: "\n"))")
    }
  }

  @Test("封面、目录、报表和各部分按 parts 的次序")
  func order() throws {
    let lines = try Self.text.get().lines
    #expect(lines.prefix(3) == ["[某局/2021年度部门决算/2021年，上年为2020年]", "[目录]", "§1 第一部分 各地的说法"])
    let forms = lines.filter { $0.hasPrefix("[0") || $0.hasPrefix("§1 ") }
    #expect(
      forms == [
        "§1 第一部分 各地的说法", "§1 第二部分 2021年度报表", "[01 一、收入支出决算总表]",
        "[02 二、财政拨款“三公”经费及车辆表]", "[05 三、一般公共预算财政拨款支出决算表]",
        "[06 四、一般公共预算财政拨款基本支出决算表]", "§1 第三部分 各种值", "§1 第四部分 单位写的文字",
        "§1 第五部分 各种表", "§1 附件 2021年度自评表",
      ])
    #expect(lines.last == "本年度没有自评表。")
  }
}
