internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Reads the two lists of a self-evaluation: its money by source, and its indicators.
struct EvaluationRows {
  let rules: EvaluationRules
  private var total: AmountTotal
  let log: FindingLog

  init(rules: EvaluationRules, total: AmountTotal, log: FindingLog) {
    self.rules = rules
    self.total = total
    self.log = log
  }

  private func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// The rows of a list, of which there must be one at least; nil where there is none, or where one
  /// could not be read.
  private func rows<Row>(
    _ key: String, of root: YAMLMap, _ read: (YAMLMap) -> Row?
  ) -> [Row]? {
    guard let value = root.required(key) else { return nil }
    if value.items?.isEmpty == true {
      log.report(EvaluationFault.noRow(key: key), at: value.place)
    }
    let rows = root.list(key).map { item in
      YAMLMap(item, log: log).flatMap { map in
        defer { map.finish() }
        return read(map)
      }
    }
    let found = rows.compactMap(\.self)
    return found.isEmpty || found.count < rows.count ? nil : found
  }

  /// The money by source; nil where a row could not be read.
  mutating func funding(_ root: YAMLMap) -> [SelfEvaluation.Funding]? {
    var total = total
    defer { self.total = total }
    guard
      let rows = rows(
        EvaluationKey.funding, of: root,
        { map -> SelfEvaluation.Funding? in
          let source = map.nameText(EvaluationKey.source)
          let funds = funds(map, total: &total)
          let reason = map.optionalString(EvaluationKey.reason) ?? ""
          guard let source, let funds else { return nil }
          return SelfEvaluation.Funding(
            source: source, funds: funds, reason: reason, place: map.place)
        })
    else { return nil }
    // Sums beyond the limit might overflow.
    guard !total.isPassed else { return nil }
    let sum = rows.map(\.funds).reduce(ProjectFunds()) { $0 + $1 }
    let place = root.place(of: EvaluationKey.funding) ?? root.place
    if sum.annual == .zero {
      log.report(ProjectFundsFault.noBudget, at: place)
    } else if sum.executed > sum.annual {
      log.report(
        ProjectFundsFault.overspent(executed: sum.executed, annual: sum.annual), at: place)
    }
    return rows
  }

  private func funds(_ map: YAMLMap, total: inout AmountTotal) -> ProjectFunds? {
    var funds = ProjectFunds()
    var isWhole = true
    let columns: [(String, WritableKeyPath<ProjectFunds, Money>)] = [
      (EvaluationKey.declared, \.declared), (EvaluationKey.budgeted, \.budgeted),
      (EvaluationKey.annual, \.annual), (EvaluationKey.executed, \.executed),
    ]
    for (key, column) in columns {
      guard let amount = amount(key, of: map, total: &total) else {
        isWhole = false
        continue
      }
      funds[keyPath: column] = amount
    }
    return isWhole ? funds : nil
  }

  private func amount(_ key: String, of map: YAMLMap, total: inout AmountTotal) -> Money? {
    guard let text = map.string(key) else { return nil }
    let place = map.placeOfValue(key)
    do {
      let amount = try Money(tenThousandYuan: text)
      guard amount >= .zero else {
        log.report(ProjectFundsFault.negative(text), at: place)
        return nil
      }
      total.add(amount, at: place)
      return amount
    } catch {
      log.report(ProjectFundsFault.amount(error, text: text), at: place)
      return nil
    }
  }
}

// MARK: - Indicators

extension EvaluationRows {
  /// The indicators in the order of the file; nil where one could not be read.
  func indicators(_ root: YAMLMap) -> [SelfEvaluation.Indicator]? {
    guard let rows = rows(EvaluationKey.indicators, of: root, indicator) else { return nil }
    let sum = rows.map(\.weight).sum()
    if sum != rules.scoring.indicatorWeight {
      log.report(
        EvaluationFault.weights(sum: sum, expected: rules.scoring.indicatorWeight),
        at: root.place(of: EvaluationKey.indicators) ?? root.place)
    }
    return rows
  }

  private func indicator(_ map: YAMLMap) -> SelfEvaluation.Indicator? {
    let levels = EvaluationKey.levels.map { map.nameText($0) }
    // A value that was not stated at the time is written as "".
    let initial = map.string(EvaluationKey.initialValue)
    let adjusted = map.optionalString(EvaluationKey.adjustedValue) ?? ""
    let actual = map.string(EvaluationKey.actualValue)
    let weight = points(EvaluationKey.weight, of: map)
    let score = points(EvaluationKey.score, of: map)
    let reason = map.optionalString(EvaluationKey.reason) ?? ""
    guard let weight, let score else { return nil }
    let place = map.placeOfValue(EvaluationKey.score)
    if score > weight {
      log.report(EvaluationFault.aboveWeight(score: score, weight: weight), at: place)
    } else if score < weight, isBlank(reason) {
      log.report(
        EvaluationFault.lossWithoutReason(score: score, weight: weight), at: place)
    }
    guard !levels.contains(nil), let initial, let actual else { return nil }
    return SelfEvaluation.Indicator(
      levels: levels.compactMap(\.self), initialValue: initial, adjustedValue: adjusted,
      actualValue: actual, weight: weight, score: score, reason: reason, place: map.place)
  }

  private func points(_ key: String, of map: YAMLMap) -> Points? {
    guard let text = map.string(key) else { return nil }
    if let points = Points(text) { return points }
    log.report(
      EvaluationFault.noPoints(text, key: key), at: map.placeOfValue(key))
    return nil
  }
}
