import Domain
import Dossiers
import Foundation
import TestSupport
import Testing

/// A department's nineteen published self-evaluations: what they declare, and what they print for it.
private struct PublishedEvaluation: Sendable, CustomTestStringConvertible {
  let project: String
  let unit: String
  let fund: String
  /// 目标申报数, 预算编制数, 全年预算数, 全年执行数, as printed in 万元.
  var amounts: [String]
  /// An amount executed that is printed as the published one and has its rate; empty where the
  /// published amount has.
  let fitting: String
  /// Score and weight of each indicator.
  let indicators: [(score: String, weight: String)]
  let carryOver: String
  let rate: String
  let executionScore: String
  let total: String
  let grade: String

  var testDescription: String { project }

  static let all = Result {
    try Project.text("Tests/Fixtures/xiangyuan-2023/evaluations.csv")
      .split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return PublishedEvaluation(
          project: fields[0], unit: fields[1], fund: fields[2], amounts: Array(fields[3...6]),
          fitting: fields[7],
          indicators: fields[8].split(separator: " ").map { pair in
            let parts = pair.split(separator: "/").map(String.init)
            return (parts[0], parts[1])
          },
          carryOver: fields[9], rate: fields[10], executionScore: fields[11], total: fields[12],
          grade: fields[13])
      }
  }

  /// The evaluation as a dossier declares it, with texts that say nothing.
  var file: String {
    let rows = indicators.map { score, weight in
      "  - {一级: 甲, 二级: 乙, 三级: 丙, 年初指标值: 丁, 实际完成值: 戊, 分值: \(weight), 得分: \(score), "
        + "偏差原因: 己}"
    }
    return """
      项目名称: "\(project)"
      主管部门: {代码: "431", 名称: 某局}
      预算单位: "\(unit)"
      资金性质: \(fund)
      资金:
        - {来源: 县级, 目标申报数: \(amounts[0]), 预算编制数: \(amounts[1]), 全年预算数: \(amounts[2]), 全年执行数: \(amounts[3])}
      年度目标: 目标
      实际完成情况: 情况
      指标:
      \(rows.joined(separator: "\n"))
      分析: {自评结果: 好, 存在的问题: 无}

      """
  }
}

@Suite("公开的十九张自评表")
struct PublishedEvaluationTests {
  /// The projects whose rate the published system divided from amounts that it does not print.
  private static let unprinted = ["9", "10", "18"]

  /// The evaluations as the reader takes them from a dossier.
  private func read(_ published: [PublishedEvaluation]) throws -> [SelfEvaluation] {
    var dossier = SampleDossier()
    let units = (1...4).map { "  - {代码: \"43100\($0)\", 名称: 某单位\($0), 类型: 事业单位}\n" }
    dossier.replace(
      """
        - {代码: "431001", 名称: 某县工业和信息化局, 类型: 行政单位}
        - {代码: "431002", 名称: 某县中小企业服务中心, 类型: 事业单位}

      """, in: "department.yaml", with: units.joined())
    dossier.replace("\"431002\": 8", in: "department.yaml", with: "\"431002\": 8\n  \"431003\": 1")
    dossier.replace("\"431003\": 1", in: "department.yaml", with: "\"431003\": 1\n  \"431004\": 1")
    for evaluation in published {
      let number = evaluation.project.count < 2 ? "0" + evaluation.project : evaluation.project
      dossier.files["evaluations/\(number).yaml"] = evaluation.file
    }
    let reading = try dossier.read(under: .evaluating())
    #expect(reading.findings == [], "\(reading.printed)")
    return try #require(reading.value).evaluations
  }

  /// An amount in 万元 as the published tables print it: three decimals at most, no idle zeros.
  private func printed(_ amount: Money) -> String {
    var text = FixedDecimal(rounding: amount.fen, shiftedBy: 6, decimals: 3).description
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private func rate(of evaluation: SelfEvaluation) -> String? {
    if case .rate(let rate)? = evaluation.number("执行率") { rate.description } else { nil }
  }

  @Test("结转余、执行率、得分、总分、等级都与公开的相同；三张的执行数是未印出的金额")
  func derived() throws {
    let published = try PublishedEvaluation.all.get()
    #expect(published.count == 19)
    #expect(published.filter { !$0.fitting.isEmpty }.map(\.project) == Self.unprinted)
    let evaluations = try read(
      published.map { evaluation in
        var exact = evaluation
        if !evaluation.fitting.isEmpty { exact.amounts[3] = evaluation.fitting }
        return exact
      })
    #expect(evaluations.map(\.project) == published.map(\.project))
    for (evaluation, published) in zip(evaluations, published) {
      let project = "项目 \(published.project)"
      #expect(evaluation.executed.map(printed) == published.amounts[3], "\(project)")
      #expect(evaluation.money("资金结转余").map(printed) == published.carryOver, "\(project)")
      #expect(rate(of: evaluation) == published.rate, "\(project)")
      guard case .points(let score)? = evaluation.number("执行得分") else {
        Issue.record("\(project)")
        continue
      }
      #expect(score.decimal.description == published.executionScore, "\(project)")
      #expect(evaluation.total?.description == published.total, "\(project)")
      #expect(evaluation.grade == published.grade, "\(project)")
    }
  }

  @Test("由印出的金额相除，只有三张的执行率与公开的不同")
  func fromPrintedAmounts() throws {
    let published = try PublishedEvaluation.all.get()
    let differing = zip(try read(published), published)
      .filter { rate(of: $0) != $1.rate }
    #expect(differing.map(\.1.project) == Self.unprinted)
    let rates = differing.compactMap { rate(of: $0.0) }
    #expect(rates == ["91.25", "100.00", "86.90"])
  }
}
