internal import Diagnostics
internal import SourceFiles

/// Reads the checks on texts: one key a kind, its parameters behind it.
struct TextCheckLoader {
  let log: FindingLog
  let unitTypes: [String]
  /// The words of the set; nil among checks that are read without texts, where no such check may stand.
  var words: TextWords?

  /// The keys of all kinds.
  static let keys = [
    "slips", "years", "lastYear", "typedAmounts", "reasonDirections", "idleReasons", "unitCounts",
    "misspeltNames", "departmentName", "statedScores", "sharedTexts", "persons",
  ]

  /// The check behind a key; nil, with a finding, where its parameters are faulty.
  func check(_ key: String, of map: YAMLMap) -> TextCheck? {
    guard words != nil else {
      _ = map.optional(key)
      _ = map.optional("in")
      log.report(TextCheckFault.misplaced(key), at: map.place)
      return nil
    }
    let parts = map.has("in") ? parts(map) : Set(TextCheck.Part.allCases)
    guard let rule = rule(key, of: map) else { return nil }
    for list in Self.lists(of: rule) where words?.lists[list] == nil {
      log.report(TextCheckFault.missingList(list.rawValue), at: map.place)
    }
    if case .slips(let kinds) = rule, kinds.contains(.traditional), words?.traditional == "" {
      log.report(TextCheckFault.missingList("traditional"), at: map.place)
    }
    return TextCheck(parts: parts, rule: rule)
  }

  private func parts(_ map: YAMLMap) -> Set<TextCheck.Part> {
    let known = TextCheck.Part.allCases.map { ($0.rawValue, $0) }
    return Set(map.requiredList("in").compactMap { map.choice($0, of: "文字", among: known) })
  }

  private func rule(_ key: String, of map: YAMLMap) -> TextCheck.Rule? {
    switch key {
    case "slips":
      let known = TextSlipKind.allCases.map { ($0.rawValue, $0) }
      return .slips(
        Set(map.requiredList(key).compactMap { map.choice($0, of: "文字差错", among: known) }))
    case "years": return years(key, of: map)
    case "unitCounts": return .unitCounts(map.requiredList(key).compactMap(nouns))
    case "sharedTexts": return sharedTexts(key, of: map)
    default: return map.flag(key) ? Self.plain[key] : nil
    }
  }

  /// The kinds that have no parameters.
  private static let plain: [String: TextCheck.Rule] = [
    "lastYear": .lastYear, "typedAmounts": .typedAmounts, "reasonDirections": .reasonDirections,
    "idleReasons": .idleReasons, "misspeltNames": .misspeltNames,
    "departmentName": .departmentName, "statedScores": .statedScores, "persons": .persons,
  ]

  private func years(_ key: String, of map: YAMLMap) -> TextCheck.Rule? {
    guard let inner = map.required(key).flatMap({ YAMLMap($0, log: log) }) else { return nil }
    defer { inner.finish() }
    let (first, last) = (inner.integer("first"), inner.integer("last"))
    let isBare = inner.flag("bare")
    guard let first, let last else { return nil }
    guard first <= last else {
      log.report(
        TextCheckFault.limits("年度从 \(first) 到 \(last)", range: "first 不大于 last"), at: inner.place)
      return nil
    }
    return .years(first...last, bare: isBare)
  }

  private func sharedTexts(_ key: String, of map: YAMLMap) -> TextCheck.Rule? {
    guard let inner = map.required(key).flatMap({ YAMLMap($0, log: log) }) else { return nil }
    defer { inner.finish() }
    guard let permille = inner.integer("permille"), let length = inner.integer("length") else {
      return nil
    }
    guard (1...1_000).contains(permille), length > 0 else {
      log.report(
        TextCheckFault.limits(
          "permille: \(permille)，length: \(length)", range: "permille 从 1 到 1000，length 大于 0"),
        at: inner.place)
      return nil
    }
    return .sharedTexts(permille: permille, length: length)
  }

  private func nouns(_ value: YAMLValue) -> TextCheck.UnitNouns? {
    guard let map = YAMLMap(value, log: log) else { return nil }
    defer { map.finish() }
    _ = map.requiredList("nouns")
    let nouns = map.strings("nouns")
    let known = words?[.unitNouns] ?? []
    for (noun, place) in nouns where !known.contains(noun) {
      log.report(TextCheckFault.unknownNoun(noun, known: known), at: place)
    }
    let types = map.list("types").compactMap {
      map.choice($0, of: "单位类型", among: unitTypes.map { ($0, $0) })
    }
    return TextCheck.UnitNouns(
      nouns: nouns.map(\.text), types: types.isEmpty ? nil : types,
      mayLackOffice: map.flag("mayLackOffice"))
  }

  /// The lists without which a kind finds nothing.
  private static func lists(of rule: TextCheck.Rule) -> [TextWords.List] {
    switch rule {
    case .slips(let kinds):
      TextSlipKind.allCases.filter(kinds.contains).flatMap(lists(of:))
    case .years: [.planWords, .countedThings]
    case .lastYear: [.planWords, .pastWords, .countedThings]
    case .typedAmounts: [.rateWords]
    case .reasonDirections, .idleReasons: [.upWords, .downWords, .directionTails, .negations]
    case .unitCounts: [.unitNouns, .unitCounters, .unitModifiers]
    case .misspeltNames, .sharedTexts: []
    case .departmentName: [.ownOffice]
    case .statedScores: [.scoreWords, .partScoreWords, .pointWords, .gradeWords]
    case .persons: [.surnames, .personMarks, .noPersons]
    }
  }

  private static func lists(of kind: TextSlipKind) -> [TextWords.List] {
    switch kind {
    case .placeholder: [.placeholders]
    case .cutOff: [.openEnds]
    case .doubled: [.neverDoubled]
    case .identityCard: [.identityWords]
    case .bankCard: [.accountWords]
    case .telephone: [.telephoneWords]
    case .unbalanced, .halfWidth, .traditional: []
    }
  }
}
