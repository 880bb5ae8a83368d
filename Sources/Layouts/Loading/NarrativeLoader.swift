internal import Diagnostics
internal import Domain
internal import Figures
internal import SourceFiles

/// Reads what stands around the forms: cover, contents and parts, the values that templates may
/// quote, and the templates.
struct NarrativeLoader {
  let log: FindingLog
  let rules: RuleLoader
  let forms: NarrativeForms
  /// The indicators of prior-year amounts.
  let indicators: [String]
  /// The set's own printing of figures.
  let printing: Printing
  /// What the set prescribes for self-evaluations; nil for a set without them.
  let evaluation: EvaluationRules?
  let sources: SetSources

  /// The file of the values, in the set's folder.
  private static let valuesFile = "narrative/values.yaml"

  /// The parts of the document among the keys of `document`; nil for a document of forms alone.
  func narrative(_ document: YAMLMap) -> NarrativeLayout? {
    let cover = document.optional("cover").flatMap { YAMLMap($0, log: log) }.flatMap(cover)
    let contents = document.optionalString("contents")
    guard document.optional("parts") != nil else {
      if let place = document.place(of: "cover") ?? document.place(of: "contents") {
        log.report(NarrativePartFault.noParts, at: place)
      }
      return nil
    }
    let items = document.requiredList("parts").compactMap { YAMLMap($0, log: log) }
    checkSheets(items, at: document.place(of: "parts") ?? document.place)
    let texts = items.compactMap { $0.has("text") ? $0.optional("text") : nil }
    checkRepeated(texts)
    let templates = self.templates(texts.compactMap(\.text))
    let values = texts.isEmpty ? NarrativeValues() : self.values(for: templates)
    let parts = items.compactMap { part($0, templates, values: values) }
    return NarrativeLayout(
      cover: cover, contents: contents, parts: parts, values: values.values,
      defaults: values.defaults)
  }

  private func cover(_ map: YAMLMap) -> CoverLayout? {
    let issuer = map.required("issuer").flatMap(coverText)
    let title = map.required("title").flatMap(coverText)
    let foot = map.optional("foot").flatMap(coverText)
    map.finish()
    guard let issuer, let title else { return nil }
    return CoverLayout(issuer: issuer, title: title, foot: foot ?? TextTemplate(text: ""))
  }

  private func coverText(_ value: YAMLValue) -> TextTemplate? {
    text(value, allowed: TextPlaceholder.ofCover)
  }

  private func prose(_ value: YAMLValue) -> TextTemplate? {
    text(value, allowed: TextPlaceholder.ofProse)
  }

  private func text(_ value: YAMLValue, allowed: [TextPlaceholder]) -> TextTemplate? {
    // An empty text is a text here.
    value.text == "" ? TextTemplate(text: "") : log.template(value, allowed: allowed)
  }

  /// Forms, and self-evaluations where the set has them, are one part each: left out they would vanish
  /// from the document.
  private func checkSheets(_ items: [YAMLMap], at place: SourcePlace) {
    for (key, what, isWanted) in [
      ("forms", "全部报表", true), ("evaluations", "全部自评表", evaluation != nil),
    ] {
      let parts = items.filter { $0.has(key) }
      guard parts.count != (isWanted ? 1 : 0) else { continue }
      let at = parts.last?.place ?? place
      if isWanted {
        log.report(NarrativePartFault.count(key, what: what, parts.count), at: at)
      } else {
        log.report(NarrativePartFault.noEvaluations, at: at)
      }
    }
  }

  /// A template stands in the document once.
  private func checkRepeated(_ texts: [YAMLValue]) {
    var first: [String: SourcePlace] = [:]
    for value in texts {
      guard let path = value.text else { continue }
      if let earlier = first.updateValue(value.place, forKey: path) {
        log.report(CitationFault.repeatedItem(path), at: value.place, related: [earlier])
      }
    }
  }

  /// The templates that can be read, each once, by path.
  private func templates(_ paths: [String]) -> [String: TemplateText] {
    var templates: [String: TemplateText] = [:]
    for path in Set(paths).sorted() where Self.isBelow(path) {
      templates[path] = sources.template(path)
    }
    return templates
  }

  /// Whether a path stays in the set's folder.
  private static func isBelow(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
  }

  private func part(
    _ map: YAMLMap, _ templates: [String: TemplateText], values: NarrativeValues
  ) -> PartLayout? {
    defer { map.finish() }
    let kinds = ["text", "forms", "evaluations"]
    let written = kinds.filter { map.optional($0) != nil }
    guard written.count == 1, let kind = written.first, let value = map.optional(kind) else {
      log.report(NarrativePartFault.choice(written, of: kinds), at: map.place)
      return nil
    }
    switch kind {
    case "forms":
      return sheets(value, marks: TextPlaceholder.ofEntry).map {
        .forms(heading: $0.heading, entry: $0.entry)
      }
    case "evaluations": return evaluations(value)
    default: return self.text(value, map, templates, values: values)
    }
  }

  /// The heading of a part and the entry of each of its sheets.
  private func sheets<Mark>(
    _ value: YAMLValue, marks: [Mark], also read: (YAMLMap) -> Void = { _ in }
  ) -> (heading: TextTemplate, entry: PlaceholderText<Mark>)? {
    guard let inner = YAMLMap(value, log: log) else { return nil }
    let heading = inner.required("heading").flatMap(prose)
    let entry = inner.required("entry").flatMap { log.template($0, allowed: marks) }
    read(inner)
    inner.finish()
    guard let heading, let entry else { return nil }
    return (heading, entry)
  }

  private func evaluations(_ value: YAMLValue) -> PartLayout? {
    // That there are none is told once, for the part.
    guard let marks = evaluation?.nameMarks else { return nil }
    var none: TextTemplate?
    var shared: RecordText?
    let sheets = sheets(value, marks: marks) { inner in
      shared = inner.optional("sharedEntry").flatMap { log.template($0, allowed: marks) }
      none = inner.required("none").flatMap(prose)
    }
    guard let sheets, let none else { return nil }
    return .evaluations(
      EvaluationsPart(
        heading: sheets.heading, entry: sheets.entry, sharedEntry: shared ?? sheets.entry,
        none: none))
  }

  private func text(
    _ value: YAMLValue, _ map: YAMLMap, _ templates: [String: TemplateText],
    values: NarrativeValues
  ) -> PartLayout? {
    let isApart = map.flag("apart")
    guard let path = map.string("text") else { return nil }
    guard Self.isBelow(path) else {
      log.report(NarrativePartFault.templatePath(path), at: value.place)
      return nil
    }
    // One that cannot be read has been told of.
    guard let source = templates[path] else { return nil }
    return TemplateChecks(log: log, values: values, usage: rules.usage).template(source).map {
      .text($0, isPart: !isApart)
    }
  }

  private func values(for templates: [String: TemplateText]) -> NarrativeValues {
    guard let root = sources.document(Self.valuesFile), let map = YAMLMap(root, log: log) else {
      return NarrativeValues(isKnown: false)
    }
    return NarrativeValuesLoader(
      log: log, rules: rules, forms: forms, indicators: indicators, printing: printing,
      evaluation: evaluation, set: sources.chain[0], tags: Set(templates.values.flatMap(\.tagNames))
    ).values(map)
  }
}
