internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Reads the self-evaluations, one file after the other, and tells every fault of each.
struct EvaluationReader {
  let rules: EvaluationRules
  /// The codes of the department's units; nil where they are not known for certain.
  let units: [String]?
  let log: FindingLog
  private(set) var evaluations: [SelfEvaluation] = []
  private(set) var names: NameCheck
  private let vocabulary: Vocabulary
  private var rows: EvaluationRows
  /// Where each project of a unit was evaluated first.
  private var places: [ProjectKey: SourcePlace] = [:]

  /// What there is one evaluation of.
  private struct ProjectKey: Hashable {
    let project: String
    let unit: String
  }

  init(
    rules: EvaluationRules, vocabulary: Vocabulary, units: [String]?, names: NameCheck,
    total: AmountTotal, log: FindingLog
  ) {
    self.rules = rules
    self.vocabulary = vocabulary
    self.units = units
    self.names = names
    rows = EvaluationRows(rules: rules, total: total, log: log)
    self.log = log
  }

  /// Reads a file.
  mutating func read(_ source: SourceText) {
    let parsed = YAMLValue.parse(source, family: log.family)
    log.report(parsed.findings)
    guard let value = parsed.value, let root = YAMLMap(value, log: log) else { return }
    checkLengths(value)
    let project = root.nameText(EvaluationKey.project)
    let authority = root.required(EvaluationKey.authority).flatMap(authority)
    let unit = unit(root)
    let fund = fund(root)
    let function = function(root)
    let funding = rows.funding(root)
    let goal = root.filledText(EvaluationKey.goal)
    let outcome = root.filledText(EvaluationKey.outcome)
    let indicators = rows.indicators(root)
    let analysis = root.required(EvaluationKey.analysis).flatMap(analysis)
    root.finish()
    if let project, let unit { checkUnique(ProjectKey(project: project, unit: unit), root) }
    guard let project, let authority, let unit, let fund, let funding, let goal, let outcome,
      let indicators, let analysis
    else { return }
    evaluations.append(
      SelfEvaluation(
        project: project, authority: authority, unit: unit, fund: fund, function: function,
        funding: funding, goal: goal, outcome: outcome, indicators: indicators,
        analysis: analysis, scoring: rules.scoring, place: root.place))
  }

  private mutating func checkUnique(_ key: ProjectKey, _ root: YAMLMap) {
    let place = root.place(of: EvaluationKey.project) ?? root.place
    if let first = places[key] {
      log.report(
        EvaluationFault.repeated(project: key.project, unit: key.unit), at: place, related: [first])
    } else {
      places[key] = place
    }
  }
}

// MARK: - Lengths

extension EvaluationReader {
  /// Reports texts that no cell of a workbook holds, wherever they stand in a file.
  private func checkLengths(_ value: YAMLValue) {
    for item in value.items ?? [] { checkLengths(item) }
    for entry in value.entries ?? [] { checkLengths(entry.value) }
    guard let text = value.text, text.utf16.count > CellTextFault.limit else { return }
    log.report(CellTextFault(count: text.utf16.count), at: value.place)
  }
}

// MARK: - Head

extension EvaluationReader {
  private func authority(_ value: YAMLValue) -> SelfEvaluation.Authority? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let code = map.code(IdentityKey.code, log: log)
    let name = map.nameText(IdentityKey.name)
    guard let code, let name else { return nil }
    return SelfEvaluation.Authority(code: code, name: name)
  }

  private func unit(_ root: YAMLMap) -> String? {
    guard let code = root.filledText(EvaluationKey.unit) else { return nil }
    guard let units, !units.contains(code) else { return code }
    log.report(
      ValueFault.unknownUnit(code, units: units), at: root.placeOfValue(EvaluationKey.unit))
    return nil
  }

  private func fund(_ root: YAMLMap) -> Fund? {
    guard let text = root.filledText(EvaluationKey.fund) else { return nil }
    return vocabulary.read(
      text, of: .fund, among: Fund.allCases.map(\.rawValue),
      at: root.placeOfValue(EvaluationKey.fund), log: log
    ).flatMap(Fund.init)
  }

  private mutating func function(_ root: YAMLMap) -> FunctionAccount? {
    guard let text = root.optionalString(EvaluationKey.function), !text.allSatisfy(\.isWhitespace)
    else { return nil }
    let place = root.placeOfValue(EvaluationKey.function)
    let cell = InputCell(text: text, place: place)
    let read: (account: FunctionAccount, name: InputCell?)? = readCode(
      cell, in: .function, log: log)
    guard let (account, name) = read else { return nil }
    names.check(account, in: .function, written: name.map { [$0] } ?? [], at: place)
    return account
  }

  /// The rows that the set prescribes, in its order.
  private func analysis(_ value: YAMLValue) -> [SelfEvaluation.Analysis]? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let rows = rules.analysis.map { label in
      map.filledText(label).map { text in
        SelfEvaluation.Analysis(
          label: label, text: text, place: map.placeOfValue(label))
      }
    }
    let found = rows.compactMap(\.self)
    return found.count == rows.count ? found : nil
  }
}
