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
  let extent: LayoutExtent
  /// Whether it is read as what another inherits, which a base may be.
  var isInherited = false
  let log = FindingLog(family: "L")

  /// Decimals of rates and points: as exactly as they are reckoned.
  private static let mostDecimals = 2

  func load() -> Loaded<LayoutSet> {
    let set = readSet()
    return Loaded(log.findings.hasErrors ? nil : set, findings)
  }

  /// What was found; of what the set inherits, in which file of its own to mend it, unless it is just as
  /// wrong without the set: then the one that has it is to be mended.
  private var findings: [Finding] {
    var faults: [String: Set<KnownFault>] = [:]
    return log.findings.map { finding in
      guard case .source(let place)? = finding.place, let end = place.file.firstIndex(of: "/"),
        !["catalogues", name].contains(String(place.file[..<end]))
      else { return finding }
      let owner = String(place.file[..<end])
      let known = faults[owner] ?? Self.faults(of: owner, root: root, extent)
      faults[owner] = known
      guard !known.contains(KnownFault(finding)) else { return finding }
      let file = "\(name)\(place.file[end...])"
      return finding.mended(
        by: place.file.hasSuffix(".mustache")
          ? "这一处继承自 \(owner)：在 \(file) 里改写它所在的那一段（passage）"
          : "这一处继承自 \(owner)：在 \(file) 里改写这一项，或写 ~ 去掉")
    }
  }

  /// What is wrong somewhere.
  private struct KnownFault: Hashable {
    let code: String
    let place: Place?

    init(_ finding: Finding) { (code, place) = (finding.code, finding.place) }
  }

  /// What is wrong with a set by itself.
  private static func faults(of name: String, root: URL, _ extent: LayoutExtent) -> Set<KnownFault>
  {
    let loader = SetLoader(root: root, name: name, extent: extent, isInherited: true)
    _ = loader.readSet()
    return Set(loader.log.findings.map(KnownFault.init))
  }

  private func readSet() -> LayoutSet? {
    guard let sources = SetSources(name, root: root, log: log),
      let map = YAMLMap(sources.main, log: log)
    else { return nil }
    // Its files have been found.
    _ = map.optional(SetSources.parentKey)
    if map.flag(SetSources.baseKey), !isInherited, let place = map.place(of: SetSources.baseKey),
      place.isOwn(ofSet: name)
    {
      log.report(SetFault.base(name), at: place)
      return nil
    }
    let title = map.string("title")
    let year = year(map)
    let isAssumed = map.flag(SetSources.assumedKey)
    if isAssumed, let place = map.place(of: SetSources.assumedKey) {
      log.report(SetFault.assumed(name), at: place)
    }
    let language = map.string("language")
    let document = map.required("document").flatMap { YAMLMap($0, log: log) }
    let documentTitle = document?.required("title").flatMap {
      log.template($0, allowed: TextPlaceholder.ofDocument)
    }
    let unitTypes = unrepeated(map.strings("unitTypes")).map(\.text)
    let prior = PriorYearLoader(log: log).indicators(map)
    let indicators = unrepeated(prior.all)
    let style = StyleLoader(log: log).style(map)
    let evaluation = evaluationRules(map)
    let before = log.findings.count
    let facts = FactsLoader(log: log).facts(map.list("facts"))
    let selections = SelectionLoader(log: log, unitTypes: unitTypes)
    let economicRequired = map.list("economicRequired").compactMap(selections.selection)
    let rules = RuleLoader(
      log: log, selections: selections, formats: formats(map, usage: selections.usage),
      facts: facts)
    let printing = printing(map, rules: rules)
    let beforeNames = log.findings.count
    let names = catalogues(map)
    for (text, place) in indicators { rules.usage.declare(.indicator, text, at: place) }
    let areNamesSound = log.findings.count == beforeNames
    let areRulesSound = log.findings.count == before
    let (read, sound) = forms(map, sources, rules: rules, printing: printing)
    let printed = rules.usage.names(of: .fact)
    let forms = read.map { (form: $0, cells: FormCells($0)) }
    let vocabulary = vocabulary(
      map, sources, indicators: indicators.map(\.text), names: areNamesSound ? names : nil)
    let evaluationForm = evaluation?.form.flatMap { form in
      evaluation?.rules.flatMap { evaluation in
        readEvaluationForm(
          form, EvaluationFormLoader(log: log, rules: rules, style: style, evaluation: evaluation),
          sources)
      }
    }
    let checkFiles = map.optional("checks").flatMap { YAMLMap($0, log: log) }
    let glances = map.has("glance") ? map.requiredList("glance") : []
    let carried = map.optional("nextYear")
    map.finish()
    FormChecks(
      log: log, style: style, facts: facts, names: names, unitTypes: unitTypes,
      economicRequired: economicRequired
    ).check(forms, sound: areRulesSound ? sound : [])
    let index = NarrativeForms(forms, sound: areRulesSound ? sound : [])
    let quantities = NarrativeQuantities(
      log: log, rules: rules, forms: index, indicators: indicators.map(\.text), lists: [],
      evaluation: evaluation?.rules)
    let glance = GlanceLoader(log: log, quantities: quantities, printing: printing)
      .entries(glances)
    let nextYear = NextYearLoader(log: log, quantities: quantities, set: name)
      .nextYear(carried)
    let narrative = document.flatMap { document -> NarrativeLayout? in
      guard extent.contains(.narrative) else { return nil }
      defer { document.finish() }
      return NarrativeLoader(
        log: log, rules: rules, forms: index, indicators: indicators.map(\.text),
        printing: printing,
        evaluation: evaluation?.rules, sources: sources
      ).narrative(document)
    }
    let checks = checkFiles.map { files in
      self.checks(
        files, sources,
        CheckLoader(
          log: log, quantities: quantities,
          // Codes that a check looks for need no name: they are those that there ought not to be.
          rules: DossierCheckLoader(
            log: log, selections: SelectionLoader(log: log, unitTypes: unitTypes),
            quantities: quantities, texts: TextCheckLoader(log: log, unitTypes: unitTypes)),
          cells: CheckedCells(forms: index, evaluations: evaluationForm), set: name,
          records: [IdentityKey.units] + (evaluation?.rules?.type.lists.map(\.key) ?? [])))
    }
    if narrative?.hasText == true, let styles = map.optional("styles"),
      styles.entries?.contains(where: { $0.key.text == StyleLoader.proseKey }) == false
    {
      log.report(YAMLFault.missingKey(StyleLoader.proseKey), at: styles.place)
    }
    guard let title, let year, let language, let documentTitle, let style else { return nil }
    if extent.contains(.whole) {
      checkCitations(
        map, year: year, rules: rules, names: names, hasText: narrative?.hasText ?? false)
    }
    return LayoutSet(
      name: name, title: title, year: year, parent: sources.chain.dropFirst().first,
      isAssumed: isAssumed, language: language, documentTitle: documentTitle,
      style: style, forms: forms.map { $0.form.settled($0.cells, by: printing.last) },
      narrative: narrative, glance: glance, nextYear: nextYear,
      facts: required(facts, printed: printed),
      unitTypes: unitTypes,
      priorYearIndicators: indicators.map(\.text),
      indicatorsOverFunds: rules.usage.indicatorsOverFunds, priorYearTogether: prior.together,
      economicRequired: economicRequired, accountNames: names, vocabulary: vocabulary,
      evaluation: extent.contains(.evaluations) ? evaluation?.rules : nil,
      evaluationForm: evaluationForm, checks: checks?.checks ?? [],
      unreadChecks: checks?.unread ?? [], textWords: checks?.words)
  }

  /// The facts, of which those that are inherited and stand in no form of the set need not be stated: a
  /// form that a parent has is not there.
  private func required(
    _ facts: [FactDeclaration], printed: Set<String>
  ) -> [FactDeclaration] {
    facts.map { fact in
      var fact = fact
      fact.isRequired =
        fact.isRequired && (fact.place.isOwn(ofSet: name) || printed.contains(fact.path))
      return fact
    }
  }

  /// The checks of the audit, from the files in the set's folder that are named, and the words by which
  /// those on texts judge; neither these nor they are read where texts are not asked for.
  private func checks(
    _ files: YAMLMap, _ sources: SetSources, _ loader: CheckLoader
  ) -> (checks: [CheckLayout], unread: [String], words: TextWords?) {
    var seen: [String: SourcePlace] = [:]
    var unread: [String] = []
    var loader = loader
    let kinds: [(key: String, isIdentity: Bool, extent: LayoutExtent, words: String?)] = [
      ("dossier", false, .checks, "账"),
      ("evaluations", false, [.checks, .evaluations], "绩效自评表"),
      // They hold in what is made here, so that nothing is missing without them.
      ("identities", true, .identities, nil),
      ("texts", false, [.checks, .narrative], "文字"),
    ]
    let wordsFile = files.optional("words")
    let checks = kinds.flatMap { key, isIdentity, part, words -> [CheckLayout] in
      let names = files.list(key)
      guard extent.contains(part) else {
        if let words, !names.isEmpty { unread.append(words) }
        return []
      }
      if key == "texts" { loader.rules.texts.words = textWords(wordsFile, sources) }
      let documents = names.compactMap { name in
        fileOfSet(name, sources, key: "checks.\(key)", example: "ledger.yaml", in: "checks/")
      }
      return loader.checks(documents, isIdentity: isIdentity, seen: &seen)
    }
    files.finish()
    return (checks, unread, loader.rules.texts.words)
  }

  /// The words by which texts are judged; none where no file of them is named.
  private func textWords(_ name: YAMLValue?, _ sources: SetSources) -> TextWords {
    let root = name.flatMap {
      fileOfSet($0, sources, key: "checks.words", example: "words.yaml", in: "checks/")
    }
    let loader = TextWordsLoader(log: log) { sources.shared("catalogues/\($0)") }
    return root.map(loader.words) ?? TextWords()
  }

  /// What is prescribed for self-evaluations, and their form's file where it is asked for.
  private func evaluationRules(
    _ map: YAMLMap
  ) -> (rules: EvaluationRules?, form: YAMLValue?)? {
    map.optional("evaluation").map { value in
      let (rules, form) = EvaluationLoader(log: log).read(value)
      return (rules, extent.contains(.evaluations) ? form : nil)
    }
  }

  /// The items of a list of words, each of which may stand there once.
  private func unrepeated(
    _ items: [(text: String, place: SourcePlace)]
  ) -> [(text: String, place: SourcePlace)] {
    var seen: [String: SourcePlace] = [:]
    for (text, place) in items {
      if let first = seen.updateValue(place, forKey: text) {
        log.report(CitationFault.repeatedItem(text), at: place, related: [first])
      }
    }
    return items
  }

  /// The form of a self-evaluation, from the file in the set's folder that is named.
  private func readEvaluationForm(
    _ name: YAMLValue, _ loader: EvaluationFormLoader, _ sources: SetSources
  ) -> EvaluationForm? {
    fileOfSet(name, sources, key: "form", example: "evaluation.yaml").flatMap(loader.form)
  }

  /// The words that the set takes for those of a dossier's tables; none where it names no file of them.
  private func vocabulary(
    _ map: YAMLMap, _ sources: SetSources, indicators: [String], names: AccountNames?
  ) -> Vocabulary {
    guard
      let root = map.optional("words").flatMap({
        fileOfSet($0, sources, key: "words", example: "words.yaml")
      })
    else { return Vocabulary() }
    return VocabularyLoader(log: log, indicators: indicators, names: names) {
      sources.shared("catalogues/\($0)")
    }.vocabulary(root)
  }

  /// A file in the set's folder that set.yaml names.
  private func fileOfSet(
    _ name: YAMLValue, _ sources: SetSources, key: String, example: String, in folder: String = ""
  ) -> YAMLValue? {
    guard let path = name.text, !path.contains("/"), path != ".." else {
      let fault = EvaluationRulesFault.fileName(
        key: key, name.text ?? name.kindName, example: example)
      log.report(fault, at: name.place)
      return nil
    }
    return sources.document("\(folder)\(path)")
  }

  /// How figures are printed unless a form, a column or a line says otherwise; nothing is left open.
  private func printing(_ map: YAMLMap, rules: RuleLoader) -> Printing {
    guard let inner = map.required("printing").flatMap({ YAMLMap($0, log: log) }) else {
      return Printing()
    }
    defer { inner.finish() }
    for key in ["format", "none", "zero"] { _ = inner.required(key) }
    return rules.printing(inner)
  }

  private func year(_ map: YAMLMap) -> Int? {
    guard let year = map.integer("year") else { return nil }
    guard (1_000...9_998).contains(year) else {
      log.report(SetFault.year(year), at: map.optional("year")?.place ?? map.place)
      return nil
    }
    return year
  }

  /// The number formats by name.
  private func formats(_ map: YAMLMap, usage: SetUsage) -> [String: NumberFormat] {
    guard let formats = map.required("formats").flatMap({ YAMLMap($0, log: log) }) else {
      return [:]
    }
    var result: [String: NumberFormat] = [:]
    for node in formats.keys {
      guard let key = node.text else { continue }
      usage.declare(.format, key, at: node.place)
      guard let value = formats.optional(key), let inner = YAMLMap(value, log: log) else {
        continue
      }
      result[key] = format(inner)
      inner.finish()
    }
    return result
  }

  /// A number format; a faulty one is kept under its name, or each form that cites it would be told
  /// off.
  private func format(_ map: YAMLMap) -> NumberFormat {
    let decimals = map.integer("decimals") ?? 0
    let grouping = map.flag("grouping")
    let isTrimmed = map.flag("trim")
    if let count = map.optionalString("count") {
      // Things are counted whole.
      check(decimals, most: 0, at: map.place)
      return NumberFormat(kind: .count(unit: count), decimals: 0, grouping: grouping)
    }
    if let unit = map.optionalString("number") {
      check(decimals, most: Self.mostDecimals, at: map.place)
      return NumberFormat(
        kind: .decimal(unit: unit), decimals: decimals, grouping: grouping, isTrimmed: isTrimmed)
    }
    let unit = map.required("money").flatMap { value in
      map.choice(
        value, of: "金额单位", among: MoneyUnit.allCases.map { ($0.rawValue, $0) })
    }
    if let unit { check(decimals, most: unit.shift, at: map.place) }
    return NumberFormat(
      kind: .money(unit ?? .yuan), decimals: decimals, grouping: grouping, isTrimmed: isTrimmed)
  }

  /// Reports more decimals than the unit has.
  private func check(_ decimals: Int, most: Int, at place: SourcePlace) {
    guard !(0...most).contains(decimals) else { return }
    let allowed = most == 0 ? "0" : "0 到 \(most)"
    log.report(SetFault.decimals(decimals, allowed: allowed), at: place)
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

  /// The forms in printed order, and the numbers of those that were read without a fault.
  private func forms(
    _ map: YAMLMap, _ sources: SetSources, rules: RuleLoader, printing: Printing
  ) -> (forms: [FormLayout], sound: Set<String>) {
    _ = map.requiredList("forms")
    var forms: [FormLayout] = []
    var sound: Set<String> = []
    var seen: [String: SourcePlace] = [:]
    for item in map.strings("forms") {
      if let first = seen.updateValue(item.place, forKey: item.text) {
        log.report(SetFault.repeatedForm(item.text), at: item.place, related: [first])
        continue
      }
      let before = log.findings.count
      guard let root = sources.document("forms/\(item.text).yaml"),
        let form = FormLoader(log: log, rules: rules, outerPrinting: printing).form(root)
      else { continue }
      if form.number != item.text {
        log.report(SetFault.misnamedForm(file: item.text, number: form.number), at: form.place)
      }
      if log.findings.count == before { sound.insert(form.number) }
      forms.append(form)
    }
    return (forms, sound)
  }
}
