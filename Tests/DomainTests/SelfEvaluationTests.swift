import Diagnostics
import Domain
import Testing

@Suite("绩效自评的推算")
struct SelfEvaluationTests {
  private static let place = SourcePlace(file: "evaluations/01.yaml", line: 1)

  private func scoring() throws -> EvaluationScoring {
    try #require(
      EvaluationScoring(
        executionWeight: Points(hundredths: 10_00), indicatorWeight: Points(hundredths: 90_00),
        grades: [
          .excellent: Points(hundredths: 90_00), .good: Points(hundredths: 80_00),
          .fair: Points(hundredths: 60_00), .poor: .zero,
        ]))
  }

  private func funds(annual: Int64, executed: Int64) -> ProjectFunds {
    var funds = ProjectFunds()
    (funds.declared, funds.budgeted) = (Money(fen: annual), Money(fen: annual))
    (funds.annual, funds.executed) = (Money(fen: annual), Money(fen: executed))
    return funds
  }

  private func evaluation(_ rows: [ProjectFunds], scores: [Int64]) throws -> SelfEvaluation {
    SelfEvaluation(
      project: "技术改造补助", authority: .init(code: "431", name: "某局"), unit: "431001",
      fund: .generalBudget, function: nil,
      funding: rows.map { .init(source: "本级", funds: $0, reason: "", place: Self.place) },
      goal: "目标", outcome: "完成",
      indicators: scores.map {
        .init(
          levels: ["一", "二", "三"], initialValue: "=1", adjustedValue: "", actualValue: "=1",
          weight: Points(hundredths: 90_00), score: Points(hundredths: $0), reason: "",
          place: Self.place)
      },
      analysis: [], scoring: try scoring(), place: Self.place)
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
    let funds = funds(annual: annual, executed: executed)
    #expect(funds.executionRate?.description == rate)
    #expect(
      funds.executionScore(of: Points(hundredths: 10_00))?.description == score)
    #expect(funds.carryOver == Money(fen: annual - executed))
  }

  @Test("多执行的，执行率超过 100，得分到满分为止，结转为负")
  func overspent() {
    let funds = funds(annual: 100, executed: 150)
    #expect(funds.executionRate?.description == "150.00")
    #expect(funds.executionScore(of: Points(hundredths: 10_00))?.description == "10")
    #expect(funds.carryOver == Money(fen: -50))
  }

  @Test("没有预算就没有执行率和执行得分，总分只有指标的分")
  func noBudget() throws {
    for executed: Int64 in [0, 5] {
      let evaluation = try evaluation([funds(annual: 0, executed: executed)], scores: [90_00])
      #expect(evaluation.funds.executionRate == nil)
      #expect(evaluation.executionScore == nil)
      #expect(evaluation.total.description == "90")
      #expect(evaluation.grade == .excellent)
    }
  }

  @Test("最大的金额也算得出")
  func largest() {
    let limit = Money.limit.fen
    let funds = funds(annual: limit, executed: limit - 1)
    #expect(funds.executionRate?.description == "100.00")
    // Beyond all numbers: no rate rather than a wrong one.
    #expect(self.funds(annual: 1, executed: limit).executionRate == nil)
  }

  @Test("资金总额是各来源之和，执行率由总额算出")
  func totals() throws {
    let evaluation = try evaluation(
      [funds(annual: 100_00, executed: 50_00), funds(annual: 0, executed: 10_00)],
      scores: [85_50])
    #expect(evaluation.funds.annual == Money(fen: 100_00))
    #expect(evaluation.funds.declared == Money(fen: 100_00))
    #expect(evaluation.funds.carryOver == Money(fen: 40_00))
    #expect(evaluation.funds.executionRate?.description == "60.00")
    #expect(evaluation.executionScore?.description == "6")
    #expect(evaluation.total.description == "91.5")
  }

  @Test(
    "等级的界限",
    arguments: [
      (100_00, Grade.excellent), (90_00, .excellent), (89_99, .good), (80_00, .good),
      (79_99, .fair), (60_00, .fair), (59_99, .poor), (0, .poor),
    ] as [(Int64, Grade)])
  func grades(total: Int64, grade: Grade) throws {
    #expect(try scoring().grade(of: Points(hundredths: total)) == grade)
  }

  @Test("等级的界限必须四个都有，从高到低排到 0")
  func faultyLimits() {
    func scoring(_ limits: [Int64]) -> EvaluationScoring? {
      EvaluationScoring(
        executionWeight: .zero, indicatorWeight: .zero,
        grades: Dictionary(
          uniqueKeysWithValues: zip(Grade.allCases, limits.map { Points(hundredths: $0) })))
    }
    #expect(scoring([90, 80, 60, 0]) != nil)
    #expect(scoring([90, 80, 60]) == nil)
    #expect(scoring([90, 80, 60, 1]) == nil)
    #expect(scoring([80, 80, 60, 0]) == nil)
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
    #expect(try Money(tenThousandYuan: text) == Money(fen: fen))
  }

  @Test("不是万元金额的文字")
  func noAmounts() {
    #expect(throws: AmountFault.empty) { try Money(tenThousandYuan: " ") }
    #expect(throws: AmountFault.notANumber) { try Money(tenThousandYuan: "450万") }
    #expect(throws: AmountFault.tooManyDecimals(7)) { try Money(tenThousandYuan: "0.0000001") }
    #expect(throws: AmountFault.tooLarge) { try Money(tenThousandYuan: "7036874417.766401") }
    #expect(throws: Never.self) { try Money(tenThousandYuan: "7036874417.7664") }
  }
}
