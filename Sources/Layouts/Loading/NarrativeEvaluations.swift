internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Quantities over the self-evaluations.
extension NarrativeQuantities {
  /// `true` for how many there are, or the amount that is added; `fund` and `grade` beside it narrow.
  func evaluations(_ value: YAMLValue, _ map: YAMLMap) -> LoadedQuantity? {
    let funds = terms("fund", of: "资金性质", map, among: Fund.allCases)
    let grades = terms("grade", of: "等级", map, among: Grade.allCases)
    guard hasEvaluations else {
      log.report(NarrativeQuantityFault.noEvaluations, at: value.place)
      return nil
    }
    let isCount = value.text == "true"
    var amount: EvaluationFigure?
    if !isCount {
      amount = map.choice(
        value, of: "自评表的数", among: EvaluationFigure.amounts.map { ($0.rawValue, $0) })
      guard amount != nil else { return nil }
    }
    return LoadedQuantity(
      quantity: .named(
        .evaluations(EvaluationQuantity(amount: amount, funds: funds, grades: grades))),
      kind: isCount ? .count : .money)
  }

  /// The terms of a key; nil where it is not written.
  private func terms<Term: RawRepresentable<String> & Hashable>(
    _ key: String, of what: String, _ map: YAMLMap, among terms: [Term]
  ) -> Set<Term>? {
    guard let value = map.optional(key) else { return nil }
    let words = terms.map { ($0.rawValue, $0) }
    return Set((value.items ?? [value]).compactMap { map.choice($0, of: what, among: words) })
  }
}
