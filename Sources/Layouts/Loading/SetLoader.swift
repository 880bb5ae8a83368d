internal import Diagnostics
internal import Documents
internal import Domain
internal import Figures
internal import FoundationEssentials
internal import SourceFiles

/// Reads a layout set: set.yaml, then the forms and catalogues that it names.
struct SetLoader {
  /// The folder that holds all sets.
  let root: URL
  let name: String
  let log = FindingLog(family: "L")

  func load() -> Loaded<LayoutSet> {
    let set = readSet()
    return Loaded(log.findings.hasErrors ? nil : set, log.findings)
  }

  private func readSet() -> LayoutSet? {
    guard let root = document("\(name)/set.yaml"), let map = YAMLMap(root, log: log) else {
      return nil
    }
    let title = map.string("title")
    let year = year(map)
    let language = map.string("language")
    let documentTitle = documentTitle(map)
    let style = StyleLoader(log: log).style(map)
    let unitTypes = map.strings("unitTypes").map(\.text)
    let indicators = map.strings("priorYear").map(\.text)
    let facts = FactsLoader(log: log).facts(map.list("facts"))
    let selections = SelectionLoader(log: log, unitTypes: unitTypes)
    let economicRequired = map.list("economicRequired").compactMap(selections.selection)
    let rules = RuleLoader(
      log: log, selections: selections, formats: formats(map), facts: facts)
    let printing = map.required("printing").flatMap { YAMLMap($0, log: log) }.map { inner in
      defer { inner.finish() }
      return rules.printing(inner)
    }
    let names = catalogues(map)
    let forms = self.forms(map, rules: rules, printing: printing ?? Printing())
    map.finish()
    FormChecks(log: log, style: style, facts: facts, names: names).check(forms)
    guard let title, let year, let language, let documentTitle, let style else { return nil }
    return LayoutSet(
      name: name, title: title, year: year, language: language, documentTitle: documentTitle,
      style: style, forms: forms, facts: facts, unitTypes: unitTypes,
      priorYearIndicators: indicators, economicRequired: economicRequired, accountNames: names)
  }

  private func year(_ map: YAMLMap) -> Int? {
    guard let year = map.integer("year") else { return nil }
    guard (1_000...9_998).contains(year) else {
      log.error(
        "113", at: map.optional("year")?.place ?? map.place, what: "year: \(year)",
        expected: "四位数的年度", mend: "改为这套版式的年度")
      return nil
    }
    return year
  }

  private func document(_ path: String) -> YAMLValue? {
    let source = SourceText.read(root.appendingPathComponent(path), as: path, family: log.family)
    log.report(source.findings)
    guard let text = source.value else { return nil }
    let parsed = YAMLValue.parse(text, family: log.family)
    log.report(parsed.findings)
    return parsed.value
  }

  private func documentTitle(_ map: YAMLMap) -> TextTemplate? {
    guard let inner = map.required("document").flatMap({ YAMLMap($0, log: log) }) else {
      return nil
    }
    defer { inner.finish() }
    let rules = RuleLoader(
      log: log, selections: SelectionLoader(log: log, unitTypes: []), formats: [:], facts: [])
    return inner.required("title").flatMap { value in
      // The document has no number and no title of a form.
      FormLoader(log: log, rules: rules).template(
        value, allowed: TextTemplate.Placeholder.allCases.filter(\.isOfDocument))
    }
  }

  /// The number formats by name.
  private func formats(_ map: YAMLMap) -> [String: NumberFormat] {
    guard let formats = map.required("formats").flatMap({ YAMLMap($0, log: log) }) else {
      return [:]
    }
    var result: [String: NumberFormat] = [:]
    for key in formats.keys.compactMap(\.text) {
      guard let value = formats.optional(key), let inner = YAMLMap(value, log: log) else {
        continue
      }
      result[key] = format(inner)
      inner.finish()
    }
    return result
  }

  /// How many digits of 分 each unit of money cuts off.
  private static let moneyUnits = [("元", 2), ("千元", 5), ("万元", 6), ("百万元", 8), ("亿元", 10)]

  private func format(_ map: YAMLMap) -> NumberFormat? {
    let decimals = map.integer("decimals") ?? 0
    let grouping = map.flag("grouping")
    let kind: NumberFormat.Kind
    let unit: String
    if let count = map.optionalString("count") {
      (kind, unit) = (.count, count)
    } else if let money = map.required("money"),
      let shift = map.choice(money, of: "金额单位", among: Self.moneyUnits)
    {
      (kind, unit) = (.money(shift: shift), Self.moneyUnits[0].0)
    } else {
      return nil
    }
    let most = if case .money(let shift) = kind { shift } else { 0 }
    guard (0...most).contains(decimals) else {
      log.error(
        "113", at: map.place, what: "小数位数 decimals: \(decimals)", expected: "0 到 \(most)",
        mend: "改为 0 到 \(most) 之间的整数")
      return nil
    }
    return NumberFormat(kind: kind, exactUnit: unit, decimals: decimals, grouping: grouping)
  }

  private func catalogues(_ map: YAMLMap) -> AccountNames {
    var names = AccountNames()
    guard let files = map.required("catalogues").flatMap({ YAMLMap($0, log: log) }) else {
      return names
    }
    for chart in AccountChart.allCases {
      guard let file = files.string(chart.rawValue) else { continue }
      let path = "catalogues/\(file)"
      CatalogueLoader(log: log).read(
        root.appendingPathComponent(path), as: path, chart: chart, into: &names)
    }
    files.finish()
    return names
  }

  private func forms(_ map: YAMLMap, rules: RuleLoader, printing: Printing) -> [FormLayout] {
    _ = map.requiredList("forms")
    return map.strings("forms").compactMap { item in
      guard let root = document("\(name)/forms/\(item.text).yaml") else { return nil }
      let form = FormLoader(log: log, rules: rules, outerPrinting: printing).form(root)
      if let form, form.number != item.text {
        log.error(
          "100", at: form.place, what: "文件 \(item.text).yaml 里写的是 form: \"\(form.number)\"",
          expected: "form: \"\(item.text)\"", mend: "改正编号或文件名")
      }
      return form
    }
  }
}
