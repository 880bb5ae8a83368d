internal import Diagnostics
internal import SourceFiles

/// Reads the values of values.yaml, and those of a list's items.
struct NarrativeValueReader {
  let log: FindingLog
  var quantities: NarrativeQuantities
  let wordings: [String: LoadedWording]
  let defaults: NarrativeDefaults

  /// The kinds of which a value has exactly one.
  private static let kinds = [
    "amount", "count", "share", "change", "completion", "condition", "reason", "expected",
    "text", "list",
  ]

  /// The values of a mapping; faulty ones are left out.
  ///
  /// - Parameter others: keys of values that nothing asks for.
  func values(_ map: YAMLMap, besides others: Set<String> = []) -> [NarrativeValue] {
    map.keys.compactMap { key in
      let name = key.text ?? ""
      if others.contains(name) { return nil }
      guard let value = map.optional(name) else {
        log.report(YAMLFault.emptyKey(name, isRequired: false), at: key.place)
        return nil
      }
      checkKey(name, at: key.place)
      quantities.rules.usage.declare(.value, name, at: key.place)
      guard let inner = YAMLMap(value, log: log) else { return nil }
      defer { inner.finish() }
      return content(inner).map { NarrativeValue(key: name, content: $0, place: key.place) }
    }
  }

  /// Templates name values in ASCII; other signs are left to tags such as `{{#last()}}`.
  private func checkKey(_ key: String, at place: SourcePlace) {
    // Byte by byte: a regular expression would be compiled anew for each of some hundred keys.
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let isSound = key.utf8.allSatisfy { byte in
      switch byte {
      case letters, UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"):
        true
      default: false
      }
    }
    if isSound, let first = key.utf8.first, letters.contains(first) { return }
    log.report(NarrativeValueFault.key(key, shape: NarrativeValuesLoader.keyShape), at: place)
  }

  private func content(_ map: YAMLMap) -> NarrativeValue.Content? {
    let written = Self.kinds.filter { map.optional($0) != nil }
    guard written.count == 1, let kind = written.first, let value = map.optional(kind) else {
      log.report(NarrativeValueFault.kind(written, of: Self.kinds), at: map.place)
      return nil
    }
    if kind == "text", let text = value.text {
      return template(value, isEmpty: text.isEmpty).map { .text(.template($0)) }
    }
    if kind == "expected" { return expected(value, map) }
    guard let inner = YAMLMap(value, log: log) else { return nil }
    defer { inner.finish() }
    switch kind {
    case "amount": return amount(inner)
    case "count": return count(inner)
    case "share": return share(inner)
    case "change": return change(inner)
    case "completion": return completion(inner)
    case "condition": return condition(inner).map { .condition($0) }
    case "reason": return reason(inner)
    case "text": return text(inner).map { .text($0) }
    default: return list(inner, of: map)
    }
  }

  private func template(_ value: YAMLValue, isEmpty: Bool) -> TextTemplate? {
    isEmpty ? TextTemplate(text: "") : log.template(value, allowed: TextPlaceholder.ofProse)
  }
}

// MARK: - Numbers

extension NarrativeValueReader {
  private func amount(_ map: YAMLMap) -> NarrativeValue.Content? {
    let printing = defaults.amount.changed(by: map, rules: quantities.rules)
    let nothing = map.optionalString("nothing") ?? defaults.zero
    guard let quantity = quantities.quantity(map), isKind(.money, quantity, map) else { return nil }
    return .amount(quantity.quantity, printing, nothing: nothing)
  }

  private func count(_ map: YAMLMap) -> NarrativeValue.Content? {
    let nothing = map.optionalString("nothing") ?? defaults.zero
    guard let quantity = quantities.quantity(map), isKind(.count, quantity, map) else { return nil }
    return .count(quantity.quantity, nothing: nothing)
  }

  private func isKind(_ kind: NumberKind, _ quantity: LoadedQuantity, _ map: YAMLMap) -> Bool {
    guard let found = quantity.kind, found != kind else { return true }
    log.report(NarrativeValueFault.otherKind(isMoney: found == .money), at: map.place)
    return false
  }

  private func share(_ map: YAMLMap) -> NarrativeValue.Content? {
    let percent = defaults.percent.changed(by: map)
    let nothing = map.optionalString("nothing") ?? defaults.zeroPercent
    let noBase = map.optionalString("noBase") ?? "——"
    guard let (part, whole) = pair("of", "in", map) else { return nil }
    return .share(
      ShareLayout(part: part, whole: whole, percent: percent, nothing: nothing, noBase: noBase))
  }

  private func change(_ map: YAMLMap) -> NarrativeValue.Content? {
    let percent = defaults.percent.changed(by: map)
    let amount = defaults.amount.changed(by: map, rules: quantities.rules)
    let wording = wording(map)
    guard let (figure, base) = pair("of", "against", map) else { return nil }
    switch wording {
    case .change(let wording):
      return .change(
        ChangeLayout(
          figure: figure, base: base, wording: wording, amount: amount, percent: percent))
    case .completion: wrongWording(map, needed: "more、less、equal、noBase")
    case .faulty, nil: break
    }
    return nil
  }

  private func completion(_ map: YAMLMap) -> NarrativeValue.Content? {
    let percent = defaults.percent.changed(by: map)
    let amount = defaults.amount.changed(by: map, rules: quantities.rules)
    let wording = wording(map)
    guard let (figure, budget) = pair("of", "budget", map) else { return nil }
    switch wording {
    case .completion(let wording):
      return .completion(
        CompletionLayout(
          figure: figure, budget: budget, wording: wording, amount: amount, percent: percent))
    case .change: wrongWording(map, needed: "rate、nothing、noBase")
    case .faulty, nil: break
    }
    return nil
  }

  private func wording(_ map: YAMLMap) -> LoadedWording? {
    map.required("wording").flatMap { value in
      if let name = value.text { quantities.rules.usage.cite(.wording, name) }
      return map.choice(
        value, of: "写法",
        among: wordings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  private func wrongWording(_ map: YAMLMap, needed: String) {
    let place = map.optional("wording")?.place ?? map.place
    log.report(
      NarrativeValueFault.wording(map.optionalString("wording") ?? "", needed: needed), at: place)
  }

  /// Two quantities of one kind.
  func pair(
    _ first: String, _ second: String, _ map: YAMLMap
  ) -> (NarrativeQuantity, NarrativeQuantity)? {
    let one = quantities.quantity(first, of: map)
    let other = quantities.quantity(second, of: map)
    guard let one, let other else { return nil }
    quantities.checkKinds([one, other], at: map.place)
    return (one.quantity, other.quantity)
  }
}
