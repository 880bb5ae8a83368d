internal import Diagnostics
internal import SourceFiles

/// A wording, which says by its keys what it is for.
enum LoadedWording {
  case change(ChangeWording)
  case completion(CompletionWording)
  /// One with faults, kept under its name.
  case faulty
}

/// Reads the wordings of changes and completions.
struct NarrativeWordings {
  let log: FindingLog
  let defaults: NarrativeDefaults
  let usage: SetUsage

  /// What may stand in the wordings of a change without a percentage, and in the others.
  private static let plain: [WordingMark] = years + [.difference, .thisYear, .lastYear]
  private static let relative = plain + [.ratio]
  /// The same for completions.
  private static let amounts: [WordingMark] = years + [.figure, .budget, .difference]
  private static let rated = amounts + [.rate]
  /// What may stand in all.
  private static let years: [WordingMark] = [.fiscalYear, .priorYear]

  /// The wordings by name.
  func named(_ map: YAMLMap) -> [String: LoadedWording] {
    guard let value = map.optional("wordings"), let inner = YAMLMap(value, log: log) else {
      return [:]
    }
    var result: [String: LoadedWording] = [:]
    for node in inner.keys {
      guard let key = node.text else { continue }
      usage.declare(.wording, key, at: node.place)
      guard let value = inner.optional(key), let wording = YAMLMap(value, log: log) else {
        continue
      }
      result[key] = self.wording(wording)
    }
    return result
  }

  /// One wording: of a completion where it has a `rate`, of a change otherwise.
  private func wording(_ map: YAMLMap) -> LoadedWording {
    defer { map.finish() }
    return map.has("rate") ? completion(map) : change(map)
  }

  private func change(_ map: YAMLMap) -> LoadedWording {
    let more = required("more", map, Self.relative)
    let less = required("less", map, Self.relative)
    let equal = required("equal", map, Self.plain)
    let noBase = map.required("noBase").flatMap(signed)
    let absent = map.optional("absent").flatMap(signed)
    let negative = map.optional("negative").flatMap(signed)
    let noPrior = optional("noPrior", map, Self.plain)
    let slight = optional("slight", map, Self.plain)
    guard let more, let less, let equal, let noBase else { return .faulty }
    return .change(
      ChangeWording(
        more: more, less: less, equal: equal, noBase: noBase, absent: absent ?? noBase,
        negative: negative, noPrior: noPrior ?? WordingText(text: ""), slight: slight ?? equal))
  }

  /// Two wordings by direction, or one that says nothing of the difference and so fits both.
  private func signed(_ value: YAMLValue) -> SignedWording? {
    guard value.text != nil else {
      guard let map = YAMLMap(value, log: log) else { return nil }
      defer { map.finish() }
      let more = required("more", map, Self.plain)
      let less = required("less", map, Self.plain)
      guard let more, let less else { return nil }
      return SignedWording(more: more, less: less)
    }
    guard let text = text(value, Self.plain) else { return nil }
    if text.mentions(.difference) {
      log.report(NarrativeValueFault.oneDirection(value.text ?? ""), at: value.place)
    }
    return SignedWording(more: text, less: text)
  }

  private func completion(_ map: YAMLMap) -> LoadedWording {
    let rate = required("rate", map, Self.rated)
    let zero = optional("zero", map, Self.amounts)
    let nothing = required("nothing", map, Self.amounts)
    let noBase = required("noBase", map, Self.amounts)
    let negative = optional("negative", map, Self.amounts)
    guard let rate, let nothing, let noBase else { return .faulty }
    return .completion(
      CompletionWording(
        rate: rate, zero: zero ?? rate, nothing: nothing, noBase: noBase, negative: negative))
  }

  private func required(
    _ key: String, _ map: YAMLMap, _ marks: [WordingMark]
  ) -> WordingText? {
    // An empty wording is one: nothing is said.
    map.required(key).flatMap { text($0, marks) }
  }

  private func optional(
    _ key: String, _ map: YAMLMap, _ marks: [WordingMark]
  ) -> WordingText? {
    map.optional(key).flatMap { text($0, marks) }
  }

  private func text(_ value: YAMLValue, _ marks: [WordingMark]) -> WordingText? {
    log.template(value, allowed: marks)
  }
}
