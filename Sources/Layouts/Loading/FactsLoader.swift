internal import Diagnostics
internal import SourceFiles

/// Reads the declarations of facts that a dossier may or must state.
struct FactsLoader {
  let log: FindingLog

  /// The unit in which dossiers state every amount.
  private static let moneyUnit = "元"

  func facts(_ values: [YAMLValue]) -> [FactDeclaration] {
    let facts = values.compactMap(fact)
    var seen: [String: FactDeclaration] = [:]
    for fact in facts {
      if let first = seen.updateValue(fact, forKey: fact.path) {
        log.report(FactFault.repeated(fact.path), at: fact.place, related: [first.place])
      }
    }
    // A value and a group of values cannot stand behind one key.
    for fact in facts {
      for end in 1..<max(1, fact.keys.count) {
        let prefix = fact.keys[..<end].joined(separator: ".")
        guard let group = seen[prefix] else { continue }
        log.report(
          FactFault.belowAnother(fact.path, above: prefix), at: fact.place, related: [group.place])
      }
      if let former = fact.priorOf { check(former, of: fact, among: seen) }
    }
    return facts
  }

  /// Reports a fact of which another is said to be last year's, where it is none or another thing.
  private func check(
    _ former: String, of fact: FactDeclaration, among facts: [String: FactDeclaration]
  ) {
    guard let other = facts[former] else {
      log.report(FactFault.undeclared(former, known: facts.keys.sorted()), at: fact.place)
      return
    }
    guard other.kind != fact.kind || other.isByUnit != fact.isByUnit else { return }
    log.report(
      FactFault.otherKind(
        former, kind: other.kind.rawValue + (other.isByUnit ? "（按单位）" : ""),
        needed: fact.kind.rawValue + (fact.isByUnit ? "（按单位）" : ""), isFigure: false),
      at: fact.place)
  }

  private func fact(_ value: YAMLValue) -> FactDeclaration? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    let path = map.string("path")
    let kind = map.required("type").flatMap { value in
      map.choice(
        value, of: "事实类型", among: FactDeclaration.Kind.allCases.map { ($0.rawValue, $0) })
    }
    let unit = map.optionalString("unit") ?? ""
    let isRequired = map.flag("required")
    let isByUnit = map.flag("byUnit")
    let priorOf = map.optionalString("priorOf")
    let isOfOneYear = map.flag("ofOneYear")
    let meaning = map.string("meaning")
    map.finish()
    guard let path else { return nil }
    if kind == .money, unit != Self.moneyUnit {
      log.report(FactFault.moneyUnit(path, unit: unit, needed: Self.moneyUnit), at: map.place)
    }
    if kind == .textByAccount, isByUnit {
      log.report(FactFault.byAccountAndUnit(path), at: map.place)
    }
    guard !path.split(separator: ".", omittingEmptySubsequences: false).contains("") else {
      log.report(FactFault.emptyKey(path), at: map.place)
      return nil
    }
    if let first = path.split(separator: ".").first.map(String.init),
      IdentityKey.top.contains(first)
    {
      log.report(FactFault.identity(path, key: first, reserved: IdentityKey.top), at: map.place)
    }
    // What lacks a part is kept under its path, or each form that prints it would be told off too.
    return FactDeclaration(
      path: path, kind: kind ?? .money, unit: unit, isRequired: isRequired, isByUnit: isByUnit,
      meaning: meaning ?? "", place: map.place, priorOf: priorOf, isOfOneYear: isOfOneYear)
  }
}
