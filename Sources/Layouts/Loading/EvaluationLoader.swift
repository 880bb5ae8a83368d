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
      log.error(
        "140", at: map.place,
        what: "executionWeight \(execution) 与 indicatorWeight \(indicators)"
          + " 合计 \(execution + indicators) 分",
        expected: "合计 \(Self.allPoints) 分", mend: "改正其中一个")
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
    log.error(
      "140", at: value.place, what: "\(key): \(value.text ?? value.kindName) 不是分数",
      expected: "不小于 0 的数，最多两位小数", mend: "改为分数")
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
    log.error(
      "140", at: place, what: "各等级的最低分没有从高到低排到 0",
      expected: words.joined(separator: " > ") + " = 0", mend: "改正各等级的最低分")
    return nil
  }

  /// The labels of the analysis rows, each once.
  private func analysis(_ map: YAMLMap) -> [String] {
    _ = map.requiredList("analysis")
    let labels = map.strings("analysis")
    var seen: [String: SourcePlace] = [:]
    for label in labels {
      guard let first = seen.updateValue(label.place, forKey: label.text) else { continue }
      log.error(
        "140", at: label.place, what: "分析的行“\(label.text)”写了两次", expected: "每行一次",
        mend: "删去其中一个", related: [first])
    }
    return labels.map(\.text)
  }
}
