import Diagnostics
import Domain
import Testing

@Suite("绩效自评的推算")
struct SelfEvaluationTests {
  private static let place = SourcePlace(file: "evaluations/01.yaml", line: 1)

  private func field(_ name: String, _ kind: RecordField.Kind) -> RecordField {
    RecordField(name: name, keys: [name], kind: kind)
  }

  /// Money by source, rows that are scored, and what follows from them as an issuer has it.
  private func rules() throws -> EvaluationRules {
    let money = ["预算", "执行"].map { field($0, .money(.yuan)) }
    let points = ["分值", "得分"].map { field($0, .points) }
    let values: [DerivedValue] = [
      DerivedValue(name: "结转", rule: .difference("预算", "执行")),
      DerivedValue(name: "执行率", rule: .percentage(of: "执行", in: "预算")),
      DerivedValue(
        name: "执行得分", rule: .earned(Points(hundredths: 10_00), of: "执行", in: "预算")),
      DerivedValue(name: "总分", rule: .sum(["得分", "执行得分"])),
      DerivedValue(name: "满分", rule: .points(Points(hundredths: 100_00))),
    ]
    let type = RecordType(
      fields: [field("项目", .project), field("单位", .unit), field("资金性质", .fund)],
      lists: [
        RecordList(
          key: "资金", fields: [field("来源", .name)] + money, names: ["来源"], labels: nil, scoring: nil),
        RecordList(
          key: "指标",
          fields: ["三级", "性质", "值", "单位量", "完成"].map { field($0, .value) } + points,
          names: ["三级"], labels: nil,
          scoring: RowScoring(
            weight: "分值", score: "得分", reason: nil, total: Points(hundredths: 90_00),
            targets: [["性质", "值", "单位量"]], reached: ["完成", "单位量"])),
      ],
      derived: values)
    return EvaluationRules(type: type, grades: try grades())
  }

  private func grades(_ least: [Int64] = [90_00, 80_00, 60_00, 0]) throws -> GradeScale {
    try #require(scale(least))
  }

  private func scale(_ least: [Int64]) -> GradeScale? {
    GradeScale(
      name: "等级", total: "总分",
      grades: zip(["优", "良", "中", "差"], least).map {
        GradeScale.Grade(name: $0, least: Points(hundredths: $1))
      })
  }

  private func evaluation(
    _ money: [(annual: Int64, executed: Int64)], scores: [Int64] = []
  ) throws -> SelfEvaluation {
    let funding = money.map { annual, executed in
      Record(
        values: [
          "来源": .text("本级"), "预算": .money(Money(fen: annual)), "执行": .money(Money(fen: executed)),
        ], place: Self.place)
    }
    let indicators = scores.map { score in
      Record(
        values: [
          "三级": .text("户数"), "性质": .text("≥"), "值": .text("10"), "单位量": .text("户"),
          "完成": .text("12"), "分值": .points(Points(hundredths: 90_00)),
          "得分": .points(Points(hundredths: score)),
        ], place: Self.place)
    }
    let record = Record(
      values: ["项目": .text("技改"), "单位": .text("431001"), "资金性质": .text("一般公共预算财政拨款")],
      lists: ["资金": funding, "指标": indicators], place: Self.place)
    return try #require(SelfEvaluation(record, rules: try rules()))
  }

  private func points(_ number: RecordNumber?) -> String? {
    if case .points(let points)? = number { points.description } else { nil }
  }

  private func rate(_ number: RecordNumber?) -> String? {
    if case .rate(let rate)? = number { rate.description } else { nil }
  }

  @Test(
    "执行率和得分都由准确的金额算出，只舍入一次，五远离零",
    arguments: [
      // Exact halves: 1/32 = 3.125 %, 10 × 1/16 = 0.625.
      (32, 1, "3.13", "0.31"), (16, 1, "6.25", "0.63"), (2000, 1, "0.05", "0.01"),
      (20_000, 1, "0.01", "0"), (20_001, 1, "0.00", "0"),
      // The printed rate times ten would give 9.15 for 91.45 %.
      (10_000, 9_145, "91.45", "9.15"), (100_000, 91_449, "91.45", "9.14"),
      (3, 2, "66.67", "6.67"), (3, 1, "33.33", "3.33"), (7, 7, "100.00", "10"), (7, 0, "0.00", "0"),
      (100_000, 99_995, "100.00", "10"), (100_000, 99_994, "99.99", "10"),
    ] as [(Int64, Int64, String, String)])
  func rates(annual: Int64, executed: Int64, rate: String, score: String) throws {
    let evaluation = try evaluation([(annual, executed)])
    let (type, row) = (evaluation.rules.type, evaluation.record.rows("资金")[0])
    for number in [{ evaluation.number($0) }, { type.number($0, ofRow: row) }] {
      #expect(self.rate(number("执行率")) == rate)
      #expect(points(number("执行得分")) == score)
      #expect(number("结转") == .money(Money(fen: annual - executed)))
    }
  }

  @Test("多执行的，执行率超过 100，得分到满分为止，结转为负")
  func overspent() throws {
    let evaluation = try evaluation([(100, 150)])
    #expect(rate(evaluation.number("执行率")) == "150.00")
    #expect(points(evaluation.number("执行得分")) == "10")
    #expect(evaluation.money("结转") == Money(fen: -50))
  }

  @Test("没有预算就没有执行率和执行得分，总分只有指标的分", arguments: [0, 5] as [Int64])
  func noBudget(executed: Int64) throws {
    let evaluation = try evaluation([(0, executed)], scores: [90_00])
    #expect(evaluation.number("执行率") == nil)
    #expect(evaluation.number("执行得分") == nil)
    #expect(evaluation.total?.description == "90")
    #expect(evaluation.grade == "优")
    #expect(evaluation.executed == Money(fen: executed))
  }

  @Test("最大的金额也算得出")
  func largest() throws {
    let limit = Money.limit.fen
    #expect(rate(try evaluation([(limit, limit - 1)]).number("执行率")) == "100.00")
    // Beyond all numbers: no rate rather than a wrong one.
    #expect(try evaluation([(1, limit)]).number("执行率") == nil)
  }

  @Test("总额是各来源之和，执行率由总额算出")
  func totals() throws {
    let evaluation = try evaluation([(100_00, 50_00), (0, 10_00)], scores: [85_50])
    #expect(evaluation.money("预算") == Money(fen: 100_00))
    #expect(evaluation.statedAmounts == [Money(fen: 100_00), Money(fen: 60_00)])
    #expect(evaluation.money("结转") == Money(fen: 40_00))
    #expect(rate(evaluation.number("执行率")) == "60.00")
    #expect(points(evaluation.number("执行得分")) == "6")
    #expect(evaluation.total?.description == "91.5")
    #expect(points(evaluation.number("满分")) == "100")
    #expect(evaluation.number("没有的") == nil)
  }

  @Test("目标和完成值由几栏连成；没有预算的行没有执行率")
  func indicators() throws {
    let evaluation = try evaluation([(0, 0)], scores: [85_50])
    let indicator = try #require(evaluation.indicators.first)
    #expect(indicator.target == "≥10户" && indicator.reached == "12户")
    #expect(indicator.values == ["≥10户", "12户"] && indicator.names == ["户数"])
    let row = evaluation.record.rows("资金")[0]
    #expect(evaluation.rules.type.number("执行率", ofRow: row) == nil)
    #expect(evaluation.rules.type.number("总分", ofRow: row) == nil)
  }

  @Test("一个数在一行、在整张表各是什么数")
  func kinds() throws {
    let type = try rules().type
    #expect(type.kind(of: "结转", in: type.list("资金")) == .money)
    #expect(type.kind(of: "执行率", in: type.list("资金")) == .rate)
    #expect(type.kind(of: "执行率", in: type.list("指标")) == nil)
    #expect(type.kind(of: "总分", in: nil) == .points && type.kind(of: "三级", in: nil) == nil)
    #expect(type.numbers(in: type.list("指标")) == ["分值", "得分", "满分"])
    #expect(type.lists(behind: "总分").map(\.key) == ["资金", "指标"])
    #expect(type.lists(behind: "执行率").map(\.key) == ["资金"])
  }

  @Test(
    "等级的界限",
    arguments: [
      (100_00, "优"), (90_00, "优"), (89_99, "良"), (80_00, "良"), (79_99, "中"), (60_00, "中"),
      (59_99, "差"), (0, "差"),
    ] as [(Int64, String)])
  func grades(total: Int64, grade: String) throws {
    #expect(try grades().grade(of: Points(hundredths: total)) == grade)
  }

  @Test("等级的界限从高到低排到 0")
  func faultyLimits() {
    #expect(scale([90, 80, 60, 0]) != nil && scale([60, 0]) != nil)
    #expect(scale([90, 80, 60, 1]) == nil)
    #expect(scale([80, 80, 60, 0]) == nil)
    #expect(scale([]) == nil)
  }
}

@Suite("分值与万元金额的读法")
struct EvaluationNumberTests {
  @Test(
    "分值最多两位小数",
    arguments: [
      ("20", "20"), ("7.5", "7.5"), ("9.55", "9.55"), ("10.00", "10"), (" ９０ ", "90"),
      ("0", "0"), ("7.500", "7.5"), ("1000", "1000"),
    ])
  func points(text: String, read: String) { #expect(Points(text)?.description == read) }

  @Test("不是分值的文字", arguments: ["", "-1", "+1", "￥5", "十", "5分", "1.005", "1000.01", "1e2"])
  func noPoints(text: String) { #expect(Points(text) == nil) }

  @Test(
    "万元读作准确的分",
    arguments: [
      ("450", 450_000_000), ("649.625", 649_625_000), ("0.04", 40_000), ("2.999700", 2_999_700),
      ("0.000001", 1), ("1,234.5", 1_234_500_000), ("0.0400000", 40_000), ("-0.5", -500_000),
    ] as [(String, Int64)])
  func amounts(text: String, fen: Int64) throws {
    #expect(try Money(text, in: .tenThousand) == Money(fen: fen))
  }

  @Test("不是万元金额的文字")
  func noAmounts() {
    func read(_ text: String) throws -> Money { try Money(text, in: .tenThousand) }
    #expect(throws: AmountFault.empty) { try read(" ") }
    #expect(throws: AmountFault.notANumber) { try read("450万") }
    #expect(throws: AmountFault.tooManyDecimals(7)) { try read("0.0000001") }
    #expect(throws: AmountFault.tooLarge) { try read("7036874417.766401") }
    #expect(throws: Never.self) { try read("7036874417.7664") }
    #expect(throws: AmountFault.tooManyDecimals(3)) { try Money("1.005", in: .yuan) }
  }
}
