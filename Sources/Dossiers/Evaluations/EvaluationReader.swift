internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Reads the self-evaluations, one file after the other, and tells every fault of each.
struct EvaluationReader {
  let rules: EvaluationRules
  let log: FindingLog
  private(set) var evaluations: [SelfEvaluation] = []
  private var reader: RecordReader
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
    self.log = log
    reader = RecordReader(
      type: rules.type, units: units, vocabulary: vocabulary, names: names, total: total, log: log)
  }

  /// The names of the accounts that were written.
  var names: NameCheck { reader.names }

  /// Reads a file.
  mutating func read(_ source: DossierPart) {
    let parsed = source.value(family: log.family)
    log.report(parsed.findings)
    guard let value = parsed.value, let root = YAMLMap(value, log: log) else { return }
    checkLengths(value)
    // Sums beyond the limit might overflow.
    guard let record = reader.record(root), !reader.total.isPassed,
      let evaluation = SelfEvaluation(record, rules: rules)
    else { return }
    checkUnique(ProjectKey(project: evaluation.project, unit: evaluation.unit), root)
    checkExecution(evaluation, root)
    evaluations.append(evaluation)
  }

  private mutating func checkUnique(_ key: ProjectKey, _ root: YAMLMap) {
    let keys = rules.type.field(.project)?.keys ?? []
    let place = keys.first.flatMap { root.place(of: $0) } ?? root.place
    if let first = places[key] {
      log.report(
        EvaluationFault.repeated(project: key.project, unit: key.unit), at: place, related: [first])
    } else {
      places[key] = place
    }
  }

  /// What was spent against what was budgeted, where points are earned by it.
  private func checkExecution(_ evaluation: SelfEvaluation, _ root: YAMLMap) {
    for value in rules.type.derived {
      guard case .earned(_, of: let part, in: let whole) = value.rule,
        let executed = evaluation.money(part), let annual = evaluation.money(whole)
      else { continue }
      let list = rules.type.lists.first { $0.fields.contains { $0.name == whole } }
      let place = list.flatMap { root.place(of: $0.key) } ?? root.place
      if annual == .zero {
        log.report(ProjectFundsFault.noBudget(key: whole), at: place)
      } else if executed > annual {
        log.report(
          ProjectFundsFault.overspent(executed: (part, executed), annual: (whole, annual)),
          at: place)
      }
    }
  }

  /// Reports texts that no cell of a workbook holds, wherever they stand in a file.
  private func checkLengths(_ value: YAMLValue) {
    for item in value.items ?? [] { checkLengths(item) }
    for entry in value.entries ?? [] { checkLengths(entry.value) }
    guard let text = value.text, text.utf16.count > CellTextFault.limit else { return }
    log.report(CellTextFault(count: text.utf16.count), at: value.place)
  }
}
