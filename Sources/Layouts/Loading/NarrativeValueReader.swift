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
  func values(_ map: YAMLMap) -> [NarrativeValue] {
    map.keys.compactMap { key in
      let name = key.text ?? ""
      guard let value = map.optional(name) else {
        log.error(
          "003", at: key.place, what: "“\(name)”后面没有内容", expected: "一种值", mend: "补上内容，或删去这个键")
        return nil
      }
      checkKey(name, at: key.place)
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
    log.error(
      "131", at: place, what: "值的名称“\(key)”不能用在模板里",
      expected: NarrativeValuesLoader.keyShape, mend: "改名")
  }

  private func content(_ map: YAMLMap) -> NarrativeValue.Content? {
    let written = Self.kinds.filter { map.optional($0) != nil }
    guard written.count == 1, let kind = written.first, let value = map.optional(kind) else {
      log.error(
        "134", at: map.place,
        what: written.isEmpty ? "没有说明这是哪一种值" : "\(written.joined(separator: "、")) 写在了一起",
        expected: "\(Self.kinds.joined(separator: "、")) 中的一个",
        mend: written.isEmpty ? "补上其中一个" : "留下一个")
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
    let isMoney = found == .money
    log.error(
      "134", at: map.place, what: "这是\(isMoney ? "金额" : "数量")，写成了 \(isMoney ? "count" : "amount")",
      expected: isMoney ? "amount" : "count", mend: "改为 \(isMoney ? "amount" : "count")")
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
      map.choice(
        value, of: "写法",
        among: wordings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }
  }

  private func wrongWording(_ map: YAMLMap, needed: String) {
    let place = map.optional("wording")?.place ?? map.place
    log.error(
      "135", at: place, what: "写法“\(map.optionalString("wording") ?? "")”不是用在这里的",
      expected: "有 \(needed) 的写法", mend: "改用另一个写法")
  }

  /// Two quantities of one kind.
  func pair(_ first: String, _ second: String, _ map: YAMLMap) -> (Quantity, Quantity)? {
    let one = quantities.quantity(first, of: map)
    let other = quantities.quantity(second, of: map)
    guard let one, let other else { return nil }
    quantities.checkKinds([one, other], at: map.place)
    return (one.quantity, other.quantity)
  }
}
