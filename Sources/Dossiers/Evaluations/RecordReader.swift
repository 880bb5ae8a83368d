internal import Diagnostics
internal import Domain
internal import Layouts
internal import SourceFiles

/// Reads what a record type asks for out of a file's mapping, and tells every fault of it.
struct RecordReader {
  let type: RecordType
  /// The codes of the department's units; nil where they are not known for certain.
  let units: [String]?
  let vocabulary: Vocabulary
  let log: FindingLog
  private(set) var names: NameCheck
  private(set) var total: AmountTotal

  init(
    type: RecordType, units: [String]?, vocabulary: Vocabulary, names: NameCheck,
    total: AmountTotal, log: FindingLog
  ) {
    self.type = type
    self.units = units
    self.vocabulary = vocabulary
    self.log = log
    self.names = names
    self.total = total
  }

  /// The record of a file; nil where a part of it could not be read.
  mutating func record(_ root: YAMLMap) -> Record? {
    let values = values(type.fields, of: root)
    var lists: [String: [Record]] = [:]
    for list in type.lists { lists[list.key] = rows(list, of: root) }
    root.finish()
    guard let values, lists.count == type.lists.count else { return nil }
    return Record(values: values, lists: lists, place: root.place)
  }

  // MARK: - Lists

  /// The rows of a list, of which there must be one at least; nil where there is none, or where one
  /// could not be read.
  private mutating func rows(_ list: RecordList, of root: YAMLMap) -> [Record]? {
    guard let value = root.required(list.key) else { return nil }
    if let labels = list.labels { return labelled(labels, of: list, value) }
    if value.items?.isEmpty == true {
      log.report(EvaluationFault.noRow(key: list.key), at: value.place)
    }
    var rows: [Record] = []
    let items = root.list(list.key)
    for item in items {
      guard let map = YAMLMap(item, log: log) else { continue }
      let values = values(list.fields, of: map)
      if let scoring = list.scoring, let values { check(values, scoring, of: map) }
      map.finish()
      if let values { rows.append(Record(values: values, place: map.place)) }
    }
    guard !rows.isEmpty, rows.count == items.count else { return nil }
    if let scoring = list.scoring {
      checkWeights(rows, scoring, at: root.place(of: list.key) ?? root.place)
    }
    return rows
  }

  /// What the rows are worth together, and group by group.
  private func checkWeights(_ rows: [Record], _ scoring: RowScoring, at place: SourcePlace) {
    func check(_ name: String, _ rows: [Record], _ expected: Points) {
      let sum = rows.map { $0.points(scoring.weight) ?? .zero }.sum()
      guard sum != expected else { return }
      log.report(
        EvaluationFault.weights(of: name, key: scoring.weight, sum: sum, expected: expected),
        at: place)
    }
    guard let groups = scoring.groups else {
      check("各项指标", rows, scoring.total)
      return
    }
    let words = groups.totals.keys.sorted()
    for row in rows where groups.totals[row.text(groups.field)] == nil {
      log.report(
        YAMLFault.unknownWord(of: groups.field, row.text(groups.field), among: words),
        at: row.place)
    }
    for word in words {
      check(word, rows.filter { $0.text(groups.field) == word }, groups.totals[word] ?? .zero)
    }
  }

  /// The rows that the set prescribes, in its order.
  private func labelled(
    _ labels: [String], of list: RecordList, _ value: YAMLValue
  ) -> [Record]? {
    guard let map = YAMLMap(value, log: log), list.fields.count == 2 else { return nil }
    defer { map.finish() }
    let rows = labels.map { label in
      map.filledText(label).map { text in
        Record(
          values: [list.fields[0].name: .text(label), list.fields[1].name: .text(text)],
          place: map.placeOfValue(label))
      }
    }
    let found = rows.compactMap(\.self)
    return found.count == rows.count ? found : nil
  }

  private func check(_ row: [String: Record.Value], _ scoring: RowScoring, of map: YAMLMap) {
    guard case .points(let weight)? = row[scoring.weight],
      case .points(let score)? = row[scoring.score]
    else { return }
    let place = map.placeOfValue(scoring.score)
    if score > weight {
      log.report(
        EvaluationFault.aboveWeight(
          score: (scoring.score, score), weight: (scoring.weight, weight)),
        at: place)
    } else if score < weight, let reason = scoring.reason {
      if case .text(let text)? = row[reason], !text.allSatisfy(\.isWhitespace) { return }
      log.report(
        EvaluationFault.lossWithoutReason(
          score: (scoring.score, score), weight: (scoring.weight, weight), reason: reason),
        at: place)
    }
  }

  // MARK: - Fields

  /// What is stated of some fields; nil where one could not be read.
  private mutating func values(
    _ fields: [RecordField], of map: YAMLMap
  ) -> [String: Record.Value]? {
    var values: [String: Record.Value] = [:]
    var isWhole = true
    var inner: (key: String, map: YAMLMap?)?
    for field in fields {
      if inner?.key != field.keys[0] {
        inner?.map?.finish()
        inner = nil
        if field.keys.count > 1 {
          let opened = map.required(field.keys[0]).flatMap { YAMLMap($0, log: log) }
          inner = (field.keys[0], opened)
        }
      }
      guard let place = field.keys.count > 1 ? inner?.map : map else {
        isWhole = false
        continue
      }
      switch value(field, of: place) {
      case .stated(let value): values[field.name] = value
      case .missing: break
      case .faulty: isWhole = false
      }
    }
    inner?.map?.finish()
    return isWhole ? values : nil
  }

  private enum Reading {
    case stated(Record.Value)
    case missing
    case faulty

    init(_ value: Record.Value?) { self = value.map { .stated($0) } ?? .faulty }
    init(_ text: String?) { self.init(text.map { Record.Value.text($0) }) }
  }

  private mutating func value(_ field: RecordField, of map: YAMLMap) -> Reading {
    let key = field.keys[field.keys.count - 1]
    guard field.isRequired || isStated(key, of: map) else { return .missing }
    switch field.kind {
    case .project, .name, .authorityName: return Reading(map.nameText(key))
    case .authorityCode: return Reading(map.code(key, log: log))
    case .unit: return Reading(unit(key, of: map))
    case .fund: return Reading(fund(key, of: map))
    case .function: return Reading(function(key, of: map))
    case .option(let words):
      return Reading(
        map.required(key).flatMap { value in
          map.choice(value, of: key, among: words.map { ($0, $0) })
        })
    case .value: return Reading(map.string(key))
    case .text:
      guard let text = map.filledText(key) else { return .faulty }
      check(text, field, at: map.placeOfValue(key))
      return .stated(.text(text))
    case .money(let unit): return Reading(amount(key, in: unit, of: map).map { .money($0) })
    case .points: return Reading(points(key, of: map).map { .points($0) })
    }
  }

  /// Whether something is written behind a key; nothing but blanks counts as nothing.
  private func isStated(_ key: String, of map: YAMLMap) -> Bool {
    guard let value = map.optional(key) else { return false }
    return value.text.map { !$0.allSatisfy(\.isWhitespace) } ?? true
  }

  /// The form's own bound on a text.
  private func check(_ text: String, _ field: RecordField, at place: SourcePlace) {
    guard let longest = field.longest, text.count > longest else { return }
    log.report(
      EvaluationFault.tooLong(key: field.name, count: text.count, most: longest), at: place)
  }

  private func unit(_ key: String, of map: YAMLMap) -> String? {
    guard let code = map.filledText(key) else { return nil }
    guard let units, !units.contains(code) else { return code }
    log.report(ValueFault.unknownUnit(code, units: units), at: map.placeOfValue(key))
    return nil
  }

  private func fund(_ key: String, of map: YAMLMap) -> String? {
    guard let text = map.filledText(key) else { return nil }
    return vocabulary.read(
      text, of: .fund, among: Fund.allCases.map(\.rawValue), at: map.placeOfValue(key), log: log)
  }

  private mutating func function(_ key: String, of map: YAMLMap) -> String? {
    guard let text = map.filledText(key) else { return nil }
    let place = map.placeOfValue(key)
    let read: (account: FunctionAccount, name: InputCell?)? = readCode(
      InputCell(text: text, place: place), in: .function, log: log)
    guard let (account, name) = read else { return nil }
    names.check(account, in: .function, written: name.map { [$0] } ?? [], at: place)
    return account.code
  }

  private mutating func amount(_ key: String, in unit: MoneyUnit, of map: YAMLMap) -> Money? {
    guard let text = map.string(key) else { return nil }
    let place = map.placeOfValue(key)
    do {
      let amount = try Money(text, in: unit)
      guard amount >= .zero else {
        log.report(ProjectFundsFault.negative(text), at: place)
        return nil
      }
      total.add(amount, at: place)
      return amount
    } catch {
      log.report(ProjectFundsFault.amount(error, text: text, unit: unit), at: place)
      return nil
    }
  }

  private func points(_ key: String, of map: YAMLMap) -> Points? {
    guard let text = map.string(key) else { return nil }
    if let points = Points(text) { return points }
    log.report(EvaluationFault.noPoints(text, key: key), at: map.placeOfValue(key))
    return nil
  }
}
