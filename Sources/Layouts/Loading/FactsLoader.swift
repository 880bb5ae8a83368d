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
        log.error(
          "112", at: fact.place, what: "事实“\(fact.path)”声明了两遍", expected: "每个 path 一次",
          mend: "删去其中一个", related: [first.place])
      }
    }
    // A value and a group of values cannot stand behind one key.
    for fact in facts {
      for end in 1..<max(1, fact.keys.count) {
        let prefix = fact.keys[..<end].joined(separator: ".")
        guard let group = seen[prefix] else { continue }
        log.error(
          "112", at: fact.place, what: "“\(fact.path)”在“\(prefix)”之下，而后者本身是一个事实",
          expected: "一个键之下要么是值，要么是下级的键", mend: "改其中一个的 path", related: [group.place])
      }
    }
    return facts
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
    let meaning = map.string("meaning")
    map.finish()
    guard let path else { return nil }
    if kind == .money, unit != Self.moneyUnit {
      log.error(
        "112", at: map.place, what: "金额“\(path)”的单位是“\(unit)”", expected: "unit: \(Self.moneyUnit)",
        mend: "填报的金额一律以\(Self.moneyUnit)为单位，改为 \(Self.moneyUnit)")
    }
    if kind == .textByAccount, isByUnit {
      log.error(
        "112", at: map.place, what: "事实“\(path)”既按科目又按单位", expected: "其中一种", mend: "去掉 byUnit")
    }
    guard !path.split(separator: ".", omittingEmptySubsequences: false).contains("") else {
      log.error(
        "112", at: map.place, what: "事实的 path“\(path)”有空的一段", expected: "键.键.键",
        mend: "去掉多余的点号")
      return nil
    }
    if let first = path.split(separator: ".").first.map(String.init),
      IdentityKey.top.contains(first)
    {
      log.error(
        "112", at: map.place, what: "事实的 path“\(path)”以“\(first)”开头，那是 department.yaml 自己的栏目",
        expected: "不以 \(IdentityKey.top.joined(separator: "、")) 开头的 path",
        mend: "换一个开头")
    }
    // What lacks a part is kept under its path, or each form that prints it would be told off too.
    return FactDeclaration(
      path: path, kind: kind ?? .money, unit: unit, isRequired: isRequired, isByUnit: isByUnit,
      meaning: meaning ?? "", place: map.place)
  }
}
