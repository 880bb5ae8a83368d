internal import Diagnostics
internal import Domain
internal import Layouts

/// Checks of what indicators aim at and reach.
extension EvaluationChecks {
  private func isCost(_ indicator: SelfEvaluation.Indicator, _ costs: [String]) -> Bool {
    indicator.names.contains { level in costs.contains(where: level.has) }
  }

  // MARK: - Targets

  /// What was reached against what was aimed at, where it has all points and no reason.
  func indicatorTargets(costs: [String], _ told: inout DossierTelling) {
    for (number, evaluation) in numbered {
      for indicator in evaluation.indicators {
        let aim = indicator.target
        guard let target = IndicatorValue(aim), let reached = IndicatorValue(indicator.reached),
          target.isComparable(with: reached)
        else { continue }
        told.compared()
        let isCost = isCost(indicator, costs)
        guard let fault = TargetFault(target, reached, isCost: isCost) else { continue }
        guard
          fault == .contradiction
            || (indicator.score == indicator.weight && indicator.reason.isEmpty)
        else { continue }
        told.tell(
          "“\(evaluation.project)”的指标“\(indicator.names.first ?? "")”："
            + "目标“\(aim)”，完成“\(indicator.reached)”，\(fault.words)",
          address: number, places: [indicator.place],
          severity: fault == .exceeded ? .note : nil)
      }
    }
  }

  private enum TargetFault {
    case contradiction, missed, exceeded

    var words: String {
      switch self {
      case .contradiction: "两个符号的方向相反"
      case .missed: "没有达到，却得满分"
      case .exceeded: "超过了写成“=”的目标"
      }
    }

    /// What is wrong; nil for nothing.
    init?(_ target: IndicatorValue, _ reached: IndicatorValue, isCost: Bool) {
      guard let bound = target.bound else { return nil }
      if let other = reached.bound, bound.isLower && other.isUpper || bound.isUpper && other.isLower
      {
        self = .contradiction
        return
      }
      let isSameBound = reached.bound == bound
      let (aim, value) = (target.millionths, reached.millionths)
      switch bound {
      case .atLeast where value < aim: self = .missed
      case .above where value < aim || (value == aim && !isSameBound): self = .missed
      case .atMost where value > aim: self = .missed
      case .below where value > aim || (value == aim && !isSameBound): self = .missed
      case .equal where value < aim && !isCost || value > aim && isCost: self = .missed
      case .equal where value > aim: self = .exceeded
      default: return nil
      }
    }
  }

  // MARK: - Money

  /// Costs among the indicators against the project's money.
  func indicatorMoney(costs: [String], _ told: inout DossierTelling) {
    for (number, evaluation) in numbered {
      let sizes = evaluation.statedAmounts.filter { $0 > .zero }.map { Int128($0.fen) * 10_000 }
      guard let greatest = sizes.max() else { continue }
      for indicator in evaluation.indicators where isCost(indicator, costs) {
        for text in indicator.values {
          guard let value = IndicatorValue(text), value.isMoney, value.millionths > 0 else {
            continue
          }
          told.compared()
          let isSlip = sizes.contains { size in
            isNear(value.millionths * 10_000, size) || isNear(value.millionths, size * 10_000)
          }
          guard isSlip || value.millionths > greatest * 10 else { continue }
          told.tell(
            "“\(evaluation.project)”的指标“\(indicator.names.first ?? "")”写的是“\(text)”，"
              + "项目资金是 \(AuditAmount.money(fen: greatest / 10_000))",
            address: number, places: [indicator.place])
          break
        }
      }
    }
  }

  /// Whether two amounts are the same but for a hundredth.
  private func isNear(_ left: Int128, _ right: Int128) -> Bool {
    (left - right).magnitude * 100 <= right.magnitude
  }

  // MARK: - Fillers

  /// So many indicators at least must be alike to say nothing.
  private static let fewestAlike = 3

  /// Indicators that say nothing: all alike, or nothing but a word that fills a cell.
  func fillers(_ words: [String], _ told: inout DossierTelling) {
    for (number, evaluation) in numbered {
      let indicators = evaluation.indicators
      told.looked(at: 1)
      alike(evaluation, number, &told)
      let empty = indicators.filter { indicator in
        indicator.names.first?.isOne(of: words) == true
          || indicator.values.first?.isOne(of: words) == true
      }
      if let first = empty.first {
        told.tell(
          "“\(evaluation.project)”有 \(empty.count) 项指标没有内容，如“\(first.names.first ?? "")”"
            + "“\(first.values.first ?? "")”",
          address: number, places: empty.map(\.place))
      }
      let unnamed = indicators.filter { indicator in
        let above = Array(indicator.names.dropFirst().prefix(1))
        return indicator.names.first?.isOne(of: above) == true
      }
      if let first = unnamed.first {
        told.tell(
          "“\(evaluation.project)”有 \(unnamed.count) 项三级指标与二级同名，如“\(first.names.first ?? "")”",
          address: number, places: unnamed.map(\.place), severity: .note)
      }
    }
  }

  private func alike(
    _ evaluation: SelfEvaluation, _ number: String, _ told: inout DossierTelling
  ) {
    let indicators = evaluation.indicators
    guard indicators.count >= Self.fewestAlike else { return }
    for (what, values) in [
      ("目标都是", indicators.map { $0.values.first ?? "" }),
      ("名称都是", indicators.map { $0.names.first ?? "" }),
    ] {
      guard let first = values.first, values.allSatisfy({ $0 == first }) else { continue }
      told.tell(
        "“\(evaluation.project)”的 \(indicators.count) 项指标\(what)“\(first)”",
        address: number, places: [evaluation.place])
    }
  }
}
