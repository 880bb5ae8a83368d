internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reads what a set prescribes for self-evaluations.
struct EvaluationLoader {
  let log: FindingLog

  /// What the two weights come to.
  private static let allPoints = Points(hundredths: 100_00)

  /// What stands behind the set's key `evaluation`.
  ///
  /// - Returns: the rules, nil with findings where they are faulty, and where the form's file is named.
  func read(_ value: YAMLValue) -> (rules: EvaluationRules?, form: YAMLValue?) {
    guard let map = YAMLMap(value, log: log) else { return (nil, nil) }
    defer { map.finish() }
    let rules = rules(map)
    return (rules, map.required("form"))
  }

  private func rules(_ map: YAMLMap) -> EvaluationRules? {
    let execution = points("executionWeight", of: map)
    let indicators = points("indicatorWeight", of: map)
    if let execution, let indicators, execution + indicators != Self.allPoints {
      log.report(
        EvaluationRulesFault.weights(
          execution: "\(execution)", indicators: "\(indicators)",
          sum: "\(execution + indicators)", needed: "\(Self.allPoints)"),
        at: map.place)
    }
    let grades = map.required("grades").flatMap(grades)
    let analysis = analysis(map)
    guard let execution, let indicators, let grades else { return nil }
    return EvaluationScoring(
      executionWeight: execution, indicatorWeight: indicators, grades: grades.limits
    ).map { EvaluationRules(scoring: $0, analysis: analysis) } ?? refusal(grades.place)
  }

  private func points(_ key: String, of map: YAMLMap) -> Points? {
    guard let value = map.required(key) else { return nil }
    if let points = value.text.flatMap(Points.init) { return points }
    log.report(EvaluationRulesFault.points(key: key, value.text ?? value.kindName), at: value.place)
    return nil
  }

  /// The lowest total of each grade; nil where one is missing or no number.
  private func grades(
    _ value: YAMLValue
  ) -> (limits: [Grade: Points], place: SourcePlace)? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    var limits: [Grade: Points] = [:]
    for grade in Grade.allCases { limits[grade] = points(grade.rawValue, of: map) }
    return limits.count == Grade.allCases.count ? (limits, map.place) : nil
  }

  private func refusal(_ place: SourcePlace) -> EvaluationRules? {
    let words = Grade.allCases.map(\.rawValue)
    log.report(EvaluationRulesFault.grades(words), at: place)
    return nil
  }

  /// The labels of the analysis rows, each once.
  private func analysis(_ map: YAMLMap) -> [String] {
    _ = map.requiredList("analysis")
    let labels = map.strings("analysis")
    var seen: [String: SourcePlace] = [:]
    for label in labels {
      guard let first = seen.updateValue(label.place, forKey: label.text) else { continue }
      log.report(
        EvaluationRulesFault.repeatedAnalysis(label.text), at: label.place, related: [first])
    }
    return labels.map(\.text)
  }
}
