internal import Diagnostics
internal import Domain
internal import SourceFiles

/// Values that are no numbers: conditions, reasons, texts, lists.
extension NarrativeValueReader {
  func condition(_ map: YAMLMap) -> ConditionLayout? {
    let keys = ["nonZero", "hasFacts", "known", "equal", "more", "less"]
    let written = keys.filter { map.optional($0) != nil }
    guard written.count == 1, let key = written.first, let value = map.optional(key) else {
      log.report(NarrativeValueFault.condition(written, of: keys), at: map.place)
      return nil
    }
    if ["nonZero", "hasFacts", "known"].contains(key) {
      guard let quantity = quantities.quantity(value)?.quantity else { return nil }
      return key == "known"
        ? .known(quantity) : key == "hasFacts" ? .hasFacts(quantity) : .nonZero(quantity)
    }
    let values = map.list(key)
    guard values.count == 2 else {
      log.report(NarrativeValueFault.comparisonOf(key, values.count), at: value.place)
      return nil
    }
    let parts = values.compactMap(quantities.quantity)
    guard parts.count == 2 else { return nil }
    quantities.checkKinds(parts, at: value.place)
    let (first, second) = (parts[0].quantity, parts[1].quantity)
    switch key {
    case "equal": return .equal(first, second)
    case "more": return .more(first, second)
    default: return .less(first, second)
    }
  }

  func reason(_ map: YAMLMap) -> NarrativeValue.Content? {
    let fact = map.required("fact").flatMap {
      quantities.reference($0, map, kinds: [.text, .textByAccount])?.0
    }
    let text = map.optional("text").map { log.template($0, allowed: ReasonMark.allCases) }
    let keys = ["of", "against", "over"].filter { map.optional($0) != nil }
    var explained: ReasonLayout.Explained?
    if !keys.isEmpty {
      let limit = map.integer("over")
      guard let (figure, base) = pair("of", "against", map), let limit else { return nil }
      if limit < 0 {
        log.report(
          NarrativeValueFault.negativeLimit(limit), at: map.optional("over")?.place ?? map.place)
      }
      explained = ReasonLayout.Explained(
        figure: figure, base: base, limit: limit, amount: defaults.amount)
    }
    guard let fact else { return nil }
    let whole = try? ReasonText("{\(ReasonMark.reason.rawValue)}", allowed: [.reason])
    guard let text = text ?? whole else { return nil }
    return .reason(ReasonLayout(fact: fact, explained: explained, text: text))
  }

  /// Declared numbers, one path or several.
  func expected(_ value: YAMLValue, _ map: YAMLMap) -> NarrativeValue.Content? {
    let facts = (value.items ?? [value]).compactMap {
      quantities.reference($0, map, kinds: [.money, .count])?.0
    }
    return facts.isEmpty ? nil : .expected(facts)
  }

  func text(_ map: YAMLMap) -> TextSource? {
    if let value = map.optional("row") { return row(value, map) }
    let isExpected = map.flag("expected")
    guard let value = map.required("fact"),
      let (fact, _) = quantities.reference(value, map, kinds: [.text, .list, .textByAccount])
    else { return nil }
    return .fact(fact, isExpected: isExpected)
  }

  /// What rows say of themselves, by the words of values.yaml.
  private func row(_ value: YAMLValue, _ map: YAMLMap) -> TextSource? {
    guard let scope = quantities.scope else {
      quantities.outsideRows("row", at: value.place)
      return nil
    }
    var words: [(String, RowText)] = [("name", .name), ("序号", .ordinal), ("数序", .number)]
    switch scope {
    case .rows:
      words.append(("code", .code))
      words += accountLevelNames.enumerated().map { ($0.element, .account(level: $0.offset)) }
    case .units: words += [("code", .code), ("type", .type)]
    case .facts: break
    }
    return map.choice(value, of: "行的文字", among: words).map { .row($0) }
  }
}

// MARK: - Lists

extension NarrativeValueReader {
  /// A list; the values of its items stand beside its source.
  func list(_ map: YAMLMap, of outer: YAMLMap) -> NarrativeValue.Content? {
    let inner = outer.required("values").flatMap { YAMLMap($0, log: log) }
    let keys = ["rows", "units", "facts"]
    let written = keys.filter { map.optional($0) != nil }
    guard quantities.scope == nil else {
      log.report(NarrativeValueFault.listInList, at: map.place)
      return nil
    }
    guard written.count == 1, let key = written.first, let value = map.optional(key) else {
      log.report(NarrativeValueFault.listSource(written, of: keys), at: map.place)
      return nil
    }
    let found: (source: ListSource, scope: ListScope)?
    switch key {
    case "rows": found = rows(value, map).map { (.rows($0), .rows(forms: $0.forms)) }
    case "units":
      _ = map.flag("units")
      found = (.units(types: quantities.rules.selections.types(map)), .units)
    default:
      found = quantities.reference(value, map, kinds: [.list]).map {
        (.facts(path: $0.0.path), .facts)
      }
    }
    guard let inner, let found else { return nil }
    var reader = self
    reader.quantities.scope = found.scope
    return .list(ListLayout(source: found.source, values: reader.values(inner)))
  }

  private func rows(_ value: YAMLValue, _ map: YAMLMap) -> RowList? {
    let levels: [(String, RowList.Level)] =
      accountLevelNames.enumerated().map { ($0.element, .account($0.offset)) }
      + [("列表", .accounts), ("行", .lines)]
    let level = map.required("level").flatMap { map.choice($0, of: "级次", among: levels) }
    let forms = (value.items ?? [value]).map { ($0.text ?? "", $0.place) }
    let areForms = forms.map { quantities.columns(of: $0.0, at: $0.1) != nil }
    let columns = map.strings("nonZero")
    let within = map.strings("within").map(\.text)
    let with = map.list("with").compactMap(quantities.ledgerAmounts)
    guard let level, !forms.isEmpty, !areForms.contains(false) else { return nil }
    for place in map.strings("within") where !isAccount(place.text) {
      log.report(RuleFault.account(place.text, chart: nil, digits: []), at: place.place)
    }
    for item in map.strings("within") where isAccount(item.text) {
      checkWithin(item.text, forms: forms.map(\.0), at: item.place)
    }
    if forms.count > 1, level == .lines || !columns.isEmpty {
      log.report(NarrativeValueFault.severalForms, at: value.place)
      return nil
    }
    guard columns.filter({ !quantities.isColumn($0, of: forms[0].0) }).isEmpty else { return nil }
    let isAccounts = if case .account = level { true } else { false }
    if !with.isEmpty, !isAccounts {
      log.report(
        NarrativeValueFault.withOutsideAccounts, at: map.optional("with")?.place ?? map.place)
    }
    return RowList(
      forms: forms.map(\.0), level: level, nonZero: columns.isEmpty ? nil : columns.map(\.text),
      within: within.isEmpty ? nil : within, with: with)
  }

  /// A tree has a row for whatever account is booked; a fixed list has those that it names.
  private func checkWithin(_ code: String, forms: [String], at place: SourcePlace) {
    guard let first = forms.first, forms.allSatisfy(quantities.forms.isKnown) else { return }
    let rows = forms.flatMap(quantities.forms.rows)
    if rows.contains(TreeRow.sampleID) {
      quantities.rules.usage.ask(for: code, in: .function, at: place)
    } else if !rows.contains(where: { $0.hasPrefix(code) }) {
      log.report(NarrativeCitationFault.outsideForm(code, form: first), at: place)
    }
  }

  private func isAccount(_ text: String) -> Bool {
    FunctionAccount(text) != nil || EconomicAccount(text) != nil
  }
}
