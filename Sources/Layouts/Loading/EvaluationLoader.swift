internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reads what a set prescribes for self-evaluations: what their files state, and what follows.
struct EvaluationLoader {
  let log: FindingLog

  /// What the points of an evaluation come to at most.
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
    let before = log.findings.count
    let type = RecordTypeLoader(log: log).type(map)
    let grades = map.optional("grades").flatMap(grades)
    guard log.findings.count == before else { return nil }
    for kind in [RecordField.Kind.project, .unit] where type.field(kind) == nil {
      log.report(RecordTypeFault.noField(kind.term), at: map.place(of: "fields") ?? map.place)
    }
    if let grades { check(grades.scale, of: type, at: grades.place) }
    guard log.findings.count == before else { return nil }
    return EvaluationRules(type: type, grades: grades?.scale)
  }

  /// What totals come to in a word.
  private func grades(_ value: YAMLValue) -> (scale: GradeScale, place: SourcePlace)? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let name = map.string("name")
    let total = map.string("of")
    guard let least = map.required("least").flatMap({ YAMLMap($0, log: log) }) else { return nil }
    let words = least.keys.compactMap(\.text)
    let grades = words.compactMap { word in
      least.points(word).map { GradeScale.Grade(name: word, least: $0) }
    }
    least.finish()
    guard let name, let total, grades.count == words.count else { return nil }
    guard let scale = GradeScale(name: name, total: total, grades: grades) else {
      log.report(EvaluationRulesFault.grades(words), at: least.place)
      return nil
    }
    return (scale, map.place)
  }

  /// What is graded must be points, a hundred at most.
  private func check(_ scale: GradeScale, of type: RecordType, at place: SourcePlace) {
    guard type.kind(of: scale.total, in: nil) == .points else {
      let points = type.numbers(in: nil).filter { type.kind(of: $0, in: nil) == .points }
      log.report(RecordTypeFault.unknownName(scale.total, known: points), at: place)
      return
    }
    guard let most = type.most(scale.total), most != Self.allPoints else { return }
    log.report(
      EvaluationRulesFault.weights(
        name: scale.total, sum: "\(most)", needed: "\(Self.allPoints)"), at: place)
  }
}

extension RecordType {
  /// The most points that a value can come to; nil where nothing bounds it.
  fileprivate func most(_ name: String) -> Points? {
    if let value = derived.first(where: { $0.name == name }) {
      switch value.rule {
      case .earned(let points, of: _, in: _), .points(let points): return points
      case .sum(let parts):
        let all = parts.map(most)
        return all.contains(nil) ? nil : all.compactMap(\.self).sum()
      case .difference, .percentage: return nil
      }
    }
    return lists.lazy.compactMap(\.scoring).first { $0.score == name }?.total
  }
}
