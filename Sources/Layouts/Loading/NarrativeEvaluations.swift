internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Quantities over the self-evaluations.
extension NarrativeQuantities {
  /// `true` for how many there are, or the amount that is added; `fund` and `grade` beside it narrow.
  func evaluations(_ value: YAMLValue, _ map: YAMLMap) -> LoadedQuantity? {
    guard let evaluation else {
      // Asked for all the same, or they would be told of as well.
      for key in ["fund", "grade"] { _ = map.optional(key) }
      log.report(NarrativeQuantityFault.noEvaluations, at: value.place)
      return nil
    }
    let funds = terms(
      "fund", of: TableHeading.fund.rawValue, map, among: Fund.allCases.map { ($0.rawValue, $0) })
    let scale = evaluation.grades
    let grades = terms(
      "grade", of: scale?.name ?? "grade", map,
      among: (scale?.grades ?? []).map { ($0.name, $0.name) })
    let isCount = value.text == "true"
    var amount: String?
    if !isCount {
      let type = evaluation.type
      let amounts = type.numbers(in: nil).filter { type.kind(of: $0, in: nil) == .money }
      amount = map.choice(value, of: "自评表的数", among: amounts.map { ($0, $0) })
      guard amount != nil else { return nil }
    }
    return LoadedQuantity(
      quantity: .named(
        .evaluations(EvaluationQuantity(amount: amount, funds: funds, grades: grades))),
      kind: isCount ? .count : .money)
  }

  /// The terms of a key; nil where it is not written.
  private func terms<Term: Hashable>(
    _ key: String, of what: String, _ map: YAMLMap, among words: [(String, Term)]
  ) -> Set<Term>? {
    guard let value = map.optional(key) else { return nil }
    return Set((value.items ?? [value]).compactMap { map.choice($0, of: what, among: words) })
  }
}
