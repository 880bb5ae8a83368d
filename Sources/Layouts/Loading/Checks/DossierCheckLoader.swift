internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Reads the checks that are told by the facts of a dossier: one key a kind, its parameters behind it.
struct DossierCheckLoader {
  let log: FindingLog
  let selections: SelectionLoader
  let quantities: NarrativeQuantities
  /// Reads those on texts.
  var texts: TextCheckLoader

  /// The keys of all kinds.
  static let keys =
    ledgerKeys + departmentKeys + [lastYearKey] + evaluationKeys
    + TextCheckLoader.keys
  private static let lastYearKey = "sameAsLastYear"

  /// The rule behind a key; nil, with a finding, where its parameters are faulty.
  func rule(_ key: String, of map: YAMLMap) -> DossierCheck? {
    if Self.ledgerKeys.contains(key) { return ledgerRule(key, of: map).map { .ledger($0) } }
    if Self.departmentKeys.contains(key) {
      return departmentRule(key, of: map).map { .department($0) }
    }
    if key == Self.lastYearKey {
      return map.required(key).flatMap { value in
        map.choice(value, of: "与上年的对照", among: LastYearCheck.allCases.map { ($0.rawValue, $0) })
      }.map { .lastYear($0) }
    }
    if TextCheckLoader.keys.contains(key) { return texts.check(key, of: map).map { .text($0) } }
    return evaluationRule(key, of: map).map { .evaluations($0) }
  }

  /// What stands behind a key, key by key.
  func inner<Value>(
    _ key: String, of map: YAMLMap, _ read: (YAMLMap) -> Value?
  ) -> Value? {
    guard let inner = map.required(key).flatMap({ YAMLMap($0, log: log) }) else { return nil }
    defer { inner.finish() }
    return read(inner)
  }

  /// The texts of a list that must be there.
  func texts(_ key: String, of map: YAMLMap) -> [String] {
    _ = map.required(key)
    return map.strings(key).map(\.text)
  }

  /// An amount in whole 元.
  func yuan(_ key: String, of map: YAMLMap) -> Money? {
    map.integer(key).map { Money(fen: Int64($0) * 100) }
  }
}

// MARK: - Ledger

extension DossierCheckLoader {
  private static let ledgerKeys = [
    "forbidden", "uncovered", "itemBalance", "negative", "fundAccounts", "projectCodes",
    "ownTransfers", "idleUnit", "unnamed",
  ]
  /// What accounts and units are covered as, by their names.
  private static let groups: [(String, CoveredGroup)] = [
    ("类", .level(0)), ("款", .level(1)), ("项", .level(2)), ("单位", .unit),
  ]

  private func ledgerRule(_ key: String, of map: YAMLMap) -> LedgerCheck? {
    switch key {
    case "forbidden":
      let taken = map.requiredList(key).compactMap(selections.selection)
      return .forbidden(taken, except: map.list("except").compactMap(selections.selection))
    case "uncovered": return inner(key, of: map, uncovered)
    case "itemBalance":
      return map.required(key).flatMap(selections.selection).map { .itemBalance($0) }
    case "negative": return .negative(map.requiredList(key).compactMap(selections.selection))
    case "fundAccounts": return inner(key, of: map, fundAccounts)
    case "ownTransfers":
      return inner(key, of: map) { inner in
        .ownTransfers(
          OwnTransfers(
            paid: inner.requiredList("paid").compactMap(selections.selection),
            received: inner.requiredList("received").compactMap(selections.selection),
            isOfEqualAmounts: inner.flag("equal")))
      }
    case "unnamed": return .unnamed(texts(key, of: map))
    case "projectCodes": return map.flag(key) ? .projectCodes : nil
    default: return map.flag(key) ? .idleUnit : nil
    }
  }

  private func uncovered(_ map: YAMLMap) -> LedgerCheck? {
    let taken = map.required("of").flatMap(selections.selection)
    let cover = map.required("by").flatMap(selections.selection)
    let group = map.required("per").flatMap { map.choice($0, of: "分组", among: Self.groups) }
    guard let taken, let cover, let group else { return nil }
    return .uncovered(taken, by: cover, per: group)
  }

  private func fundAccounts(_ map: YAMLMap) -> LedgerCheck? {
    let fund = map.required("fund").flatMap { value in
      map.choice(value, of: "资金性质", among: Fund.allCases.map { ($0.rawValue, $0) })
    }
    _ = map.requiredList("functions")
    let accounts: [FunctionAccount] = map.strings("functions").compactMap {
      selections.account($0, chart: AccountChart.function.rawValue)
    }
    return fund.map { .fundAccounts($0, accounts) }
  }
}

// MARK: - Department

extension DossierCheckLoader {
  private static let departmentKeys = [
    "stated", "smallFacts", "unitNames", "unitCodes", "publicationDate",
  ]

  private func departmentRule(_ key: String, of map: YAMLMap) -> DepartmentCheck? {
    switch key {
    case "stated": return inner(key, of: map) { .stated(stated($0)) }
    case "smallFacts":
      return inner(key, of: map) { inner in
        let paths = facts(inner)
        return yuan("below", of: inner).map { .smallFacts(paths, below: $0) }
      }
    case "unitNames": return inner(key, of: map, unitNames)
    case "publicationDate":
      return inner(key, of: map) { inner in
        inner.integer("years").map { .publicationDate(years: $0) }
      }
    default: return map.flag(key) ? .unitCodes : nil
    }
  }

  private func stated(_ map: YAMLMap) -> [StatedQuantity] {
    map.keys.compactMap { key in
      guard let name = key.text, let value = map.optional(name),
        let loaded = quantities.quantity(value)
      else { return nil }
      return StatedQuantity(name: name, quantity: loaded.quantity)
    }
  }

  /// The paths of the declared amounts below some paths.
  private func facts(_ map: YAMLMap) -> [String] {
    let declared = quantities.rules.facts
    return map.strings("facts").flatMap { name, place in
      let found = declared.filter { fact in
        fact.kind == .money && fact.path.utf8.starts(with: name.utf8)
      }
      if found.isEmpty {
        log.report(FactFault.undeclared(name, known: declared.map(\.path)), at: place)
      }
      return found.map(\.path)
    }
  }

  private func unitNames(_ map: YAMLMap) -> DepartmentCheck? {
    let known = selections.unitTypes.map { ($0, $0) }
    let types = map.requiredList("types").compactMap {
      map.choice($0, of: "单位类型", among: known)
    }
    return .unitNames(
      UnitNames(
        endings: map.strings("endings").map(\.text), words: map.strings("words").map(\.text),
        exceptions: map.strings("except").map(\.text), types: types))
  }
}

// MARK: - Evaluations

extension DossierCheckLoader {
  private static let evaluationKeys = [
    "projectMoney", "authority", "missingIndicator", "indicatorTargets", "indicatorMoney",
    "fillers", "unevaluated",
  ]

  private func evaluationRule(_ key: String, of map: YAMLMap) -> EvaluationCheck? {
    switch key {
    case "projectMoney":
      return inner(key, of: map) { inner in
        yuan("tolerance", of: inner).map { .projectMoney(tolerance: $0) }
      }
    case "missingIndicator": return map.string(key).map { .missingIndicator($0) }
    case "indicatorTargets":
      return inner(key, of: map) { .indicatorTargets(costs: texts("costs", of: $0)) }
    case "indicatorMoney":
      return inner(key, of: map) { .indicatorMoney(costs: texts("costs", of: $0)) }
    case "fillers": return .fillers(texts(key, of: map))
    case "unevaluated": return map.flag(key) ? .unevaluated : nil
    default: return map.flag(key) ? .authority : nil
    }
  }
}
