internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reads a record type: the fields, the lists and the derived values that a set declares.
struct RecordTypeLoader {
  let log: FindingLog

  /// A type of the keys `fields`, `lists` and `values`.
  func type(_ map: YAMLMap) -> RecordType {
    var names = NamesInUse(log: log)
    let fields = map.requiredList("fields").flatMap { readFields($0, within: []) }
    for (field, place) in fields { names.declare(field, at: place) }
    let lists = map.list("lists").compactMap { list($0, &names) }
    let stated = RecordType(fields: fields.map(\.field), lists: lists, derived: [])
    let type = derived(map, stated, &names)
    return type
  }

  // MARK: - Fields

  /// A field, or those of a group with fields of its own.
  private func readFields(
    _ value: YAMLValue, within keys: [String]
  ) -> [(field: RecordField, place: SourcePlace)] {
    guard let map = YAMLMap(value, log: log) else { return [] }
    defer { map.finish() }
    guard let key = map.string("key") else { return [] }
    if keys.isEmpty, map.has("fields") {
      return map.requiredList("fields").flatMap { readFields($0, within: [key]) }
    }
    let name = map.optionalString("name") ?? key
    let kind = map.required("type").flatMap { readKind($0, map) }
    let isRequired = map.optional("required") == nil || map.flag("required")
    let longest = map.optional("most") == nil ? nil : map.integer("most")
    guard let kind else { return [] }
    let field = RecordField(
      name: name, keys: keys + [key], kind: kind, isRequired: isRequired, longest: longest)
    return [(field, map.place)]
  }

  private func readKind(_ value: YAMLValue, _ map: YAMLMap) -> RecordField.Kind? {
    let words = RecordField.Kind.terms.map { ($0.term, $0.kind) }
    guard let kind = map.choice(value, of: "内容", among: words) else { return nil }
    switch kind {
    case .money:
      return map.required("unit").flatMap { value in
        map.choice(value, of: "金额单位", among: MoneyUnit.allCases.map { ($0.rawValue, $0) })
      }.map { .money($0) }
    case .option:
      _ = map.requiredList("options")
      return .option(map.strings("options").map(\.text))
    default: return kind
    }
  }

  // MARK: - Lists

  private func list(_ value: YAMLValue, _ names: inout NamesInUse) -> RecordList? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    let key = map.string("key")
    let loaded = map.requiredList("fields").flatMap { readFields($0, within: []) }
    let fields = loaded.map(\.field)
    names.beginList()
    for (field, place) in loaded { names.declare(field, at: place) }
    let called = map.required("names") == nil ? [] : map.strings("names")
    for name in called where !fields.contains(where: { $0.name == name.text }) {
      log.report(
        RecordTypeFault.unknownName(name.text, known: fields.map(\.name)), at: name.place)
    }
    let labels = map.optional("labels").map { _ in readLabels(map) }
    if labels != nil, fields.count != 2 {
      log.report(RecordTypeFault.labelledFields(fields.count), at: map.place)
    }
    let scoring = map.optional("scoring").flatMap { self.scoring($0, fields) }
    guard let key else { return nil }
    return RecordList(
      key: key, fields: fields, names: called.map(\.text), labels: labels, scoring: scoring)
  }

  /// The labels of the rows that the set prescribes, each once.
  private func readLabels(_ map: YAMLMap) -> [String] {
    _ = map.requiredList("labels")
    let labels = map.strings("labels")
    var seen: [String: SourcePlace] = [:]
    for label in labels {
      guard let first = seen.updateValue(label.place, forKey: label.text) else { continue }
      log.report(
        EvaluationRulesFault.repeatedAnalysis(label.text), at: label.place, related: [first])
    }
    return labels.map(\.text)
  }

  private func scoring(_ value: YAMLValue, _ fields: [RecordField]) -> RowScoring? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    func known(_ value: YAMLValue, _ isFit: (RecordField) -> Bool) -> String? {
      let fitting = fields.filter(isFit).map { ($0.name, $0.name) }
      return map.choice(value, of: "栏目", among: fitting)
    }
    func isWords(_ field: RecordField) -> Bool { field.numberKind == nil }
    func joined(_ value: YAMLValue) -> [String] {
      (value.items ?? [value]).compactMap { known($0, isWords) }
    }
    let weight = map.required("weight").flatMap { known($0) { $0.kind == .points } }
    let score = map.required("score").flatMap { known($0) { $0.kind == .points } }
    let reason = map.optional("reason").flatMap { known($0, isWords) }
    let total = map.points("total")
    let groups = groups(map, total: total) { known($0, isWords) }
    // A list of fields, or several such lists of which the first that is filled in holds.
    let targets = map.required("target").map { value in
      let isSeveral = value.items?.contains { $0.items != nil } ?? false
      return isSeveral ? (value.items ?? []).map(joined) : [joined(value)]
    }
    let reached = map.required("reached").map(joined)
    guard let weight, let score, let total, let targets, let reached else { return nil }
    return RowScoring(
      weight: weight, score: score, reason: reason, total: total, groups: groups,
      targets: targets, reached: reached)
  }

  /// The keys `by` and `totals`: what the weights of each group come to, together the total.
  private func groups(
    _ map: YAMLMap, total: Points?, known: (YAMLValue) -> String?
  ) -> RowScoring.Groups? {
    guard let by = map.optional("by") else { return nil }
    let field = known(by)
    guard let inner = map.required("totals").flatMap({ YAMLMap($0, log: log) }) else { return nil }
    var totals: [String: Points] = [:]
    for word in inner.keys.compactMap(\.text) { totals[word] = inner.points(word) }
    inner.finish()
    guard let field, let total else { return nil }
    let sum = Array(totals.values).sum()
    if sum != total {
      log.report(
        EvaluationRulesFault.weights(name: field, sum: "\(sum)", needed: "\(total)"),
        at: inner.place)
    }
    return RowScoring.Groups(field: field, totals: totals)
  }

  // MARK: - Values

  private static let rules = ["difference", "percent", "earned", "sum", "points"]

  /// The type with what follows, each value from what stands before it.
  private func derived(
    _ map: YAMLMap, _ stated: RecordType, _ names: inout NamesInUse
  ) -> RecordType {
    var type = stated
    names.beginList()
    for item in map.list("values") {
      guard let inner = YAMLMap(item, log: log) else { continue }
      defer { inner.finish() }
      let name = inner.string("name")
      guard let rule = rule(inner), let name else { continue }
      names.declare(name, at: inner.place, isOfAll: true)
      let value = DerivedValue(name: name, rule: rule)
      if check(value, of: type, at: inner.place) {
        type = RecordType(fields: type.fields, lists: type.lists, derived: type.derived + [value])
      }
    }
    return type
  }

  private func rule(_ map: YAMLMap) -> DerivedValue.Rule? {
    let written = Self.rules.filter { map.optional($0) != nil }
    // What is earned is so many points.
    let rules = written.filter { $0 != "points" || !written.contains("earned") }
    guard rules.count == 1, let rule = rules.first else {
      log.report(RecordTypeFault.rule(rules, of: Self.rules), at: map.place)
      return nil
    }
    func pair() -> (String, String)? {
      let parts = map.strings(rule).map(\.text)
      if parts.count == 2 { return (parts[0], parts[1]) }
      log.report(
        RecordTypeFault.pair(rule, count: parts.count), at: map.place(of: rule) ?? map.place)
      return nil
    }
    switch rule {
    case "difference": return pair().map { .difference($0, $1) }
    case "percent": return pair().map { .percentage(of: $0, in: $1) }
    case "earned":
      guard let points = map.points("points"), let (part, whole) = pair() else { return nil }
      return .earned(points, of: part, in: whole)
    case "sum": return .sum(map.strings(rule).map(\.text))
    default: return map.points("points").map { .points($0) }
    }
  }

  /// Whether a value can be reckoned, of whole records or of the rows of a list.
  private func check(_ value: DerivedValue, of type: RecordType, at place: SourcePlace) -> Bool {
    let known = type.numbers(in: nil)
    if let part = value.parts.first(where: { !known.contains($0) }) {
      log.report(RecordTypeFault.unknownName(part, known: known), at: place)
      return false
    }
    let kinds = Set(value.parts.compactMap { type.kind(of: $0, in: nil) })
    let isFit =
      switch value.rule {
      case .difference, .percentage, .earned: kinds == [.money]
      case .sum: kinds.count == 1
      case .points: true
      }
    if !isFit { log.report(RecordTypeFault.kinds(value.name), at: place) }
    return isFit
  }
}

/// The names of a type's values, each of which means one thing.
private struct NamesInUse {
  let log: FindingLog
  /// Names that stand for something wherever they are written: of whole records, and of all numbers.
  private var common: [String: SourcePlace] = [:]
  private var ofList: [String: SourcePlace] = [:]

  init(log: FindingLog) { self.log = log }

  /// Words of the rows of several lists may be called alike.
  mutating func beginList() { ofList = [:] }

  mutating func declare(_ field: RecordField, at place: SourcePlace) {
    declare(field.name, at: place, isOfAll: field.numberKind != nil)
  }

  mutating func declare(_ name: String, at place: SourcePlace, isOfAll: Bool) {
    if let first = common[name] ?? ofList[name] {
      log.report(RecordTypeFault.repeatedName(name), at: place, related: [first])
      return
    }
    if isOfAll || ofList.isEmpty && common.isEmpty { common[name] = place }
    ofList[name] = place
  }
}

extension RecordField.Kind {
  /// The words of the schema; of amounts and options the parts that stand beside are still open.
  static let terms: [(term: String, kind: RecordField.Kind)] = [
    ("项目", .project), ("单位", .unit), ("资金性质", .fund), ("功能科目", .function),
    ("部门代码", .authorityCode), ("部门名称", .authorityName), ("名称", .name), ("文字", .text),
    ("值", .value), ("选项", .option([])), ("金额", .money(.yuan)), ("分数", .points),
  ]

  /// The word of the schema.
  var term: String { Self.terms.first { $0.kind == self }?.term ?? "" }
}

extension YAMLMap {
  /// Points that must be there.
  func points(_ key: String) -> Points? {
    guard let value = required(key) else { return nil }
    if let points = value.text.flatMap(Points.init) { return points }
    log.report(EvaluationRulesFault.points(key: key, value.text ?? value.kindName), at: value.place)
    return nil
  }
}
