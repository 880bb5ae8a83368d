internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// What values.yaml gives to the templates.
struct NarrativeValues {
  var values: [NarrativeValue] = []
  var defaults = NarrativeDefaults(
    zero: "", percent: PercentPrinting(decimals: 0, isTrimmed: false, isGrouped: false),
    amount: AmountPrinting(
      format: NumberFormat(kind: .money(.yuan), decimals: 0, grouping: false),
      isTrimmed: false))
  /// The keys of values that are written and have faults of their own.
  var faulty: Set<String> = []
  /// Whether the file could be read, so that keys can be judged.
  var isKnown = true
}

/// Reads values.yaml: defaults, wordings, values.
struct NarrativeValuesLoader {
  let log: FindingLog
  let rules: RuleLoader
  let forms: NarrativeForms
  let indicators: [String]
  let printing: Printing
  /// What the set prescribes for self-evaluations; nil for a set without them.
  let evaluation: EvaluationRules?
  /// The set that is loaded.
  let set: String
  /// What the tags of its templates name.
  let tags: Set<String>

  /// Decimals of percentages.
  static let decimals = 0...6
  /// How values are called.
  static let keyShape = "以小写字母开头的英文字母、数字和下划线"

  func values(_ map: YAMLMap) -> NarrativeValues {
    var result = NarrativeValues()
    result.defaults = defaults(map) ?? result.defaults
    let wordings = NarrativeWordings(log: log, defaults: result.defaults, usage: rules.usage).named(
      map)
    let entries = map.required("values").flatMap { YAMLMap($0, log: log) }
    map.finish()
    guard let entries else { return result }
    let keys = entries.keys.compactMap(\.text)
    let lists = keys.filter { key in
      entries.optional(key)?.entries?.contains { $0.key.text == "list" } ?? false
    }
    let reader = NarrativeValueReader(
      log: log,
      quantities: NarrativeQuantities(
        log: log, rules: rules, forms: forms, indicators: indicators, lists: lists,
        evaluation: evaluation),
      wordings: wordings, defaults: result.defaults)
    let unread = inheritedInVain(entries, lists: lists)
    result.values = reader.values(entries, besides: unread)
    let read = keys.filter { !unread.contains($0) }
    let written = read + read.flatMap { itemKeys(of: entries.optional($0)) }
    result.faulty = Set(written).subtracting(result.values.flatMap(\.ownAndItemKeys))
    return result
  }

  /// The inherited values that no template of the set prints: they may quote forms that it has not.
  private func inheritedInVain(_ entries: YAMLMap, lists: [String]) -> Set<String> {
    let inherited = entries.keys.filter { key in
      !key.place.isOwn(ofSet: set)
        && key.text.flatMap(entries.optional)?.place.isOwn(ofSet: set) == false
    }.compactMap(\.text)
    guard !inherited.isEmpty else { return [] }
    let names = Set(lists)
    let own = entries.keys.compactMap(\.text).filter { !inherited.contains($0) }
    var needed = tags.union(own)
    var last: Set<String> = []
    // A value may ask for a list by its name.
    while needed != last {
      last = needed
      for key in last {
        needed.formUnion(entries.optional(key)?.scalars.filter(names.contains) ?? [])
      }
    }
    return Set(inherited).subtracting(needed)
  }

  /// The keys that a list's items have as written.
  private func itemKeys(of value: YAMLValue?) -> [String] {
    let items = value?.entries?.first { $0.key.text == "values" }?.value
    return items?.entries?.compactMap(\.key.text) ?? []
  }

  private func defaults(_ map: YAMLMap) -> NarrativeDefaults? {
    guard let inner = map.required("defaults").flatMap({ YAMLMap($0, log: log) }) else {
      return nil
    }
    defer { inner.finish() }
    let zero = inner.string("zero")
    let percent = PercentPrinting(decimals: 2, isTrimmed: false, isGrouped: false)
      .changed(by: inner)
    guard let format = printing.format else { return nil }
    let amount = AmountPrinting(format: format, isTrimmed: false).changed(by: inner, rules: rules)
    return zero.map { NarrativeDefaults(zero: $0, percent: percent, amount: amount) }
  }
}

extension PercentPrinting {
  /// This way of printing, with what a value says otherwise.
  func changed(by map: YAMLMap) -> PercentPrinting {
    var result = self
    if let value = map.optional("decimals"), let decimals = map.optionalInteger("decimals") {
      result.decimals = decimals
      let allowed = NarrativeValuesLoader.decimals
      if !allowed.contains(decimals) {
        let range = "\(allowed.lowerBound) 到 \(allowed.upperBound)"
        map.log.report(SetFault.decimals(decimals, allowed: range), at: value.place)
      }
    }
    if map.optional("trim") != nil { result.isTrimmed = map.flag("trim") }
    if map.optional("grouping") != nil { result.isGrouped = map.flag("grouping") }
    return result
  }
}

extension AmountPrinting {
  /// This way of printing, with what a value says otherwise.
  func changed(by map: YAMLMap, rules: RuleLoader) -> AmountPrinting {
    var result = self
    if map.optional("trim") != nil { result.isTrimmed = map.flag("trim") }
    guard let value = map.optional("format") else { return result }
    if let name = value.text { rules.usage.cite(.format, name) }
    let words = rules.formats.sorted { $0.key < $1.key }
      .filter { if case .money = $0.value.kind { true } else { false } }.map { ($0.key, $0.value) }
    result.format = map.choice(value, of: "金额格式", among: words) ?? format
    return result
  }
}

extension NarrativeValue {
  /// The key of the value and those of its items.
  fileprivate var ownAndItemKeys: [String] {
    if case .list(let list) = content { [key] + list.values.map(\.key) } else { [key] }
  }
}
